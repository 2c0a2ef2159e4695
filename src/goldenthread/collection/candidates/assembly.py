"""Assembly: labels and figures put together as a frame of candidates."""

from collections.abc import Sequence

import polars as pl

from goldenthread.collection.candidates.figures import Figures, Readings
from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.labels import Labels
from goldenthread.collection.candidates.strips import MEASURES, SURVEY, Strip
from goldenthread.collection.mapping.sources import Source
from goldenthread.collection.readers.book import letters
from goldenthread.collection.values.markers import HIDDEN, LEFT_BLANK

MOMENT = pl.Datetime("us", "UTC")
KEY = ("indicator", "area", "breakdown", "period")
EXACT = ("numerator_exact", "denominator_exact", "value_exact", *(f"{name}_exact" for name in SURVEY))
# In which column each number of a survey stands, "" where it stands in a row of its own.
SURVEY_AT = tuple(f"{name}_at" for name in SURVEY)

# One row for each number, or set of numerator, denominator and value, that could be an observation.
TEXTS = (
    "sheet",
    "cell",
    "indicator_at",
    "period_at",
    *SURVEY_AT,
    "measure",
    *KEY,
    *EXACT,
    "status",
    "reason",
    "note",
    "why",
)
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
    sound = pl.Series(figures.sound, dtype=pl.UInt32)
    readings = [figures.readings[name] for name in MEASURES if name in figures.readings]
    main = next(name for name in MEASURES if name in strip.columns)
    sheet_rows = [grid.rows[position] for position in kept]
    made = pl.DataFrame(
        {
            "row": pl.Series(sheet_rows, dtype=pl.Int32),
            "measure": _taken(labels.measure, kept),
            "indicator": _taken(labels.indicator, kept),
            "area": _taken(labels.area, kept),
            "breakdown": _taken(labels.breakdown, kept),
            "period": _taken(labels.period, kept),
            **{f"{name}_exact": _exact(figures.readings.get(name), sound) for name in MEASURES},
            "status": _taken(labels.status, kept),
            "number_status": _first([found.column("status").gather(sound) for found in readings]),
            "period_status": _taken(labels.period_status, kept),
            "is_red": _red(grid, sheet_rows, strip.columns[main]),
            **{f"{name}_reason": _reason(figures.readings.get(name), sound) for name in MEASURES},
            "note": _taken(labels.note, kept),
            "why": _taken(labels.why, kept),
            "known_from": _moments(labels, kept),
        }
    )
    made = made.with_columns(
        pl.lit(grid.sheet.name).alias("sheet"),
        _cell(strip, main).alias("cell"),
        _why_missing().alias("reason"),
        pl.lit(_letters(grid, grid.table.indicator)).alias("indicator_at"),
        pl.lit(_letters(grid, grid.table.period)).alias("period_at"),
        *(pl.lit(_stands(strip, name)).alias(at) for name, at in zip(SURVEY, SURVEY_AT, strict=True)),
        pl.lit(value=repeats).alias("repeats"),
        _status().alias("status"),
    )
    return made.select(CANDIDATES.names()).cast(CANDIDATES)


def _cell(strip: Strip, main: str) -> pl.Expr:
    """Where the figure stands: the value, or where there is none the numerator; else a marker."""
    at = {name: pl.lit(letters(strip.columns[name])) for name in MEASURES if name in strip.columns}
    numbers = [pl.when(pl.col(f"{name}_exact").is_not_null()).then(column) for name, column in at.items()]
    markers = [pl.when(_is_marked(name)).then(column) for name, column in at.items()]
    return pl.concat_str(pl.coalesce(*numbers, *markers, at[main]), pl.col("row") + 1)


def _stands(strip: Strip, measure: str) -> str:
    return letters(strip.columns[measure]) if measure in strip.columns else ""


def _is_marked(measure: str) -> pl.Expr:
    """Whether a word says why there is no number, and not only a blank."""
    return ~pl.col(f"{measure}_reason").is_in(["", LEFT_BLANK])


def _why_missing() -> pl.Expr:
    """Hidden if anything of a row is, else its first marker; a blank where there is no marker."""
    hidden = pl.any_horizontal(pl.col(f"{name}_reason") == HIDDEN for name in MEASURES)
    markers = [pl.when(_is_marked(name)).then(f"{name}_reason") for name in MEASURES]
    blank = pl.max_horizontal(f"{name}_reason" for name in MEASURES)
    return pl.coalesce(pl.when(hidden).then(pl.lit(HIDDEN)), *markers, blank)


def _letters(grid: Grid, source: Source) -> str:
    """The column in which a label stands, "" if in none."""
    return letters(grid.find(source.column)) if source.column is not None else ""


def _taken(values: Sequence[str | None], kept: list[int]) -> pl.Series:
    whole = len(kept) == len(values)
    return pl.Series(values if whole else [values[position] for position in kept], dtype=pl.String)


def _exact(readings: Readings | None, sound: pl.Series) -> pl.Series:
    if readings is None:
        return pl.Series([None], dtype=pl.String).new_from_index(0, len(sound))
    return readings.column("exact").gather(sound)


def _reason(readings: Readings | None, sound: pl.Series) -> pl.Series:
    if readings is None:
        return pl.Series([""], dtype=pl.String).new_from_index(0, len(sound))
    return readings.column("reason").gather(sound)


def _first(columns: list[pl.Series]) -> pl.Series:
    """For each row the first text that says something."""
    first = columns[0]
    for other in columns[1:]:
        first = first.zip_with(first != "", other)
    return first


def _red(grid: Grid, rows: list[int], column: int) -> pl.Series:
    if grid.table.estimated_when is None or not grid.sheet.red:
        return pl.Series([False], dtype=pl.Boolean).new_from_index(0, len(rows))
    return pl.Series([(row, column) in grid.sheet.red for row in rows], dtype=pl.Boolean)


def _moments(labels: Labels, kept: list[int]) -> pl.Series:
    """From when each figure was known; null as declared for the whole file."""
    if labels.known_from is None:
        return pl.Series([None], dtype=MOMENT).new_from_index(0, len(kept))
    return pl.Series([labels.known_from[position] for position in kept], dtype=MOMENT)


def _status() -> pl.Expr:
    """What the row says, else its number's mark, else its period's, else its colour, else actual."""
    said = [pl.col(name).replace("", None) for name in ("status", "number_status", "period_status")]
    red = pl.when("is_red").then(pl.lit("estimated"))
    return pl.coalesce(*said, red, pl.lit("actual"))
