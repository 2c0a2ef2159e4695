"""Reading a return: every table of a mapping, from the sheets of a book."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import polars as pl

from goldenthread.collection.candidates import (
    assembly,
    figures,
    grid,
    headings,
    joining,
    missing,
    rows,
    strips,
)
from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.headings import fits
from goldenthread.collection.candidates.labels import LabelReader
from goldenthread.collection.candidates.leftovers import mention_unread, stray_cells
from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.findings import Code, Finding, Severity, refusal
from goldenthread.collection.mapping.schema import Also, Mapping, Table
from goldenthread.collection.readers.book import Book, Sheet
from goldenthread.collection.values.markers import Markers
from goldenthread.collection.values.statuses import Statuses


@dataclass
class Reading:
    """What a file holds: candidates, findings, and how many rows are declared to be no figures."""

    candidates: pl.DataFrame
    findings: list[Finding] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)


def read(book: Book, mapping: Mapping, setting: Setting) -> Reading:
    """The candidates of a file; raises `FileRefused` when it cannot be mapped."""
    findings = [*book.findings, *_hidden_sheets(book, mapping)]
    wanted = _tables_by_sheet(book, mapping)
    findings += _unmapped_sheets(book, mapping, wanted)
    frames: list[pl.DataFrame] = []
    ignored: Counter[str] = Counter()
    for name, tables in wanted.items():
        notebook = Notebook(book.file, name)
        frames += _sheet(book, book.sheet(name), tables, mapping, setting, notebook)
        findings += notebook.findings
        ignored += notebook.ignored
    candidates = pl.concat(frames) if frames else assembly.CANDIDATES.to_frame()
    if candidates.is_empty() and not any(found.severity == Severity.REFUSED_ROW for found in findings):
        findings.append(_no_figures(book, mapping))
    return Reading(candidates, findings, ignored)


def _no_figures(book: Book, mapping: Mapping) -> Finding:
    """What to say of a file without a single figure, where that may be; else raises `FileRefused`."""
    wrong = "the file holds no figures in any table of the mapping"
    right = "Fill in the return, or check that it is the right file for this mapping"
    if mapping.empty == "refuse":
        raise refusal(book.file, Code.NO_ROWS, wrong, right)
    return Finding(book.file, "", "", Severity.NOTE, Code.NO_ROWS, wrong, "Nothing, until there are some")


def _sheet(
    book: Book, sheet: Sheet, tables: Sequence[Table], mapping: Mapping, setting: Setting, notebook: Notebook
) -> Iterator[pl.DataFrame]:
    notebook.findings += sheet.findings
    grids = []
    for table in tables:
        found = headings.find(sheet, table.header, notebook)
        merged = grid.with_merges_filled(sheet, found.bottom + 1)
        made = Grid(sheet, table, found, rows.of_figures(sheet, table, found, notebook), notebook, merged)
        grid.fill_down(made, table.fill_down)
        grids.append(made)
        yield _table(book, made, mapping, setting)
    mention_unread(grids, mapping)


def _table(book: Book, made: Grid, mapping: Mapping, setting: Setting) -> pl.DataFrame:
    words = Markers(mapping.markers), Statuses(mapping.statuses)
    reader = LabelReader(made, mapping, setting, words[1])
    stray = stray_cells(made, is_text=book.kind == "csv")
    frames = []
    also: Also | None
    for also in (None, *made.table.also):
        repeats = (also or made.table).repeats == "expected"
        for strip in strips.strips(made, also):
            labels = reader.labels(also, strip.across)
            sound = [position for position in labels.sound_rows() if position not in stray]
            indicators = [labels.indicator[position] or "" for position in sound]
            found = figures.read(made, strip, sound, indicators, words, setting.bases)
            frames.append(assembly.frame(made, strip, labels, sound, found, repeats=repeats))
    candidates = joining.joined(pl.concat(frames), made.notebook)
    return missing.settled(candidates, made.table, setting.known_from, made.notebook)


def _hidden_sheets(book: Book, mapping: Mapping) -> list[Finding]:
    """One finding for all hidden sheets, without a name: even a name may be a person's."""
    if not book.hidden:
        return []
    wrong = "the workbook has a hidden sheet: it was refused, and none of it was read or kept"
    right = "Delete the sheet, or unhide it if its figures belong to the return"
    if mapping.hidden_sheets == "refuse_file":
        raise refusal(book.file, Code.HIDDEN_SHEET, wrong, right)
    return [Finding(book.file, "", "", Severity.WARNING, Code.HIDDEN_SHEET, wrong, right)]


def _tables_by_sheet(book: Book, mapping: Mapping) -> dict[str, list[Table]]:
    wanted: dict[str, list[Table]] = {}
    for table in mapping.tables:
        names = _sheets_of(table, book, mapping)
        if not names and table.required:
            raise _sheet_missing(table, book)
        for name in names:
            wanted.setdefault(name, []).append(table)
    return wanted


def _sheets_of(table: Table, book: Book, mapping: Mapping) -> list[str]:
    if book.kind == "csv":
        return list(book.names)
    if not table.sheet:
        open_sheets = [name for name in book.names if not _is_ignored(name, mapping)]
        return open_sheets if len(open_sheets) == 1 else []
    return [name for name in book.names if any(fits(name, wanted) for wanted in table.sheet)]


def _is_ignored(name: str, mapping: Mapping) -> bool:
    return any(fits(name, wanted) for wanted in mapping.ignore_sheets)


def _sheet_missing(table: Table, book: Book) -> Exception:
    there = ", ".join(book.names) or "none that is visible"
    if not table.sheet:
        wrong = f"the mapping names no sheet and the workbook has not exactly one: {there}"
        return refusal(
            book.file, Code.SHEET_MISSING, wrong, "Remove the others, or name the sheet in the mapping"
        )
    called = " or ".join(item if isinstance(item, str) else item.matches for item in table.sheet)
    wrong = f"there is no visible sheet {called}; there are: {there}"
    return refusal(book.file, Code.SHEET_MISSING, wrong, f"Name the sheet {called}, or correct the mapping")


def _unmapped_sheets(book: Book, mapping: Mapping, wanted: dict[str, list[Table]]) -> list[Finding]:
    unread = [name for name in book.names if name not in wanted and not _is_ignored(name, mapping)]
    return [
        Finding(
            book.file,
            name,
            "",
            Severity.WARNING,
            Code.SHEET_NOT_MAPPED,
            "the mapping does not say what this sheet is: nothing of it was read",
            "Add the sheet to the mapping, under tables or ignore_sheets",
        )
        for name in unread
    ]
