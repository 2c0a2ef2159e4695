"""Passing: what has been decided on as it leaves, and the lines that stand beside the figures."""

from goldenthread.disclosure.passing.lines import ON_THE_FIGURE, WHY_HIDDEN, through
from goldenthread.disclosure.passing.passed import Passed

__all__ = ["ON_THE_FIGURE", "WHY_HIDDEN", "Passed", "through"]
