"""Figures: every count that a council holds of a release, one row for its numerator and its denominator."""

from __future__ import annotations

from typing import Final

import polars as pl

KEY: Final = ("indicator", "area", "breakdown", "start", "end")
PARTS: Final = ("numerator", "denominator", "remainder")
BEFORE: Final = ("", "shown", "hidden")

FIGURES: Final = pl.Schema(
    {
        "indicator": pl.String(),
        "area": pl.String(),
        "breakdown": pl.String(),
        "start": pl.Date(),
        "end": pl.Date(),
        "numerator": pl.Int64(),
        "denominator": pl.Int64(),
        "primary_numerator": pl.Boolean(),
        "primary_denominator": pl.Boolean(),
        "primary_remainder": pl.Boolean(),
        "is_printed": pl.Boolean(),
        "zeros_shown": pl.Boolean(),
        "complements": pl.Boolean(),
        "keep": pl.Boolean(),
        "cost": pl.Float64(),
        "lower": pl.Int64(),
        "upper": pl.Int64(),
        "suppressed": pl.Boolean(),
        "earlier": pl.String(),
        "numerator_adds_over_time": pl.Boolean(),
        "denominator_adds_over_time": pl.Boolean(),
    }
)
"""The columns of the figures.

`indicator`, `area`, `breakdown` ("" or "age=under-5;sex=male", dimensions in order of the alphabet), `start`
and `end` (both days included; equal for a count on one day) say which figure it is; one row each.
`numerator` and `denominator` are whole counts, null where there is none; a plain count is a numerator alone.
`primary_*` says that a count is small by the policy: the numerator, the denominator, the remainder
(denominator - numerator). `is_printed`: the figure stands in the release; a figure that does not is never
shown, but what is flagged of it is protected. `zeros_shown`: the policy prints zeros. `complements`: the
remainder counts somebody, so that a numerator above its denominator is wrong. `keep`: must stay published.
`cost`: of hiding, 0 or more. `lower` and `upper`: limits of the numerator that something published gives,
null where there are none. `suppressed`: hidden at its source, so that its null count is unknown, not absent.
`earlier`: what an earlier release did with the row: "shown", "hidden" or "" (nothing); see also `EARLIER`.
`*_adds_over_time`: whether the count of a longer stretch is the sum of those within it; null means as far
as it does. A population is the same in each quarter, and does not.
"""

DEFAULTS: Final = {
    "numerator": None,
    "denominator": None,
    "primary_numerator": False,
    "primary_denominator": False,
    "primary_remainder": False,
    "is_printed": True,
    "zeros_shown": True,
    "complements": False,
    "keep": False,
    "cost": 1.0,
    "lower": None,
    "upper": None,
    "suppressed": False,
    "earlier": "",
    "numerator_adds_over_time": True,
    "denominator_adds_over_time": None,
}
"""What holds where a column is left out."""

COUNTS: Final = ("numerator", "denominator", "lower", "upper")
NEVER_NULL: Final = (
    *KEY,
    *(name for name in DEFAULTS if not (name in COUNTS or name.endswith("over_time"))),
)
NAMED: Final = 5
"""How many cells a message names; the rest are counted."""


class BadFigures(ValueError):
    """Figures from which no system can be built; the message names the cells and what would be right."""


class NotACount(BadFigures):
    """A count is negative, or no whole number, or lies outside its own limits."""


class FiguresRepeated(BadFigures):
    """Two rows for one figure."""


class CategoryUnknown(BadFigures):
    """An area or a value of a breakdown that the hierarchies do not know, or a breakdown not written so."""


class ContradictoryFlags(BadFigures):
    """What is asked of a cell cannot all be done: to keep it published and to hide it."""


def read(figures: pl.DataFrame) -> pl.DataFrame:
    """The figures with every column of `FIGURES`, and `row`, their place. Raises BadFigures."""
    missing = [name for name in KEY if name not in figures.columns]
    if missing:
        raise BadFigures(f"the figures lack the columns {', '.join(missing)}")
    rest = [
        pl.lit(value, dtype=FIGURES[name]).alias(name)
        for name, value in DEFAULTS.items()
        if name not in figures.columns
    ]
    whole = figures.with_columns(rest).with_row_index("row")
    _refuse_fractions(whole)
    read_as = whole.select("row", *(pl.col(name).cast(kind) for name, kind in FIGURES.items()))
    _refuse(read_as)
    return read_as


def few(rows: pl.DataFrame) -> str:
    """Some of the cells in words: "CSC01 numerator, ward W1, age=under-5, 2023-07-01 to 2023-09-30"."""
    named = "; ".join(named_cell(row) for row in rows.head(NAMED).iter_rows(named=True))
    return f"{named} and {rows.height - NAMED} more" if rows.height > NAMED else named


def named_cell(row: dict[str, object]) -> str:
    """One cell in words, from a row with the columns of `KEY`, and `part` where it is about one."""
    part = f" {row['part']}" if row.get("part") else ""
    breakdown = f", {row['breakdown']}" if row["breakdown"] else ""
    days = str(row["end"]) if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
    return f"{row['indicator']}{part}, {row['area']}{breakdown}, {days}"


def _refuse_fractions(figures: pl.DataFrame) -> None:
    for name in COUNTS:
        if figures.schema[name].is_float():
            wrong = figures.filter(pl.col(name) != pl.col(name).round(0))
            if wrong.height:
                raise NotACount(f"{name} is a whole number of 0 or more, or null: {few(wrong)}")


def _refuse(figures: pl.DataFrame) -> None:
    counts = pl.col(COUNTS)
    outside = (pl.col("numerator") < pl.col("lower")) | (pl.col("numerator") > pl.col("upper"))
    share = (pl.col("numerator") > pl.col("denominator")) & (
        pl.col("complements") | pl.col("primary_remainder")
    )
    kept_small = (
        (pl.col("primary_numerator") & pl.col("numerator").is_not_null())
        | (pl.col("primary_denominator") & pl.col("denominator").is_not_null())
    ) & (pl.col("earlier") != "shown")
    rules: list[tuple[pl.Expr, type[BadFigures], str]] = [
        (pl.any_horizontal(pl.col(NEVER_NULL).is_null()), BadFigures, "only counts and limits may be null"),
        (pl.col("start") > pl.col("end"), BadFigures, "a figure starts no later than it ends"),
        (pl.any_horizontal(counts < 0), NotACount, "a count is a whole number of 0 or more, or null"),
        (outside, NotACount, "the numerator lies between lower and upper"),
        (share, NotACount, "a part of people is no larger than the whole: correct the numerator"),
        (
            pl.col("primary_remainder") & (pl.col("numerator").is_null() | pl.col("denominator").is_null()),
            ContradictoryFlags,
            "a remainder is protected only where there are a numerator and a denominator",
        ),
        (pl.col("cost") < 0, BadFigures, "to hide a figure costs 0 or more"),
        (~pl.col("earlier").is_in(BEFORE), BadFigures, 'earlier is "", "shown" or "hidden"'),
        (
            pl.col("keep") & kept_small,
            ContradictoryFlags,
            "a figure cannot be kept published and be protected: drop keep, or the primary flag",
        ),
        (pl.struct(KEY).is_duplicated(), FiguresRepeated, "each figure has one row"),
    ]
    broken = figures.select(
        wrong.fill_null(value=False).any().alias(str(place)) for place, (wrong, _, _) in enumerate(rules)
    )
    for (wrong, error, rule), is_broken in zip(rules, broken.row(0), strict=True):
        if is_broken:
            raise error(f"{rule}: {few(figures.filter(wrong).sort(KEY))}")
