"""Trend tests: whether a series has moved by more than chance, and by which method that is said."""

from goldenthread.methods.trend_tests.recent import recent
from goldenthread.methods.trend_tests.regression import regression

__all__ = ["recent", "regression"]
