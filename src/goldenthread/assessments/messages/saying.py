"""Saying: the message of every indicator, from what its chart says and how its figure is rated."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from goldenthread.assessments.variation import held
from goldenthread.assessments.variation.reading import KEYS, Reading
from goldenthread.methods import message, periods
from goldenthread.methods.message import words
from goldenthread.methods.spc import suited

RATED: Final = pl.Schema(
    {
        "indicator": pl.String,
        "period": pl.String,
        "value": pl.Float64,
        "polarity": pl.String,
        "aggregation": pl.String,
        "basis": pl.String,
        "rating_group": pl.String,
        "previous_period": pl.String,
        "previous_group": pl.String,
    }
)
"""What is to be known of each indicator's figure: met, near or missed (null: not rated), now and before."""

NOT_TOLD: Final = (
    "the single {}s beneath vary by chance alone, which does not tell how often the figure on the scorecard "
    "meets its target"
)
LONGER: Final = "the single {}s vary by chance alone, and the target is for longer than a {}"


def of(found: Reading, rated: pl.DataFrame, *, every: int) -> pl.DataFrame:
    """A row for each indicator that is rated (columns of RATED) and read, by code, with its message.

    Adds to RATED the columns of `Reading.indicators`; `message` and `why_message`; `is_of_the_figure`:
    whether the latest point of the chart is the figure that is rated, and no month or quarter of it;
    `red_again`, `is_exception` and `why_exception`. `every`: how many months lie between two reports.

    Where single figures are charted that lie beneath the rated one, their limits tell what it will do only
    if all that chance allows is on one side of the target. A chart that ends before the rated period says
    nothing of it. Raises the faults of `message.messages`.
    """
    series = found.indicators.join(rated, on="indicator", how="inner", maintain_order="left")
    series = series.with_columns(
        red_again=_red_again(series, every),
        is_of_the_figure=(pl.col("latest_period") == pl.col("period")).fill_null(value=False),
    )
    spoken = message.messages(_evidence(found, series)).select("indicator", *message.COLUMNS)
    told = series.join(spoken, on="indicator", how="left", maintain_order="left")
    return message.exceptions(told.with_columns(why_message=_why()))


def _evidence(found: Reading, series: pl.DataFrame) -> pl.DataFrame:
    """What messages rest on, with the rated figure in the place of the charted one."""
    charts = message.of_variation(found.indicators, found.points, keys=KEYS).drop("value")
    about = series.select(
        "indicator", "polarity", "rating_group", "beneath", "chart", "aggregation", "basis",
        value=pl.when(pl.Series(_is_charted(series))).then("value"),
    )  # fmt: skip
    overlaps = pl.any_horizontal(pl.col(name).is_in(suited.OVERLAPPING) for name in ("aggregation", "basis"))
    is_met = pl.col("rating_group") == "met"
    assured = pl.col("assurance_icon").cast(pl.String)
    agrees = pl.when(is_met).then(assured == "pass").otherwise(assured == "fail")
    is_told = (pl.col("beneath") == "") | agrees.fill_null(value=False)
    return about.join(charts, on="indicator", how="left", maintain_order="left").with_columns(
        assurance_icon=pl.when(is_told).then("assurance_icon"),
        is_overlapping=(pl.col("chart") == "none") & overlaps,
    )


def _is_charted(series: pl.DataFrame) -> list[bool]:
    """Whether the chart, if there is one, reaches into the period that is rated."""
    rows = series.select("period", "latest_date").iter_rows()
    return [_reaches(period, latest) for period, latest in rows]


def _reaches(period: str | None, latest: date | None) -> bool:
    return latest is None or period is None or latest >= periods.parse(period).start


def _red_again(series: pl.DataFrame, every: int) -> pl.Series:
    """Whether each is red now, and was in the period before its own."""
    is_newer = (pl.col("previous_period") != pl.col("period")).fill_null(value=False)
    before = series.filter(is_newer).select(
        "indicator", period="previous_period", rating_group="previous_group"
    )
    now = series.drop_nulls("period").select("indicator", "period", "rating_group")
    red = now.with_columns(message.red_again(pl.concat([now, before]), every=every).head(now.height))
    again = series.select("indicator").join(
        red.select("indicator", "red_again"), on="indicator", how="left", maintain_order="left"
    )
    return again["red_again"].fill_null(value=False)


def _why() -> pl.Expr:
    """Why that message: in the words of the rule book, more exactly where those are too short."""
    has_none = pl.col("message") == words.NO_TARGET
    is_without_chart = (pl.col("chart") == "none") & (pl.col("message") != words.NO_FIGURE)
    return (
        pl.when(is_without_chart & (pl.col("message") != words.NO_BETTER_WAY))
        .then("why")
        .when(has_none & (pl.col("why_no_target") == held.LONGER))
        .then(pl.format(LONGER, "kind", "kind"))
        .when(has_none & (pl.col("why_no_target") == ""))
        .then(pl.format(NOT_TOLD, "kind"))
        .otherwise(pl.col("why_message").cast(pl.String))
    )
