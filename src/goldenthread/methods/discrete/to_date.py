"""To date: single figures from years to date, each less the one before it."""

import datetime
from typing import Final

import polars as pl

from goldenthread.methods import periods
from goldenthread.methods.aggregation.rules import EXACT

KEYS: Final = ("indicator", "area", "breakdown")
PARTS: Final = {"monthly": "month", "quarterly": "quarter", "thirds": "third", "termly": "term",
                "annual": "year"}  # fmt: skip
"""The part of a year that each further figure adds, by how often one is due."""

FALLS: Final = 10
"""Running totals do not fall; corrections may make them, but not at more than one step in so many."""
FALLING: Final = "figures to date that keep falling are no running totals: nothing single lies beneath"
NO_COUNTS: Final = "figures to date without counts beneath: single periods cannot be worked out"

PLACED: Final = pl.Schema(
    {"period": pl.String, "frequency": pl.String, "part": pl.String, "part_start": pl.Date}
)


def differences(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """For each year to date the single month (or quarter, third, term) that it adds; and what is refused.

    `rows`: the keys, `period`, `start`, `end`, `numerator`, `denominator`, `value`, `is_there`, and of the
    indicator `frequency`, `multiplier`, `is_count`. The first of a year is single itself; where the one
    before is missing, so is the single one. A numerator less the one before stands over its denominator:
    over the same one where that is of the whole year (the debit of a year, the residents), over what the
    denominator grew by where that is a running total too (it grows with the year by half as much as its
    parts, or more). Series whose totals keep falling, and those without counts, are refused with why.
    """
    steps = _steps(rows)
    told = steps.group_by(KEYS, maintain_order=True).agg(
        runs_on=(pl.col("grown").sum() >= 0).fill_null(value=False) & pl.col("grown").is_not_null().any(),
        falls=(pl.col("added") < 0).sum() * FALLS > pl.col("added").is_not_null().sum(),
        is_countless=pl.col("counted").is_null().all(),
    )
    refused = told.select(
        *KEYS,
        refused=pl.when("is_countless").then(pl.lit(NO_COUNTS)).when("falls").then(pl.lit(FALLING)),
    ).drop_nulls("refused")
    single = (
        steps.join(told, on=KEYS, how="left", maintain_order="left")
        .join(refused, on=KEYS, how="anti", maintain_order="left")
        .drop_nulls("part")
    )
    below = pl.when("runs_on").then(_less("denominator"))
    over = below.otherwise(pl.col("denominator"))
    ratio = pl.when(over != 0).then(pl.col("multiplier") * pl.col("added") / over)
    value = pl.when("is_count").then("added").otherwise(ratio)
    return single.select(*KEYS, period="part", value=value), refused


def _steps(rows: pl.DataFrame) -> pl.DataFrame:
    """What each figure adds to the one before it in its year.

    `grown` says whether a denominator is a running total: by how much it is above the middle between
    staying as it first was in its year and growing in proportion to the months.
    """
    counted = pl.when("is_there").then(pl.when("is_count").then("value").otherwise("numerator"))
    denominator = pl.when("is_there").then("denominator")
    year = [*KEYS, "start"]
    placed = (
        rows.with_columns(counted=counted, denominator=denominator)
        .join(_placed(rows), on=["period", "frequency"], how="left", maintain_order="left")
        .sort(*KEYS, "start", "end", maintain_order=True)
        .with_columns(months=_months())
    )
    is_first = pl.col("part_start") == pl.col("start")
    follows = pl.col("end").shift().over(year) + datetime.timedelta(days=1) == pl.col("part_start")
    before = {
        f"{name}_before": pl.when(is_first).then(0.0).when(follows).then(pl.col(name).shift().over(year))
        for name in ("counted", "denominator")
    }
    known = pl.col("denominator").is_not_null()
    first, of_months = (pl.col(name).filter(known).first().over(year) for name in ("denominator", "months"))
    halfway = first * (1 + pl.col("months") / of_months) / 2
    return placed.with_columns(**before).with_columns(
        added=_less("counted"),
        grown=pl.when(pl.col("months") > of_months).then(pl.col("denominator") - halfway),
    )


def _less(name: str) -> pl.Expr:
    """A total less the one before it, in decimals: 0.3 less 0.1 is what 0.2 is, to the last digit."""
    now, before = (
        pl.col(each).cast(pl.String).cast(EXACT, strict=False) for each in (name, f"{name}_before")
    )
    return pl.coalesce((now - before).cast(pl.Float64), pl.col(name) - pl.col(f"{name}_before"))


def _months() -> pl.Expr:
    """How many months a year to date has."""
    years = pl.col("end").dt.year().cast(pl.Int64) - pl.col("start").dt.year()
    return 12 * years + pl.col("end").dt.month() - pl.col("start").dt.month() + 1


def _placed(rows: pl.DataFrame) -> pl.DataFrame:
    """The part of a year with which each year to date ends; nothing where it ends within one."""
    found = []
    for code, frequency in rows.select("period", "frequency").unique(maintain_order=True).iter_rows():
        whole = periods.parse(code)
        part = _part(whole, PARTS.get(frequency, "month"))
        found.append((code, frequency, part and part.code, part and part.start))
    return pl.DataFrame(found, schema=PLACED, orient="row")


def _part(whole: periods.Period, kind: str) -> periods.Period | None:
    try:
        part = periods.containing(whole.end, kind, whole.calendar)
    except periods.NotAPeriod:
        return None
    return part if part.end == whole.end else None
