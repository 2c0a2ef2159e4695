"""Tables: one module a table of the open data: its columns, what they mean, and its rows."""
