"""Tallies: counts with one mark for each thing counted, as plain values."""

from typing import Final

from goldenthread.documents.blocks import Tally, TallyRow
from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.pdf import lines
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value

TALLY_HEADS: Final = 54.0
"""What the first and the last column of a tally take, in millimetres."""

COUNT: Final = 10.5
"""What a count takes before its strip of marks."""

MARK_STEP: Final = 2.45
"""The width of one mark in a strip, in millimetres."""


def told(tally: Tally, place: Place) -> dict[str, Value]:
    """A tally as values: its bands, and for each row its counts with their marks and changes."""
    return {
        "k": "tally",
        "id": tally.id,
        "caption": printable(tally.caption),
        "first": printable(tally.first),
        "bands": [lines.told((band,), place)[0] for band in tally.bands],
        "last": printable(tally.last),
        "rows": [_row(row, tally.bands, place) for row in tally.rows],
        "heads": 1,
    }


def _row(row: TallyRow, bands: tuple[Mark, ...], place: Place) -> Value:
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
