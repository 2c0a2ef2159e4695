"""The gate: all that one pack prints as it may leave the council, decided together and proved.

What counts very few people is hidden, with whatever would give it away: other figures, earlier ones, ratings,
trends, gaps, forecasts, receipts, sources, words. What was hidden is marked and explained, never left blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import polars as pl

from goldenthread.disclosure import texts
from goldenthread.disclosure.drafts import deciding, repair
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.kept import Draft
from goldenthread.disclosure.drafts.printed import NUMBERS, Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.passing import ON_THE_FIGURE, WHY_HIDDEN, Passed, comparisons, lines, through
from goldenthread.disclosure.texts import FEW, WITHHELD, Decision
from goldenthread.methods.disclosure import policy, protected
from goldenthread.methods.disclosure.protected import ProtectedTable
from goldenthread.methods.disclosure.rounded import LOW
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

__all__ = [
    "FEW",
    "ON_THE_FIGURE",
    "WHY_HIDDEN",
    "WITHHELD",
    "Cleared",
    "Decision",
    "Passed",
    "clear",
    "for_publication",
    "position",
    "read_with",
    "table",
    "through",
    "with_lines",
]

Kind = Literal["restated", "later"]

# What stands beside a figure that is shown.
OF_STATUS: Final = {"provisional": "p", "revised": "r"}


@dataclass(frozen=True, slots=True)
class Cleared:
    """A frozen quarter after the gate, the decisions taken there, and the whole of which it is a part."""

    sealed: Sealed
    decisions: tuple[Decision, ...]
    passed: Passed

    @property
    def table(self) -> ProtectedTable:
        """The figures that may leave; nothing else may be printed."""
        return self.passed.table


def clear(printed: Printed, world: World | None = None) -> Passed:
    """Decide on all that a pack prints.

    Raises CannotBeProtected; PolicyRefused for a policy in use that asks what no release can keep; and what
    the rule book refuses.
    """
    known = world or World()
    policy.check(known.in_use(printed.now.of("indicator")))
    try:
        draft = deciding.draft(printed.only(known.may_print), known)
    except CannotBeProtected as refused:
        way_out = repair.words(refused, printed, known)
        raise CannotBeProtected(f"{refused} {way_out}", refused.ways) from refused
    return Passed(table(draft), draft, printed, known)


def with_lines(passed: Passed, kind: Kind, lines: Sequence[Mapping[str, Any]]) -> Passed:
    """The same pack with these lines beside it; it is decided anew only if it knew nothing of them."""
    if list(getattr(passed.printed, kind)) == list(lines):
        return passed
    beside: dict[str, Any] = {kind: tuple(lines)}
    return clear(replace(passed.printed, **beside), passed.world)


def table(draft: Draft) -> ProtectedTable:
    """The figures of a draft as they may leave. Raises protected.NotProven where its proof does not hold."""
    return ProtectedTable(_parts(draft.as_printed), draft.system, draft.protection)


def for_publication(
    sealed: Sealed, *, world: World | None = None, known: texts.Known | None = None
) -> Cleared:
    """One position by itself, with everything removed that may not leave."""
    return position(sealed, clear(Printed(sealed), world), known=known)


def position(sealed: Sealed, passed: Passed, *, known: texts.Known | None = None) -> Cleared:
    """One position of a pack that was decided on, with everything removed that may not leave.

    `known` are the council's names and the phrases that the data protection lead has approved.
    """
    indicators, hidden = lines.indicators(sealed, passed)
    figures = {"indicator": indicators, "breakdown": lines.breakdowns(sealed, passed)}
    beside = texts.measures(figures, sealed.lines, limits=texts.limits(passed.world), known=known)
    comments, withheld = texts.comments(sealed.of("commentary"), beside)
    actions, unsaid = texts.actions(sealed.of("action"), beside)
    worded, unworded = texts.said_of_figures(indicators, beside)
    kept = {
        **sealed.lines,
        "indicator": tuple(worded),
        "target_change": tuple(lines.target_changes(sealed.of("target_change"), indicators)),
        "commentary": tuple(comments),
        "action": tuple(actions),
    }
    if "comparison" in sealed.lines:
        kept["comparison"] = tuple(comparisons.through(sealed.of("comparison"), worded))
    if "breakdown" in sealed.lines:
        kept["breakdown"] = tuple(figures["breakdown"])
    return Cleared(replace(sealed, lines=kept), (*hidden, *withheld, *unsaid, *unworded), passed)


def read_with(
    cleared: Cleared, truth: Sealed | None = None, *, known: texts.Known | None = None
) -> texts.Measures:
    """What texts beside a position are read with; `truth` is the position as it was before the gate.

    Without it any number in a text on a hidden figure is caught, and in other texts none for what it tells.
    """
    limits = texts.limits(cleared.passed.world)
    return texts.measures(cleared.sealed.lines, truth.lines if truth else None, limits=limits, known=known)


def _parts(stated: pl.DataFrame) -> pl.DataFrame:
    """The figures part by part, as they are printed."""
    in_place = pl.when("hidden").then(pl.lit(protected.HIDDEN))
    beside = pl.col("status").replace_strict(OF_STATUS, default="")
    over, of = pl.col("cell_numerator"), pl.col("cell_denominator")
    cells = {"value": [over, of], "numerator": [over], "denominator": [of]}
    parts = [
        stated.select(
            *(pl.col(name) for name in (*protected.KEY, "version", "base", "kind", "multiplier")),
            part=pl.lit(part),
            text=pl.when(~pl.col("hidden")).then(f"{part}_text"),
            symbol=in_place.when(f"{part}_low").then(pl.lit(LOW)).otherwise(beside).fill_null(""),
            cells=pl.concat_list(cells[part]).list.eval(pl.element().filter(pl.element() >= 0)),
        )
        for part in NUMBERS
    ]
    whole = pl.concat(parts).sort(*protected.KEY, "version", "part")
    return whole.select(pl.col(name).cast(kind) for name, kind in protected.FIGURES.items())
