"""Forecast: the expected year-end outturn of every series at once, with the errors of the past around it."""

from typing import Final

import polars as pl

from goldenthread.methods import closed_words
from goldenthread.methods.forecast import making, reading, words
from goldenthread.methods.forecast.errors import FEWEST
from goldenthread.methods.forecast.reading import KEYS, ColumnsMissing, FigureNotPossible, FiguresRepeated
from goldenthread.methods.forecast.working import YEARS_FOR_A_PROFILE

__all__ = [
    "COLUMNS",
    "FEWEST",
    "KEYS",
    "VERSION",
    "YEARS_FOR_A_PROFILE",
    "ColumnsMissing",
    "FigureNotPossible",
    "FiguresRepeated",
    "LevelNotPossible",
    "expected",
]

VERSION: Final = "1"
"""Kept with every forecast; to be raised whenever the same figures would give another one."""

COLUMNS: Final = (
    "expected",
    "expected_lower",
    "expected_upper",
    "margin",
    "coverage",
    "method",
    "why_method",
    "why",
    "why_interval",
    "month",
    "figure_period",
    "years_used",
    "years_left_out",
    "errors",
    "share",
    "expected_numerator",
    "expected_denominator",
)
"""What `expected` adds to the series."""

USUAL: Final = 0.8
NARROWEST, WIDEST = 0.1, 0.99


class LevelNotPossible(ValueError):
    """A level that no prediction interval can have."""


def expected(figures: pl.DataFrame, how: pl.DataFrame, *, level: float = USUAL) -> pl.DataFrame:
    """`how` in its order with `COLUMNS` added: what is expected at the end of the year.

    `how` has a row for each series (`KEYS`, those it has): `year` (a whole number), `until` (months of the
    year gone: later figures are not looked at), `shape`: `to_date` for what builds up over the year, `level`
    for what stands at each time. Optional: `end` (the month of the year's last figure, 12), `multiplier`
    (value = multiplier x numerator / denominator), `denominator_is` (of a figure to date: `adds_up` over the
    year or `stands`; else as in the latest year that tells), `lowest` and `highest` (what the figure can be),
    `method` (`profile`, `last_year`, `straight_line`, instead of the rule's choice).
    `figures` are long: the keys, `year`, `month` (1 to 12 of that year), `value` as it stood then (to date,
    or the level); optional `numerator`, `denominator`, `definition` (a number: figures with unlike ones never
    meet) and `period` (its code). A missing figure is a null or no row, and never counts as zero. Years more
    than 40 back are not looked at.

    Methods, with x the figure to hand, taken for numerator and denominator apart where it is made of them:
    `profile`: x / the mean share of the outturn reached by this month in past years (of a level: x + their
    mean move from here to the end); `last_year`: the same of last year alone; `straight_line`: x / the share
    of the year gone (of a level: x). `outturn`: the last figure is known. A profile takes two past years.
    `share` is that share (of the numerator), or that move.

    Each past year that the method could have forecast from the years before it gives an error; with `FEWEST`
    errors there is an interval: `margin` around `expected` (a share of it; of a level in the unit), with its
    `coverage`, as near to `level` as they allow (`errors.interval`). Sources: W. H. Williams and M. L.
    Goodman, JASA 66 (1971); C. Chatfield, JBES 11 (1993); the rank is that of split conformal prediction,
    J. Lei and others, JASA 113 (2018).

    Raises ColumnsMissing, FigureNotPossible, FiguresRepeated, LevelNotPossible, closed_words.WordUnknown.
    """
    if not NARROWEST <= level <= WIDEST:
        raise LevelNotPossible(f"a level of {level:g}; write a share from {NARROWEST} to {WIDEST}")
    years = reading.read(figures, how)
    return how.drop(COLUMNS, strict=False).hstack(_columns(years, making.made(years, level)))


def _columns(years: reading.Years, made: making.Made) -> pl.DataFrame:
    figures = {
        "expected": made.expected,
        "expected_lower": made.around.lower,
        "expected_upper": made.around.upper,
        "margin": made.around.margin,
        "coverage": made.around.coverage,
        "share": made.share,
        "expected_numerator": made.numerator,
        "expected_denominator": made.denominator,
    }
    in_words = {
        "method": (made.method, words.METHODS),
        "why_method": (made.why_method, words.REASONS_OF_METHOD),
        "why": (made.why, words.REASONS),
        "why_interval": (made.why_interval, words.REASONS_OF_INTERVAL),
    }
    found = pl.DataFrame(
        [
            *(pl.Series(name, column, nan_to_null=True) for name, column in figures.items()),
            pl.Series("month", years.month),
            years.period.alias("figure_period"),
            pl.Series("years_used", made.used),
            pl.Series("years_left_out", made.left_out),
            pl.Series("errors", made.around.count),
        ]
    )
    return found.with_columns(
        *(
            closed_words.words(pl.lit(pl.Series(numbers)), known).alias(name)
            for name, (numbers, known) in in_words.items()
        ),
        month=pl.when(pl.col("month") > 0).then("month"),
    ).select(COLUMNS)
