"""Positions: the quarter that stays put, and what has moved since."""
