"""The workbooks as the services send them, one module a return, each with its own habits."""
