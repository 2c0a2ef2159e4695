"""The command line: one call on a room, and its answer as text."""
