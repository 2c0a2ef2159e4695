"""Indicators: what is measured, against which target, by which rule."""
