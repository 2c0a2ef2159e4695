"""Leaving: what a period's pack would tell if it left now, asked before it does."""
