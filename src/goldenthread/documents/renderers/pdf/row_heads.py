"""Row heads: the cells that head a row, which the typesetter tags as data, tagged as heads of their rows."""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile
from typing import Final

import pikepdf

from goldenthread.documents.content import ContentRefused

_GROUPS: Final = frozenset(("/THead", "/TBody", "/TFoot"))
# What holds no table, and need not be searched for one.
_LEAVES: Final = frozenset(("/P", "/Span", "/H1", "/H2", "/H3", "/H4", "/H5", "/TOC", "/L", "/Figure"))


class TablesDiffer(ContentRefused):
    """A file with more or fewer tables than were told."""


def marked(made: bytes, heads: Sequence[int]) -> bytes:
    """The file with the first cells of each row tagged as its heads; `heads` says how many a table has."""
    # A file of the system can be mapped into memory; bytes would be asked for object by object.
    with TemporaryFile() as held:
        held.write(made)
        held.flush()
        with pikepdf.open(held, access_mode=pikepdf.AccessMode.mmap) as pdf:
            _mark_tables(pdf, heads)
            file = io.BytesIO()
            pdf.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def _mark_tables(pdf: pikepdf.Pdf, heads: Sequence[int]) -> None:
    tables = list(_tables(pdf.Root.StructTreeRoot))
    if len(tables) != len(heads):
        raise TablesDiffer(f"{len(tables)} tables were set, {len(heads)} were told")
    for table, count in zip(tables, heads, strict=True):
        for row in _rows(table):
            _mark(row, count)


def _kids(element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """What an element holds, each after its tag."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), kid


def _tables(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every table in the order of reading; no table holds another."""
    for tag, kid in _kids(element):
        if tag == "/Table":
            yield kid
        elif tag not in _LEAVES:
            yield from _tables(kid)


def _rows(table: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for tag, kid in _kids(table):
        if tag == "/TR":
            yield kid
        elif tag in _GROUPS:
            yield from _rows(kid)


def _mark(row: pikepdf.Object, count: int) -> None:
    for tag, cell in islice(_kids(row), count):
        if tag == "/TD":
            cell.S = pikepdf.Name.TH
            _scope(cell)


def _scope(cell: pikepdf.Object) -> None:
    attributes = cell.get("/A")
    found = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes] if attributes else []
    for owned in found:
        if owned.get("/O") == pikepdf.Name.Table:
            owned.Scope = pikepdf.Name.Row
            return
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    cell.A = pikepdf.Array([*found, scope])
