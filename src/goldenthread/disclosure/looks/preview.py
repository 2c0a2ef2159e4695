"""Preview: what a pack would hide if it left now, what that costs, and what would hide less."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from goldenthread.disclosure.drafts import instead
from goldenthread.disclosure.drafts.instead import Alternative
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.looks import hidden, named
from goldenthread.disclosure.looks.hidden import Hidden
from goldenthread.disclosure.looks.named import Names

Text = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What a pack would hide if it left now, what that costs, and what would hide less.

    `code` is what the release would be called; `is_out` says that the same has left already, `world` which
    releases it is held against. `shown` and `hidden` count figures, `protecting` those of the hidden ones
    that are not small themselves; how many people they count is not told. `withheld` are the texts that would
    be withheld, each with its kind and what it is about (`findings.Finding`). `alternatives` begins, for each
    breakdown, with how it is. `notes` say what could not be added up.
    """

    period: str
    code: str
    is_out: bool
    world: tuple[str, ...]
    level: str
    width: int
    shown: int
    hidden: int
    protecting: int
    hidden_figures: tuple[Hidden, ...]
    withheld: tuple[Text, ...]
    alternatives: tuple[Alternative, ...]
    notes: tuple[str, ...]
    names: Names


def preview(passed: Passed, *, withheld: tuple[Text, ...] = ()) -> Preview:
    """What would be hidden of a pack, why, what it costs, and which other ways would hide less.

    `withheld` are its texts that are withheld: those that the caller has found.
    """
    draft, names = passed.draft, named.of((passed.printed.now, passed.printed.before))
    gone = draft.stated.filter("hidden")
    figures = gone.select(*KEY, "why").unique(maintain_order=True)
    return Preview(
        period=passed.printed.now.period,
        code=passed.code,
        is_out=passed.code in passed.world.releases,
        world=tuple(code for code in passed.world.releases if code != passed.code),
        level=draft.protection.level.value,
        width=draft.protection.width,
        shown=draft.stated.height - gone.height,
        hidden=gone.height,
        protecting=gone.filter(pl.col("why").is_in(hidden.NOT_SMALL)).height,
        hidden_figures=hidden.told(figures.iter_rows(), names),
        withheld=withheld,
        alternatives=tuple(instead.alternatives(draft.stated, passed.world, passed.printed.area)),
        notes=draft.notes,
        names=names,
    )
