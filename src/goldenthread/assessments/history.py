"""History: the figures of every period one report needs, with their targets and trends."""

from __future__ import annotations

import polars as pl

from goldenthread.assessments import wanted
from goldenthread.assessments.aims import peers, surveys
from goldenthread.assessments.material import HEADLINE, Material
from goldenthread.methods import aggregation, targets, trend

MONTHS_BETWEEN_REPORTS = {"month": 1, "quarter": 3, "third": 4, "term": 4, "half": 6, "year": 12}
OF_DEFINITION = (
    "frequency",
    "polarity",
    "deadband",
    "deadband_kind",
    "breaks",
    "basis",
    "decimals",
    "scheme",
)
MADE_OF_PARTS = (
    "value", "numerator", "denominator", "value_exact", "numerator_exact", "denominator_exact",
    *surveys.FIGURE,
)  # fmt: skip
HOW_TO_ADD_UP = ("aggregation", "multiplier", "average_months", "months_per_part")
MONTHS_PER_PART = {"monthly": 1, "quarterly": 3, "thirds": 4, "termly": 4, "annual": 12}


def figures(gathered: Material) -> pl.DataFrame:
    """One row per indicator and step back (0 = this report): period, figure, target, trend, benchmark."""
    steps = wanted.periods_of(gathered.definitions, gathered.report)
    found = _in_whole_windows(gathered, steps, added_up(gathered, steps, gathered.area))
    distinct = _with_trend(gathered, _with_targets(gathered, found))
    beside = steps.join(distinct, on=["indicator", "period"], how="left", maintain_order="left").join(
        _benchmarks(gathered, steps), on=["indicator", "period"], how="left", maintain_order="left"
    )
    return peers.as_targets(beside, gathered.schemes).sort("indicator", "step")


def added_up(gathered: Material, steps: pl.DataFrame, area: str | pl.Expr) -> pl.DataFrame:
    """The figure of each indicator and period of `steps`, as recorded or made of its parts."""
    asked = (
        steps.select("indicator", "period")
        .unique(maintain_order=True)
        .join(gathered.definitions, on="indicator", how="left", maintain_order="left")
        .with_columns(
            area=area if isinstance(area, pl.Expr) else pl.lit(area),
            breakdown=pl.lit(HEADLINE),
            months_per_part=pl.col("frequency").replace_strict(MONTHS_PER_PART, return_dtype=pl.Int64),
        )
        .select("indicator", "area", "breakdown", "period", *HOW_TO_ADD_UP, "denominator_label")
    )
    found = aggregation.figures(gathered.observations, asked)
    return surveys.answered(found, pl.col("denominator_label")).drop("denominator_label")


def _in_whole_windows(gathered: Material, steps: pl.DataFrame, every: pl.DataFrame) -> pl.DataFrame:
    """Earlier rolling figures are whole or missing: the first months on record are no twelve months.

    The figure of the report itself says how many months it has; one beside it cannot.
    """
    rolling = gathered.definitions.filter(pl.col("basis").str.starts_with("rolling"))["indicator"]
    now = steps.filter(pl.col("step") == 0).select("indicator", "period", is_now=pl.lit(value=True))
    found = every.join(now, on=["indicator", "period"], how="left", maintain_order="left")
    in_part = (pl.col("coverage") != "") & pl.col("is_now").is_null()
    gone = pl.col("indicator").is_in(rolling.implode()) & in_part
    return found.with_columns(
        *(pl.when(~gone).then(name).alias(name) for name in MADE_OF_PARTS),
        status=pl.when(gone).then(pl.lit("missing")).otherwise("status"),
        reason=pl.when(gone).then(pl.lit("not_available")).otherwise("reason"),
        coverage=pl.when(gone).then(pl.lit("")).otherwise("coverage"),
    ).drop("is_now")


def _with_targets(gathered: Material, every: pl.DataFrame) -> pl.DataFrame:
    """The target in force for each figure; a quarter's count is no target for the count of one month."""
    attached = targets.attach(every, gathered.targets)
    if gathered.report.kind != "month":
        return attached
    quarterly = gathered.definitions.filter(pl.col("basis") == "quarter")["indicator"]
    is_count = pl.col("indicator").is_in(quarterly.implode()) & (pl.col("aggregation") == "sum")
    unlike = is_count & (pl.col("target_period").fill_null("") == "") & (pl.col("target_reason") == "")
    return attached.with_columns(
        *(pl.when(~unlike).then(name).alias(name) for name in targets.FIGURES),
        pl.when(unlike)
        .then(pl.lit("no_target_this_period"))
        .otherwise("target_reason")
        .alias("target_reason"),
    )


def _with_trend(gathered: Material, found: pl.DataFrame) -> pl.DataFrame:
    about = gathered.definitions.select("indicator", *OF_DEFINITION)
    known = found.drop(*OF_DEFINITION, strict=False)
    every = MONTHS_BETWEEN_REPORTS[gathered.report.kind]
    compared = trend.against(
        known.join(about, on="indicator", how="left", maintain_order="left"), every=every
    )
    # The trend's own earlier figures go by the calendar; what a report prints beside is that report's figure.
    return compared.rename({"previous_change": "change_previous", "like_change": "change_like"}).drop(
        "previous_value", "like_value"
    )


def _benchmarks(gathered: Material, steps: pl.DataFrame) -> pl.DataFrame:
    """The comparator's figure for the same period, where the definition names a comparator."""
    compared = gathered.definitions.filter(pl.col("comparator").fill_null("") != "")
    theirs = added_up(
        gathered,
        steps.filter(pl.col("indicator").is_in(compared["indicator"].implode())),
        pl.col("comparator"),
    )
    return theirs.select("indicator", "period", benchmark="value")
