"""Broken down: the figures below the headlines, made in the one way in which the headlines are made."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

import polars as pl

from goldenthread.assessments.aims import surveys
from goldenthread.assessments.history import HOW_TO_ADD_UP, MONTHS_PER_PART
from goldenthread.methods import aggregation
from goldenthread.observations import ledger

SERIES: Final = ("indicator", "area", "breakdown")
# How long a part is, by its kind: groups may be counted by the quarter where all are counted by the month.
MONTHS: Final = {"month": 1, "quarter": 3, "third": 4, "term": 4, "half": 6, "year": 12}


def figures(
    verdicts: pl.DataFrame, *, area: str, within: Collection[str], known_at: datetime, until: date
) -> pl.DataFrame:
    """One row for each group, and each area within, of which the ledger holds figures (with those of FIGURE).

    `verdicts` are the headlines: a group is asked for the period that its headline rates, and only where the
    headline has a figure, for a part says little beside a whole that is not known. `cut` names what it is
    broken down by ("age;sex"), "" for areas. A cut of which no part has come in is left out; of one that has,
    a part that is missing stands with its reason.
    """
    whole = verdicts.filter(pl.col("value").is_not_null())
    known = ledger.broken_down(
        known_at=known_at, indicators=whole["indicator"].to_list(), area=area, within=within, until=until
    )
    labels = whole.select("indicator", "denominator_label")
    asked = _asked(whole, known).join(labels, on="indicator", how="left", maintain_order="left")
    figures = aggregation.figures(known, asked)
    found = surveys.answered(figures, pl.col("denominator_label")).drop("denominator_label")
    cut = found.with_columns(cut=pl.col("breakdown").str.replace_all("=[^;]*", ""))
    has_come = (pl.col("status") != "missing") | (pl.col("reason") != "awaited")
    come = cut.filter(has_come).select("indicator", "cut", is_area=pl.col("area") != area).unique()
    return (
        cut.with_columns(is_area=pl.col("area") != area)
        .join(come, on=["indicator", "cut", "is_area"], how="semi", maintain_order="left")
        .drop("is_area")
    )


def _asked(whole: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """What is asked of the aggregation: each series, in the parts in which it is counted."""
    months = pl.col("kind").replace_strict(MONTHS, default=None, return_dtype=pl.Int64)
    series = known.group_by(SERIES, maintain_order=True).agg(counted_by=months.min())
    usual = pl.col("frequency").replace_strict(MONTHS_PER_PART, return_dtype=pl.Int64)
    about = whole.select(
        "indicator", "period", "frequency", *(name for name in HOW_TO_ADD_UP if name != "months_per_part")
    )
    return series.join(about, on="indicator", how="left", maintain_order="left").select(
        *SERIES,
        "period",
        *(name for name in HOW_TO_ADD_UP if name != "months_per_part"),
        months_per_part=pl.coalesce("counted_by", usual),
    )
