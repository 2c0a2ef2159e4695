"""A figure: one number about one period, as a service would send it."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

BOROUGH = "LKH"


@dataclass(frozen=True)
class Figure:
    """One figure; numbers are exact text, "" where there is none.

    A count stands in `value` alone; a ratio in `numerator` and `denominator`. `cut` says which part of the
    whole it is about, as (("sex", "female"),); `why` says why it replaces an earlier one.
    """

    indicator: str
    period: str
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    status: str = "actual"
    note: str = ""
    why: str = ""
    area: str = BOROUGH
    cut: tuple[tuple[str, str], ...] = ()

    @property
    def is_headline(self) -> bool:
        """Whether it is about the whole borough and everybody."""
        return self.area == BOROUGH and not self.cut

    @property
    def is_missing(self) -> bool:
        """Whether there is no number."""
        return self.status == "missing"

    def restated(self, **changes: Any) -> "Figure":
        """The same figure with other numbers."""
        return replace(self, **changes)


def count(indicator: str, period: str, number: int | str, **about: str) -> Figure:
    """A figure that is a plain number."""
    return Figure(indicator, period, value=str(number), **about)  # type: ignore[arg-type]  # only text fields


def ratio(indicator: str, period: str, above: int | str, below: int | str, **about: str) -> Figure:
    """A figure that is one number over another."""
    return Figure(indicator, period, numerator=str(above), denominator=str(below), **about)  # type: ignore[arg-type]  # only text fields


def missing(indicator: str, period: str, note: str = "") -> Figure:
    """A figure that does not exist, and why."""
    return Figure(indicator, period, status="missing", note=note)


def printed(above: int | str, below: int | str, multiplier: int, places: int) -> Decimal:
    """A ratio as it is printed: rounded half up."""
    exact = Fraction(str(above)) * multiplier / Fraction(str(below))
    shifted = exact * 10**places
    whole = int(shifted + Fraction(1, 2)) if shifted >= 0 else -int(-shifted + Fraction(1, 2))
    return (Decimal(whole) / 10**places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
