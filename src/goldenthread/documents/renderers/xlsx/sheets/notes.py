"""Notes: the sheet that explains every note, mark and habit of a workbook in one place."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.blocks import Note
from goldenthread.documents.renderers.xlsx.cells.readings import said
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Reading, Sheet, sheet
from goldenthread.documents.renderers.xlsx.sheets.finding import Found
from goldenthread.documents.renderers.xlsx.words.shorthand import MEANINGS, used

NAME = "Notes"
EVERYWHERE = "all sheets"
# What each says, and by what a sheet shows that it is needed; those by nothing are said in every workbook.
GENERAL = (
    (
        "Figures",
        "A figure is held to 15 significant digits and shown as it is printed in the paper. It is held "
        "unrounded, but where its counts are rounded to protect individuals. Every digit of what is held "
        "stands in the open data.",
        (),
    ),
    (
        "Details",
        "What stands beneath a figure on paper, such as counts, limits or a reason, stands in the column "
        "“details” beside it. Words of a target, such as “or fewer”, stand there too.",
        (": details",),
    ),
    (
        "Exact",
        "Where a figure is printed in a way that no number is shown, such as “11 of 11”, a column “exact” "
        "holds the numbers of all rows.",
        (": exact",),
    ),
    (
        "Times",
        "Times are held in seconds; the column beside tells them in minutes and seconds.",
        ('" seconds"',),
    ),
    (
        "Trends",
        "“Up” or “down” after a trend is how the figure moved; the word says whether that is good.",
        (" (up)", " (down)"),
    ),
    (
        "Blank cells",
        "Only columns of notes, details and exact figures have blank cells: there is nothing to add. "
        "A figure that is missing or hidden is told in words, and is never nought.",
        (),
    ),
    (
        "Text",
        "The text and the charts of the paper stand in its other formats. Each chart is a table here.",
        (),
    ),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note with its reference: "[note 1]", what it says, and the sheet or the heading it belongs to."""

    reference: str
    text: str
    where: str
    href: str = ""


def numbered(named: Sequence[tuple[str, Sheet]], pieces: Sequence[Found]) -> list[Numbered]:
    """Every note of the tables, sheet by sheet, then the remarks of the paper under their headings."""
    beneath = [(text, name, f"sheet:{name}") for name, each in named for text in each.notes]
    remarks = [
        (said(piece.block.line), piece.place.heading or "the paper", "")
        for piece in pieces
        if isinstance(piece.block, Note)
    ]
    return [Numbered(f"[note {n}]", *each) for n, each in enumerate([*beneath, *remarks], start=1)]


def of_notes(notes: Sequence[Numbered], named: Sequence[tuple[str, Sheet]]) -> Sheet:
    """The sheet itself: numbered notes, shorthand in use, then how to read any workbook."""
    marks = [(name, used(texts(each))) for name, each in named]
    shorthand = {mark: [name for name, there in marks if mark in there] for mark in MEANINGS}
    rows = [
        *((Cell(note.reference), Cell(note.text), Cell(note.where, href=note.href)) for note in notes),
        *(
            (Cell(mark), Cell(f"{MEANINGS[mark]}."), Cell("; ".join(names)))
            for mark, names in shorthand.items()
            if names
        ),
        *(
            (Cell(label), Cell(text), Cell(EVERYWHERE))
            for label, text, signs in GENERAL
            if _is_needed(signs, named)
        ),
    ]
    columns = [
        (label, [Reading(row[n]) for row in rows]) for n, label in enumerate(("Note", "Meaning", "Where"))
    ]
    return sheet("notes", "Notes and shorthand", columns)


def _is_needed(signs: Sequence[str], named: Sequence[tuple[str, Sheet]]) -> bool:
    """Whether a remark is of use: some label, format or word ends in one of its signs."""
    ends = tuple(signs)
    said = (
        word
        for _, each in named
        for word in (*each.labels, *texts(each), *(cell.format for row in each.rows for cell in row))
    )
    return not ends or any(word.endswith(ends) for word in said)


def texts(each: Sheet) -> list[str]:
    """Every word that stands in a sheet."""
    return [cell.held for row in each.rows for cell in row if isinstance(cell.held, str)]
