"""Headings: finding the row that names the columns, and the columns by their names."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.candidates.written import as_text, folded, spellings
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.schema import Header
from goldenthread.collection.mapping.sources import Column, Letter, Matching
from goldenthread.collection.readers.book import Cell, Sheet, address, column_number


@dataclass(frozen=True)
class Headings:
    """The names of a table's columns, in one level or two; `bottom` is the last row of headings."""

    top: int
    bottom: int
    levels: tuple[tuple[Cell, ...], ...]
    notebook: Notebook

    def name(self, column: int) -> str:
        """What a column is called: both levels, as "Q2 / Number"."""
        parts = dict.fromkeys(as_text(level[column]) for level in self.levels)
        return " / ".join(part for part in parts if part)

    def names(self) -> list[str]:
        """What each column is called."""
        return [self.name(column) for column in range(len(self.levels[0]))]

    def find(self, wanted: Column) -> int:
        """The one column that is meant; raises `FileRefused` when there is none or several."""
        if isinstance(wanted, Letter):
            return self._by_letter(wanted)
        found = [number for number in range(len(self.levels[0])) if self._is(number, wanted)]
        if len(found) == 1:
            return found[0]
        called = wanted.matches if isinstance(wanted, Matching) else wanted
        if found:
            places = " and ".join(address(self.bottom, number) for number in found)
            raise self.notebook.refusal(
                Code.COLUMN_TWICE,
                f"the heading {quoted(called)} stands twice, in {places}",
                "Give each column its own heading, or let the mapping name the column by its letter",
                address(self.bottom, found[1]),
            )
        raise self.notebook.refusal(
            Code.COLUMN_MISSING,
            f"there is no column headed {quoted(called)}",
            _nearest(called, self.names()),
            address(self.bottom, 0),
        )

    def _by_letter(self, wanted: Letter) -> int:
        number = column_number(wanted.letter)
        if number < len(self.levels[0]):
            return number
        raise self.notebook.refusal(
            Code.COLUMN_MISSING,
            f"the table ends before column {wanted.letter.upper()}",
            "Send the whole table, or correct the mapping",
            f"{wanted.letter.upper()}{self.bottom + 1}",
        )

    def _is(self, column: int, wanted: str | Matching) -> bool:
        texts = [self.name(column), *(text for level in self.levels for text in spellings(level[column]))]
        return any(fits(text, wanted) for text in texts)


def fits(text: str, wanted: str | Matching) -> bool:
    """Whether a text is what is wanted: the same, or matching."""
    if isinstance(wanted, Matching):
        return bool(text) and re.search(wanted.matches, text, re.IGNORECASE) is not None
    return folded(text) == folded(wanted)


def find(sheet: Sheet, header: Header, notebook: Notebook) -> Headings:
    """The headings of a table; raises `FileRefused` when no row has them all."""
    rows = sheet.rows[: header.within + header.rows]
    has = [_wanted_in(row, header) for row in rows]
    everything = set(range(len(header.find)))
    if header.rows == 1:
        found = next((row for row, names in enumerate(has) if names == everything), None)
    else:
        found = _upper_of_two(has, everything)
    if found is None:
        raise _not_found(sheet, header, has, notebook)
    levels = [_filled(sheet, found)] if header.rows == 2 else []
    bottom = found + header.rows - 1
    last = tuple(sheet.rows[bottom]) if bottom < len(sheet.rows) else ("",) * sheet.width
    return Headings(found, bottom, (*levels, last), notebook)


def _upper_of_two(has: list[set[int]], everything: set[int]) -> int | None:
    """Names shared out over two rows tell which is the upper one; all in one row: that is the lower."""
    for upper in range(len(has) - 1):
        if (
            has[upper] | has[upper + 1] == everything
            and has[upper] - has[upper + 1]
            and has[upper + 1] - has[upper]
        ):
            return upper
    return next((row - 1 for row, names in enumerate(has) if row and names == everything), None)


def _wanted_in(row: Iterable[Cell], header: Header) -> set[int]:
    texts = [text for cell in row if cell != "" for text in spellings(cell)]
    return {number for number, wanted in enumerate(header.find) if any(fits(text, wanted) for text in texts)}


def _filled(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    """Upper headings reach to the right, as far as they are merged or as the next one."""
    filled: list[Cell] = []
    ends = {merge.left: merge.right for merge in sheet.merges if merge.top <= row <= merge.bottom}
    latest: Cell = ""
    until = -1
    for column, cell in enumerate(sheet.rows[row]):
        if cell != "":
            latest, until = cell, ends.get(column, sheet.width)
        filled.append(latest if column <= until else "")
    return tuple(filled)


def _not_found(sheet: Sheet, header: Header, has: list[set[int]], notebook: Notebook) -> Exception:
    best = max(range(len(has)), key=lambda row: len(has[row]), default=0)
    wanted = [item if isinstance(item, str) else item.matches for item in header.find]
    if not has or not has[best]:
        return notebook.refusal(
            Code.HEADER_MISSING,
            f"none of the first {header.within} rows has the headings {', '.join(map(quoted, wanted))}",
            "Send the return with its headings, or correct the mapping",
        )
    missing = [name for number, name in enumerate(wanted) if number not in has[best]]
    return notebook.refusal(
        Code.COLUMN_MISSING,
        f"row {best + 1} has no heading {' and no '.join(map(quoted, missing))}",
        _nearest(missing[0], [as_text(cell) for cell in sheet.rows[best]]),
        address(best, 0),
    )


def _nearest(wanted: str, names: list[str]) -> str:
    known = {folded(name): name for name in names if name}
    near = difflib.get_close_matches(folded(wanted), known, n=1, cutoff=0.6)
    if near:
        return f"Rename {quoted(known[near[0]])} to {quoted(wanted)}, or correct the mapping"
    return f"Give the column the heading {quoted(wanted)}, or correct the mapping"
