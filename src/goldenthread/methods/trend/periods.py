"""Trend periods: the distinct periods of a frame in order, and which one each is compared with."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import periods
from goldenthread.methods.periods import NotAPeriod, Period
from goldenthread.methods.slices import in_slices

Numbers = NDArray[np.int32]

NOWHERE: Final = -1
FAR: Final = 2**30
SET_OFF: Final = ("rolling", "years")
"""Kinds of which the length is part of what they are: twelve months rolling is not compared with three."""

ENDS_ANY_MONTH: Final = ("rolling", "snapshot", "ytd")
"""Kinds that one could take every month: how far back the one before lies depends on how often one reports.
"""


@dataclass(frozen=True)
class Step:
    """For each period the one it is compared with: how many numbers back (FAR: none), and its last day."""

    back: Numbers
    end: NDArray[np.int32]


@dataclass(frozen=True)
class Timeline:
    """Periods by number, ordered by family (what may be compared at all) and time."""

    codes: pl.Enum
    family: Numbers
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    is_to_date: NDArray[np.bool_]
    like: Step
    previous: dict[int, Step]
    """By the months between two reports."""

    def numbers(self, codes: pl.Series) -> Numbers:
        """The number of each row's period."""
        return in_slices(self._numbers, codes)

    def _numbers(self, codes: pl.Series) -> Numbers:
        numbers: Numbers = codes.cast(pl.String).cast(self.codes).to_physical().cast(pl.Int32).to_numpy()
        return numbers

    @property
    def families(self) -> int:
        """How many families there are."""
        return int(self.family.max(initial=0)) + 1

    @property
    def furthest(self) -> int:
        """The most numbers that any comparison leads back."""
        backs = np.concatenate([step.back for step in (self.like, *self.previous.values())])
        return int(backs[backs < FAR].max(initial=0))


def timeline(codes: pl.Series, reported_every: set[int]) -> Timeline:
    """The timeline of those period codes. Raises periods.NotAPeriod."""
    if codes.null_count():
        raise NotAPeriod("a row has no period; every figure is about one, such as 2023-24-Q2")
    parsed = sorted((periods.parse(code) for code in codes.unique()), key=_family_and_time)
    number = {period.code: place for place, period in enumerate(parsed)}
    families = {family: place for place, family in enumerate(sorted({_family(each) for each in parsed}))}

    def step(found: list[Period]) -> Step:
        back = [place - number.get(each.code, place - FAR) for place, each in enumerate(found)]
        return Step(np.array(back, dtype=np.int32), _days([each.end for each in found]))

    return Timeline(
        codes=pl.Enum(list(number)),
        family=np.array([families[_family(each)] for each in parsed], dtype=np.int32),
        start=_days([each.start for each in parsed]),
        end=_days([each.end for each in parsed]),
        is_to_date=np.array([each.kind == "ytd" for each in parsed], dtype=np.bool_),
        like=step([periods.like(each) for each in parsed]),
        previous={every: step([_previous(each, every) for each in parsed]) for every in reported_every},
    )


def _previous(period: Period, every: int) -> Period:
    return periods.previous(period, every=every if period.kind in ENDS_ANY_MONTH else 1)


def _family(period: Period) -> tuple[str, str, int]:
    return period.kind, period.calendar, period.length if period.kind in SET_OFF else 0


def _family_and_time(period: Period) -> tuple[tuple[str, str, int], int, int]:
    return _family(period), period.end.toordinal(), period.start.toordinal()


def _days(dates: list[date]) -> NDArray[np.int32]:
    """Days since 1970, as a Polars date holds them."""
    return pl.Series(dates, dtype=pl.Date).to_physical().to_numpy()
