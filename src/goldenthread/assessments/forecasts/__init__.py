"""Forecasts: what is expected at the year's end, computed, kept, and held against what happened."""
