"""Variation of the council's indicators: has anything changed, or is it chance?"""
