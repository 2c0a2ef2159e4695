"""Releases at the door: what left the council, what would leave, and what people decide about it."""
