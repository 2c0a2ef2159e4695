"""Axes: what charts with scales have in common: scales, words of true size, keys."""
