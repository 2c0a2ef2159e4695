"""Reasons: the closed list of why a figure carries no rating."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `label` stands in the table, `explanation` in the key, `order` in a list of counts."""

    code: str
    label: str
    explanation: str
    order: int
    blocks_a_value: bool = True
    """Whether it forbids a rating although there is a figure. Data still awaited in part does not."""


class NotAReason(ValueError):
    """A word outside the closed list."""


_LISTED: Final = (
    ("not_due", "not due", "Measured less often than reported: none falls due this period."),
    ("awaited", "awaited", "The figure is due and has not arrived."),
    ("carried_over", "carried over", "The work is done; the outturn comes after the year has closed."),
    ("no_target", "no target", "Shown for context; nobody has set a target."),
    ("target_not_set", "target not set yet", "A target is intended and has not been agreed."),
    ("no_target_this_period", "no target this period", "The target holds in other periods only."),
    ("baseline_year", "baseline year", "The first year of measuring, from which a target will be set."),
    ("neutral", "context only", "Neither a high nor a low figure is better, so no colour would be fair."),
    ("hidden", "hidden", "Hidden to protect individuals."),
    ("small_numbers", "too few cases", "Too few cases to tell performance from chance."),
    ("no_comparison", "nothing to compare with", "What the figure is held against is missing."),
    ("no_tolerance", "no tolerance set", "Near is not defined: no tolerance is set, or one in per cent of a "
     "target of zero or less."),
    ("no_interval", "no confidence interval", "The scheme holds the target against the figure's confidence "
     "interval, and it has none."),
    ("edges_disordered", "limits out of order", "The limits contradict each other: a worse band "
     "asks for more than a better one."),
    ("quality_failed", "data quality failed", "The figure did not pass its checks."),
    ("not_applicable", "not applicable", "The measure does not apply here."),
    ("not_available", "not available", "There is no figure, and none is to come."),
    ("too_small", "too small to show", "So little that it rounds to nothing; nothing itself only where "
     "noughts may be hidden."),
    ("discontinued", "discontinued", "No longer measured."),
)  # fmt: skip

REASONS: Final[dict[str, Reason]] = {
    code: Reason(code, label, explanation, order, blocks_a_value=code != "awaited")
    for order, (code, label, explanation) in enumerate(_LISTED)
}

CODES: Final = pl.Enum(["", *REASONS])
"""The type of a column of reasons; "" where there is a rating."""

_BLOCKING: Final = [code for code, reason in REASONS.items() if reason.blocks_a_value]


def get(code: str) -> Reason:
    """The reason of that code, as `not_due`; words as people write them ("Not due") are understood."""
    found = REASONS.get(code.strip().lower().replace(" ", "_").replace("-", "_"))
    if found is None:
        raise NotAReason(f"{code!r} is no reason for a missing rating; use one of {', '.join(REASONS)}")
    return found


def ordered(codes: Iterable[str]) -> list[str]:
    """The distinct codes in the order in which counts of them are printed."""
    return sorted(set(codes), key=lambda code: get(code).order)


def code_of(written: pl.Expr) -> pl.Expr:
    """Column of codes from a column of codes or words; null where empty."""
    code = written.cast(pl.String).str.strip_chars().str.to_lowercase().str.replace_all("[ -]", "_")
    return pl.when(code != "").then(code)


def forbids(code: pl.Expr) -> pl.Expr:
    """Whether a figure with that reason stays without a rating although it is there."""
    return code.is_in(_BLOCKING).fill_null(value=False)
