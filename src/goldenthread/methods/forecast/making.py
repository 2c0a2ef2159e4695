"""Forecast making: each series' method, what it expects, the interval around it, or why there is none."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.forecast import errors, words, working
from goldenthread.methods.forecast.errors import Interval
from goldenthread.methods.forecast.reading import Figures, Flags, Numbers, Years
from goldenthread.methods.forecast.working import Expected

Codes = NDArray[np.uint8]

RULES: Final = (words.PROFILE, words.LAST_YEAR, words.STRAIGHT_LINE)


@dataclass(frozen=True)
class Made:
    """One forecast a series; words by number, in their lists."""

    expected: Figures
    around: Interval
    share: Figures
    numerator: Figures
    denominator: Figures
    method: Codes
    why_method: Codes
    why: Codes
    why_interval: Codes
    used: Numbers
    left_out: Numbers


def made(years: Years, level: float) -> Made:
    """The forecasts of all series."""
    is_usable = working.usable(years)
    chosen, why_chosen = working.choice(years, is_usable)
    found = _by_method(years, is_usable, chosen)
    is_known = (years.month == years.last) & (years.month > 0)
    why = _why(years, found, is_known)
    is_made = (why == 0) & ~is_known
    expected = np.where(is_known, years.now["value"][:, -1], found.value[:, -1])
    around = _around(years, found, np.where(is_made, expected, np.nan), level)
    no_forecast, known, few = (
        words.number(code, words.WHY_INTERVAL) for code in ("no_forecast", "known", "few_errors")
    )
    why_interval = np.select(
        [why > 0, is_known, np.isnan(around.margin)], [no_forecast, known, few], default=np.uint8(0)
    )
    complete = words.number("complete", words.WHY_METHOD)
    none = np.uint8(closed_words.NO_WORD)
    return Made(
        expected=np.where(why == 0, expected, np.nan),
        around=around,
        **{
            name: np.where(is_made, getattr(found, name)[:, -1], np.nan)
            for name in ("share", "numerator", "denominator")
        },
        method=np.where(why > 0, none, np.where(is_known, words.OUTTURN, chosen)),
        why_method=np.where(why > 0, np.uint8(0), np.where(is_known, complete, why_chosen)),
        why=why,
        why_interval=why_interval,
        used=np.where(is_made, _used(chosen, is_usable), 0),
        left_out=years.known[:, :-1].sum(axis=1) - is_usable.sum(axis=1),
    )


def _by_method(years: Years, is_usable: Flags, chosen: Codes) -> Expected:
    """What each series' own method expects of every year."""
    every = [working.by(rule, years, is_usable) for rule in RULES]
    is_of = [(chosen == rule)[:, None] for rule in RULES]
    columns = {
        name: np.select(is_of, [getattr(each, name) for each in every], default=np.nan)
        for name in ("value", "numerator", "denominator", "share")
    }
    return Expected(**columns)


def _around(years: Years, found: Expected, expected: Figures, level: float) -> Interval:
    """The interval, held within what the figure can be."""
    is_level = years.shape == words.LEVEL
    is_tried = years.same.copy()
    is_tried[:, -1] = False
    past = errors.of_past_years(found.value, years.end["value"], is_tried, is_level)
    around = errors.interval(expected, past, is_level, level)
    return Interval(
        lower=np.maximum(around.lower, np.minimum(years.lowest, expected)),
        upper=np.minimum(around.upper, np.maximum(years.highest, expected)),
        margin=around.margin,
        coverage=around.coverage,
        count=np.where(np.isfinite(expected), around.count, 0),
    )


def _why(years: Years, found: Expected, is_known: Flags) -> Codes:
    """Why there is no forecast, by number."""
    this = years.now["value"][:, -1]
    counted = np.where(years.is_pair, years.now["numerator"][:, -1], this)
    is_to_date = years.shape == words.TO_DATE
    has_none = ~np.isfinite(found.value[:, -1])
    is_straight = (years.method == 0) | (years.method == words.CHOICES.index("straight_line"))
    tests = {
        "nothing_yet": ~np.isfinite(this),
        "": is_known,
        "nothing_counted": is_to_date & (counted == 0),
        "denominator_unknown": has_none & is_straight,
        "no_shape": has_none,
    }
    numbers = [words.number(code, words.WHY) for code in tests]
    return np.select(list(tests.values()), numbers, default=np.uint8(0))


def _used(chosen: Codes, is_usable: Flags) -> Numbers:
    """How many past years the forecast was made of."""
    count = is_usable.sum(axis=1)
    return np.select([chosen == words.PROFILE, chosen == words.LAST_YEAR], [count, 1], default=0)
