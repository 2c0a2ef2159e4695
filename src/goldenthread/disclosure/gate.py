"""The gate: all that one pack prints as it may leave the council, decided together and proved.

What counts very few people is hidden, with whatever would give it away: other figures, earlier ones, ratings,
trends, gaps, forecasts, receipts, sources, words. What was hidden is marked and explained, never left blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Final, Literal

import polars as pl

from goldenthread.disclosure import texts
from goldenthread.disclosure.drafts import deciding, ratings, repair, rounding
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.kept import Draft, naming
from goldenthread.disclosure.drafts.printed import NUMBERS, Printed
from goldenthread.disclosure.drafts.world import World
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
    "through",
]

Kind = Literal["restated", "later"]

WHY_HIDDEN: Final = "hidden to protect individuals"
OF_THE_FORECAST: Final = (
    "forecast", "forecast_exact", "forecast_basis", "forecast_author", "forecast_rating",
)  # fmt: skip
ON_THE_FIGURE: Final = (
    "value",
    "value_text",
    "value_exact",
    "numerator",
    "numerator_exact",
    "denominator",
    "denominator_exact",
    "change_previous",
    "change_like",
    "printed_contradicts",
    # Said of a figure on few cases.
    "with_care",
    # The colour under the target before: what it leaves open, beside the colour under this one, is narrower.
    "old_rating",
    *OF_THE_FORECAST,
)
# Which bands lie beside that of the figure, and where: they tell which it is.
OF_STATUS: Final = {"provisional": "p", "revised": "r"}


@dataclass(frozen=True, eq=False)
class Passed:
    """All that one pack prints, decided together: the table that may leave, and what it was made from."""

    table: ProtectedTable
    draft: Draft
    printed: Printed
    world: World

    @cached_property
    def rounded(self) -> rounding.Lines:
        """Lines with rounded figures in the place of exact ones."""
        return rounding.Lines(self.draft.as_printed, self.draft.safe_ratings, self.printed.area)

    @cached_property
    def code(self) -> str:
        """What the release is called, once it has left."""
        return naming.code(
            self.draft.as_printed, self.printed.now.period, inputs=self.draft.inputs, taken=self.world.names
        )

    @cached_property
    def seal(self) -> str:
        """The hash of what the release says in public; papers bear it, for the position's would tell more."""
        return naming.seal(self.draft.as_printed, self.printed.now.period)


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
    indicators, hidden = _indicators(sealed, passed)
    figures = {"indicator": indicators, "breakdown": _breakdowns(sealed, passed)}
    beside = texts.measures(figures, sealed.lines, limits=texts.limits(passed.world), known=known)
    comments, withheld = texts.comments(sealed.of("commentary"), beside)
    actions, unsaid = texts.actions(sealed.of("action"), beside)
    worded, unworded = texts.said_of_figures(indicators, beside)
    lines = {
        **sealed.lines,
        "indicator": tuple(worded),
        "target_change": tuple(_target_changes(sealed.of("target_change"), indicators)),
        "commentary": tuple(comments),
        "action": tuple(actions),
    }
    if "breakdown" in sealed.lines:
        lines["breakdown"] = tuple(figures["breakdown"])
    return Cleared(replace(sealed, lines=lines), (*hidden, *withheld, *unsaid, *unworded), passed)


def read_with(
    cleared: Cleared, truth: Sealed | None = None, *, known: texts.Known | None = None
) -> texts.Measures:
    """What texts beside a position are read with; `truth` is the position as it was before the gate.

    Without it any number in a text on a hidden figure is caught, and in other texts none for what it tells.
    """
    limits = texts.limits(cleared.passed.world)
    return texts.measures(cleared.sealed.lines, truth.lines if truth else None, limits=limits, known=known)


