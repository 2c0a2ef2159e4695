"""Content: a document as frozen, checked values that every renderer reads and none may change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final, Literal, TypeVar, get_args

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
    PanelRow,
    Paragraph,
    Pillar,
    Pillars,
    Section,
    Tally,
    TallyRow,
)
from goldenthread.documents.charts.specs import Chart, Doughnut, Slice, Sparkline
from goldenthread.documents.marks import AMBER, COMPLETE, GREEN, NOT_RATED, NOT_STARTED, RED, Mark
from goldenthread.documents.refusals import ContentRefused, HeadingsTooDeep, IdsRepeat
from goldenthread.documents.spans import (
    Break,
    Line,
    Link,
    Moved,
    Number,
    Quiet,
    Span,
    Spark,
    Strong,
    Text,
    Trend,
    line,
    words,
)
from goldenthread.documents.tables import Column, Row, RowGroup, Table, rows_table

_ID: Final = re.compile(r"[a-z][a-z0-9.-]*")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DEEPEST: Final = 5

Part = TypeVar("Part")
# What holds no part of a document.
_VALUES: Final = frozenset({str, int, bool, float})

Format = Literal["html", "pdf", "docx", "xlsx"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
FORMAT_NAMES: Final[Mapping[Format, str]] = {
    "html": "web page",
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
}


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of a pack. `name` is its file name without an ending, `dates` the two dates it stands on.

    `notice` is printed on every page (the example council says there that it is invented); `running` is the
    title in the footer, `short` the one in the list of papers; `view` which of the three views this is ("As
    frozen"); `contents` the label of a list of sections, or "" for none. `formats` are those it is written
    in; `known_at`, the moment its figures were known, dates the files, so that no clock does. `is_sheet` is
    said of a paper that is to be one sheet: it is set closer; `is_for_staff` of one that must not leave the
    council: no pack takes it, and `notice` says so on every page.
    """

    name: str
    title: str
    dates: str
    council: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    notice: str = ""
    running: str = ""
    short: str = ""
    view: str = ""
    seal: str = ""
    contents: str = ""
    language: str = "en-GB"
    page: Literal["portrait", "landscape"] = "portrait"
    formats: tuple[Format, ...] = FORMATS
    known_at: datetime | None = None
    is_sheet: bool = False
    is_for_staff: bool = False

    def __post_init__(self) -> None:
        if not self.formats or not set(self.formats) <= set(FORMATS):
            raise ContentRefused(f"document {self.name!r} is written in some of: {', '.join(FORMATS)}")
        if not _NAME.fullmatch(self.name):
            raise ContentRefused(f"{self.name!r} is no file name: use small letters, digits and hyphens")
        if not _LANGUAGE.fullmatch(self.language):
            raise ContentRefused(f"{self.language!r} is no language; write en-GB or cy")
        for label, text in (("title", self.title), ("dates", self.dates), ("council", self.council)):
            if not text.strip():
                raise ContentRefused(f"document {self.name!r} has no {label}")
        _check_ids(self)


def walk(blocks: tuple[Block, ...], level: int = 2) -> Iterator[tuple[Block, int]]:
    """Every block in reading order with the level its heading has, or would have."""
    for block in blocks:
        yield block, level
        match block:
            case Section(blocks=inner):
                yield from walk(inner, level + 1)
            case Figure(twin=twin, beside=beside):
                yield from walk((*beside, twin), level)
            case Panel(rows=rows):
                for row in rows:
                    yield from walk(row.blocks, level + 1)
            case Pillars(columns=columns):
                for pillar in columns:
                    yield from walk(pillar.blocks, level + 1)
            case Details(blocks=inner):
                yield from walk(inner, level)
            case _:
                pass


def every(part: object, kind: type[Part]) -> Iterator[Part]:
    """Every part of a kind within a part of a document, however deep, in reading order."""
    waiting: list[Any] = [part]
    while waiting:
        item = waiting.pop()
        if isinstance(item, kind):
            yield item
        elif isinstance(item, tuple):
            waiting.extend(reversed(item))
        else:
            waiting.extend([getattr(item, name) for name in _holding(item.__class__)])


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """The fields of a part that may hold others, the last first; none for what is no part but a value."""
    if not is_dataclass(kind):
        return ()
    return tuple(each.name for each in reversed(fields(kind)) if each.type not in _VALUES)


def late_twins(section: Section) -> list[Figure]:
    """The figures of an outermost section whose tables stand at its end."""
    figures = (block for block, _ in walk(section.blocks) if isinstance(block, Figure))
    return [figure for figure in figures if figure.twin_place == "end"]


def _check_ids(document: Document) -> None:
    seen: set[str] = set()
    for block, level in walk(document.blocks):
        if isinstance(block, Section | Panel | Pillars) and level > DEEPEST:
            raise HeadingsTooDeep(f"document {document.name!r}: headings go down to level {DEEPEST}")
        for part in _ids(block):
            if not _ID.fullmatch(part):
                raise ContentRefused(f"{part!r} is no id: a small letter, then letters, digits, - .")
            if part in seen:
                raise IdsRepeat(f"document {document.name!r}: id {part!r} stands twice")
            seen.add(part)


def _ids(block: Block) -> Iterator[str]:
    if isinstance(block, Section | Facts | Table | Figure | Tally | Panel):
        yield block.id
    if isinstance(block, Table):
        yield from (row.id for row in block.rows() if row.id)


__all__ = [
    "AMBER", "COMPLETE", "FORMATS", "FORMAT_NAMES", "GREEN", "NOT_RATED", "NOT_STARTED", "RED",
    "Block", "Break", "BulletList", "Chart", "Column", "ContentRefused", "Details", "Document", "Doughnut",
    "Drawing", "Fact", "Facts", "Figure", "Format", "Line", "Link", "Mark", "Moved", "Note", "Number",
    "Panel", "PanelRow", "Paragraph", "Pillar", "Pillars", "Quiet", "Row", "RowGroup", "Section", "Slice",
    "Span", "Spark", "Sparkline", "Strong", "Table", "Tally", "TallyRow", "Text", "Trend", "late_twins",
    "line", "rows_table", "walk", "words",
]  # fmt: skip
