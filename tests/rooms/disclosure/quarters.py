"""Quarters by hand: small frozen positions of one or two indicators, to be held against each other."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldenthread.disclosure import gate, worlds
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.gate import Passed
from goldenthread.positions.queries import Sealed

NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
LEAD = "Data Protection Lead"

Line = dict[str, Any]


def line(code: str, period: str, count: float, of: float | None = None, **said: Any) -> Line:
    """A figure on people: a plain count, or a share of 100."""
    return {
        "indicator": code,
        "basis": "ytd" if period.startswith("ytd") else "snapshot",
        "scheme": "",
        "polarity": "lower",
        "counts_people": True,
        "multiplier": 1.0 if of is None else 100.0,
        "period": period,
        "value": count if of is None else 100 * count / of,
        "numerator": None if of is None else count,
        "denominator": of,
        "previous_period": None,
        "like_period": None,
        "rating": None,
        "reason": "",
        "history": [],
        "receipt": [],
        "sources": [],
        **said,
    }


def group(code: str, period: str, group: str, count: float) -> Line:
    """One group of an indicator, in a form that a position seals."""
    numbers = {"value": count, "numerator": None, "denominator": None}
    about = {"indicator": code, "area": "SMH", "breakdown": group, "period": period, "status": "actual"}
    return {**about, **numbers, "reason": "", "may_be_published": True}


def sealed(*lines: Line, period: str = "2023-24-Q2", breakdown: tuple[Line, ...] = ()) -> Sealed:
    """A frozen quarter of these lines."""
    return Sealed(
        period=period,
        position_date=date(2023, 9, 30),
        known_at=datetime(2023, 11, 10, 17, tzinfo=UTC),
        frozen_by="Head of Performance",
        digest=(period[-1] * 64),
        previous_digest="",
        lines={"council": ({"area": "SMH"},), "indicator": lines, "breakdown": breakdown},
    )


def passed(*lines: Line, **said: Any) -> Passed:
    """These lines through the gate, held against what is out already."""
    return gate.clear(Printed(sealed(*lines, **said)), World(**worlds.ledger_of_releases()))


def hidden(given: Passed) -> set[tuple[str, str, str]]:
    """Indicator, breakdown and period of what is hidden."""
    stated = given.draft.stated.filter("hidden")
    return set(stated.select("indicator", "breakdown", "period").iter_rows())
