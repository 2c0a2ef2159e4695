"""Reading: what a test asks of an assembled document."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.documents import content as c
from goldenthread.reports.assemble import pack


def papers(material) -> dict[str, c.Document]:
    return {document.name: document for document in pack.assemble(material)}


def report(material) -> c.Document:
    return papers(material)["appendix-1-strategic-performance-report"]


def blocks(document: c.Document) -> Iterator[c.Block]:
    return (block for block, _ in c.walk(document.blocks))


def tables(document: c.Document) -> dict[str, c.Table]:
    return {block.id: block for block in blocks(document) if isinstance(block, c.Table)}


def tallies(document: c.Document) -> dict[str, c.Tally]:
    return {block.id: block for block in blocks(document) if isinstance(block, c.Tally)}


def panels(document: c.Document) -> dict[str, c.Panel]:
    return {block.id: block for block in blocks(document) if isinstance(block, c.Panel)}


def headings(document: c.Document) -> list[str]:
    return [block.title for block in blocks(document) if isinstance(block, c.Section)]


def paragraphs(document: c.Document) -> list[str]:
    return [c.words(block.line) for block in blocks(document) if isinstance(block, c.Paragraph | c.Note)]


def rows(table: c.Table) -> dict[str, tuple[str, ...]]:
    """Each row's cells in words, by its first word."""
    return {c.words(row.header).split(" ")[0]: tuple(map(c.words, row.cells)) for row in table.rows()}


def row(table: c.Table, code: str) -> dict[str, str]:
    """One row's cells in words, by column."""
    labels = [column.label for column in table.columns[1:]]
    return dict(zip(labels, rows(table)[code], strict=True))


def spans(part: object) -> Iterator[object]:
    """Every span of a document, wherever it stands."""
    from dataclasses import fields, is_dataclass

    if isinstance(part, tuple):
        for item in part:
            yield from spans(item)
    elif isinstance(
        part, c.Text | c.Strong | c.Quiet | c.Moved | c.Number | c.Mark | c.Trend | c.Link | c.Spark
    ):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from spans(getattr(part, field.name))
