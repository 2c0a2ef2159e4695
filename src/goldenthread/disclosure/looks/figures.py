"""Figures: what a pack prints, as the public sees it or as it is, each with the mark that it bears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl
from django.db import transaction

from goldenthread.disclosure.drafts.printed import KEY, NUMBERS
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.looks import entitled
from goldenthread.methods.disclosure.policy import Policy

PUBLIC: Final = "As the public sees it"
UNPROTECTED: Final = "Unprotected: only for those entitled, not to leave the council"

PROTECTED_LOOK: Final = (*KEY, "version", "part", "text", "symbol")


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Figures with the mark that each page and file of them bears.

    `left_out` are the indicators that whoever looks may not see as they are.
    """

    mark: str
    figures: pl.DataFrame
    left_out: tuple[str, ...] = ()


def protected(passed: Passed) -> Look:
    """The figures as the public sees them: [c] for whatever is hidden."""
    return Look(PUBLIC, passed.table.figures.select(PROTECTED_LOOK))


def unprotected(passed: Passed, *, reason: str, by: str, at: datetime) -> Look:
    """The figures as they are, of the indicators that a post may see so; on record in the audit.

    The others are left out altogether, so that the two looks are never mixed. Raises NotEntitled,
    NoReasonGiven.
    """
    stated = passed.draft.stated
    codes, closed = entitled.opened(policies(passed), by=by, at=at)
    figures = stated.filter(pl.col("indicator").is_in(codes)).select(
        *KEY, "version", *(f"{name}_text" for name in NUMBERS), "hidden", "why"
    )
    with transaction.atomic():
        entitled.record(passed.printed.now.period, codes, figures.height, reason=reason, by=by, at=at)
    return Look(UNPROTECTED, figures, tuple(closed))


def policies(passed: Passed) -> dict[str, Policy | None]:
    """By what each indicator of a pack is protected; None where its figures are nobody's secret.

    Protected are figures that count people, and those for which a policy is named, where that protects.
    """
    counts = passed.draft.stated.group_by("indicator").agg(pl.col("counts_people").any()).sort("indicator")
    return {
        code: rule if (people or code in passed.world.policies) and rule.protects else None
        for code, people in counts.iter_rows()
        for rule in (passed.world.policy(code),)
    }