def through(line: Mapping[str, Any], named: str, passed: Passed) -> Line:
    """An indicator's line as it may leave; `named` is its id among the lines of the pack."""
    shows = partial(_shows, passed, line)
    gone = {
        "hidden": not shows(""),
        "previous_hidden": not shows("previous_"),
        "like_hidden": not shows("like_"),
        "forecast_hidden": named in passed.draft.small_forecasts,
    }
    kept = {**line, "history": _history(line, passed)}
    cleared = _line(kept, gone, named in passed.draft.safe_ratings)
    return passed.rounded.of_indicator(cleared, line, named)


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


def _shows(passed: Passed, line: Mapping[str, Any], when: str) -> bool:
    if line.get(f"{when}value") is None:
        return True
    area = str(line.get("area") or passed.printed.area)
    return passed.table.shows(line["indicator"], line[f"{when}period"], area=area)


def _indicators(sealed: Sealed, passed: Passed) -> tuple[list[Line], list[Decision]]:
    where = "now" if sealed is passed.printed.now else "before"
    cleared = [through(line, f"{where}/{line['indicator']}", passed) for line in sealed.of("indicator")]
    decisions = [Decision(line["indicator"], what, WHY_HIDDEN) for line in cleared if (what := _what(line))]
    return cleared, decisions


def _line(line: Line, flag: Mapping[str, bool], rating_may_stand: bool) -> Line:
    cleared = {**line, **flag}
    for when in ("previous_", "like_"):
        if flag["hidden"] or flag[f"{when}hidden"]:
            cleared |= _without_comparison(when)
        if flag[f"{when}hidden"]:
            cleared |= {f"{when}{name}": None for name in NUMBERS}
    if flag["previous_hidden"]:
        cleared["previous_rating"] = None
    if flag["forecast_hidden"]:
        cleared |= dict.fromkeys(OF_THE_FORECAST)
    if flag["hidden"]:
        cleared |= dict.fromkeys(ON_THE_FIGURE) | {"history": [], "receipt": [], "sources": []}
        if not rating_may_stand:
            cleared |= dict.fromkeys(ratings.OF_THE_RATING) | {"reason": "hidden"}
    return cleared


def _without_comparison(when: str) -> Line:
    to = when.rstrip("_")
    return {f"trend_{to}": None, f"arrow_{to}": None, f"change_{to}": None, f"why_{to}": "hidden"}


def _history(line: Mapping[str, Any], passed: Passed) -> list[Line]:
    """The points a reader may see; a hidden one is a gap. The counts behind them stay inside."""
    return [
        {
            "period": point["period"],
            "value": point["value"] if _shows(passed, line | point, "") else None,
            "target": point["target"],
        }
        for point in line["history"]
    ]


def _breakdowns(sealed: Sealed, passed: Passed) -> list[Line]:
    printed = filter(passed.world.may_print, sealed.of("breakdown"))
    return [_broken_down(line, passed) for line in printed]


def _broken_down(line: Line, passed: Passed) -> Line:
    """A figure of a breakdown: the figure itself, or that it is hidden."""
    area = str(line.get("area") or passed.printed.area)
    shown = line.get("value") is None or passed.table.shows(
        line["indicator"], line["period"], area=area, breakdown=line["breakdown"]
    )
    told = [name for name in line if name.removesuffix("_exact") in NUMBERS]
    gone = [] if shown else told
    return passed.rounded.of_group({**line, **dict.fromkeys(gone), "hidden": not shown}, line)


def _what(line: Line) -> str:
    names = {
        "hidden": line["period"],
        "previous_hidden": line["previous_period"],
        "like_hidden": line["like_period"],
    }
    gone = [str(period) for flag, period in names.items() if line[flag]]
    return ", ".join([*gone, *(["forecast"] if line["forecast_hidden"] and not line["hidden"] else [])])


def _target_changes(changes: Iterable[Line], indicators: list[Line]) -> Iterator[Line]:
    """Changes of targets, with the ratings under either only where the figure is shown exactly."""
    hidden = {line["indicator"]: line for line in indicators if line["hidden"] or line.get("rounded")}
    for change in changes:
        line = hidden.get(change["indicator"])
        yield {**change, "rating_old": None, "rating_new": line["rating"]} if line else change
