"""Rounding: each count to a multiple of the base, and what an outsider can tell from it."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.policy.rule import Policy
from goldenthread.methods.disclosure.policy.terms import Rounding

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]


def rounded(count: pl.Expr, base: int) -> pl.Expr:
    """Whole counts to the nearest multiple of the base, a half going up, each by itself.

    The rule of NHS Digital and of the Office for National Statistics. Totals need not add up: readers are
    told so by `Rounding.statement`. Missing stays missing.
    """
    return (2 * count.cast(pl.Int64) + base) // (2 * base) * base


def share_of_rounded(
    numerator: pl.Expr, denominator: pl.Expr, multiplier: pl.Expr | float = 100.0
) -> pl.Expr:
    """A share worked out from rounded counts: nobody can turn it back into more than these.

    Null where a part is missing or the denominator is printed as 0. The numerator may round to more than the
    denominator does: then the share is the whole.
    """
    part = pl.min_horizontal(numerator, denominator)
    share = pl.lit(multiplier) if isinstance(multiplier, int | float) else multiplier
    missing = numerator.is_null() | denominator.is_null() | (denominator == 0)
    return pl.when(~missing).then(share * part / denominator)


def rounds_to_nothing(count: pl.Expr, printed: pl.Expr, policy: Policy) -> pl.Expr:
    """Which counts are printed as `[low]`: what rounds to 0 and is not 0, and 0 too unless zeros are shown.

    Under a policy with a threshold a printed 0 is a 0: whatever else it would round to that, it hides.
    """
    is_nought_low = policy.threshold is None and policy.zeros != "shown"
    return (printed == 0) & ((count > 0) | pl.lit(is_nought_low))


def possible(printed: Counts, policy: Policy, is_low: Flags | None = None) -> tuple[Counts, Counts]:
    """Least and most that an outsider holds possible of counts that were printed rounded.

    Independent: base 5, printed 10: 8 to 12. Controlled: more than 5, less than 15. `is_low` are those
    printed as `[low]` (and 0 here): 0 to 2, and not 0 where zeros are shown. Any other 0 is a 0. Whoever
    knows the rule knows too that what is printed is not small: with 1 to 7 hidden, a printed 5 can be no
    count at all. Without rounding a printed count is what it says.
    """
    if policy.rounding is None:
        return printed.copy(), printed.copy()
    low = np.zeros(len(printed), bool) if is_low is None else is_low
    least, most = around(printed, policy.rounding)
    floor = 1 if policy.threshold is None else policy.largest_hidden + 1
    least = np.where(printed > 0, np.maximum(least, floor), 0)
    most = np.where(printed > 0, most, 0)
    least = np.where(low, policy.lower, least)
    most = np.where(low, around(np.zeros_like(printed), policy.rounding)[1], most)
    return least.astype(np.int64), most.astype(np.int64)


def around(printed: Counts, rounding: Rounding) -> tuple[Counts, Counts]:
    """Least and most that is rounded to these multiples, for whoever knows no other rule."""
    base = rounding.base
    is_alone = rounding.kind == "independent"
    below, above = (base // 2, (base - 1) // 2) if is_alone else (base - 1, base - 1)
    return np.maximum(printed - below, 0), printed + above
