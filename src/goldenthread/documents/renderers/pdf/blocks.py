"""Blocks: every kind of block as plain values for the typesetter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Details,
    Drawing,
    Facts,
    Figure,
    Note,
    Panel,
    Paragraph,
    Pillars,
    Section,
    Tally,
    TallyRow,
)
from goldenthread.documents.charts import doughnut
from goldenthread.documents.charts.specs import Doughnut
from goldenthread.documents.content import ContentRefused, walk
from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.pdf import columns, lines, measures
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value
from goldenthread.documents.renderers.pdf.tables import table
from goldenthread.documents.spans import words
from goldenthread.documents.tables import Table

LANDSCAPE = 267.0
PORTRAIT = 174.0
BESIDE = 88.0
PILLAR_GAP = 5.0
TALLY_HEADS = 54.0
"""What the first and the last column of a tally take, in millimetres."""

COUNT = 10.5
"""What a count takes before its strip of marks."""

# Paragraphs that lead up to one of these stay on its page.
_LED_UP_TO = ("table", "facts", "tally", "figure", "list", "panel")

SHORT_LIST = 6
"""A list of no more items is not split."""

NARROW, WIDE = 42.0, 64.0
"""The narrowest and the widest column of labels of facts, in millimetres."""

LONG_ANSWER = 160
"""Answers of more characters need the width more than their labels do."""

MARK_STEP = 2.45
"""The width of one mark in a strip, in millimetres."""


def told(content: Iterable[Block], place: Place, level: int) -> list[Value]:
    """The blocks as values, each heading with its level."""
    found = [_block(block, place, level) for block in content]
    for one, after in reversed(list(pairwise(found))):
        if one["k"] == "paragraph":
            one["leads"] = after["k"] in _LED_UP_TO or after.get("leads", False)
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
            return _tally(block, place)
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
        "blocks": inner,
    }


def late_twins(section: Section) -> list[Figure]:
    """The figures of a section whose tables stand at its end."""
    figures = (block for block, _ in walk(section.blocks) if isinstance(block, Figure))
    return [figure for figure in figures if figure.twin_place == "end"]


def _facts(facts: Facts, place: Place) -> dict[str, Value]:
    widest = max((measures.width(row.label, 10.5) for row in facts.rows), default=0.0) * columns.BOLD + 5
    answers = max((len(words(line)) for row in facts.rows for line in row.lines), default=0)
    return {
        "k": "facts",
        "id": facts.id,
        "caption": printable(facts.caption),
        "kind": facts.kind,
        "label": min(max(widest, NARROW), WIDE if answers < LONG_ANSWER else NARROW),
        "rows": [
            [printable(fact.label), [lines.told(line, place) for line in fact.lines]] for fact in facts.rows
        ],
        "heads": 1,
    }


def _twin(figure: Figure, place: Place) -> dict[str, Value]:
    return table(figure.twin, place)


def _figure(figure: Figure, place: Place, level: int) -> dict[str, Value]:
    drawings = [
        _drawing(drawing, f"{figure.id}-{number}", small=number > 1)
        for number, drawing in enumerate(figure.drawings, start=1)
    ]
    return {
        "k": "figure",
        "id": figure.id,
        "drawings": drawings,
        "beside": told(figure.beside, place.narrowed(BESIDE), level),
        "twin": [_twin(figure, place)] if figure.twin_place == "here" else [],
    }


def _drawing(drawing: Drawing, prefix: str, *, small: bool) -> dict[str, Value]:
    if isinstance(drawing.chart, Doughnut):
        size = doughnut.SIZES["small" if small else "large"]
        chart = _legible(drawing.chart)
        picture = doughnut.draw(chart, finding="", prefix=prefix, size="small" if small else "large")
        wide = size.width
    else:
        picture, wide = lines.drawn(drawing.chart, 240, 70), 240.0
    return {"title": printable(drawing.title), "alt": printable(drawing.alt), "svg": picture, "wide": wide}


def _legible(chart: Doughnut) -> Doughnut:
    """The chart with words that the typefaces can print."""
    slices = tuple(
        replace(piece, mark=replace(piece.mark, word=printable(piece.mark.word))) for piece in chart.slices
    )
    return replace(chart, slices=slices, counted=printable(chart.counted))


def _tally(tally: Tally, place: Place) -> dict[str, Value]:
    return {
        "k": "tally",
        "id": tally.id,
        "caption": printable(tally.caption),
        "first": printable(tally.first),
        "bands": [lines.told((band,), place)[0] for band in tally.bands],
        "last": printable(tally.last),
        "rows": [_tally_row(row, tally.bands, place) for row in tally.rows],
        "heads": 1,
    }


def _tally_row(row: TallyRow, bands: tuple[Mark, ...], place: Place) -> Value:
    across = max(int(((place.width - TALLY_HEADS) / len(bands) - COUNT) / MARK_STEP), 3)
    return {
        "label": printable(row.label),
        "counts": [f"{count:,}" for count in row.counts],
        "marks": [_strip(band, count, across) for band, count in zip(bands, row.counts, strict=True)],
        "changes": [printable(change) for change in row.changes],
        "last": lines.told(row.last, place),
    }


def _strip(band: Mark, count: int, across: int) -> Value:
    """One mark for each thing counted: the drawing and its width in millimetres."""
    return [lines.strip(band, count, across), min(count, across) * MARK_STEP] if count else []


def _panel(panel: Panel, place: Place, level: int) -> dict[str, Value]:
    chart = panel.spark.chart if panel.spark else None
    return {
        "k": "panel",
        "id": panel.id,
        "title": printable(panel.title),
        "level": level,
        "figures": [lines.told(line, place) for line in panel.figures],
        "line": lines.told(panel.line, place),
        "spark": [lines.drawn(chart, 240, 70), printable(chart.finding)] if chart else [],
        "rows": [
            [printable(row.label), told(row.blocks, place, level + 1), _holds_table(row.blocks)]
            for row in panel.rows
        ],
    }


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
