"""Counts: to which multiple each count of a policy that rounds is rounded, and what its figure is then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.policy import Policy, Rounding
from goldenthread.methods.disclosure.policy.terms import RoundingKind
from goldenthread.methods.disclosure.rounded import text
from goldenthread.methods.disclosure.system import Role

PARTS: Final = ("numerator", "denominator")
ENDS: Final = ("least", "most")
ROUNDED: Final = pl.Schema(
    {
        **dict.fromkeys(KEY, pl.String()),
        "version": pl.Int64(),
        "row": pl.UInt32(),
        "base": pl.Int64(),
        "kind": pl.String(),
        "may_print": pl.Boolean(),
        "value_text": pl.String(),
        **dict.fromkeys(PARTS, pl.Int64()),
        **dict.fromkeys((f"{part}_is_low" for part in PARTS), pl.Boolean()),
        **dict.fromkeys((f"{part}_{end}" for part in PARTS for end in ENDS), pl.Int64()),
        "protects": pl.Int64(),
    }
)
"""A row for each printed figure whose policy rounds.

`row` is its place among the judged figures. `base` and `kind` are how it is rounded (`policy.Rounding`; a
table that could not be made to add up is rounded each count by itself). `numerator` and `denominator` are the
multiples; `*_is_low`: printed as [low]; `*_least` and `*_most`: what an outsider holds possible of the count.
`value_text` is what is printed as the figure, null where that is [low]. `may_print` is false where no figure
can be made of rounded counts. Counts above 0 and up to `protects` must not be worked out though they are
printed rounded: those below the base, where the policy does nothing but round.
"""

HELD: Final = {"numerator": "count", "denominator": "of"}
Together = tuple[NDArray[np.int64], NDArray[np.bool_]]
"""For each cell of a system the multiple to which it is rounded, and whether it was rounded by itself."""


def rounded(judged: pl.DataFrame, built: Linked, known: pl.DataFrame, world: World) -> pl.DataFrame:
    """The figures whose policy rounds (`ROUNDED`); `known` is what is out already (`earlier.KNOWN`)."""
    rules = {code: rule for code in judged["indicator"].unique() if (rule := world.policy(code)).rounding}
    if not rules:
        return ROUNDED.to_frame()
    cells = built.rows.head(judged.height)
    beside = judged.with_columns(
        *(cells[part].alias(f"cell_{part}") for part in PARTS), cells["is_printed"], cells["remainder"]
    )
    is_asked = pl.col("indicator").is_in(list(rules)) & pl.col("is_printed")
    asked = beside.filter(is_asked & pl.col("count").is_not_null())
    together = {base: _together(rows, base, built, known) for base, rows in _controlled(asked, rules)}
    frames = [
        _of_policy(rows, rules[str(code)], together)
        for (code,), rows in asked.group_by("indicator", maintain_order=True)
    ]
    return pl.concat([ROUNDED.to_frame(), *frames]).sort("row")


def _controlled(asked: pl.DataFrame, rules: Mapping[str, Policy]) -> Iterator[tuple[int, pl.DataFrame]]:
    """The figures that are rounded so that they add up, those of one base together."""
    bases = {
        code: rule.rounding.base
        for code, rule in rules.items()
        if rule.rounding and rule.rounding.kind == "controlled"
    }
    for base in sorted(set(bases.values())):
        codes = [code for code, own in bases.items() if own == base]
        yield base, asked.filter(pl.col("indicator").is_in(codes))


def _together(rows: pl.DataFrame, base: int, built: Linked, known: pl.DataFrame) -> Together:
    """The cells of the system, rounded so that they add up.

    Sums hold among what is printed; a shown nought adds nothing, and of what is hidden nobody sees the sum.
    """
    # The solver takes a while to come in: only where it is needed.
    from goldenthread.methods.disclosure.policy.controlled import controlled

    system = built.system
    used = np.unique(np.concatenate([rows[f"cell_{part}"].to_numpy() for part in PARTS]))
    used = used[(used >= 0) & (system.roles[used] != Role.PRIMARY)]
    is_seen = system.is_(Role.SHOWN) & (system.counts == 0)
    is_seen[used] = True
    sums = sparse.csr_array(system.sums)
    unseen = abs(sums).astype(bool).astype(np.int64) @ (~is_seen).astype(np.int64)
    among = sparse.csc_array(sums[np.flatnonzero(unseen == 0)])[:, used]
    together = (pl.col("base") == base) & (pl.col("kind") == "controlled")
    before = known.filter(together).drop_nulls("printed")
    out = np.full(len(system), -1)
    out[before["cell"].to_numpy()] = before["printed"].to_numpy()
    found = controlled(system.counts[used], sparse.csr_array(among), base, out=out[used])
    multiples, is_alone = np.zeros(len(system), np.int64), np.ones(len(system), bool)
    multiples[used], is_alone[used] = found.counts, found.is_alone
    return multiples, is_alone


def _of_policy(rows: pl.DataFrame, rule: Policy, together: Mapping[int, Together]) -> pl.DataFrame:
    """The figures of one policy with what is printed of their parts, and of themselves."""
    assert rule.rounding is not None
    base = rule.rounding.base
    nearest = rows.with_columns(policy.rounded(pl.col(HELD[part]), base).alias(part) for part in PARTS)
    told, kind = nearest, rule.rounding.kind
    if rule.rounding.kind == "controlled":
        told, kind = _added_up(nearest, *together[base])
    ends = replace(rule, rounding=Rounding(base, kind))
    for part in PARTS:
        told = _with_ends(told, part, ends)
    return told.with_columns(
        value_text=_value_text(),
        base=pl.lit(base),
        kind=pl.lit(kind),
        may_print=_may_print(),
        protects=pl.lit(base - 1 if rule.threshold is None else 0),
    ).select(pl.col(name).cast(dtype) for name, dtype in ROUNDED.items())


def _added_up(
    rows: pl.DataFrame, multiples: NDArray[np.int64], is_alone: NDArray[np.bool_]
) -> tuple[pl.DataFrame, RoundingKind]:
    """The figures with the multiples that add up; how they are rounded, for there may be none that do."""
    by_itself = np.ones(rows.height, bool)
    for part in PARTS:
        place = rows[f"cell_{part}"].fill_null(-1).to_numpy()
        has_cell = pl.Series(place >= 0)
        rows = rows.with_columns(
            pl.when(has_cell).then(pl.Series(multiples[place])).otherwise(part).alias(part)
        )
        by_itself &= is_alone[place] | (place < 0)
    return rows, "independent" if by_itself.all() else "controlled"


def _with_ends(rows: pl.DataFrame, part: str, rule: Policy) -> pl.DataFrame:
    """With whether a part is printed as [low], and what an outsider holds possible of it.

    The true count is always among that: a small one that was excepted from hiding is an exception to it.
    """
    is_low = policy.rounds_to_nothing(pl.col(HELD[part]), pl.col(part), rule).fill_null(value=False)
    rows = rows.with_columns(is_low.alias(f"{part}_is_low"))
    printed = rows[part].fill_null(0).to_numpy()
    ends = policy.possible(printed, rule, rows[f"{part}_is_low"].to_numpy())
    count, is_there = pl.col(HELD[part]), pl.col(part).is_not_null()
    least, most = (pl.when(is_there).then(pl.Series(end)) for end in ends)
    return rows.with_columns(
        pl.when(is_there).then(pl.min_horizontal(least, count)).alias(f"{part}_least"),
        pl.when(is_there).then(pl.max_horizontal(most, count)).alias(f"{part}_most"),
    )


def _value_text() -> pl.Expr:
    """A plain count is its multiple; a share is worked out from both, and a part is at most the whole."""
    over, of, scale = pl.col("numerator"), pl.col("denominator"), pl.col("multiplier")
    share = (
        pl.when(pl.col("remainder") >= 0)
        .then(policy.share_of_rounded(over, of, scale))
        .otherwise(scale * over / of)
    )
    value = pl.when(of.is_null()).then(over.cast(pl.Float64)).otherwise(share)
    is_told = ~pl.col("numerator_is_low") & ((of > 0) | of.is_null())
    return pl.when(is_told).then(text(value))


def _may_print() -> pl.Expr:
    """Not a share whose parts nobody knows, and none of a multiple of nought."""
    of = pl.col("denominator")
    is_count = (pl.col("multiplier") == 1) & ~pl.col("value_text").str.contains(".", literal=True)
    return pl.when(of.is_null()).then(is_count).otherwise(of > 0).fill_null(value=False)
