"""Rounding: each count to a multiple of the base, and what an outsider can tell from it."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.policy.rule import Policy

Counts = NDArray[np.int64]


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


def possible(printed: Counts, policy: Policy) -> tuple[Counts, Counts]:
    """Least and most that an outsider holds possible of counts that were printed rounded.

    Independent: base 5, printed 10: 8 to 12. Controlled: more than 5, less than 15. Whoever knows the rule
    knows too that what is printed is not small: with 1 to 7 hidden, a printed 5 can be no count at all, and a
    printed 0 is a 0. Without rounding a printed count is what it says.
    """
    if policy.rounding is None:
        return printed.copy(), printed.copy()
    base, kind = policy.rounding.base, policy.rounding.kind
    below, above = (base // 2, (base - 1) // 2) if kind == "independent" else (base - 1, base - 1)
    least, most = np.maximum(printed - below, 0), printed + above
    if policy.threshold is not None:
        least = np.where(printed > 0, np.maximum(least, policy.largest_hidden + 1), 0)
        most = np.where(printed > 0, most, 0)
    return least.astype(np.int64), most.astype(np.int64)
