"""Small numbers: the interim check on the lines of a frozen quarter, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from goldenthread.methods import rating
from goldenthread.methods.disclosure import interim

Line = Mapping[str, Any]

WHEN = ("", "previous_", "like_")
FIGURES = ("value", "numerator", "denominator")
# What rating a possible value looks at.
LIMITS = (
    "target",
    "amber",
    "lower",
    "upper",
    "amber_lower",
    "amber_upper",
    "tolerance",
    "floor",
    "multiplier",
)
WORDS = ("indicator", "scheme", "polarity", "tolerance_kind")
CUMULATIVE = "ytd"


def flags(lines: Iterable[Line]) -> pl.DataFrame:
    """For each indicator whether its figure, the previous one and the like one must be hidden.

    Columns: indicator, hidden, previous_hidden, like_hidden.
    """
    frame = _frame(lines).with_columns(
        **{f"{when}hidden": interim.must_hide(when) for when in WHEN},
        is_cumulative=pl.col("basis") == CUMULATIVE,
    )
    gives_away = interim.earlier_gives_away("", "previous_")
    return frame.select(
        "indicator",
        "hidden",
        previous_hidden=pl.col("previous_hidden") | gives_away,
        like_hidden=pl.col("like_hidden"),
    )


def safe_ratings(lines: Iterable[Line], schemes: Mapping[str, rating.Scheme]) -> set[str]:
    """Of lines whose figure is hidden: the indicators whose colour every possible value would have."""
    frame = _frame(lines)
    if frame.is_empty():
        return set()
    possible = rating.rate(interim.candidates(frame), schemes)
    safe = interim.rating_is_safe(possible.with_columns(pl.col("rating").cast(pl.String)))
    return set(safe.filter("rating_is_safe")["indicator"])


def hidden_points(line: Line) -> list[bool]:
    """Of each point of a line's history, whether it must go: too small itself, or giving a later one away."""
    points = line["history"]
    if not points:
        return []
    schema = dict.fromkeys(FIGURES, pl.Float64)
    frame = pl.DataFrame([{name: point[name] for name in FIGURES} for point in points], schema=schema)
    later = frame.shift(-1).rename({name: f"later_{name}" for name in FIGURES})
    both = pl.concat([frame, later], how="horizontal").with_columns(
        counts_people=pl.lit(line["counts_people"]), is_cumulative=pl.lit(line["basis"] == CUMULATIVE)
    )
    gone = interim.must_hide() | interim.earlier_gives_away("later_", "")
    return both.select(gone=gone)["gone"].to_list()


def _frame(lines: Iterable[Line]) -> pl.DataFrame:
    numbers = [f"{when}{figure}" for when in WHEN for figure in FIGURES] + list(LIMITS)
    words = [*WORDS, "basis"]
    rows = [{name: line.get(name) for name in [*words, "counts_people", *numbers]} for line in lines]
    schema: dict[str, Any] = dict.fromkeys(words, pl.String) | {"counts_people": pl.Boolean}
    schema |= dict.fromkeys(numbers, pl.Float64)
    return pl.DataFrame(rows, schema=schema)
