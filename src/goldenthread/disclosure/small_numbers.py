"""Small numbers: the interim check on the lines of a frozen quarter, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import polars as pl

from goldenthread.methods import periods, rating
from goldenthread.methods.disclosure import interim

Line = Mapping[str, Any]
# Of each indicator, which points of its history must go.
Gone = Mapping[str, Sequence[bool]]

WHEN = ("", "previous_", "like_")
FIGURES = ("value", "numerator", "denominator")
# What `flags` says of an indicator.
HIDDEN = ("hidden", "previous_hidden", "like_hidden", "forecast_hidden")
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


def flags(lines: Sequence[Line], gone: Gone) -> pl.DataFrame:
    """For each indicator whether its figure, the previous one, the like one and its forecast must be hidden.

    Columns: indicator and `HIDDEN`. An earlier figure goes too where the history may not show it: a running
    total that a later one of its year would turn into a small count. A forecast of a share is a share of as
    many as today.
    """
    frame = _frame(lines).with_columns(
        **{f"{when}hidden": interim.must_hide(when) for when in (*WHEN, "forecast_")},
        **{f"{when}gone": pl.Series([_is_gone(line, when, gone) for line in lines]) for when in WHEN[1:]},
        is_cumulative=pl.Series([_is_one_running_total(line) for line in lines], dtype=pl.Boolean),
    )
    gives_away = interim.earlier_gives_away("", "previous_")
    return frame.select(
        "indicator",
        "hidden",
        previous_hidden=pl.col("previous_hidden") | gives_away | pl.col("previous_gone"),
        like_hidden=pl.col("like_hidden") | pl.col("like_gone"),
        forecast_hidden="forecast_hidden",
    )


def safe_ratings(lines: Iterable[Line], schemes: Mapping[str, rating.Scheme]) -> set[str]:
    """Of lines whose figure is hidden: the indicators whose colour every possible value would have."""
    frame = _frame(lines)
    if frame.is_empty():
        return set()
    possible = rating.rate(interim.candidates(frame), schemes)
    safe = interim.rating_is_safe(possible.with_columns(pl.col("rating").cast(pl.String)))
    return set(safe.filter("rating_is_safe")["indicator"])


def hidden_points(lines: Iterable[Line]) -> dict[str, list[bool]]:
    """Of each indicator's history which points must go: too small, or giving a later one of the year away."""
    given = list(lines)
    rows = [
        {name: line[name] for name in ("counts_people", "multiplier")}
        | {name: point[name] for name in FIGURES}
        for line in given
        for point in line["history"]
    ]
    schema = {"counts_people": pl.Boolean, **dict.fromkeys(("multiplier", *FIGURES), pl.Float64)}
    checked = pl.DataFrame(rows, schema=schema).select(
        small=interim.must_hide(), count=interim.people_counted()
    )
    small, counts = iter(checked["small"].to_list()), iter(checked["count"].to_list())
    found = {}
    for line in given:
        points = [(point, next(small), next(counts)) for point in line["history"]]
        found[line["indicator"]] = _gone(line, points)
    return found


def _gone(line: Line, points: Sequence[tuple[Line, bool, float | None]]) -> list[bool]:
    if line["basis"] != CUMULATIVE or line["counts_people"] is False:
        return [is_small for _, is_small, _ in points]
    gone: list[bool] = []
    for _, in_year in groupby(points, key=lambda point: _starts(point[0]["period"])):
        year = list(in_year)
        gone += interim.gone_of_a_running_total([count for *_, count in year], [few for _, few, _ in year])
    return gone


def _is_gone(line: Line, when: str, gone: Gone) -> bool:
    """Whether the history may not show the figure of an earlier period."""
    period = line.get(f"{when}period")
    points = zip(line["history"], gone[line["indicator"]], strict=True)
    return any(is_gone and point["period"] == period for point, is_gone in points)


def _is_one_running_total(line: Line) -> bool:
    """Whether the figure and the one before it are figures to date of the same year."""
    if line["basis"] != CUMULATIVE:
        return False
    return _starts(line.get("period")) == _starts(line.get("previous_period"))


def _starts(period: str | None) -> date | None:
    return periods.parse(period).start if period else None


def _frame(lines: Iterable[Line]) -> pl.DataFrame:
    numbers = [f"{when}{figure}" for when in WHEN for figure in FIGURES] + list(LIMITS)
    words = [*WORDS, "basis"]
    rows = [
        {name: line.get(name) for name in [*words, "counts_people", *numbers, "forecast"]} for line in lines
    ]
    schema: dict[str, Any] = dict.fromkeys(words, pl.String) | {"counts_people": pl.Boolean}
    schema |= dict.fromkeys([*numbers, "forecast"], pl.Float64)
    return pl.DataFrame(rows, schema=schema).with_columns(
        forecast_value="forecast",
        forecast_numerator=pl.lit(None, dtype=pl.Float64),
        forecast_denominator="denominator",
    )
