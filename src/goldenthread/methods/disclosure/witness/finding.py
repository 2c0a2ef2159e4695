"""Finding: for each primary cell two tables that agree with everything published and differ there."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.linear import UNBOUNDED, Values
from goldenthread.methods.disclosure.protection import NotProtected, Witness, shown_beside
from goldenthread.methods.disclosure.system import Counts, Flags, Role, System
from goldenthread.methods.disclosure.unknowns import Unknowns, unknowns
from goldenthread.methods.disclosure.witness.search import Search, named

Progress = Callable[[str, int, int], None]


def find(
    system: System,
    hidden: Flags,
    *,
    width: int = 1,
    seed: int = 0,
    progress: Progress | None = None,
) -> Witness:
    """A witness for every primary cell while the cells of `hidden` are not printed.

    Tables are shared among cells. Raises NotProtected with the cells for which none was found; each of them
    was looked for by itself without any limit but the rule's, and one of the shown cells beside it is why.
    """
    searches = []
    pieces = unknowns(system, hidden).pieces()
    for number, piece in enumerate(pieces):
        if progress:
            progress("pieces", number, len(pieces))
        searches.append((piece, _searched(system, piece, width, seed)))
    _refuse_open(system, searches)
    return _joined(system, searches)


def _searched(system: System, piece: Unknowns, width: int, seed: int) -> Search:
    primary = system.is_(Role.PRIMARY)[piece.cells]
    largest = int(system.counts[system.is_(Role.PRIMARY)].max(initial=0))
    most = np.where(primary, largest - system.counts[piece.cells], UNBOUNDED)
    search = Search(piece, np.flatnonzero(primary), width, most.astype(float))
    if primary.any():
        search.run(seed)
    return search


def _refuse_open(system: System, searches: list[tuple[Unknowns, Search]]) -> None:
    reached = [piece.cells[np.setdiff1d(search.asked, search.open())] for piece, search in searches]
    primary = np.flatnonzero(system.is_(Role.PRIMARY))
    open_ones = np.setdiff1d(primary, np.concatenate([np.empty(0, np.intp), *reached]))
    if len(open_ones):
        raise NotProtected(open_ones, shown_beside(system, open_ones))


def _joined(system: System, searches: list[tuple[Unknowns, Search]]) -> Witness:
    """The first table of each piece makes the first of all, and so on: pieces share no sum."""
    rows, columns, steps, cells, first, second = ([np.empty(0, np.int64)] for _ in range(6))
    for piece, search in searches:
        for number, table in enumerate(search.tables):
            moved = np.flatnonzero(table)
            rows.append(np.full(len(moved), number, np.int64))
            columns.append(piece.cells[moved].astype(np.int64))
            steps.append(_whole(table[moved]))
        cells.append(piece.cells[search.asked].astype(np.int64))
        lower, higher = named(search)
        first.append(lower)
        second.append(higher)
    count = max((len(search.tables) for _, search in searches), default=0)
    entries = np.concatenate(steps), (np.concatenate(rows), np.concatenate(columns))
    changes = sparse.csr_array(sparse.coo_array(entries, shape=(count, len(system))))
    return Witness(changes, *(np.concatenate(column) for column in (cells, first, second)))


def _whole(values: Values) -> Counts:
    return np.round(values).astype(np.int64)
