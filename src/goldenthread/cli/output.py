"""Output: tables and JSON on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def say(words: str = "") -> None:
    """A line for people; text is text, square brackets and all."""
    out.print(Text(words))


def tell(words: str) -> None:
    """A line about the work itself, kept apart from the answer."""
    err.print(Text(words))


def table(title: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]]) -> None:
    """A table; `columns` are (heading, "left" or "right")."""
    made = Table(title=Text(title), title_justify="left", header_style="bold", box=None, pad_edge=False)
    for heading, side in columns:
        made.add_column(heading, justify="right" if side == "right" else "left")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    out.print(made)


def as_json(answer: Any) -> None:
    """The answer as JSON, dates in ISO form."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.write("\n")


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
