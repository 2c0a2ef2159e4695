"""Masking: whether a good figure of the whole council hides a poor ward, group or team."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from goldenthread.methods.masking import judged, reading
from goldenthread.methods.masking.faults import (
    AreasRepeated,
    ColumnsMissing,
    NumberNotPossible,
    RateNotPossible,
    SetNotOne,
)
from goldenthread.methods.masking.words import KINDS, METHODS, VERDICTS, WHY

__all__ = [
    "COLUMNS",
    "KEYS",
    "KINDS",
    "METHODS",
    "VERDICTS",
    "WHY",
    "AreasRepeated",
    "ColumnsMissing",
    "Masking",
    "NumberNotPossible",
    "RateNotPossible",
    "SetNotOne",
    "find",
]

KEYS: Final = ("indicator", "cut", "period")
COLUMNS: Final = judged.COLUMNS
"""What `find` adds to a frame."""
USUAL: Final = 0.05


@dataclass(frozen=True)
class Masking:
    """What was found, as `find` describes it: by area, and by set of areas."""

    areas: pl.DataFrame
    sets: pl.DataFrame


def find(frame: pl.DataFrame, *, keys: Sequence[str] = KEYS, discovery_rate: float = USUAL) -> Masking:
    """Which areas lie further from the figure of the whole than chance alone would put them.

    `frame` has a row for each `area` (ward, group, team) of each set, in any order; the `keys`, those of them
    that it has, tell sets apart. `kind` says what its figures are: a `share` (`numerator` of `denominator`
    people or things: exact binomial), a `rate` (events by `denominator`: exact Poisson), a `mean` over
    `denominator` cases (by Student's t; the spread of cases from `case_spread`, the standard deviation of the
    area's own cases, or where no area of the set has it a robust spread between at least eight areas), or a
    `count` or `level`, which are not judged. A count that is missing is taken from `value`. One for a whole
    set are `multiplier` (100 for per cent; empty: 1) and `whole`, the whole council's figure (empty: that of
    all areas of the set together). `polarity` and `target` may be absent.

    `areas` are the rows with COLUMNS added: `expected` (the whole) and the limits of a funnel plot about it
    at 95% and 99.8%; `chance` of lying so far off on either side; `false_discoveries`, the rate of false
    alarms at which the area would be named (Benjamini and Hochberg, within its set); `verdict`, beyond chance
    where that is at most `discovery_rate`, or null with its reason in `why`: `kind`, `missing`, `of_none`,
    `not_counts`, `not_a_share`, `no_whole`, `too_few` (cases: fewer than five, or not even none or all of
    them would be beyond chance), `too_few_areas`, `no_spread` (most areas have the very figure of the whole);
    `is_masked`: the whole meets its target, and the area is worse beyond chance and misses it (null without
    a target or a verdict).

    `sets` has the keys, `method`, `expected`, `areas`, `tested`, `beyond`, `masked`, `case_spread` as used,
    and `overdispersion`: how many times chance the areas vary, from eight areas on; `is_overdispersed` where
    that is more than chance itself explains. Then areas differ for reasons of their own, such as age, and one
    beyond chance is less of a surprise; verdicts are not changed by it.

    Sources: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine
    24 (2005); Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal
    Statistical Society B 57 (1995). Raises ColumnsMissing, NumberNotPossible, AreasRepeated, SetNotOne,
    RateNotPossible, closed_words.WordUnknown.
    """
    if not 0 < discovery_rate < 1:
        raise RateNotPossible(f"a discovery rate of {discovery_rate:g}; write a share such as 0.05")
    areas = reading.read(frame, keys)
    found = judged.judge(areas, discovery_rate)
    columns, sets = judged.by_area(areas, found), judged.by_set(areas, found)
    return Masking(
        frame.drop(COLUMNS, strict=False).with_columns(**columns), areas.heads.with_columns(**sets)
    )
