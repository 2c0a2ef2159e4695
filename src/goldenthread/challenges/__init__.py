"""Challenges: what a red must answer: the cause, the actions, the date it will be back on target."""
