"""Aggregation: the figure of a period, as recorded or made of its parts."""

import polars as pl

from goldenthread.methods import periods, reasons
from goldenthread.methods.aggregation import parts as aggregation_parts
from goldenthread.methods.aggregation.parts import PeriodsDiffer
from goldenthread.methods.aggregation.recorded import DAYS, NEVER_PARTS, latest, recorded
from goldenthread.methods.aggregation.rules import FIGURE, RULES, SURVEY, combine

__all__ = ["FIGURE", "KINDS", "WANTED", "NotAnAggregation", "PeriodsDiffer", "areas", "figures"]

SERIES = ["indicator", "area", "breakdown"]
KINDS = (*RULES, "latest", "cumulative", "annual_only")

WANTED = pl.Schema(
    {
        "indicator": pl.String,
        "area": pl.String,
        "breakdown": pl.String,
        "period": pl.String,
        "aggregation": pl.String,
        "multiplier": pl.Float64,
        "months_per_part": pl.Int64,
    }
)
"""What is asked for; a column `average_months` (list of months of the year) narrows an average to those."""

OBSERVED = [
    "period",
    "kind",
    "start",
    "end",
    "numerator",
    "denominator",
    "value",
    "numerator_exact",
    "denominator_exact",
    "value_exact",
    *SURVEY,
    "status",
    "reason",
    "source",
]


class NotAnAggregation(ValueError):
    """A way to make a whole of parts that the rule book does not know."""


def figures(observations: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """`wanted` in its order with the columns of `FIGURE`: one figure for each series and period asked for.

    A figure recorded for exactly these days counts before one made of parts. Otherwise sums add up, ratios
    are the sum of numerators over the sum of denominators, `latest` takes the latest count, `cumulative` the
    latest figure to date; `annual_only` is never made of parts. What lacks parts is provisional and says so
    in `coverage`; `is_short` marks a total that is too low for that reason. What cannot be made is missing,
    with a reason: a missing figure is never zero, a percentage never an average.
    `observations` are rows of the ledger, one for each series and period; where they say nothing of surveys
    (`respondents`, `given_lower`, `given_upper`), no figure does. What was given with a figure stands beside
    that very figure alone.
    """
    asked = _asked(wanted)
    series = asked.select(SERIES).unique().with_row_index("_series")
    asked = asked.join(series, on=SERIES).drop(SERIES)
    nothing = [pl.lit(None, kind).alias(name) for name, kind in SURVEY.items() if name not in observations]
    known = observations.with_columns(nothing).join(series, on=SERIES).select("_series", *OBSERVED)
    known = known.with_columns(reason=reasons.code_of(pl.col("reason")).fill_null(""))
    arrived = known.filter((pl.col("status") != "missing") | (pl.col("reason") != "awaited"))
    found = recorded(asked, arrived)
    rest = asked.join(found, on="_row", how="anti")
    made = pl.concat([found, _of_parts(rest, known), latest(rest, arrived)])
    return _in_order(wanted, made)


def areas(children: pl.DataFrame, parents: pl.DataFrame) -> pl.DataFrame:
    """The figures of parent areas (wards -> borough), by indicator, area, breakdown and period.

    `children` are figures of one kind of area, with `multiplier` and `is_count` (whether the indicator is a
    plain number without a denominator); `parents` is a frame of area, parent. Counts add up; anything else
    is the sum of numerators over the sum of denominators, never an average.
    """
    expected = parents.group_by("parent").agg(expected=pl.len().cast(pl.Int64))
    below = children.join(parents, on="area").join(expected, on="parent")
    below = below.drop("area").rename({"parent": "area"})
    groups = below.select(*SERIES, "period").unique(maintain_order=True).with_row_index("_row")
    parts = below.join(groups, on=[*SERIES, "period"]).with_columns(
        rule=pl.when("is_count").then(pl.lit("sum")).otherwise(pl.lit("ratio")),
        unit=pl.lit("areas"),
        obstacle=pl.lit(""),
        source=pl.col("sources").list.join("; "),
    )
    return groups.join(combine(parts, "_row"), on="_row", maintain_order="left").drop("_row")


def _asked(wanted: pl.DataFrame) -> pl.DataFrame:
    unknown = set(wanted["aggregation"].unique()) - set(KINDS)
    if unknown:
        raise NotAnAggregation(f"{sorted(unknown, key=str)}: write one of {', '.join(KINDS)}")
    named = pl.col("average_months").cast(pl.List(pl.String)).list.join(",")
    months = named if "average_months" in wanted.columns else pl.lit(None, pl.String)
    spans = periods.frame(wanted["period"]).select("period", "start", "end", wanted_kind="kind")
    return (
        wanted.with_row_index("_row")
        .select("_row", *WANTED.names(), averaged=months.fill_null(""))
        .with_columns(
            pl.col("multiplier").cast(pl.Float64).fill_null(1.0),
            pl.when(pl.col("averaged") == "").then(pl.col("months_per_part").fill_null(1)).otherwise(1),
        )
        .join(spans, on="period")
    )


def _of_parts(rest: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Figures made of parts that are each recorded."""
    rule = pl.col("aggregation").replace_strict(RULES, default="")
    rows = rest.with_columns(rule=rule).filter(pl.col("rule") != "")
    tiles = aggregation_parts.tiles(rows.select(aggregation_parts.WAYS.names()))
    wanted_parts = rows.drop("start", "end").join(tiles, on=aggregation_parts.WAYS.names())
    is_mean = pl.col("rule") == "mean"
    spans = known.filter(~pl.col("kind").is_in([*NEVER_PARTS, "snapshot"]))
    counts = known.filter(pl.col("kind") == "snapshot").with_columns(
        start=pl.col("end").dt.month_start(), end=pl.col("end").dt.month_end()
    )
    pieces = [
        _matched(wanted_parts.filter(~is_mean), spans),
        _matched(wanted_parts.filter(is_mean), pl.concat([spans, counts])),
    ]
    return combine(pl.concat(pieces), "_row")


def _matched(wanted_parts: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    once = known.drop("kind", "period").unique(DAYS, keep="last", maintain_order=True)
    return wanted_parts.join(once, left_on=["_series", "part_start", "part_end"], right_on=DAYS, how="left")


def _in_order(wanted: pl.DataFrame, made: pl.DataFrame) -> pl.DataFrame:
    """Every row asked for, in its order; what was neither recorded nor made is awaited."""
    numbered = wanted.drop(FIGURE.names(), strict=False).with_row_index("_row")
    whole = numbered.join(made, on="_row", how="left", maintain_order="left").drop("_row")
    nothing = pl.lit([], dtype=FIGURE["sources"])
    return whole.with_columns(
        pl.col("status").fill_null("missing"),
        pl.when(pl.col("status").is_null()).then(pl.lit("awaited")).otherwise("reason").alias("reason"),
        pl.col("obstacle", "coverage").fill_null(""),
        pl.col("parts_present").fill_null(0),
        pl.col("parts_expected").fill_null(1),
        pl.col("is_short").fill_null(value=False),
        pl.coalesce("sources", nothing).alias("sources"),
    )
