"""Starts: days from which control limits start anew, decided by people or by a new way of measuring."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from goldenthread.assessments import queries

DECIDED = pl.Schema(
    {
        "indicator": pl.String,
        "decided": pl.Date,
        "what": pl.String,
        "reason": pl.String,
        "approver": pl.String,
    }
)
REBASE, BREAK = "rebase", "break"


def decided(definitions: pl.DataFrame, *, on: date, known_at: datetime) -> pl.DataFrame:
    """Days from which limits start anew, by indicator and day (columns of DECIDED).

    Rebases in force on a day, as known at a moment, of indicators that are defined; and breaks in the
    definitions, for figures across them do not compare. Why and by whom stands beside each.
    """
    made = [
        (rebase.indicator, rebase.date, REBASE, rebase.reason, rebase.approver)
        for rebase in queries.rebases(on=on, known_at=known_at)
    ]
    broken = definitions.select(
        "indicator",
        decided="breaks",
        what=pl.lit(BREAK),
        reason="break_reasons",
        approver="version_approver",
    ).explode("decided", "reason")
    rebases = pl.DataFrame(made, schema=DECIDED, orient="row")
    defined = rebases.join(definitions, on="indicator", how="semi", maintain_order="left")
    return pl.concat([defined, broken.drop_nulls("decided")]).sort("indicator", "decided", "what")


def known(decided: pl.DataFrame, figures: pl.DataFrame) -> pl.DataFrame:
    """The days with the `date` and `period` of the first figure of the new limits; null: none as yet.

    That is the first figure of the indicator that begins on the day or after it. `figures` has `indicator`,
    `period`, `date`.
    """
    at = figures.select("indicator", "date", "period").sort("date")
    found = decided.sort("decided").join_asof(
        at, left_on="decided", right_on="date", by="indicator", strategy="forward", coalesce=False,
        check_sortedness=False,
    )  # fmt: skip
    return found.select(*DECIDED, "date", "period").sort("indicator", "decided", "what")


def dates(begun: pl.DataFrame) -> pl.DataFrame:
    """The dates at which limits of each indicator start anew, as a list in `rebases`."""
    return (
        begun.drop_nulls("date")
        .group_by("indicator", maintain_order=True)
        .agg(rebases=pl.col("date").unique(maintain_order=True))
    )
