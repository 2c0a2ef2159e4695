"""Drafts: what a pack would tell, decided upon before anything leaves."""
