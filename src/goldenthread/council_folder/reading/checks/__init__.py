"""Checks: what shows only when the items of a folder are held against each other."""
