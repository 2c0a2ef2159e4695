"""Show a scorecard in the terminal: corporate, or of a directorate, service, priority or portfolio.

Three views, always labelled and never mixed: as frozen, as now known, latest month.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import choosing, figures, output
from goldenthread.methods import periods
from goldenthread.scorecards import coverage
from goldenthread.scorecards import queries as scorecards
from goldenthread.scorecards.views import View

HELP = "ratings and trends, arranged"
EPILOG = """\
example: goldenthread scorecard --period 2023-24-Q2
         goldenthread scorecard RES --period 2023-24-Q2 --view now --known-at 2023-11-30
         goldenthread scorecard --period 2023-10 --view month --known-at 2023-11-30
With --json: a list of lines with indicator, period, value, target, rating (the band's code) and reason.
"""
COLUMNS = [
    ("", "left"),
    ("indicator", "left"),
    ("value", "right"),
    ("target", "right"),
    ("rating", "left"),
    ("last time", "left"),
    ("last year", "left"),
]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", default="corporate", help="which scorecard (default: corporate)")
    choosing.arguments(parser)


def run(arguments: Namespace) -> int:
    view = choosing.view(arguments)
    layout = scorecards.layout(arguments.code, on=view.position_date, known_at=view.known_at)
    if arguments.json:
        output.as_json([figures.brief(line) for line in view.of(coverage.lines_of(layout))])
        return 0
    output.say(layout["title"])
    output.say(choosing.heading(view))
    for section in layout["sections"]:
        lines = view.of(section["lines"])
        if lines:
            output.say()
            output.table(section["title"], COLUMNS, [_row(line, view) for line in lines])
    output.say()
    _totals(view, coverage.lines_of(layout))
    return 0


def _row(line: figures.Line, view: View) -> tuple[str, ...]:
    period = periods.label(periods.parse(line["period"])) if line["period"] != view.period else ""
    about = ", ".join(part for part in (period, line["coverage"]) if part)
    return (
        line["indicator"],
        f"{line['name']} ({about})" if about else line["name"],
        figures.value(line),
        figures.target(line),
        figures.rating(line),
        figures.trend(line, "previous"),
        figures.trend(line, "like"),
    )


def _totals(view: View, codes: list[str]) -> None:
    lines = view.of(codes)
    counts: dict[str, int] = {}
    for line in lines:
        counts[line["rating"] or "not rated"] = counts.get(line["rating"] or "not rated", 0) + 1
    output.say(
        f"{len(lines)} indicators: " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    )
