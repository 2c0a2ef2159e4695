"""Blocks: every kind of block as plain values for the typesetter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Details,
    Drawing,
    Fact,
    Facts,
    Figure,
    Note,
    Panel,
    Paragraph,
    Pillars,
    Section,
    Tally,
)
from goldenthread.documents.charts import doughnut
from goldenthread.documents.charts.specs import Doughnut, Plot
from goldenthread.documents.content import ContentRefused, late_twins, walk
from goldenthread.documents.renderers.pdf import columns, lines, measures, tallies
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value
from goldenthread.documents.renderers.pdf.tables import SHORT, table
from goldenthread.documents.spans import words
from goldenthread.documents.tables import Table

LANDSCAPE = 267.0
PORTRAIT = 174.0
BESIDE = 88.0
BESIDE_WORDS = 82.0
PILLAR_GAP = 5.0
# Paragraphs that lead up to one of these stay on its page.
_LED_UP_TO = ("table", "facts", "tally", "figure", "list", "panel")

SHORT_LIST = 6
"""A list of no more items is not split."""

SHORT_PANEL = 120.0
SHORT_PANEL_LANDSCAPE = 75.0
"""A panel whose rows are about so high takes half a page, and need not be measured by setting it twice."""

FACT_SPACE = 3.3
"""What stands clear above and below the words of a fact, in millimetres."""

ROW_SPACE = 4.0
PANEL_LABEL = 31.0

ROWS_OF_CHARTS = 4
"""As many rows of charts stand on one page with their headings."""

FRONT_LABEL, LABEL = 10.0, 12.0
"""What the labels of a front table and of other facts are set in, in points."""

NARROW, WIDE = 42.0, 64.0
"""The narrowest and the widest column of labels of facts, in millimetres."""

LONG_ANSWER = 160
"""Answers of more characters need the width more than their labels do."""


def told(content: Iterable[Block], place: Place, level: int) -> list[Value]:
    """The blocks as values, each heading with its level."""
    found = [_block(block, place, level) for block in content]
    for one, after in pairwise(found):
        if one["k"] == "paragraph":
            one["leads"] = after["k"] in _LED_UP_TO
    if len(found) > 1 and found[0]["k"] == "paragraph":
        # Else the heading above and one sentence would be left behind at the foot of a page.
        found[0]["leads"] = found[0]["leads"] or found[1].get("leads", False)
    return list(found)


def _block(block: Block, place: Place, level: int) -> dict[str, Value]:
    match block:
        case Section():
            return _section(block, place, level)
        case Paragraph(line, kind):
            return {"k": "paragraph", "line": lines.told(line, place), "kind": kind, "leads": False}
        case BulletList(items, kind):
            told_items = [lines.told(item, place) for item in items]
            return {"k": "list", "items": told_items, "kind": kind, "whole": len(items) <= SHORT_LIST}
        case Note(line):
            return {"k": "note", "line": lines.told(line, place)}
        case Facts():
            return _facts(block, place)
        case Table():
            return table(block, place)
        case Figure():
            return _figure(block, place, level)
        case Tally():
            return tallies.told(block, place)
        case Panel():
            return _panel(block, place, level)
        case Pillars():
            return _pillars(block, place, level)
        case Details(summary, inner):
            return {"k": "details", "summary": printable(summary), "blocks": told(inner, place, level)}
    raise ContentRefused(f"{type(block).__name__} is no block that a PDF can show")


def _section(section: Section, place: Place, level: int) -> dict[str, Value]:
    inside = place.narrowed(LANDSCAPE) if section.start == "landscape" else place
    inner = told(section.blocks, inside, level + 1)
    if level == 2:
        inner += [_twin(figure, inside) for figure in late_twins(section)]
    return {
        "k": "section",
        "id": section.id,
        "title": printable(section.title),
        "level": level,
        "start": section.start,
        "whole": inside.width <= PORTRAIT and _share_a_page(section.blocks),
        "blocks": inner,
    }


def _share_a_page(content: tuple[Block, ...]) -> bool:
    """Whether these are charts to be compared, few enough for a page: one large a figure, three to a row."""
    charts = [block for block in content if isinstance(block, Figure) and block.twin_place == "end"]
    if any(isinstance(drawing.chart, Plot) for figure in charts for drawing in figure.drawings):
        return False
    rows = sum(1 + ceil((len(figure.drawings) - 1) / 3) for figure in charts)
    return len(charts) == len(content) > 1 and rows <= ROWS_OF_CHARTS


def _facts(facts: Facts, place: Place) -> dict[str, Value]:
    size = FRONT_LABEL if facts.kind == "front" else LABEL
    widest = max((measures.width(row.label, size) for row in facts.rows), default=0.0) * columns.BOLD + 5
    answers = max((len(words(line)) for row in facts.rows for line in row.lines), default=0)
    label = min(max(widest, NARROW), WIDE if answers < LONG_ANSWER else NARROW)
    return {
        "k": "facts",
        "id": facts.id,
        "caption": printable(facts.caption),
        "kind": facts.kind,
        "label": label,
        "whole": sum(_fact_height(row, label, place, size) for row in facts.rows) < SHORT,
        "rows": [
            [printable(fact.label), [lines.told(line, place) for line in fact.lines]] for fact in facts.rows
        ],
        "heads": 1,
    }


def _fact_height(fact: Fact, label: float, place: Place, size: float) -> float:
    """About how high a label with its answers is, in millimetres."""
    answers = sum(measures.height(words(line), size, place.width - label) for line in fact.lines)
    return max(measures.height(fact.label, size, label), answers) + FACT_SPACE


def _twin(figure: Figure, place: Place) -> dict[str, Value]:
    return table(figure.twin, place)


def _figure(figure: Figure, place: Place, level: int) -> dict[str, Value]:
    drawings = [
        _drawing(drawing, f"{figure.id}-{number}", _room(figure, number, place), small=number > 1)
        for number, drawing in enumerate(figure.drawings, start=1)
    ]
    return {
        "k": "figure",
        "id": figure.id,
        "drawings": drawings,
        "beside": told(figure.beside, place.narrowed(BESIDE), level),
        "twin": [_twin(figure, place)] if figure.twin_place == "here" else [],
    }


def _room(figure: Figure, number: int, place: Place) -> float:
    """How wide a plot may be drawn: the first as far as nothing stands beside it."""
    return BESIDE_WORDS if figure.beside and number == 1 else place.width


def _drawing(drawing: Drawing, prefix: str, room: float, *, small: bool) -> dict[str, Value]:
    if isinstance(drawing.chart, Doughnut):
        size = doughnut.SIZES["small" if small else "large"]
        chart = _legible(drawing.chart)
        picture = doughnut.draw(chart, finding="", prefix=prefix, size="small" if small else "large")
        wide = size.width
    elif isinstance(drawing.chart, Plot):
        picture, wide = lines.plotted(drawing.chart, room)
    else:
        picture, wide = lines.drawn(drawing.chart, 240, 70), 240.0
    words = {"title": printable(drawing.title), "alt": printable(drawing.alt)}
    return {**words, "svg": picture, "wide": wide, "plot": isinstance(drawing.chart, Plot)}


def _legible(chart: Doughnut) -> Doughnut:
    """The chart with words that the typefaces can print."""
    slices = tuple(
        replace(piece, mark=replace(piece.mark, word=printable(piece.mark.word))) for piece in chart.slices
    )
    return replace(chart, slices=slices, counted=printable(chart.counted))


def _panel(panel: Panel, place: Place, level: int) -> dict[str, Value]:
    chart = panel.spark.chart if panel.spark else None
    rows = [(row, told(row.blocks, place, level + 1)) for row in panel.rows]
    short = SHORT_PANEL if place.width <= PORTRAIT else SHORT_PANEL_LANDSCAPE
    return {
        "k": "panel",
        "id": panel.id,
        "title": printable(panel.title),
        "level": level,
        "figures": [lines.told(line, place) for line in panel.figures],
        "line": lines.told(panel.line, place),
        "spark": [lines.drawn(chart, 240, 70), printable(chart.finding)] if chart else [],
        "rows": [[printable(row.label), inner, _holds_table(row.blocks)] for row, inner in rows],
        "short": sum(_height(row.blocks, inner, place) for row, inner in rows) < short,
    }


def _height(content: tuple[Block, ...], values: Sequence[Value], place: Place) -> float:
    """About how high the blocks of a panel's row are, in millimetres; endless where that is hard to tell."""
    high = ROW_SPACE
    for block, value in zip(content, values, strict=True):
        if isinstance(block, Paragraph):
            high += measures.height(words(block.line), 10, place.width - PANEL_LABEL)
        elif isinstance(block, Table) and isinstance(value, Mapping):
            high += float(str(value["high"]))
        else:
            return float("inf")
    return high


def _holds_table(content: tuple[Block, ...]) -> bool:
    """Whether what stands in a panel's row needs the whole width."""
    return any(isinstance(block, Table | Tally | Figure | Facts | Panel) for block, _ in walk(content))


def _pillars(pillars: Pillars, place: Place, level: int) -> dict[str, Value]:
    count = len(pillars.columns)
    inside = place.narrowed((place.width - PILLAR_GAP * (count - 1)) / count)
    return {
        "k": "pillars",
        "level": level,
        "columns": [[printable(p.title), told(p.blocks, inside, level + 1)] for p in pillars.columns],
    }


def heads(value: Value) -> Iterator[int]:
    """For each table among the values, in the order they are printed, how many columns head its rows."""
    if isinstance(value, Mapping):
        if "heads" in value:
            yield int(str(value["heads"]))
        else:
            for inner in value.values():
                yield from heads(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from heads(inner)
