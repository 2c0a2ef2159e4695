"""Reading: what process control and run charts say of every indicator, as known at a moment."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from goldenthread.assessments import material
from goldenthread.assessments.material import HEADLINE, Material
from goldenthread.assessments.variation import held, starts
from goldenthread.methods import discrete
from goldenthread.methods.discrete import Discrete
from goldenthread.methods.spc import suited
from goldenthread.methods.variation import Variation, variation

KEYS = ("indicator",)


@dataclass(frozen=True)
class Reading:
    """What the charts of a council's indicators say, for its staff: nothing here has passed the gate.

    `indicators`: a row for each indicator in force, by code: `frequency` of the points, `kind` of period
    (month, quarter, third, term, year, snapshot), `beneath` in words what is charted where that is not the
    figure on the scorecard, the columns of `methods.variation.tables.SERIES` without `target`, of each date
    the period too (`first_period`, `last_period`, `latest_period`, `rebase_period`), and the `target`
    against which limits are held, or `why_no_target` (as `held.beside` says it).

    `points`: `indicator`, `period` and the columns of `methods.variation.tables.POINTS`, by date.

    `starts`: days from which limits start anew, as `starts.known` gives them.
    """

    indicators: pl.DataFrame
    points: pl.DataFrame
    starts: pl.DataFrame


def read(
    *,
    report_period: str,
    position_date: date,
    known_at: datetime,
    area: str,
    only: Collection[str] | None = None,
) -> Reading:
    """The reading of every indicator in force, for a report period, as known at a moment (see `of`)."""
    gathered = material.gather(
        report_period=report_period, position_date=position_date, known_at=known_at, area=area, only=only
    )
    return of(gathered, starts.decided(gathered.definitions, on=position_date, known_at=known_at))


def of(gathered: Material, decided: pl.DataFrame) -> Reading:
    """The reading of gathered material; `decided` are the days from which limits start anew.

    Charted are the headlines, by the single periods in which they are counted: a year to date or a rolling
    year would be alike from point to point whatever happens. What has no single figures beneath has no
    chart, and `why` says so. Targets are those of the report's period, where they are targets of the single
    figures too.
    """
    about = gathered.definitions.with_columns(is_count=pl.col("denominator_label").fill_null("") == "")
    is_headline = (pl.col("area") == gathered.area) & (pl.col("breakdown") == HEADLINE)
    single = discrete.beneath(gathered.observations.filter(is_headline), about)
    figures = single.figures.select("indicator", "period", "date", "value")
    begun = starts.known(decided, figures)
    asked = _asked(gathered, single, begun)
    found = variation(figures, asked, keys=KEYS)
    return Reading(_indicators(asked, found, figures), _points(found, figures), begun)


def _asked(gathered: Material, single: Discrete, begun: pl.DataFrame) -> pl.DataFrame:
    """Each indicator with what is to be known of it (`methods.variation.HOW`) and beside it."""
    about = gathered.definitions.select("indicator", "polarity", "aggregation", "basis", "frequency")
    series = single.series.select("indicator", "kind", "made", "why", counted="frequency")
    found = about.join(series, on="indicator", how="left", maintain_order="left").with_columns(
        pl.col("kind", "made").fill_null(""),
        why=pl.col("why").fill_null(discrete.NO_FIGURES),
        frequency=pl.coalesce("counted", "frequency"),
    )
    with_targets = found.join(held.beside(gathered, found), on="indicator", how="left", maintain_order="left")
    by_indicator = starts.dates(begun)
    return (
        with_targets.join(by_indicator, on="indicator", how="left", maintain_order="left")
        .with_columns(beneath=_beneath())
        .sort("indicator")
    )


def _beneath() -> pl.Expr:
    """What is charted in words, where the figure on the scorecard overlaps the one before it."""
    overlaps = pl.any_horizontal(pl.col(name).is_in(suited.OVERLAPPING) for name in ("aggregation", "basis"))
    of_kind = pl.format("the single {}s beneath", "kind")
    is_made = pl.col("made") == discrete.DIFFERENCES
    how = pl.when(is_made).then(pl.lit(", each figure to date less the one before")).otherwise(pl.lit(""))
    return pl.when(overlaps & (pl.col("made") != "")).then(of_kind + how).otherwise(pl.lit(""))


def _indicators(asked: pl.DataFrame, found: Variation, figures: pl.DataFrame) -> pl.DataFrame:
    """The table `indicators` of a reading."""
    said = found.series.drop("target")
    rows = asked.select("indicator", "frequency", "kind", "beneath").join(
        said, on="indicator", how="left", maintain_order="left"
    )
    rows = rows.join(
        asked.select("indicator", "target", "why_no_target"),
        on="indicator",
        how="left",
        maintain_order="left",
    )
    for name in ("first", "last", "latest", "rebase"):
        named = figures.select("indicator", **{f"{name}_date": "date", f"{name}_period": "period"})
        rows = rows.join(named, on=["indicator", f"{name}_date"], how="left", maintain_order="left")
    return rows


def _points(found: Variation, figures: pl.DataFrame) -> pl.DataFrame:
    """The table `points` of a reading."""
    named = figures.select("indicator", "date", "period")
    rows = found.points.join(named, on=["indicator", "date"], how="left", maintain_order="left")
    return rows.select("indicator", "period", pl.exclude("indicator", "period"))
