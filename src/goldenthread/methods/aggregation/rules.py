"""Aggregation rules: what a sum, a ratio of sums and an average make of their parts."""

import polars as pl

EXACT = pl.Decimal(38, 12)
"""Sums are carried exactly to twelve decimals beside the computed ones."""

RULES = {
    "sum": "sum",
    "rolling_sum": "sum",
    "ratio_of_sums": "ratio",
    "rolling_ratio": "ratio",
    "average_n": "mean",
}

SURVEY = pl.Schema({"respondents": pl.Float64(), "given_lower": pl.Float64(), "given_upper": pl.Float64()})
"""What is said beside the figure of a survey; it is of that very figure, and no parts make it up."""

FIGURE = pl.Schema(
    {
        "value": pl.Float64(),
        "numerator": pl.Float64(),
        "denominator": pl.Float64(),
        "value_exact": pl.String(),
        "numerator_exact": pl.String(),
        "denominator_exact": pl.String(),
        **SURVEY,
        "status": pl.String(),
        "reason": pl.String(),
        "obstacle": pl.String(),
        "parts_present": pl.Int64(),
        "parts_expected": pl.Int64(),
        "coverage": pl.String(),
        "is_short": pl.Boolean(),
        "sources": pl.List(pl.String),
    }
)

NO_COUNTS = "the parts carry no counts, and percentages and means are never averaged"
NOTHING_COUNTED = "the denominator is zero: there was nothing to measure"


def computed() -> pl.Expr:
    """A single figure: as recorded, or from its numerator and denominator where no value is recorded.

    A recorded value that is nothing but the ratio, rounded, gives way to the unrounded ratio.
    """
    numerator, denominator, value = pl.col("numerator"), pl.col("denominator"), pl.col("value")
    ratio = pl.when(denominator != 0).then(pl.col("multiplier") * numerator / denominator)
    count = pl.when(denominator.is_null()).then(pl.col("multiplier") * numerator)
    return pl.when(is_rounded_ratio()).then(ratio).otherwise(pl.coalesce(value, ratio, count))


def is_rounded_ratio() -> pl.Expr:
    """Whether the recorded value is its own numerator / denominator, rounded to the decimals recorded."""
    decimals = pl.col("value_exact").str.extract(r"\.(\d+)$").str.len_chars().fill_null(0)
    ratio = pl.col("multiplier") * pl.col("numerator") / pl.col("denominator")
    half_a_step = 0.5 * pl.lit(10.0).pow(-decimals.cast(pl.Float64))
    near = (ratio - pl.col("value")).abs() <= half_a_step * (1 + 1e-9)
    return (near & (pl.col("denominator") != 0)).fill_null(value=False)


