"""Marks of an .ods sheet: percentages, errors, merges and what is hidden, from its content."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from xml.parsers import expat

from goldenthread.collection.findings import Code, FileRefused, refusal
from goldenthread.collection.readers import extent
from goldenthread.collection.readers.archive import SAVE_AGAIN, Archive
from goldenthread.collection.readers.book import Merge, Place
from goldenthread.collection.readers.marks import Marks

CONTENT = "content.xml"
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
ERROR = re.compile(r"^(#[A-Z/0!?]+|Err:\d+)$")
CELL = ("table:table-cell", "table:covered-table-cell")


@dataclass
class Found:
    """What one sheet turns out to hold, while its content is read."""

    percent: list[Place] = field(default_factory=list)
    red: set[Place] = field(default_factory=set)
    instead: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    has_booleans: bool = False
    height: int = 0
    width: int = 0


class Workbook:
    """The content of an .ods, read once for all its sheets."""

    shared_parts: AbstractSet[str] = frozenset()

    def __init__(self, archive: Archive):
        content = archive.read(CONTENT)
        reader = _Reader(archive.file)
        parser = expat.ParserCreate()
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.text
        try:
            parser.Parse(content, True)
        except FileRefused:
            raise
        except (expat.ExpatError, ValueError) as error:
            raise refusal(
                archive.file,
                Code.NOT_READABLE,
                "the workbook is damaged: its content is broken",
                SAVE_AGAIN,
            ) from error
        self._sheets = reader.sheets

    def sheet(self, name: str) -> Marks:
        """The marks of one sheet."""
        found = self._sheets[name]
        return Marks(
            percent=tuple(found.percent),
            red=frozenset(found.red),
            instead=found.instead,
            merges=tuple(found.merges),
            hidden_rows=frozenset(found.hidden_rows),
            hidden_columns=frozenset(found.hidden_columns),
            has_booleans=found.has_booleans,
        )


class _Reader:
    """Walks through the content, counting rows and columns with their repeats."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._name = ""
        self.sheets: dict[str, Found] = {}
        self._sheet = Found()
        self._row = self._column = self._definition = self._repeats = 0
        self._cell: dict[str, str] | None = None
        self._said = ""
        self._style = ""
        self._red_styles: set[str] = set()

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "style:style":
            self._style = given.get("style:name", "")
        elif tag == "style:text-properties" and _is_red(given.get("fo:color", "")):
            self._red_styles.add(self._style)
        elif tag == "table:table":
            self._name = given.get("table:name", "")
            self._sheet = self.sheets.setdefault(self._name, Found())
            self._row = self._definition = 0
        elif tag == "table:table-column":
            self._count_column(given)
        elif tag == "table:table-row":
            self._column = 0
            self._repeats = _repeats(given, "table:number-rows-repeated")
            if given.get("table:visibility", "visible") != "visible":
                last = min(self._row + self._repeats, MOST_ROWS)
                self._sheet.hidden_rows.update(range(self._row, last))
        elif tag in CELL:
            self._cell, self._said = given, ""

    def text(self, text: str) -> None:
        if self._cell is not None:
            self._said += text

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._repeats
        elif tag in CELL and self._cell is not None:
            self._finish(self._cell)
            self._cell = None

    def _count_column(self, given: dict[str, str]) -> None:
        repeats = _repeats(given, "table:number-columns-repeated")
        if given.get("table:visibility", "visible") != "visible":
            last = min(self._definition + repeats, MOST_COLUMNS)
            self._sheet.hidden_columns.update(range(self._definition, last))
        self._definition += repeats

    def _finish(self, cell: dict[str, str]) -> None:
        across = _repeats(cell, "table:number-columns-repeated")
        kind = cell.get("office:value-type", "")
        is_red = cell.get("table:style-name", "") in self._red_styles
        if kind:
            self._reach(self._row + self._repeats, self._column + across)
            for row in range(self._row, self._row + self._repeats):
                for column in range(self._column, self._column + across):
                    self._mark(row, column, kind, is_red)
        down, wide = (int(cell.get(f"table:number-{what}-spanned", "1")) for what in ("rows", "columns"))
        if down > 1 or wide > 1:
            corner = (self._row + down - 1, self._column + wide - 1)
            self._sheet.merges.append(Merge(self._row, self._column, *corner))
        self._column += across

    def _reach(self, height: int, width: int) -> None:
        self._sheet.height = max(self._sheet.height, height)
        self._sheet.width = max(self._sheet.width, width)
        extent.check(self._file, self._name, self._sheet.height, self._sheet.width)

    def _mark(self, row: int, column: int, kind: str, is_red: bool) -> None:
        if kind == "percentage":
            self._sheet.percent.append((row, column))
        if kind == "boolean":
            self._sheet.has_booleans = True
        if is_red:
            self._sheet.red.add((row, column))
        if ERROR.match(self._said.strip()):
            self._sheet.instead[row, column] = self._said.strip()


def _repeats(given: dict[str, str], name: str) -> int:
    return int(given.get(name, "1"))


def _is_red(colour: str) -> bool:
    if not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red >= 160 and green <= 80 and blue <= 80
