"""List what has moved since a quarter was frozen: improved, worsened, newly reported, restated, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import figures, moments, notices, options, output
from goldenthread.positions import queries as positions
from goldenthread.positions import since

EPILOG = "example: goldenthread changes 2023-24-Q2 --known-at 2023-11-30"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")


def run(arguments: Namespace) -> int:
    known_at = options.known_at(arguments)
    sealed = positions.sealed(arguments.period)
    found = since.changed(sealed, known_at=known_at)
    if arguments.json:
        output.as_json(
            [
                {
                    "kind": change.kind,
                    "indicator": change.indicator,
                    "old": figures.brief(change.old),
                    "new": figures.brief(change.new),
                    "why": change.why,
                    "known_from": change.known_from,
                }
                for change in found
            ]
        )
        return 0
    output.say(
        f"{sealed.period}: as frozen on {moments.in_words(sealed.known_at)}, "
        f"against as now known on {moments.in_words(known_at)}."
    )
    columns = [
        (name, "left") for name in ("what", "indicator", "as frozen", "as now known", "known from", "why")
    ]
    rows = [
        (
            change.kind.replace("_", " "),
            change.indicator,
            figures.with_rating(change.old, sealed.of("scheme")),
            figures.with_rating(change.new, sealed.of("scheme")),
            change.known_from,
            change.why,
        )
        for change in found
    ]
    output.table(output.counted(len(found), "change"), columns, rows)
    notices.say(on=sealed.position_date, known_at=known_at)
    return 0
