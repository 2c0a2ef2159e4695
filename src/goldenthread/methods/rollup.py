"""Roll-up: many ratings into counts, shares and words, each with what it is a share of."""

from collections.abc import Sequence

import polars as pl

from goldenthread.methods import reasons
from goldenthread.methods.rounding import half_up

STANDARD = ("green", "amber", "red")


class NotABand(ValueError):
    """A rating that the scale to be counted by does not have."""


class NothingToShare(ValueError):
    """A share of nothing was asked for."""


def tally(
    lines: pl.DataFrame,
    by: Sequence[str] = (),
    *,
    of: str = "rating",
    scale: Sequence[str] = STANDARD,
    flags: Sequence[str] = (),
) -> pl.DataFrame:
    """How many lines stand on each step of a scale: by, one column a step, rated, not_rated, all, flags.

    A line without a rating is counted as not rated, never dropped. Groups come in the order of their first
    line; `flags` are true-or-false columns to be counted among the rated (in arrears, provisional).
    """
    unknown = set(lines[of].drop_nulls().unique()) - set(scale)
    if unknown:
        raise NotABand(f"{', '.join(sorted(unknown))}: the scale has {', '.join(scale)}")
    rated = pl.col(of).is_not_null()
    counted = [
        *((pl.col(of) == step).sum().alias(step) for step in scale),
        rated.sum().alias("rated"),
        (~rated).sum().alias("not_rated"),
        pl.len().alias("all"),
        *((rated & pl.col(flag)).sum().alias(flag) for flag in flags),
    ]
    counts = lines.group_by(by, maintain_order=True).agg(counted) if by else lines.select(counted)
    return counts.with_columns(pl.exclude(by).fill_null(0).cast(pl.Int64))


def not_rated(lines: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Why lines carry no rating: by, reason, label, count, in the order in which they are printed."""
    unrated = lines.filter(pl.col("rating").is_null())
    counts = unrated.group_by([*by, "reason"], maintain_order=True).agg(count=pl.len().cast(pl.Int64))
    known = [reasons.get(code) for code in counts["reason"].unique()]
    listed = pl.DataFrame(
        [(reason.code, reason.label, reason.order) for reason in known],
        schema={"reason": pl.String, "label": pl.String, "_order": pl.Int64},
        orient="row",
    )
    ordered = counts.join(listed, on="reason", maintain_order="left").sort(*by, "_order", maintain_order=True)
    return ordered.select(*by, "reason", "label", "count")


def share(part: int, whole: int, decimals: int = 1) -> float:
    """A count as a percentage of what it is part of: 28 of 42 is 66.7. Raises `NothingToShare`."""
    if whole == 0:
        raise NothingToShare("0 lines have no percentages: print the counts alone")
    return half_up(100 * part / whole, decimals)


def shares(
    counts: pl.DataFrame, steps: Sequence[str] = STANDARD, *, whole: str = "rated", decimals: int = 0
) -> pl.DataFrame:
    """The counts with a percentage beside each (`green_share`), of the rated lines or of `all`.

    Each is rounded by itself, half up. `may_not_sum` says where they do not make 100 because of that; a
    group without a line in `whole` has counts and no percentages.
    """
    part = {step: pl.when(pl.col(whole) > 0).then(100.0 * pl.col(step) / pl.col(whole)) for step in steps}
    with_shares = counts.with_columns(half_up(part[step], decimals).alias(f"{step}_share") for step in steps)
    printed = pl.sum_horizontal([f"{step}_share" for step in steps])
    exact = pl.sum_horizontal(list(steps)) == pl.col(whole)
    differs = half_up(printed, decimals) != 100
    return with_shares.with_columns(may_not_sum=exact & differs & (pl.col(whole) > 0))


def reported(lines: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """How many figures of those expected have arrived: by, reported, expected, provisional, words.

    What is not due, not applicable or discontinued is not expected. An estimate counts as provisional.
    """
    expected = ~pl.col("reason").is_in(["not_due", "not_applicable", "discontinued"]).fill_null(value=False)
    arrived = expected & (pl.col("status") != "missing").fill_null(value=False)
    counted = [
        arrived.sum().alias("reported"),
        expected.sum().alias("expected"),
        (arrived & pl.col("status").is_in(["provisional", "estimated"])).sum().alias("provisional"),
    ]
    counts = lines.group_by(by, maintain_order=True).agg(counted) if by else lines.select(counted)
    return counts.with_columns(pl.exclude(by).cast(pl.Int64)).with_columns(words=_reported_words())


def _reported_words() -> pl.Expr:
    """ "12 of 15 reported, 2 provisional"."""
    arrived = pl.format("{} of {} reported", "reported", "expected")
    with_provisional = pl.format("{}, {} provisional", arrived, "provisional")
    return pl.when(pl.col("provisional") > 0).then(with_provisional).otherwise(arrived)
