"""Protected: nothing is printed of a figure but what a protected table shows of it, with that very value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Protocol

import polars as pl

from goldenthread.documents import places
from goldenthread.documents.blocks import Figure
from goldenthread.documents.charts.areas.specs import AreaPlot
from goldenthread.documents.charts.specs import Chart, Doughnut
from goldenthread.documents.content import Document, every, walk
from goldenthread.documents.datasets import Dataset
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Number

# The last part of a figure's place, and the part of the figure that it is.
FIGURES: Final[Mapping[str, str]] = {
    "value": "value",
    "previous": "value",
    "like": "value",
    "now-known": "value",
    "numerator": "numerator",
    "denominator": "denominator",
}
# Worked out from a figure: it stands only where that is shown.
FROM_A_FIGURE: Final = frozenset({"gap", "share", "rank", "quartile", "from-median"})
# What others reached: a figure of theirs, which rests on none of the council's.
OF_OTHERS: Final = "others-median"
# What is asked for or expected is no figure of what was.
ASKED: Final = frozenset({"target", "target_year_end", "forecast"})
GOALPOSTS: Final = ("old-target-", "new-target-")
# How many stand at a rating: these are made from ratings, not from figures.
COUNTS: Final = frozenset({"indicators", "actions", "scorecards"})
# The columns of open data that hold figures.
COLUMNS: Final[Mapping[str, str]] = {
    **{name: name for name in ("value", "numerator", "denominator")},
    **dict.fromkeys(("previous_value", "like_value", "value_as_frozen", "value_as_now_known"), "value"),
}


class NotProtected(ContentRefused):
    """A figure that no protected table shows; the paper it stands in is not made."""


class Table(Protocol):
    """What is asked of a protected table: a frame of indicator, area, breakdown, part, text, one row a part.

    `text` is the figure as it may be printed, null where it may not.
    """

    @property
    def figures(self) -> pl.DataFrame: ...


@dataclass(frozen=True)
class Shown:
    """The figures that may be printed, by indicator and what is below it ("" for the whole), then by part.

    `others` are the figures that other councils reached, by indicator, and the median and quartiles of those.
    """

    values: Mapping[tuple[str, str], Mapping[str, frozenset[Decimal]]]
    others: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)
    _by_path: dict[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict, repr=False)

    def has(self, indicator: str, below: str, part: str, value: Decimal | None = None) -> bool:
        """Whether a part of a figure is shown: with this value, or with any."""
        found = self.values.get((indicator, below), {}).get(part, frozenset())
        return bool(found) if value is None else value in found

    def key(self, path: str) -> tuple[str, str]:
        """The indicator, and what is below it, that a place is of. Places may be cut: they are made anew."""
        period, *between, _ = path.split("/")
        if len(between) == 1:
            return between[0], ""
        if period not in self._by_path:
            self._by_path[period] = {
                places.place(period, indicator, below, last): (indicator, below)
                for indicator, below in self.values
                if below
                for last in (*FIGURES, *FROM_A_FIGURE)
            }
        return self._by_path[period].get(path, ("", ""))


def shown(table: Table, *, area: str, others: Mapping[str, frozenset[Decimal]] | None = None) -> Shown:
    """What a protected table shows; `area` is the council's own, whose figures are the headlines."""
    found: dict[tuple[str, str], dict[str, set[Decimal]]] = {}
    columns = ("indicator", "area", "breakdown", "part", "text")
    for indicator, of, breakdown, part, text in table.figures.select(columns).iter_rows():
        if text is not None:
            key = (indicator, _below(of, breakdown, area))
            found.setdefault(key, {}).setdefault(part, set()).add(Decimal(text))
    return Shown(
        {key: {part: frozenset(each) for part, each in parts.items()} for key, parts in found.items()},
        others or {},
    )


def check(paper: Document, figures: Shown) -> None:
    """Raise NotProtected unless every number of a paper, and every chart, is of shown figures or of none."""
    for number in every(paper.blocks, Number):
        if not _may_stand(number, figures):
            raise NotProtected(
                f"{paper.name!r}: the number at {number.path!r} is not among the protected figures; "
                "a figure reaches a paper through the gate, with the value that the gate has let through"
            )
    for block, _ in walk(paper.blocks):
        for drawing in block.drawings if isinstance(block, Figure) else ():
            if not _may_be_drawn(drawing.chart, figures):
                raise NotProtected(
                    f"{paper.name!r}: the chart {drawing.title!r} is not drawn from protected figures alone"
                )


def check_data(table: Dataset, figures: Shown, *, area: str) -> None:
    """Raise NotProtected unless every figure in a table of open data is shown."""
    names = [each.name for each in table.fields]
    held = {place: COLUMNS[name] for place, name in enumerate(names) if name in COLUMNS}
    if not held or "indicator" not in names:
        return
    for row in table.rows:
        said = dict(zip(names, row, strict=True))
        below = _below(str(said.get("area") or area), str(said.get("breakdown") or ""), area)
        for place, part in held.items():
            value = row[place]
            if value is not None and not figures.has(str(said["indicator"]), below, part, _plain(value)):
                raise NotProtected(
                    f"{table.name}: {names[place]} of {said['indicator']} {below}".rstrip()
                    + " is not among the protected figures"
                )


def _below(area: str, breakdown: str, own: str) -> str:
    """What a figure is of below its headline: the group, else the part of the area; "" for the headline.

    A group within a part of the area is told by both.
    """
    of = area if area != own else ""
    return f"{of};{breakdown}" if of and breakdown else of or breakdown


def _may_stand(number: Number, figures: Shown) -> bool:
    _, second, *_, last = number.path.split("/")
    if second in COUNTS or last in ASKED or last.startswith(GOALPOSTS):
        return True
    indicator, below = figures.key(number.path)
    if last == OF_OTHERS:
        return number.value in figures.others.get(indicator, ())
    last = last if last in FROM_A_FIGURE else FIGURES.get(last, "")
    if last in FROM_A_FIGURE:
        return number.value is None and all(figures.has(indicator, each, "value") for each in (below, ""))
    return bool(last) and number.value is not None and figures.has(indicator, below, last, number.value)


def _may_be_drawn(chart: Chart, figures: Shown) -> bool:
    """Whether a chart shows ratings counted, or a figure that is shown beside what others reached.

    Of no other kind of chart is it known where its figures live: none leaves. Nor does a plot without the own
    figure: the order of its dots could tell where that stands.
    """
    if isinstance(chart, Doughnut):
        return True
    if not isinstance(chart, AreaPlot) or not places.is_place(chart.place):
        return False
    indicator, below = figures.key(chart.place)
    others = figures.others.get(indicator, frozenset())
    own = [area for area in chart.areas if area.is_own]
    theirs = [area.value for area in chart.areas if not area.is_own]
    beside = (*theirs, chart.middle, *(chart.band or ()))
    return (
        len(own) == 1
        and own[0].value is not None
        and figures.has(indicator, below, "value", _plain(own[0].value))
        and all(value is None or _plain(value) in others for value in beside)
    )


def _plain(value: Any) -> Decimal:
    """A number of open data as its text in a protected table: exact, or to twelve significant digits."""
    return value if isinstance(value, Decimal) else Decimal(format(value, ".12g"))
