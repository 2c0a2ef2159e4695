"""List what has moved since a quarter was frozen: improved, worsened, newly reported, restated, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from goldenthread.cli import figures, moments, notices, options, output
from goldenthread.positions import queries as positions
from goldenthread.positions import since
from goldenthread.positions.changes import Change
from goldenthread.positions.queries import Sealed

EPILOG = "example: goldenthread changes 2023-24-Q2 --known-at 2023-11-30"

COLUMNS = [("what", "left"), ("as frozen", "left"), ("as now known", "left"), ("known from", "left")]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")


def run(arguments: Namespace) -> int:
    known_at = options.known_at(arguments)
    sealed = positions.sealed(arguments.period)
    found = since.changed(sealed, known_at=known_at)
    if arguments.json:
        output.as_json([_as_row(change) for change in found])
        return 0
    output.say(
        f"{sealed.period}: as frozen on {moments.in_words(sealed.known_at)}, "
        f"against as now known on {moments.in_words(known_at)}."
    )
    entries = [_entry(change, sealed) for change in found]
    output.entries(output.counted(len(found), "change"), COLUMNS, entries)
    notices.say(on=sealed.position_date, known_at=known_at)
    return 0


def _entry(change: Change, sealed: Sealed) -> tuple[str, str, tuple[str, ...]]:
    name = str(change.new["name"])
    cells = (
        change.kind.replace("_", " "),
        figures.with_rating(change.old, sealed.of("scheme")),
        figures.with_rating(change.new, sealed.of("scheme")),
        change.known_from,
    )
    return change.indicator, f"{name}: {change.why}" if change.why else name, cells


def _as_row(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "indicator": change.indicator,
        "old": figures.brief(change.old),
        "new": figures.brief(change.new),
        "why": change.why,
        "known_from": change.known_from,
    }
