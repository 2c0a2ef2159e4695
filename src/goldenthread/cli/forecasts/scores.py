"""Scores in a terminal: how far forecasts were out, by service, and how many there are to tell by."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any, Final

from goldenthread.assessments.forecasts import scoring
from goldenthread.cli import moments, notices, options, output
from goldenthread.cli.forecasts.tables import SHORT
from goldenthread.methods.forecast import scores
from goldenthread.organisation import queries as organisation

COLUMNS: Final = (
    ("service", "left"),
    ("made by", "left"),
    ("forecasts", "right"),
    ("mean error", "right"),
    ("bias", "right"),
    ("inside interval", "right"),
    ("", "left"),
)
Row = Mapping[str, Any]


class NothingBesideScores(ValueError):
    """Scores are of all forecasts, and keep none."""


def run(arguments: Namespace) -> int:
    """Answer `forecast scores`. Raises NothingBesideScores."""
    if arguments.indicator or arguments.keep:
        raise NothingBesideScores("scores are of every forecast: write goldenthread forecast scores, no more")
    known_at = options.known_at(arguments)
    council = organisation.council(on=known_at.date(), known_at=known_at)
    found = scoring.scored(known_at=known_at, area=council.area)
    if arguments.json:
        output.as_json(
            {
                "services": found.services.to_dicts(),
                "forecasts": found.forecasts.to_dicts(),
                "to_come": found.to_come,
                "broken": found.broken,
                "in_hindsight": found.in_hindsight,
            }
        )
        return 0
    units = organisation.units(on=known_at.date(), known_at=known_at).units
    names = {code: unit.name for code, unit in units.items()}
    output.say(f"Forecasts against what happened, as known on {moments.in_words(known_at)}.")
    if found.services.height:
        rows = [_cells(row, names) for row in found.services.iter_rows(named=True)]
        output.table("", COLUMNS, rows)
    _tell_the_rest(found)
    notices.say(on=known_at.date(), known_at=known_at)
    return 0


def _cells(row: Row, names: Mapping[str, str]) -> tuple[str, ...]:
    by = SHORT.get(row["made_by"], "the owner")
    inside = "" if row["inside"] is None else f"{row['inside']:.0%} of {row['with_interval']}"
    few = f"too few to tell (under {scores.FEWEST})" if row["is_few"] else ""
    return (
        names.get(row["service"], row["service"]) or "no service",
        by,
        f"{row['forecasts']:,}",
        _per_cent(row["absolute_error"]),
        _per_cent(row["bias"], signed=True),
        inside,
        few,
    )


def _per_cent(number: float | None, *, signed: bool = False) -> str:
    if number is None:
        return "-"
    return f"{number:+.1f}%" if signed else f"{number:.1f}%"


def _tell_the_rest(found: scoring.Scored) -> None:
    if found.forecasts.is_empty():
        output.say("No forecast can be scored yet. To keep some: goldenthread forecast PERIOD --keep")
    if found.in_hindsight:
        told = output.counted(found.in_hindsight, "forecast")
        output.say(f"{told} of these made in hindsight, after the year's end: a test, and no proof.")
    if found.to_come:
        told = output.counted(found.to_come, "forecast")
        output.say(f"{told} not scored: the year's last figure is still to come.")
    if found.broken:
        output.say(f"{output.counted(found.broken, 'forecast')} not scored: measured differently since.")
