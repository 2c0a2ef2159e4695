"""Output: tables and JSON on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

Columns = Sequence[tuple[str, str]]

# Where nobody watches (a file, a pipe), lines are as long as they need to be.
WIDE = 200
# Narrower than this, a name stands on a line of its own.
NARROW = 110
INDENT = 7

IS_WATCHED = sys.stdout.isatty() or "COLUMNS" in os.environ
out = Console(highlight=False, width=None if IS_WATCHED else WIDE)
err = Console(stderr=True, highlight=False)


def say(words: str = "") -> None:
    """A line for people; text is text, square brackets and all. Broken at words on a terminal alone."""
    out.print(Text(words), soft_wrap=not out.is_terminal)


def tell(words: str) -> None:
    """A line about the work itself, kept apart from the answer."""
    err.print(Text(words), soft_wrap=not err.is_terminal)


def table(title: str, columns: Columns, rows: Iterable[Sequence[str]]) -> None:
    """A table; `columns` are (heading, "left" or "right")."""
    made = Table(title=Text(title), title_justify="left", header_style="bold", box=None, pad_edge=False)
    for heading, side in columns:
        made.add_column(heading, justify="right" if side == "right" else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    with out.capture() as held:
        out.print(made)
    _write(held.get())


def entries(title: str, columns: Columns, rows: Iterable[tuple[str, str, Sequence[str]]]) -> None:
    """Rows of a code, a long name and cells: beside each other where there is room, else name above cells."""
    rows = list(rows)
    if out.width >= NARROW:
        wide = [("", "left"), ("", "left"), *columns]
        table(title, wide, [(code, name, *cells) for code, name, cells in rows])
        return
    shown = [[heading for heading, _ in columns], *(cells for _, _, cells in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*shown, strict=True)]
    sides = [side for _, side in columns]
    say(title)
    out.print(Text(_aligned(shown[0], widths, sides), style="bold"), soft_wrap=True)
    for code, name, cells in rows:
        say(f"{code:<{INDENT}}{name}")
        say(_aligned(cells, widths, sides))


def as_json(answer: Any) -> None:
    """The answer as JSON, dates in ISO form."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.write("\n")


def counted(count: int, thing: str) -> str:
    """`1 file`, `31 files`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _aligned(cells: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> str:
    padded = []
    for cell, wanted, side in zip(cells, widths, sides, strict=True):
        room = " " * (wanted - cell_len(cell))
        padded.append(room + cell if side == "right" else cell + room)
    return (" " * INDENT + "  ".join(padded)).rstrip()


def _write(text: str) -> None:
    """Past the console, without the blanks with which it fills a line."""
    sys.stdout.write("\n".join(line.rstrip() for line in text.split("\n")))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
