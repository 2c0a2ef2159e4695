"""HTML filters: what the templates ask of a piece of content beyond its words."""

import re
from collections.abc import Iterable
from typing import Any, Final, Literal

from markupsafe import Markup, escape

from goldenthread.documents.blocks import Block, Drawing, Section, TallyRow
from goldenthread.documents.characters import holdable
from goldenthread.documents.charts import doughnut, plots, sparkline
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.charts.specs import Doughnut, Plot
from goldenthread.documents.content import every, late_twins
from goldenthread.documents.counts import count
from goldenthread.documents.marks import Mark
from goldenthread.documents.spans import Line, Spark, line
from goldenthread.documents.tables import Column, Row, Table

_FIGURES = ("number", "value")
_DENSE = 8
# Browsers break after the hyphen of a year such as 2022-23.
_YEARS: Final = re.compile(r"\b\d{4}-\d\d\b")
# On a phone a text column has a line of its own from this share of the table's width on.
_BROAD: Final = 1 / 12
_ARROWS = {
    "up": "M6 1 11 7H7.6v6H4.4V7H1z",
    "down": "M6 13 1 7h3.4V1h3.2v6H11z",
    "flat": "M0 5.2h12v1.9H0zM0 8.7h12v1.9H0z",
}


def kind(part: object) -> str:
    """The name of a span's or a block's class."""
    return type(part).__name__


def symbol(mark: Mark) -> str:
    """The name of a mark's drawing in the page's sprite."""
    return f"g-{mark.shape}-{mark.token}"


def drawn(drawing: Drawing, prefix: str, size: Literal["large", "small"]) -> Markup:
    """A figure's chart as SVG, its finding as its label."""
    if isinstance(drawing.chart, Doughnut):
        picture = doughnut.draw(drawing.chart, finding=drawing.alt, prefix=prefix, size=size)
    elif isinstance(drawing.chart, Plot):
        picture = _twice(drawing.chart, drawing.alt)
    else:
        picture = sparkline.draw(drawing.chart, width=240, height=70)
    return Markup(picture)  # noqa: S704 -- our own drawing; every word in it is escaped there


def _twice(plot: Plot, finding: str) -> str:
    """A plot for a desk and for a phone, so that its words never shrink; one of them is shown."""
    sizes = (("gt-wide", plots.WIDE), ("gt-narrow", plots.NARROW))
    drawn = ((name, plots.draw(plot, width=width, finding=finding)) for name, width in sizes)
    return "".join(picture.replace("<svg ", f'<svg class="{name}" ', 1) for name, picture in drawn)


def is_plot(drawing: Drawing) -> bool:
    """Whether a chart takes the whole width that there is."""
    return isinstance(drawing.chart, Plot)


def spark(span: Spark, width: float = 120, height: float = 34) -> Markup:
    """A sparkline as SVG."""
    picture = sparkline.draw(span.chart, width=width, height=height)
    return Markup(picture.replace("<svg ", '<svg class="gt-spark" ', 1))  # noqa: S704 -- as above


def counted(number: int, band: Mark, row: TallyRow) -> Line:
    """A count of a tally, bound to its place where its row has one."""
    return (count(number, *row.place, band.word),) if row.place else line(str(number))


def times(markup: Markup, count: int) -> Markup:
    """The same mark so many times over."""
    return markup * count


def unbroken(text: str) -> Markup | str:
    """The text, none of its years broken at the hyphen."""
    if not _YEARS.search(text):
        return text
    held = holdable(text)
    years = map(Markup('<span class="gt-w">{}</span>').format, _YEARS.findall(held))
    first, *others = map(escape, _YEARS.split(held))
    return first + Markup().join(part for pair in zip(years, others, strict=True) for part in pair)


def framed(table: Table) -> bool:
    """Whether a table may be wider than its page and so scrolls in a labelled frame."""
    return table.kind == "ledger" or len(table.columns) > _DENSE


def classes(table: Table) -> str:
    """The classes of a table: how it is laid out on a phone and how tight on paper."""
    found = ["gt-table"]
    if table.kind == "ledger":
        found.append("gt-ledger")
    elif table.kind == "scorecard" or len(table.columns) > 3:
        found.append("gt-stack")
    if len(table.columns) > _DENSE:
        found.append("gt-table--dense")
    return " ".join(found)


def width(column: Column, table: Table) -> str:
    """A column's share of the table's width, in percent."""
    return f"{100 * column.share / sum(c.share or 1 for c in table.columns):.1f}"


def head_look(column: Column) -> Markup:
    """The class of a column's head: figures right."""
    return _classed(["gt-num"] if column.kind in _FIGURES else [])


def looks(table: Table) -> list[Markup]:
    """For each column the classes of its cells: figures right, the value first, and the width on a phone."""
    return [_classed(_look(column, table)) for column in table.columns]


def _look(column: Column, table: Table) -> list[str]:
    found = ["gt-num"] if column.kind in _FIGURES else []
    found += {"value": ["gt-value"], "chart": ["gt-sparkcell"], "note": ["w6"]}.get(column.kind, [])
    return found + (_broad(column, table) if column.kind == "text" else [])


def _classed(found: list[str]) -> Markup:
    return Markup(' class="{}"').format(" ".join(found)) if found else Markup()


def _broad(column: Column, table: Table) -> list[str]:
    if not column.share:
        return ["w3"]
    whole = sum(each.share or 1 for each in table.columns)
    return ["w6"] if column.share >= 4 and column.share / whole > _BROAD else []


def row_look(row: Row) -> Markup:
    """The id and the classes of a row."""
    found = [f"gt-{row.kind}"] if row.kind != "plain" else []
    found += ["gt-changed"] if row.changed else []
    return (Markup(' id="{}"').format(row.id) if row.id else Markup()) + _classed(found)


def sprite(content: object) -> Markup:
    """The drawings of every mark that a document uses, and of the arrows, once a page."""
    marks = {symbol(mark): mark for mark in every(content, Mark)}
    parts = [
        f'<symbol id="{escape(name)}" viewBox="0 0 16 16">{shape(marks[name])}</symbol>'
        for name in sorted(marks)
    ]
    parts += [
        f'<symbol id="t-{name}" viewBox="0 0 12 14"><path d="{path}" fill="currentColor"/></symbol>'
        for name, path in _ARROWS.items()
    ]
    hidden = 'width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"'
    return Markup(f"<svg {hidden}><defs>{''.join(parts)}</defs></svg>")  # noqa: S704 -- our own drawings


def sections(blocks: Iterable[Block]) -> list[Section]:
    """The sections among blocks."""
    return [block for block in blocks if isinstance(block, Section)]


def pairs(first: Iterable[Any], second: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Two sequences side by side."""
    return list(zip(first, second, strict=True))


FILTERS = {
    "classes": classes, "counted": counted, "drawn": drawn, "framed": framed, "head_look": head_look,
    "is_plot": is_plot,
    "kind": kind, "late_twins": late_twins, "looks": looks, "row_look": row_look, "sections": sections,
    "spark": spark, "symbol": symbol, "times": times, "unbroken": unbroken, "width": width, "zip": pairs,
}  # fmt: skip
