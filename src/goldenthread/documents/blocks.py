"""Blocks: the parts a document is built from, one below the other."""

from dataclasses import dataclass
from typing import Literal

from goldenthread.documents.charts.specs import Chart
from goldenthread.documents.marks import Mark
from goldenthread.documents.refusals import (
    CaptionMissing,
    ContentRefused,
    FigureWithoutWords,
    RowsNotAsWideAsColumns,
)
from goldenthread.documents.spans import Line, Spark
from goldenthread.documents.tables import Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a `lead` opens a page with its finding, a `quiet` one is a remark."""

    line: Line
    kind: Literal["plain", "lead", "quiet"] = "plain"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list: bulleted, numbered, `plain` (marks with their meaning) or of `links` with what they hold."""

    items: tuple[Line, ...]
    kind: Literal["bullets", "numbers", "plain", "links"] = "bullets"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that must not be missed, such as a restatement since the freeze."""

    line: Line


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled row of facts; several lines stand under each other."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A two-column list: the `front` sheet of a report, a `receipt`, or plain facts."""

    id: str
    caption: str
    rows: tuple[Fact, ...]
    kind: Literal["front", "receipt", "plain"] = "plain"

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise CaptionMissing(f"facts {self.id!r} have no caption; say what they are about")
        for fact in self.rows:
            if not fact.label.strip() or not fact.lines:
                raise ContentRefused(f"facts {self.id!r}: {fact.label!r} needs label and answer")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart with the title above it and the finding that is read out in its place."""

    title: str
    alt: str
    chart: Chart

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.alt.strip():
            raise FigureWithoutWords(f"chart {self.title!r} needs a title and its finding in a sentence")


@dataclass(frozen=True, slots=True)
class Figure:
    """One or several charts with the same numbers as a table; the first of several is drawn large.

    `beside` stands next to the large chart. The table follows the charts, or stands at the end of the
    outermost section, so that eight charts share one page.
    """

    id: str
    drawings: tuple[Drawing, ...]
    twin: Table
    beside: tuple["Block", ...] = ()
    twin_place: Literal["here", "end"] = "here"

    def __post_init__(self) -> None:
        if not self.drawings:
            raise FigureWithoutWords(f"figure {self.id!r} draws nothing")


@dataclass(frozen=True, slots=True)
class TallyRow:
    """Counts for one row of a tally, one a band, and under each count its change in words.

    `place` is where the counts live: each is bound to it and to its band's word, as `counts.count` does.
    """

    label: str
    counts: tuple[int, ...]
    changes: tuple[str, ...] = ()
    last: Line = ()
    place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by rating with one mark for each thing counted: a chart that is its own table."""

    id: str
    caption: str
    first: str
    bands: tuple[Mark, ...]
    rows: tuple[TallyRow, ...]
    last: str = ""

    def __post_init__(self) -> None:
        if not self.caption.strip() or not self.first.strip():
            raise CaptionMissing(f"tally {self.id!r} needs a caption and a label for its first column")
        for row in self.rows:
            if len(row.counts) != len(self.bands) or len(row.changes) not in (0, len(self.bands)):
                raise RowsNotAsWideAsColumns(f"tally {self.id!r}, row {row.label!r}: one count a band")
            if any(count < 0 for count in row.counts):
                raise ContentRefused(f"tally {self.id!r}, row {row.label!r}: a count below zero")
            if bool(row.last) != bool(self.last):
                raise RowsNotAsWideAsColumns(f"tally {self.id!r}, row {row.label!r}: the last column differs")


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One labelled row of a panel; what it holds may be a table of actions."""

    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled piece that is never split, such as a key challenge: figures, a line, labelled rows."""

    id: str
    title: str
    rows: tuple[PanelRow, ...]
    figures: tuple[Line, ...] = ()
    line: Line = ()
    spark: Spark | None = None


@dataclass(frozen=True, slots=True)
class Pillar:
    """One of several columns side by side, with its own heading."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Pillars:
    """Columns of equal width, such as three that improved, three that worsened, three to watch."""

    columns: tuple[Pillar, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """More for who wants it: folded on screen, always open in print."""

    summary: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; sections nest, and the depth makes the heading's level.

    `start` says where it begins in print: where it falls, on a new page, or on a page on its side.
    """

    id: str
    title: str
    blocks: tuple["Block", ...]
    start: Literal["here", "page", "landscape"] = "here"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ContentRefused(f"section {self.id!r} has no title")


Block = (
    Section | Paragraph | BulletList | Note | Facts | Table | Figure | Tally | Panel | Pillars | Details
)  # fmt: skip
