"""Indicator: one measure as its page shows it, from the thread of the plan to its definition."""
