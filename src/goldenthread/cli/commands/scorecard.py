"""Show a scorecard in the terminal: corporate, or of a directorate, service, priority or portfolio.

Three views, always labelled and never mixed: as frozen, as now known, latest month.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter

from goldenthread.cli import choosing, figures, notices, output
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.scorecards import coverage
from goldenthread.scorecards import queries as scorecards
from goldenthread.scorecards.views import View

EPILOG = """\
example: goldenthread scorecard --period 2023-24-Q2
         goldenthread scorecard RES --period 2023-24-Q2 --view now --known-at 2023-11-30
         goldenthread scorecard --period 2023-10 --view month --known-at 2023-11-30
With --json: a list of lines with indicator, period, value, target (lower and upper where it is a range),
rating (the band's code; null where it is not rated) and reason (why not).
"""
COLUMNS = [
    ("value", "right"),
    ("target", "right"),
    ("rating", "left"),
    ("last time", "left"),
    ("last year", "left"),
]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "code",
        nargs="?",
        default="corporate",
        help="corporate (default), a directorate as RES, a service as RES.revenues, priority-RF, "
        "portfolio-housing; a wrong one is answered with those there are",
    )
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
            output.entries(section["title"], COLUMNS, [_entry(line, view) for line in lines])
    output.say()
    _totals(view, coverage.lines_of(layout))
    notices.say(on=view.position_date, known_at=view.known_at)
    return 0


def _entry(line: figures.Line, view: View) -> tuple[str, str, tuple[str, ...]]:
    period = periods.label(periods.parse(line["period"])) if line["period"] != view.period else ""
    about = ", ".join(part for part in (period, line["coverage"]) if part)
    cells = (
        figures.value(line),
        figures.target(line),
        figures.rating(line, view.schemes),
        figures.trend(line, "previous"),
        figures.trend(line, "like"),
    )
    return line["indicator"], f"{line['name']} ({about})" if about else line["name"], cells


def _totals(view: View, codes: list[str]) -> None:
    lines = view.of(codes)
    counts = Counter(figures.band(line, view.schemes).lower() or "not rated" for line in lines)
    bands = dict.fromkeys(band["label"].lower() for scheme in view.schemes for band in scheme["bands"])
    said = [f"{counts[name]} {name}" for name in (*bands, "not rated") if counts[name]]
    output.say(f"{wording.plural(len(lines), 'indicator')}: {', '.join(said)}")
