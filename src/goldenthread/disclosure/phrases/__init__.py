"""Phrases: what the data protection lead lets stand in texts, from when, and why."""
