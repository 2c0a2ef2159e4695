"""Say which points of a series speak of more than chance (XmR charts, Making Data Count).

SERIES.csv has a row for each point: case_id (which series), date (the first day of its period, 2024-04-01)
and value; a missing value is an empty cell. P.csv has a row for each series: case_id, improvement_direction
(increase, decrease or neutral) and, where wanted, target, rebase (dates with ; between, each the date of a
point), fix_after_n_points (12 or more), screen_outliers (TRUE unless FALSE) and aggregation, by which years
to date and rolling figures are refused.

--out has limits, special causes and point types for each point, in order of date. X.summary.csv beside it
has for each series (and each group between rebases) its limits, the icons of variation and assurance, what is
to be said of it (trial limits, constant, cannot be assessed) and, for a series with a fault, the fault. A
series with a fault is left out whole; the others are charted.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import polars as pl

from goldenthread.cli import output
from goldenthread.cli.process_control import reading, tables, written
from goldenthread.methods.spc import Chart

ON_DATABASE = False
EPILOG = """\
example: goldenthread spc series.csv --params params.csv --out build/points.csv
"""
NEEDS_A_PERSON = 1
TOLD = 20
LARGE = 100_000
BEYOND_READING = 1e15
COLUMNS = (
    ("series", "left"),
    ("points", "right"),
    ("mean", "right"),
    ("limits", "left"),
    ("special", "right"),
    ("latest", "left"),
    ("target", "left"),
    ("", "left"),
)


class NotAFile(ValueError):
    """The answer would be written to something that is no file."""


class SamePlace(ValueError):
    """The answer would be written over what it is made from."""


class NothingToChart(ValueError):
    """Not one series can be charted; nothing is written."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("series", type=Path, metavar="SERIES.csv", help="case_id, date, value")
    parser.add_argument(
        "--params",
        type=Path,
        required=True,
        metavar="P.csv",
        help="case_id, improvement_direction, target, ...",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="X.csv", help="the points; verdicts in X.summary.csv"
    )


def run(arguments: Namespace) -> int:
    from goldenthread.methods import spc

    if arguments.out.is_dir():
        raise NotAFile(
            f"--out {arguments.out} is a folder: name a file in it, as {arguments.out / 'points.csv'}"
        )
    places = [arguments.out, written.beside(arguments.out)]
    if {place.resolve() for place in places} & {
        each.resolve() for each in (arguments.series, arguments.params)
    }:
        raise SamePlace(
            f"--out {arguments.out} would be written over what it is made from: name another file"
        )
    cases = reading.cases(arguments.series, arguments.params)
    if cases.refused and cases.rows.is_empty():
        told = "\n  ".join(str(each) for each in cases.refused[:TOLD])
        raise NothingToChart(f"nothing is written, for no series is without a fault:\n  {told}")
    chart = spc.chart(cases.rows, cases.how, keys=reading.KEY)
    made = (written.points(chart, cases), written.summary(chart, cases))
    written.write(dict(zip(places, made, strict=True)))
    if arguments.json:
        output.as_json(_plain(chart, cases, places))
    else:
        _tell(chart, cases, places)
    return NEEDS_A_PERSON if cases.refused else 0


def _plain(chart: Chart, cases: reading.Cases, places: list[Path]) -> dict[str, Any]:
    return {
        "points": {"file": str(places[0]), "rows": chart.points.height},
        "summary": {"file": str(places[1])},
        "series": _verdicts(chart).to_dicts(),
        "without_points": cases.empty,
        "unused_rebases": chart.unused_rebases.to_dicts(),
        "suggested_rebases": _suggested(chart).to_dicts(),
        "refused": [each.plain() for each in cases.refused],
    }


def _verdicts(chart: Chart) -> pl.DataFrame:
    """A row a series: what its latest group comes to."""
    from goldenthread.methods.spc import words

    special = pl.sum_horizontal("n_improvement", "n_concern", "n_neutral").alias("special_causes")
    icons = pl.col("variation_icon", "assurance_icon").cast(pl.String)
    remark = words.remarks().alias("remark")
    columns = ("case_id", "n", "mean", "lpl", "upl", special, icons, remark)
    return chart.groups.filter("is_latest").select(columns)


def _suggested(chart: Chart) -> pl.DataFrame:
    from goldenthread.methods.spc import rebases

    return rebases.suggested(chart).filter("is_due").select("case_id", "date", "why")


def _tell(chart: Chart, cases: reading.Cases, places: list[Path]) -> None:
    verdicts = _verdicts(chart)
    output.table("", COLUMNS, (_cells(row) for row in verdicts.head(TOLD).iter_rows(named=True)))
    if verdicts.height > TOLD:
        output.say(f"and {verdicts.height - TOLD:,} more")
    points, series = output.counted(chart.points.height, "point"), verdicts.height
    output.say(f"{places[0]}: {points} of {series:,} series; verdicts in {places[1]}.")
    if aimless := chart.groups.select(written.aimless(cases).count()).item():
        output.say(f"  {aimless:,} series without a target: no assurance is assessed")
    for case in cases.empty[:TOLD]:
        output.say(f"  {tables.printable(case)}: {written.NO_POINTS}")
    for row in chart.unused_rebases.head(TOLD).iter_rows(named=True):
        case = tables.printable(row["case_id"])
        output.say(f"  {case}: no point has the date of the rebase {row['date']}; it is not used")
    for row in _suggested(chart).head(TOLD).iter_rows(named=True):
        output.say(f"  {tables.printable(row['case_id'])}: a rebase on {row['date']}? {row['why']}")
    if cases.refused:
        output.say(f"Left out, for there is a fault ({len(cases.refused):,}):")
    for each in cases.refused[:TOLD]:
        output.say(f"  {each}")
    if len(cases.refused) > TOLD:
        output.say(f"  and {len(cases.refused) - TOLD:,} more")


def _cells(row: dict[str, Any]) -> list[str]:
    limits = "" if row["lpl"] is None else f"{_figure(row['lpl'])} to {_figure(row['upl'])}"
    mean = "" if row["mean"] is None else _figure(row["mean"])
    icons = [(row[name] or "").replace("_", " ") for name in ("variation_icon", "assurance_icon")]
    return [
        tables.printable(row["case_id"]),
        f"{row['n']:,}",
        mean,
        limits,
        str(row["special_causes"]),
        *icons,
        row["remark"],
    ]


def _figure(number: float) -> str:
    return f"{number:,.0f}" if LARGE <= abs(number) < BEYOND_READING else f"{number:,.6g}"
