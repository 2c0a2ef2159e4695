"""Sheets: the paper of a performance session, what presses first, then one sheet for each indicator."""
