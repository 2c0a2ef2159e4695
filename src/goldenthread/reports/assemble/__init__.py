"""Assemble: a pack's papers from plain material, part by part; nothing here asks a database or a clock."""
