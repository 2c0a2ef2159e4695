"""Say which indicators have moved over the window of their chart, by a line through it.

Most are steady: a trend is told only where the 95% interval of the line's slope leaves out zero.
Single months or quarters are taken, from where control limits last began anew; with three years of them and
more each is compared with its like in other years alone. The method stands beside every trend. For staff: the
figures are those of the frozen quarter, whether they may leave or not.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from goldenthread.assessments.variation import reading, trends
from goldenthread.cli import figures, output
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.positions import queries as positions
from goldenthread.sessions.said import words

EPILOG = "example: goldenthread trends 2023-24-Q2"
COLUMNS = (
    ("trend", "left"),
    ("a year", "right"),
    ("points", "right"),
    ("window", "left"),
    ("method", "left"),
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")


def run(arguments: Namespace) -> int:
    sealed = positions.sealed(arguments.period)
    lines = {line["indicator"]: line for line in sealed.of("indicator")}
    found = reading.read(
        report_period=sealed.period,
        position_date=sealed.position_date,
        known_at=sealed.known_at,
        area=sealed.one("council")["area"],
    )
    told = trends.regressed(found, trends.polarities(lines.values()))
    rows = [row for row in told.iter_rows(named=True) if row["indicator"] in lines]
    if arguments.json:
        output.as_json(rows)
        return 0
    entries = [(row["indicator"], lines[row["indicator"]]["name"], _cells(row)) for row in rows]
    output.entries(output.counted(len(entries), "indicator"), COLUMNS, entries)
    without = len(lines) - len(rows)
    if without:
        output.say(f"{output.counted(without, 'indicator')} without a chart.")
    return 0


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    arrow = figures.ARROWS.get(row["arrow"] or "", "")
    word = wording.VERDICTS[row["trend"]] if row["trend"] else words.WHY_NO_TREND[str(row["why"])]
    slope = "" if row["slope"] is None else f"{row['slope']:+,.3g}"
    first, last = (periods.label(periods.parse(row[f"{end}_period"])) for end in ("from", "to"))
    return f"{arrow} {word}".strip(), slope, f"{row['points']:,}", f"{first} to {last}", str(row["method"])
