"""Gaps: a row for each period that should have a figure, between the first and the last that have one."""

import polars as pl

from goldenthread.methods import periods

KEYS = ("indicator", "area", "breakdown")


def filled(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows (keys, `period`, `value`) with their `date`, and a row without value where one is missing.

    Of one kind of period in each series. Missing ones at the beginning and at the end are left out. Counts
    on a day are as far apart as the two of a series that are nearest; of two in one month the later stands.
    Also how many months that is, of each series.
    """
    spans = periods.frame(rows["period"]).select("period", "kind", "start", "ordinal")
    placed = (
        rows.join(spans, on="period")
        .sort(*KEYS, "ordinal", "start", maintain_order=True)
        .unique([*KEYS, "ordinal"], keep="last", maintain_order=True)
        .filter(_from_first_to_last())
        .with_columns(gap=pl.col("ordinal").diff().over(KEYS), before=pl.col("period").shift().over(KEYS))
    )
    is_count = (pl.col("kind") == "snapshot").first()
    every = placed.group_by(KEYS, maintain_order=True).agg(
        every=pl.when(is_count).then(pl.col("gap").min()).otherwise(1).fill_null(1),
        months=pl.when(is_count).then(pl.col("gap").min()),
    )
    missing = _missing(placed.join(every, on=KEYS, how="left", maintain_order="left"))
    columns = [*KEYS, "period", pl.col("start").alias("date"), "value"]
    whole = pl.concat([placed.select(columns), missing.select(columns)]).sort(*KEYS, "date")
    return whole, every.select(*KEYS, "months")


def _from_first_to_last() -> pl.Expr:
    """Whether a row lies between the first and the last value of its series, which both count."""
    there = pl.col("value").is_not_null().cast(pl.Int32)
    so_far = there.cum_sum().over(KEYS)
    return (so_far > 0) & (so_far - there < there.sum().over(KEYS))


def _missing(placed: pl.DataFrame) -> pl.DataFrame:
    """The periods that lie between a row and the one before it."""
    lost = (
        placed.with_columns(count=(pl.col("gap") // pl.col("every") - 1).fill_null(0))
        .filter(pl.col("count") > 0)
        .with_columns(step=pl.int_ranges(1, pl.col("count") + 1))
        .explode("step")
        .with_columns(step=pl.col("step") * pl.col("every"))
    )
    steps = lost.select("before", "step").unique(maintain_order=True)
    found = [periods.shifted(periods.parse(code), step) for code, step in steps.iter_rows()]
    names = pl.DataFrame(
        [(each.code, each.start) for each in found],
        schema={"period": pl.String, "start": pl.Date},
        orient="row",
    )
    return (
        lost.drop("period", "start")
        .join(pl.concat([steps, names], how="horizontal"), on=["before", "step"], how="left")
        .with_columns(value=pl.lit(None, pl.Float64))
    )
