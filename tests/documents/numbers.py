"""Numbers: every bound number of a paper, in the order in which the paper is read."""

from collections.abc import Iterable, Iterator

from goldenthread.documents import content as c
from goldenthread.documents import counts


def numbers(document: c.Document) -> Iterator[c.Number]:
    """Tables of charts that stand at the end of the outermost section are read there."""
    yield from _of(document.blocks, 2)


def in_tables(document: c.Document) -> Iterator[c.Number]:
    """Those that stand in a table, a tally or a list of facts."""
    for block, _ in c.walk(document.blocks):
        if isinstance(block, c.Table | c.Tally | c.Facts):
            yield from _of((block,), 2)


def _of(blocks: Iterable[c.Block], level: int) -> Iterator[c.Number]:
    for block in blocks:
        match block:
            case c.Section():
                yield from _of(block.blocks, level + 1)
                if level == 2:
                    yield from _late(block)
            case c.Figure():
                yield from _of(block.beside, level)
                yield from _of((block.twin,) if block.twin_place == "here" else (), level)
            case c.Panel():
                yield from _in((*block.figures, block.line))
                for row in block.rows:
                    yield from _of(row.blocks, level + 1)
            case c.Pillars():
                for pillar in block.columns:
                    yield from _of(pillar.blocks, level + 1)
            case c.Details():
                yield from _of(block.blocks, level)
            case c.Table():
                yield from _in(cell for row in block.rows() for cell in (row.header, *row.cells))
            case c.Tally():
                yield from _counted(block)
            case c.BulletList():
                yield from _in(block.items)
            case c.Facts():
                yield from _in(line for fact in block.rows for line in fact.lines)
            case c.Paragraph() | c.Note():
                yield from _in((block.line,))


def _late(section: c.Section) -> Iterator[c.Number]:
    for inner, _ in c.walk(section.blocks):
        if isinstance(inner, c.Figure) and inner.twin_place == "end":
            yield from _of((inner.twin,), 2)


def _counted(tally: c.Tally) -> Iterator[c.Number]:
    for row in tally.rows:
        for band, number in zip(tally.bands, row.counts, strict=True):
            if row.place:
                yield counts.count(number, *row.place, band.word)
        yield from _in((row.last,))


def _in(lines: Iterable[c.Line]) -> Iterator[c.Number]:
    yield from (span for line in lines for span in line if isinstance(span, c.Number))
