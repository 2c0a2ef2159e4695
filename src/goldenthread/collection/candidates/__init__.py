"""Candidates: from a grid and a mapping to rows that could be observations."""
