"""Tables: every table of a paper, with widths worked out from its words."""
