"""Confidence words: the kinds of interval, the methods, and why there is none."""

from typing import Final

import numpy as np
import polars as pl

KINDS: Final = ("", "proportion", "rate", "count", "given")
PROPORTION, RATE, COUNT, GIVEN = range(1, 5)

METHODS: Final = pl.Enum(["Wilson", "Byar", "exact Poisson", "as given"])
WILSON, BYAR, EXACT, AS_GIVEN = (np.uint8(number) for number in range(4))

WHY: Final = pl.Enum(["", "none", "missing", "of_none", "not_given"])
"""Why a figure has no interval, in the order in which the reasons are tried; "" where it has one."""

NONE, MISSING, OF_NONE, NOT_GIVEN = (np.uint8(number) for number in range(1, 5))
