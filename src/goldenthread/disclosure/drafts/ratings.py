"""Ratings: which may stand though their figure is hidden, what they tell of it; and small forecasts."""

from __future__ import annotations

from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts import printed as printed_
from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import possible
from goldenthread.methods.rating import Scheme, reading

RATED: Final = pl.Schema(
    {
        "line": pl.String(),
        "rating": pl.String(),
        **{
            name: possible.HIDDEN[name] for name in ("scheme", "polarity", "tolerance_kind", *possible.LIMITS)
        },
    }
)
"""A row for each printed line with a rating: its id, the rating, and what it was rated by."""


OF_THE_RATING: Final = (
    "rating",
    *(f"{side}_{what}" for side in ("better", "worse") for what in ("band", "edge", "side")),
    "other_edge",
    "other_side",
    # A person who rates the figure otherwise has seen it.
    "judgement",
)
"""The fields of a line that tell its rating, or how far it is from another: they go with it."""

KEPT: Final = pl.Schema(
    {"row": pl.UInt32(), "line": pl.String(), "least": pl.Int64(), "greatest": pl.Int64()}
)
"""A row for each rating that may stand: of which figure and line, and the counts that it leaves possible."""


def rated(printed: Printed) -> pl.DataFrame:
    """The lines with a rating (`RATED`)."""
    rows = [
        {"line": named, **{name: line.get(name) for name in RATED.names()[1:]}}
        for named, _, line in printed_.lines(printed)
        if line.get("rating")
    ]
    return pl.DataFrame(rows, schema=RATED)


def kept(judged: pl.DataFrame, printed: Printed) -> pl.DataFrame:
    """Which lines of small figures may keep their rating, and what it tells (`KEPT`).

    `judged` are the printed figures with `row`, `is_small` and the columns of `possible.HIDDEN` that say so.
    """
    small_lines = judged.filter("is_small").explode("lines").drop_nulls("lines")
    beside = small_lines.join(rated(printed), left_on="lines", right_on="line", maintain_order="left")
    if beside.is_empty():
        return KEPT.to_frame()
    told = possible.kept_ratings(beside, schemes(printed))
    both = pl.concat([beside.select("row", line="lines"), told], how="horizontal")
    return both.filter("may_stand").select(KEPT.names())


def schemes(printed: Printed) -> dict[str, Scheme]:
    """The rules by which the lines are rated, by code."""
    return {line["code"]: reading.from_dict(line) for line in printed.now.of("scheme")}


def small_forecasts(printed: Printed, world: World) -> frozenset[str]:
    """The lines whose forecast counts very few people; that of a share is a share of as many as today."""
    rows: list[dict[str, Any]] = [
        {
            "line": named,
            "indicator": line["indicator"],
            "value": line["forecast"],
            "numerator": None,
            "denominator": line.get("denominator"),
            "multiplier": line["multiplier"],
        }
        for named, _, line in printed_.lines(printed)
        if line.get("forecast") is not None and line["counts_people"] is not False
    ]
    if not rows:
        return frozenset()
    numbers = dict.fromkeys(("value", "numerator", "denominator", "multiplier"), pl.Float64)
    frame = pl.DataFrame(rows, schema_overrides=numbers)
    counted = frame.select(
        "line",
        "indicator",
        numerator=possible.people_counted(),
        denominator=pl.col("denominator").round(0).cast(pl.Int64),
    )
    judged = small.judged(counted, world)
    return frozenset(judged.filter(pl.col("primary_numerator") | pl.col("primary_remainder"))["line"])
