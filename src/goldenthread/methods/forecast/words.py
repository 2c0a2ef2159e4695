"""Forecast words: the methods, why one was taken, and why there is no forecast or no interval."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

SHAPES: Final = ("", "to_date", "level")
TO_DATE, LEVEL = 1, 2

DENOMINATORS: Final = ("", "adds_up", "stands")
ADDS_UP, STANDS = 1, 2

METHODS: Final = pl.Enum(["profile", "last_year", "straight_line", "outturn"])
PROFILE, LAST_YEAR, STRAIGHT_LINE, OUTTURN = (np.uint8(number) for number in range(4))
CHOICES: Final = ("", "profile", "last_year", "straight_line")
"""What a caller may choose; "" leaves it to the rule."""

METHOD_IN_WORDS: Final[Mapping[str, str]] = {
    "profile": "the profile of past years",
    "last_year": "last year's shape",
    "straight_line": "straight line",
    "outturn": "the outturn itself",
}

WHY_METHOD: Final[Mapping[str, str]] = {
    "": "",
    "complete": "the figure of the year's end is known",
    "chosen": "the method was chosen by hand",
    "enough_years": "two past years or more show how the year goes",
    "one_year": "last year alone shows how the year goes",
    "no_years": "no past year shows how the year goes: too few are known, or they were measured differently",
}

WHY: Final[Mapping[str, str]] = {
    "": "",
    "once_a_year": "it is measured once a year: nothing before the year's end tells of it",
    "several_years": "its figure covers several years, of which this one is a part",
    "is_forecast": "it is itself a forecast",
    "break": "it is measured differently since a day within this year",
    "nothing_yet": "no whole figure of this year is known yet",
    "nothing_counted": "nothing has been counted so far: a share of nothing tells nothing of the rest",
    "denominator_unknown": "nothing tells whether what it is held against grows with the year",
    "no_shape": "the method that was chosen needs more past years than there are",
}
"""Why there is no forecast, in the order in which the reasons are tried; "" where there is one."""

WHY_INTERVAL: Final[Mapping[str, str]] = {
    "": "",
    "no_forecast": "there is no forecast",
    "known": "the figure of the year's end is known",
    "few_errors": "the method can be tried on too few past years",
}

REASONS: Final = pl.Enum(list(WHY))
REASONS_OF_METHOD: Final = pl.Enum(list(WHY_METHOD))
REASONS_OF_INTERVAL: Final = pl.Enum(list(WHY_INTERVAL))


def number(code: str, of: Mapping[str, str]) -> np.uint8:
    """The number of a code in its list."""
    return np.uint8(list(of).index(code))
