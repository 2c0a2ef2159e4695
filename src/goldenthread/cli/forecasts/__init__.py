"""Forecasts at the command line: the table, the scores, and both as plain data."""
