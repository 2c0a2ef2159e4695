"""The plan: what the council undertook to do, and how that stands."""
