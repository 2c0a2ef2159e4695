"""Looks: a pack's figures for staff, as the public sees them or as they are; never both in one document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl
from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event
from goldenthread.disclosure.drafts import instead
from goldenthread.disclosure.drafts.instead import Alternative
from goldenthread.disclosure.drafts.printed import KEY, NUMBERS
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.models import Why

PUBLIC: Final = "As the public sees it"
UNPROTECTED: Final = "Unprotected: only for those entitled, not to leave the council"

PROTECTED_LOOK: Final = (*KEY, "part", "text", "symbol")
HIDDEN: Final = pl.Schema({**dict.fromkeys(KEY, pl.String()), "why": pl.String(), "words": pl.String()})
"""What is hidden: which figure, the code of why, and why in words. Not how many it counts."""


class NotEntitled(PermissionError):
    """None of these roles may see these figures as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What a pack would hide if it left now, what that costs, and what would hide less.

    `code` is what the release would be called; `is_out` says that the same has left already. `hidden_figures`
    has the columns `HIDDEN`. `lost` is how many people the figures count that are hidden to protect others.
    """

    code: str
    is_out: bool
    level: str
    width: int
    shown: int
    hidden: int
    lost: int
    hidden_figures: pl.DataFrame
    alternatives: tuple[Alternative, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Figures with the mark that each page and file of them bears."""

    mark: str
    figures: pl.DataFrame


def preview(passed: Passed) -> Preview:
    """What would be hidden of a pack, why, what it costs, and which other ways would hide less."""
    draft = passed.draft
    hidden = draft.stated.filter("hidden")
    words = {why.value: str(why.label) for why in Why}
    return Preview(
        code=passed.code,
        is_out=passed.code in passed.world.releases,
        level=draft.protection.level.value,
        width=draft.protection.width,
        shown=draft.stated.height - hidden.height,
        hidden=hidden.height,
        lost=draft.lost,
        hidden_figures=hidden.select(*KEY, "why", words=pl.col("why").replace_strict(words, default="")),
        alternatives=tuple(instead.alternatives(draft.stated, passed.world, passed.printed.area)),
        notes=draft.notes,
    )


def protected(passed: Passed) -> Look:
    """The figures as the public sees them: [c] for whatever is hidden."""
    return Look(PUBLIC, passed.table.figures.select(PROTECTED_LOOK))


def unprotected(passed: Passed, *, roles: Collection[str], reason: str, by: str, at: datetime) -> Look:
    """The figures as they are, of the indicators that one of the roles may see so; on record in the audit.

    Indicators that no role of theirs opens are left out altogether, so that the two looks are never mixed.
    Raises NotEntitled where none that is protected is left.
    """
    held = frozenset(roles)
    stated = passed.draft.stated
    every = list(stated["indicator"].unique().sort())
    secret = [code for code in every if _is_protected(passed, code)]
    closed = [code for code in secret if not passed.world.policy(code).may_see_unprotected(held)]
    codes = [code for code in every if code not in closed]
    if len(closed) == len(secret):
        raise NotEntitled(f"{', '.join(sorted(held)) or 'nobody'} may not see figures that are protected")
    figures = stated.filter(pl.col("indicator").is_in(codes)).select(
        *KEY, *(f"{name}_text" for name in NUMBERS), "hidden", "why"
    )
    with transaction.atomic():
        audit.write(
            event=Event.UNPROTECTED_EXPORTED,
            by=by,
            at=at,
            subject=passed.printed.now.period,
            label=reason,
            details={"roles": sorted(held), "indicators": codes, "figures": figures.height},
        )
    return Look(UNPROTECTED, figures)


def _is_protected(passed: Passed, indicator: str) -> bool:
    """Whether the figures of an indicator count people, or a policy is named for them, that protects."""
    stated = passed.draft.stated.filter(pl.col("indicator") == indicator)
    counts = stated["counts_people"].any() or indicator in passed.world.policies
    return bool(counts and passed.world.policy(indicator).protects)