def single(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """Figures (columns of `FIGURE`) of one observation each: whole, and as exact as recorded."""
    there = ((pl.col("status") != "missing") & computed().is_finite()).fill_null(value=False)
    empty = (~there & (pl.col("denominator") == 0) & pl.col("value").is_null()).fill_null(value=False)
    why = pl.when(empty).then(pl.lit("not_applicable")).when(pl.col("reason") == "").then(pl.lit("awaited"))
    named = there & (pl.col("source") != "").fill_null(value=False)
    return rows.select(
        by,
        value=pl.when(there).then(computed()),
        numerator=pl.when(there).then("numerator"),
        denominator=pl.when(there).then("denominator"),
        value_exact=pl.when(there & ~is_rounded_ratio()).then(_computed_exactly()),
        numerator_exact=pl.when(there).then("numerator_exact"),
        denominator_exact=pl.when(there).then("denominator_exact"),
        **{name: pl.when(there).then(name) for name in SURVEY},
        status=pl.when(there).then("status").otherwise(pl.lit("missing")),
        reason=pl.when(there).then(pl.lit("")).otherwise(why.otherwise("reason")),
        obstacle=pl.when(empty).then(pl.lit(NOTHING_COUNTED)).otherwise(pl.lit("")),
        parts_present=there.cast(pl.Int64),
        parts_expected=pl.lit(1, pl.Int64),
        coverage=pl.lit(""),
        is_short=pl.lit(value=False),
        sources=pl.when(named).then(pl.concat_list("source")).otherwise(pl.lit([], pl.List(pl.String))),
    )


def combine(parts: pl.DataFrame, by: str) -> pl.DataFrame:
    """One figure (columns of `FIGURE`) for each group of parts.

    `parts` has a row for each part that is expected, found or not: `by`, `rule` (sum, ratio or mean),
    `multiplier`, `expected`, `unit`, `obstacle`, and the observation's numerator, denominator, value (with
    their exact texts), status, reason and source, null where there is none. A part to which the measure does
    not apply is not expected.
    """
    there = computed().is_finite().fill_null(value=False) | (pl.col("denominator") == 0)
    usable = ((pl.col("status") != "missing") & there).fill_null(value=False)
    counted = usable & pl.col("numerator").is_not_null() & pl.col("denominator").is_not_null()
    read = parts.with_columns(usable=usable, counted=counted, part=computed(), part_exact=_computed_exactly())
    verdicts = _totals(read, by).with_columns(
        expected=pl.col("expected") - pl.col("absent"),
        all_counted=(pl.col("counted") == pl.col("present")) & (pl.col("present") > 0),
        is_sum=pl.col("rule") == "sum",
    )
    return _figures(verdicts.with_columns(blocked_by=_blocked_by())).select(by, *FIGURE.names())


def _computed_exactly() -> pl.Expr:
    is_count = pl.col("denominator").is_null() & (pl.col("multiplier") == 1)
    return pl.coalesce("value_exact", pl.when(is_count).then("numerator_exact"))


def _totals(parts: pl.DataFrame, by: str) -> pl.DataFrame:
    used = pl.col("usable")
    exact = {
        f"{name}_exact": pl.when(used).then(pl.col(source).cast(EXACT)).sum()
        for name, source in (("value", "part_exact"), ("numerator", "numerator_exact"))
    }
    return parts.group_by(by).agg(
        pl.col("rule", "multiplier", "expected", "unit", "obstacle").first(),
        absent=(~used & (pl.col("reason") == "not_applicable")).sum().cast(pl.Int64),
        present=used.sum().cast(pl.Int64),
        counted=pl.col("counted").sum().cast(pl.Int64),
        with_numerator=(used & pl.col("numerator").is_not_null()).sum().cast(pl.Int64),
        with_exact=(used & pl.col("part_exact").is_not_null()).sum().cast(pl.Int64),
        value=pl.when(used).then("part").sum(),
        numerator=pl.when(used).then("numerator").sum(),
        denominator=pl.when(used).then("denominator").sum(),
        denominator_exact=pl.when(used).then(pl.col("denominator_exact").cast(EXACT)).sum(),
        least_denominator=pl.when(used).then(pl.col("denominator_exact").cast(EXACT)).min(),
        most_denominator=pl.when(used).then(pl.col("denominator_exact").cast(EXACT)).max(),
        **exact,
        provisional=(used & (pl.col("status") == "provisional")).any(),
        estimated=(used & (pl.col("status") == "estimated")).any(),
        revised=(used & (pl.col("status") == "revised")).any(),
        reasons=pl.col("reason").filter(pl.col("reason") != "").unique(),
        sources=pl.col("source").filter(used & (pl.col("source") != "")).unique(),
    )


def _blocked_by() -> pl.Expr:
    """Why there is no figure, as a reason from the closed list; "" where there is one."""
    one_reason = pl.col("reasons").list.len() == 1
    no_counts = (pl.col("rule") == "ratio") & ~pl.col("all_counted") & (pl.col("expected") > 1)
    empty = pl.col("all_counted") & (pl.col("denominator") == 0)
    return (
        pl.when(pl.col("obstacle") != "").then(pl.lit("not_due"))
        .when(pl.col("reasons").list.contains("hidden")).then(pl.lit("hidden"))
        .when((pl.col("present") == 0) & one_reason).then(pl.col("reasons").list.first())
        .when(pl.col("present") == 0).then(pl.lit("awaited"))
        .when(no_counts).then(pl.lit("quality_failed"))
        .when(empty).then(pl.lit("not_applicable"))
        .otherwise(pl.lit(""))
    )  # fmt: skip


def _figures(verdicts: pl.DataFrame) -> pl.DataFrame:
    found = pl.col("blocked_by") == ""
    short = found & (pl.col("present") < pl.col("expected"))
    with_numerator = found & (pl.col("with_numerator") == pl.col("present"))
    is_plain_sum = (
        found & pl.col("is_sum") & ~pl.col("all_counted") & (pl.col("with_exact") == pl.col("present"))
    )
    return verdicts.with_columns(
        value=pl.when(found).then(_value()),
        numerator=pl.when(with_numerator).then("numerator"),
        denominator=pl.when(found & pl.col("all_counted")).then(_denominator()),
        value_exact=pl.when(is_plain_sum).then(_text(pl.col("value_exact"))),
        numerator_exact=pl.when(with_numerator).then(_text(pl.col("numerator_exact"))),
        denominator_exact=pl.when(found & pl.col("all_counted")).then(_denominator_exactly()),
        **{name: pl.lit(None, kind) for name, kind in SURVEY.items()},
        status=_status(found, short),
        reason="blocked_by",
        obstacle=_obstacle(),
        parts_present="present",
        parts_expected="expected",
        coverage=pl.when(short).then(pl.format("{} of {} {}", "present", "expected", "unit"))
        .otherwise(pl.lit("")),
        is_short=short & pl.col("is_sum"),
        sources=pl.col("sources").list.sort(),
    )  # fmt: skip


def _value() -> pl.Expr:
    ratio = pl.col("multiplier") * pl.col("numerator") / pl.col("denominator")
    counted, is_sum = pl.col("all_counted"), pl.col("is_sum")
    return (
        pl.when(counted & is_sum).then(ratio * pl.col("present"))
        .when(counted).then(ratio)
        .when(pl.col("rule") == "mean").then(pl.col("value") / pl.col("present"))
        .otherwise("value")
    )  # fmt: skip


def _denominator() -> pl.Expr:
    """What a sum is held against (people, households, staff) does not add up over time: it is averaged."""
    return pl.when("is_sum").then(pl.col("denominator") / pl.col("present")).otherwise("denominator")


def _denominator_exactly() -> pl.Expr:
    unchanged = pl.col("least_denominator") == pl.col("most_denominator")
    standing = pl.when(unchanged).then(_text(pl.col("least_denominator")))
    return pl.when("is_sum").then(standing).otherwise(_text(pl.col("denominator_exact")))


def _status(found: pl.Expr, short: pl.Expr) -> pl.Expr:
    return (
        pl.when(~found).then(pl.lit("missing"))
        .when(short | pl.col("provisional")).then(pl.lit("provisional"))
        .when("estimated").then(pl.lit("estimated"))
        .when("revised").then(pl.lit("revised"))
        .otherwise(pl.lit("actual"))
    )  # fmt: skip


def _obstacle() -> pl.Expr:
    return (
        pl.when(pl.col("blocked_by") == "quality_failed").then(pl.lit(NO_COUNTS))
        .when((pl.col("blocked_by") == "not_applicable") & pl.col("all_counted"))
        .then(pl.lit(NOTHING_COUNTED))
        .otherwise("obstacle")
    )  # fmt: skip


def _text(exact: pl.Expr) -> pl.Expr:
    digits = exact.cast(pl.String)
    return pl.when(digits.str.contains(".", literal=True)).then(
        digits.str.strip_chars_end("0").str.strip_chars_end(".")
    ).otherwise(digits)  # fmt: skip
