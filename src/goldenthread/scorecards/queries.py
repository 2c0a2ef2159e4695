"""How to ask for scorecards."""

from __future__ import annotations

import difflib
from datetime import date, datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.scorecards.models import Scorecard

LEVELS = ("corporate", "directorate", "service", "priority", "portfolio")


class NoSuchScorecard(LookupError):
    """No scorecard has this code."""


def layouts(*, on: date, known_at: datetime) -> list[dict[str, Any]]:
    """Every layout as plain data (the fields of `Scorecard`), by level, order and code."""
    found = versions.in_force(Scorecard, on, known_at)
    rows = [
        {name: getattr(layout, name) for name in ("code", "title", "level", "subject", "order", "sections")}
        for layout in found
    ]
    return sorted(rows, key=lambda row: (LEVELS.index(row["level"]), row["order"], row["code"]))


def layout(code: str, *, on: date, known_at: datetime) -> dict[str, Any]:
    """One layout. Raises NoSuchScorecard, naming those there are."""
    every = layouts(on=on, known_at=known_at)
    for row in every:
        if row["code"] == code:
            return row
    codes = [row["code"] for row in every]
    near = difflib.get_close_matches(code, codes, n=1)
    hint = f"did you mean {near[0]}? There" if near else "there"
    raise NoSuchScorecard(f"there is no scorecard '{code}'; {hint} are: {', '.join(codes) or 'none'}")
