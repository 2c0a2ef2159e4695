"""How layouts of scorecards come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.scorecards import coverage
from goldenthread.scorecards.models import Scorecard


class StandsTwice(ValueError):
    """An indicator is named twice on one scorecard."""


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of `scorecards`; what says nothing new is left out. Raises StandsTwice."""
    layouts = list(rows.get("scorecards", ()))
    for layout in layouts:
        _check_stands_once(layout)
    return {"scorecards": versions.add(Scorecard, layouts, by=by, at=at)}


def _check_stands_once(layout: Mapping[str, Any]) -> None:
    lines = coverage.lines_of(layout)
    twice = sorted({line for line in lines if lines.count(line) > 1})
    if twice:
        raise StandsTwice(f"scorecard {layout['code']} names {', '.join(twice)} twice: leave one of them out")
