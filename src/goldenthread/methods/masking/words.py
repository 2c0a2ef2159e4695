"""Masking words: kinds of figures, verdicts on areas, why there is none, and the methods."""

from typing import Final

import numpy as np
import polars as pl

KINDS: Final = ("", "share", "rate", "mean", "count", "level")
"""A share of people or things, events by people, a mean over cases; the last two have no limits."""
SHARE, RATE, MEAN = (np.uint16(number) for number in range(1, 4))

VERDICTS: Final = pl.Enum(["within", "worse", "better", "higher", "lower"])
"""Within chance; beyond it on the worse or better side, or where no side is better higher or lower."""
WITHIN, WORSE, BETTER, HIGHER, LOWER = (np.uint8(number) for number in range(5))

WHY: Final = pl.Enum(
    [
        "",
        "kind",
        "missing",
        "of_none",
        "not_counts",
        "not_a_share",
        "no_whole",
        "too_few",
        "too_few_areas",
        "no_spread",
    ]
)
"""Why an area has no verdict, in the order in which the reasons are tried; "" where it has one."""
NUMBER: Final = {word: np.uint8(number) for number, word in enumerate(WHY.categories)}

METHODS: Final = pl.Enum(
    ["exact binomial", "exact Poisson", "spread of cases", "robust spread between areas"]
)
BINOMIAL, POISSON, CASES, ROBUST = (np.uint8(number) for number in range(4))

POLARITIES: Final = ("", "neutral", "higher", "lower", "range")
HIGHER_IS_BETTER, LOWER_IS_BETTER = 2, 3
