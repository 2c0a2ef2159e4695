"""How layouts of scorecards come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.scorecards.models import Scorecard


class StandsTwice(ValueError):
    """An indicator is named twice on one scorecard."""


def add_scorecards(*, rows: Iterable[Mapping[str, Any]], by: str, at: datetime) -> versions.VersionsAdded:
    """Add versions of layouts; a row holds the fields of `Scorecard`."""
    rows = list(rows)
    for row in rows:
        _check_stands_once(row)
    return versions.add(Scorecard, rows, by=by, at=at)


def _check_stands_once(row: Mapping[str, Any]) -> None:
    lines = [line for section in row["sections"] for line in section["lines"]]
    twice = sorted({line for line in lines if lines.count(line) > 1})
    if twice:
        raise StandsTwice(f"scorecard {row['code']} names {', '.join(twice)} twice: leave one of them out")
