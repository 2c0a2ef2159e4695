"""Written text: cells as text, compared as people compare them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TypeVar

from goldenthread.collection import findings
from goldenthread.collection.readers.book import Cell
from goldenthread.collection.values import exact

T = TypeVar("T")
K = TypeVar("K")


def as_text(cell: Cell | None) -> str:
    """What a cell says, on one line and without characters nobody sees; a date in ISO form."""
    if isinstance(cell, str):
        return findings.on_one_line(cell)
    if isinstance(cell, float):
        return exact.of_float(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ") if cell.hour or cell.minute or cell.second else cell.date().isoformat()
    return "" if cell is None else str(cell)


def folded(text: str) -> str:
    """Text to compare: without regard to case, line breaks and doubled spaces."""
    return " ".join(text.split()).casefold()


def spellings(cell: Cell) -> tuple[str, ...]:
    """The ways in which a person may see a cell: a date shows as 2023-09-01, Sep-23, Sep 2023..."""
    if isinstance(cell, date):
        formats = ("%b-%y", "%b %y", "%b %Y", "%B %Y", "%d/%m/%Y", "%B")
        return (as_text(cell), *(cell.strftime(form) for form in formats))
    return (as_text(cell),)


def mapped(values: Iterable[K], read: Callable[[K], T]) -> list[T]:
    """Each value read, every different one once."""
    column = list(values)
    table = translation(column, read)
    return [table[value] for value in column]


def translation(values: Iterable[K], read: Callable[[K], T]) -> dict[K, T]:
    """What each different value is read as."""
    return {value: read(value) for value in set(values)}
