"""Judging: which counts and shares a policy hides for what they are themselves, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from goldenthread.methods.disclosure.policy.reasons import Reason
from goldenthread.methods.disclosure.policy.rule import Policy

_OPTIONAL: Final = {
    "denominator": pl.Int64(),
    "whole": pl.Int64(),
    "contributors": pl.Int64(),
    "contributions": pl.List(pl.Float64()),
    "denominator_counts": pl.Boolean(),
}
_LIMITS: Final = pl.Schema(
    {
        "policy": pl.String(),
        "_largest": pl.Int64(),
        "_zeros": pl.String(),
        "_complement": pl.Boolean(),
        "_class": pl.Boolean(),
        "_base": pl.Int64(),
        "_contributors": pl.Int64(),
        "_n": pl.Int64(),
        "_k": pl.Float64(),
        "_p": pl.Float64(),
    }
)
_REASONS: Final = pl.Enum([reason.value for reason in Reason])


class UnknownPolicy(LookupError):
    """A figure names a policy that is not there."""


def primary(figures: pl.DataFrame, policies: Mapping[str, Policy]) -> pl.DataFrame:
    """The figures in their order, with what is hidden of each and why.

    `figures` has `policy` (a code of `policies`; null or "" where nothing is protected) and `numerator`
    (a count; null where there is none). It may have `denominator`; `denominator_counts` (Boolean, default
    true: the denominator counts people of whom little may be said, not a population); `whole`, the count of
    the group over all cells of its table; `contributions`, a list of the amounts behind a total, or only
    `contributors`, how many there are.

    Added are `primary_numerator`, `primary_denominator`, `primary_remainder` (denominator - numerator),
    `primary_value` (the share) as Booleans, `why_numerator`, `why_denominator`, `why_remainder`, `why_value`
    (a word of `Reason`, null where it is not hidden), and `zeros_shown` and `complements` of the policy. A
    plain count has no share. Other columns stay. Raises UnknownPolicy.
    """
    _check_known(figures, policies)
    absent = [name for name in _OPTIONAL if name not in figures.columns]
    limits = pl.DataFrame([_limits(policy, code) for code, policy in policies.items()], schema=_LIMITS)
    judged = (
        figures.with_columns(pl.lit(None, _OPTIONAL[name]).alias(name) for name in absent)
        .join(limits, on="policy", how="left", maintain_order="left")
        .with_columns(
            why_numerator=_first(_of_count(pl.col("numerator")) | _of_whole() | _of_amounts()),
            why_denominator=pl.when(pl.col("denominator_counts").fill_null(value=True)).then(
                _first(_of_count(pl.col("denominator")))
            ),
            why_remainder=pl.when("_complement").then(_first(_of_rest())),
        )
        .with_columns(why_value=_first(_of_share()))
        .with_columns(
            *(pl.col(f"why_{part}").is_not_null().alias(f"primary_{part}") for part in _PARTS),
            zeros_shown=pl.col("_zeros").fill_null("shown") == "shown",
            complements=pl.col("_complement").fill_null(value=False) & pl.col("denominator").is_not_null(),
        )
    )
    return judged.drop(*(name for name in _LIMITS if name != "policy"), *absent)


_PARTS: Final = ("numerator", "denominator", "remainder", "value")
Rules = dict[Reason, pl.Expr]


def _check_known(figures: pl.DataFrame, policies: Mapping[str, Policy]) -> None:
    named = set(figures["policy"].drop_nulls().unique()) - {""}
    if strange := sorted(named - policies.keys()):
        known = ", ".join(sorted(policies)) or "none"
        raise UnknownPolicy(f"there is no policy {strange[0]!r}; known are {known}")


def _limits(policy: Policy, code: str) -> dict[str, Any]:
    return {
        "policy": code,
        "_largest": policy.largest_hidden,
        "_zeros": policy.zeros,
        "_complement": policy.complement,
        "_class": policy.class_disclosure,
        "_base": policy.minimum_base,
        "_contributors": policy.minimum_contributors,
        "_n": policy.dominance.n if policy.dominance else None,
        "_k": policy.dominance.k if policy.dominance else None,
        "_p": policy.p_percent,
    }


def _first(rules: Rules) -> pl.Expr:
    """The first reason that holds, in the order of `Reason`."""
    held = [pl.when(rules[reason]).then(pl.lit(reason.value)) for reason in Reason if reason in rules]
    return pl.coalesce(held).cast(_REASONS)


def _of_count(count: pl.Expr) -> Rules:
    """By size. A count is held against the limit as it would be printed, so that 5.4 is 5."""
    return {
        Reason.ZERO: (count == 0) & (pl.col("_zeros") == "hidden"),
        Reason.THRESHOLD: (count > 0) & ((count + 0.5).floor() <= pl.col("_largest")),
    }


def _of_whole() -> Rules:
    """Everybody of a group of some in one cell: of its denominator, or of its table."""
    count = pl.col("numerator")
    is_whole = (count == pl.col("denominator")) | (count == pl.col("whole"))
    return {Reason.CLASS_DISCLOSURE: pl.col("_class") & (count > 0) & is_whole}


def _of_rest() -> Rules:
    rest = pl.col("denominator") - pl.col("numerator")
    by_size = _of_count(rest)
    return {
        Reason.CLASS_DISCLOSURE: pl.col("_class") & (rest > 0) & (pl.col("numerator") == 0),
        Reason.COMPLEMENT: by_size[Reason.ZERO] | by_size[Reason.THRESHOLD],
    }


def _of_amounts() -> Rules:
    """Totals of amounts: the rules of contributors, (n,k) dominance and p%.

    Unsafe if the n largest make up more than k of the total, and if what is left after the two largest is
    less than p of the largest, for so closely the second can work out the first.
    """
    sizes = pl.col("contributions").list.sort(descending=True, nulls_last=True)
    total, largest = sizes.list.sum(), sizes.list.get(0, null_on_oob=True)
    known = (total > 0) & (sizes.list.len() > 0)
    heads = sizes.list.head(pl.col("_n").fill_null(0)).list.sum()
    rest = total - sizes.list.head(2).list.sum()
    behind = pl.coalesce(pl.col("contributors"), pl.col("contributions").list.len())
    return {
        Reason.CONTRIBUTORS: (behind > 0) & (behind < pl.col("_contributors")),
        Reason.DOMINANCE: known & (heads > pl.col("_k") * total),
        Reason.P_PERCENT: known & (rest < pl.col("_p") * largest),
    }


def _of_share() -> Rules:
    """A share tells both its parts to whoever knows one of them."""
    is_share = pl.col("denominator").is_not_null()
    parts = [pl.col(f"why_{part}").is_not_null() for part in ("numerator", "denominator", "remainder")]
    return {
        Reason.UNSAFE_PERCENTAGE: is_share & pl.any_horizontal(parts),
        Reason.SMALL_BASE: is_share & (pl.col("denominator") < pl.col("_base")),
    }
