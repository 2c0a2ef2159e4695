"""Repair: the least that is left out of a refused pack so that it can be protected, tried and not guessed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import polars as pl

from goldenthread.disclosure.drafts import deciding
from goldenthread.disclosure.drafts import printed as printed_
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.kept import Draft
from goldenthread.disclosure.drafts.printed import KEY, Printed
from goldenthread.disclosure.drafts.world import EXCEPTIONS, World
from goldenthread.disclosure.models import Why
from goldenthread.methods import periods

MOST_TRIED: Final = 12
"""Each try decides on all that is linked, which takes a second where that is much."""

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures that are left out, and how many of those linked with them are hidden to protect others."""

    left_out: tuple[Key, ...]
    hidden_beside: int


def words(refused: CannotBeProtected, printed: Printed, world: World) -> str:
    """The way out of a refusal, in sentences: the cheapest that was found, and what it costs."""
    found = offered(refused, printed, world)
    if found is None:
        return (
            "Nothing that could still be left out of this release protects them. If an earlier release never "
            f"left the council, withdraw it; else what is out stands, and{_standing(refused, printed)}."
        )
    named = "; ".join(_named(key, printed.area) for key in found.left_out)
    beside = "no other figure is" if not found.hidden_beside else f"{found.hidden_beside} others are"
    return (
        f"The cheapest way out that was tried: leave out of this release {named}. Then {beside} hidden to "
        "protect what is linked with it. For that the data protection lead excepts each: goldenthread "
        f"disclosure except {_command(found.left_out[0], printed, 'hidden')}."
    )


def _standing(refused: CannotBeProtected, printed: Printed) -> str:
    """How the data protection lead says that what is out of an open count stands."""
    words = " the data protection lead says so for each of them"
    if refused.ways is None or refused.ways.open.is_empty():
        return words
    row = refused.ways.open.row(0, named=True)
    key = (row["indicator"].partition("~")[0], row["area"], row["breakdown"], _code(row["start"], row["end"]))
    return f"{words}: goldenthread disclosure except {_command(key, printed, 'shown')}"


def _code(start: date, end: date) -> str:
    """The code of the period from one day to another; "" where it has none: an exception takes it for all."""
    kinds = ("snapshot",) if start == end else ("month", "quarter", "year", "ytd")
    found = (periods.containing(end, kind) for kind in kinds)
    return next((period.code for period in found if (period.start, period.end) == (start, end)), "")


def offered(refused: CannotBeProtected, printed: Printed, world: World) -> Repair | None:
    """The cheapest figures to leave out with which the pack can be protected; None where none will do.

    First each alone, the cheapest of them that will do; else all together, taken back one by one from the
    dearest while the rest will do. At the end it is tried on the whole pack.
    """
    if refused.ways is None or refused.ways.figures.is_empty():
        return None
    only = printed.only(world.may_print)
    said = printed_.figures(only)
    linked = said.filter(pl.col("indicator").is_in(sorted(refused.ways.indicators)))
    keys = [row[:4] for row in refused.ways.figures.select(*KEY).iter_rows()]
    left_out = _alone(keys, linked, only, world) or _fewest(keys, linked, only, world)
    draft = _without(left_out, said, only, world) if left_out else None
    return Repair(tuple(left_out), _beside(draft, refused.ways.indicators)) if draft else None


def _alone(keys: Sequence[Key], said: pl.DataFrame, printed: Printed, world: World) -> list[Key]:
    """The one figure that costs least, with all that is hidden because of it."""
    tried = [(key, _without([key], said, printed, world)) for key in keys[:MOST_TRIED]]
    costs = [(_cost(draft), place) for place, (_, draft) in enumerate(tried) if draft]
    return [tried[min(costs)[1]][0]] if costs else []


def _fewest(keys: Sequence[Key], said: pl.DataFrame, printed: Printed, world: World) -> list[Key]:
    """All of them, and then as few as will do; the dearest are taken back first."""
    kept = list(keys)
    if len(kept) < 2 or not _without(kept, said, printed, world):
        return []
    size = max(1, -(-len(kept) // MOST_TRIED))
    for first in range(len(keys) - size, -size, -size):
        back = set(keys[max(first, 0) : first + size])
        fewer = [key for key in kept if key not in back]
        if fewer and _without(fewer, said, printed, world):
            kept = fewer
    return kept


def _without(left_out: Sequence[Key], said: pl.DataFrame, printed: Printed, world: World) -> Draft | None:
    """The figures with some of them kept hidden, decided; None where that cannot be protected either."""
    rows = [(*key, "hidden") for key in left_out]
    more = pl.DataFrame(rows, schema=EXCEPTIONS, orient="row")
    try:
        return deciding.of(said, printed, replace(world, exceptions=pl.concat([world.exceptions, more])))
    except CannotBeProtected:
        return None


def _cost(draft: Draft) -> float:
    """What a reader loses: of every figure that is hidden and not small, its cost for each that it counts."""
    lost = draft.stated.filter(pl.col("hidden") & ~pl.col("is_small"))
    return float((lost["cost"] * (1 + lost["count"].fill_null(0))).sum())


def _beside(draft: Draft, indicators: Collection[str]) -> int:
    """How many figures of these indicators are hidden to protect others."""
    linked = draft.stated.filter(pl.col("indicator").is_in(sorted(indicators)))
    return linked.filter(pl.col("why") == Why.PROTECTS.value).unique(KEY).height


def _named(key: Key, own: str) -> str:
    indicator, area, breakdown, period = key
    return ", ".join(filter(None, [indicator, area if area != own else "", breakdown, period]))


def _command(key: Key, printed: Printed, keep: str) -> str:
    """The words of the command that keeps a figure hidden, or lets it be shown."""
    indicator, area, breakdown, period = key
    group = ";".join(filter(None, [_of_the_map(area, printed), breakdown]))
    cut = f"--breakdown '{group}' " if group else ""
    when = f"--period {period} " if period else ""
    return f"{indicator} {cut}{when}--keep {keep} --expires DATE --reason WHY --by POST"


def _of_the_map(area: str, printed: Printed) -> str:
    """A part of the map as a group of the dimension that the pack breaks figures down by: ward=X05900001."""
    for line in printed.now.of("breakdown") if area != printed.area else ():
        for part in line.get("dimensions") or ():
            if part["value"] == area:
                return f"{part['code']}={area}"
    return ""
