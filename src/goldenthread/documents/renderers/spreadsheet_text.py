"""Spreadsheet text: words that a spreadsheet must show and never run."""

import re
from typing import Final

from goldenthread.documents.characters import holdable

_RUNS: Final = re.compile(r"\s*'*\s*[=+\-@\t\r\n＝＋－＠]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")


def shown(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    Plain numbers stay as they are, negative ones too. An apostrophe that is already there gets a second one,
    so that `as_written` always finds the words again. Characters that no file may hold become U+FFFD.
    """
    clean = holdable(text)
    if clean[:1].isalnum() or _NUMBER.fullmatch(clean) or not _RUNS.match(clean):
        return clean
    return f"'{clean}"


def as_written(cell: str) -> str:
    """The words behind a cell that `shown` wrote."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell
