"""Verdicts: this report's figures rated, beside what the reports before them showed."""

from __future__ import annotations

import polars as pl

from goldenthread.assessments import wanted
from goldenthread.assessments.aims import intervals, surveys, year_end
from goldenthread.assessments.material import Material
from goldenthread.methods import periods, rating, reasons, targets
from goldenthread.methods.periods import Period

EARLIER = ("period", "numerator", "denominator", "target", "rating", "reason")
LIKE = ("period", "value", "numerator", "denominator", "target")
COMPARED = ("change", "trend", "arrow")
OLD = ("target", "amber", "lower", "upper", "target_version", "rating")
FIGURE = (
    "value", "numerator", "denominator", "value_exact", "numerator_exact", "denominator_exact",
    *surveys.FIGURE,
)  # fmt: skip
TARGET_COLUMNS = (*targets.FIGURES, *targets.WORDS, *targets.SOURCE.values(), "target_reason")


def rated(gathered: Material, figures: pl.DataFrame) -> pl.DataFrame:
    """Definitions with the verdicts on this report's figures and the earlier ones beside them."""
    every = _rate(gathered, _with_like(gathered, _why_not(gathered, figures)))
    now = every.filter(pl.col("step") == 0)
    beside = gathered.definitions.select(
        "indicator", *(name for name in gathered.definitions.columns if name not in every.columns)
    )
    return (
        beside.join(now.drop("step"), on="indicator", how="left", maintain_order="left")
        .join(_earlier(every, "previous", 1), on="indicator", how="left", maintain_order="left")
        .join(_under_old_target(gathered, now), on="indicator", how="left", maintain_order="left")
        .join(_points(every), on="indicator", how="left", maintain_order="left")
        .drop("target_year_end")
        .join(year_end.beside(gathered), on="indicator", how="left", maintain_order="left")
        .with_columns(in_arrears=pl.col("arrears_months") > 0)
        .with_columns(_nothing_beside_what_is_not_due(gathered))
        .with_columns(_nothing_beside_itself())
    )


def _nothing_beside_what_is_not_due(gathered: Material) -> list[pl.Expr]:
    """Earlier figures of a measure that is not due would stand alone: they are no comparison.

    Nor did the report before show a figure, where none was due then.
    """
    is_due = pl.col("reason") != "not_due"
    was_due = is_due & ~_not_due(periods.previous(gathered.report))
    beside = {"previous": [*EARLIER, "value"], "like": list(LIKE)}
    return [
        pl.when(was_due if when == "previous" else is_due).then(name).alias(name)
        for when, names in beside.items()
        for name in [f"{when}_{name}" for name in names] + [f"{what}_{when}" for what in COMPARED]
    ]


def _nothing_beside_itself() -> list[pl.Expr]:
    """A figure that the report before showed too, for none is newer, has not moved since then."""
    is_same = (pl.col("previous_period") == pl.col("period")).fill_null(value=False)
    gone = [pl.when(~is_same).then(f"{what}_previous").alias(f"{what}_previous") for what in COMPARED]
    compared = is_same & (pl.col("why_previous").cast(pl.String) == "")
    return [*gone, pl.when(compared).then(pl.lit("no_newer")).otherwise("why_previous").alias("why_previous")]


def _why_not(gathered: Material, figures: pl.DataFrame) -> pl.DataFrame:
    """A figure that is not there says why, awaited if nothing else; one not due this quarter is not shown.

    A total of which a part is still to come is awaited too: two months of fly-tips would look like few.
    """
    given = reasons.code_of(pl.col("reason"))
    known = pl.when(given.is_in(list(reasons.REASONS))).then(given)
    not_due = _not_due(gathered.report) & (pl.col("step") == 0)
    gone = not_due | pl.col("is_short")
    missing = pl.col("value").is_null() | pl.col("is_short")
    calendar = gathered.definitions.select("indicator", "due")
    return (
        figures.join(calendar, on="indicator", how="left", maintain_order="left")
        .with_columns(
            pl.when(not_due)
            .then(pl.lit("not_due"))
            .when(missing)
            .then(pl.coalesce(known, pl.lit("awaited")))
            .otherwise(known.fill_null(""))
            .alias("reason"),
            *(pl.when(~gone).then(name).alias(name) for name in FIGURE),
        )
        .drop("due")
    )


def _not_due(report: Period) -> pl.Expr:
    """Whether no figure falls due in a report's quarter; other reports ask for whatever there is."""
    if report.kind != "quarter":
        return pl.lit(value=False)
    quarter = report.code[-2:]
    return (pl.col("due").list.len() > 0) & ~pl.col("due").list.contains(quarter)


def _with_like(gathered: Material, figures: pl.DataFrame) -> pl.DataFrame:
    """The figure of the report a year before, for schemes that look at it and for the scorecard."""
    year = wanted.steps_in_a_year(gathered.report)
    like = figures.select(
        "indicator",
        pl.col("step") - year,
        *(
            pl.col(name).alias(f"like_{name}")
            for name in ("period", "value", "numerator", "denominator", "target")
        ),
    )
    before = figures.select("indicator", pl.col("step") - 1, previous_value="value")
    return figures.join(like, on=["indicator", "step"], how="left", maintain_order="left").join(
        before, on=["indicator", "step"], how="left", maintain_order="left"
    )


def _rate(gathered: Material, figures: pl.DataFrame) -> pl.DataFrame:
    held = intervals.beside(figures, gathered.definitions, gathered.schemes)
    return surveys.with_care(rating.rate(held, gathered.schemes), gathered.definitions)


def _earlier(every: pl.DataFrame, when: str, step: int) -> pl.DataFrame:
    found = every.filter(pl.col("step") == step)
    return found.select("indicator", *(pl.col(name).alias(f"{when}_{name}") for name in EARLIER))


def _under_old_target(gathered: Material, now: pl.DataFrame) -> pl.DataFrame:
    """The verdict under the target before this one; empty where the target was never changed."""
    bare = now.drop(*rating.COLUMNS, *TARGET_COLUMNS, strict=False)
    judged = rating.rate(targets.attach(bare, gathered.previous_targets), gathered.schemes)
    changed = judged.filter(
        pl.col("indicator").is_in(gathered.previous_targets["indicator"].unique().implode())
    )
    return changed.select("indicator", *(pl.col(name).alias(f"old_{name}") for name in OLD))


def _points(every: pl.DataFrame) -> pl.DataFrame:
    """The latest figures as a list, oldest first, each period once."""
    point = pl.struct("period", "value", "numerator", "denominator", "target")
    shown = every.filter(pl.col("step") < wanted.POINTS_OF_HISTORY).sort(
        "indicator", "step", descending=[False, True]
    )
    once = shown.unique(["indicator", "period"], keep="first", maintain_order=True)
    return once.group_by("indicator", maintain_order=True).agg(points=point)
