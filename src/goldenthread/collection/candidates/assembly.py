"""Assembly: labels and figures put together as a frame of candidates."""

from collections.abc import Sequence
from datetime import datetime

import polars as pl

from goldenthread.collection.candidates.figures import Figures
from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.labels import Labels
from goldenthread.collection.candidates.strips import MEASURES, Strip
from goldenthread.collection.readers.book import letters
from goldenthread.collection.values.numbers import Reading

MOMENT = pl.Datetime("us", "UTC")
KEY = ("indicator", "area", "breakdown", "period")
EXACT = ("numerator_exact", "denominator_exact", "value_exact")

# One row for each number, or set of numerator, denominator and value, that could be an observation.
TEXTS = ("sheet", "cell", "measure", *KEY, *EXACT, "status", "reason", "note", "why")
CANDIDATES = pl.Schema(
    [
        *((name, pl.String()) for name in TEXTS),
        ("row", pl.Int32()),
        ("known_from", MOMENT),
        ("repeats", pl.Boolean()),
    ]
)


def frame(
    grid: Grid, strip: Strip, labels: Labels, rows: Sequence[int], figures: Figures, *, repeats: bool
) -> pl.DataFrame:
    """The sound rows of one strip as candidates. `rows` are positions among the rows of the grid."""
    kept = [rows[position] for position in figures.sound]
    readings = {
        name: [found[position] for position in figures.sound] for name, found in figures.readings.items()
    }
    main = next(name for name in MEASURES if name in strip.columns)
    column = strip.columns[main]
    sheet_rows = [grid.rows[position] for position in kept]
    name = letters(column)
    made = pl.DataFrame(
        {
            "row": pl.Series(sheet_rows, dtype=pl.Int32),
            "cell": pl.Series([f"{name}{row + 1}" for row in sheet_rows], dtype=pl.String),
            "measure": _taken(labels.measure, kept),
            "indicator": _taken(labels.indicator, kept),
            "area": _taken(labels.area, kept),
            "breakdown": _taken(labels.breakdown, kept),
            "period": _taken(labels.period, kept),
            **{f"{measure}_exact": _exact(readings.get(measure), len(kept)) for measure in MEASURES},
            "status": _taken(labels.status, kept),
            "number_status": _first([[found.status for found in readings[name]] for name in readings]),
            "period_status": _taken(labels.period_status, kept),
            "is_red": _red(grid, sheet_rows, column),
            "reason": _first([[found.reason for found in readings[name]] for name in readings]),
            "note": _taken(labels.note, kept),
            "why": _taken(labels.why, kept),
            "known_from": pl.Series([_moment(labels, position) for position in kept], dtype=MOMENT),
        }
    )
    made = made.with_columns(
        pl.lit(grid.sheet.name).alias("sheet"),
        pl.lit(value=repeats).alias("repeats"),
        _status().alias("status"),
    )
    return made.select(CANDIDATES.names()).cast(CANDIDATES)


def _taken(values: Sequence[str | None], kept: list[int]) -> pl.Series:
    return pl.Series([values[position] for position in kept], dtype=pl.String)


def _exact(readings: list[Reading] | None, length: int) -> pl.Series:
    if readings is None:
        return pl.Series([None], dtype=pl.String).new_from_index(0, length)
    return pl.Series([found.exact for found in readings], dtype=pl.String)


def _first(columns: list[list[str]]) -> pl.Series:
    """For each row the first text that says something."""
    first = pl.Series(columns[0], dtype=pl.String)
    for column in columns[1:]:
        other = pl.Series(column, dtype=pl.String)
        first = first.zip_with(first != "", other)
    return first


def _red(grid: Grid, rows: list[int], column: int) -> pl.Series:
    if grid.table.estimated_when is None or not grid.sheet.red:
        return pl.Series([False], dtype=pl.Boolean).new_from_index(0, len(rows))
    return pl.Series([(row, column) in grid.sheet.red for row in rows], dtype=pl.Boolean)


def _moment(labels: Labels, position: int) -> datetime | None:
    moment = labels.known_from[position]
    return moment if isinstance(moment, datetime) else None


def _status() -> pl.Expr:
    """What the row says, else its number's mark, else its period's, else its colour, else actual."""
    said = [pl.col(name).replace("", None) for name in ("status", "number_status", "period_status")]
    red = pl.when("is_red").then(pl.lit("estimated"))
    return pl.coalesce(*said, red, pl.lit("actual"))
