"""Proof: whether a witness proves what it claims, by adding whole numbers and nothing else.

Whoever has the true table can repeat this with pencil and paper: each row of changes adds up to 0 in every
sum, is 0 in every printed cell, and leaves every hidden cell within what an outsider holds possible; and for
each primary cell two of the tables differ by the width or more. Nothing of how the witness was found is
trusted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.protection import TRUE_TABLE, Protection, Witness
from goldenthread.methods.disclosure.system import Flags, Role, System

MOST: Final = 2**40
"""No change is as large as this: so many steps added up would no longer be exact."""

_SHOWN_AT_ONCE: Final = 20

Name = Callable[[int], str]


def faults(system: System, protection: Protection, named: Name = str) -> list[str]:
    """What is wrong with the proof of a protection, in sentences; empty where it holds.

    `named` tells the name of a cell from its place. At most 20 cells are told for each kind of fault.
    """
    witness = protection.witness
    if witness is None:
        return ["there is no witness"]
    if protection.width < 1:
        return [f"a width is 1 or more, this is {protection.width}"]
    if np.any(protection.secondary & ~system.is_(Role.FREE)):
        return ["a cell is said to be hidden beside the primary ones that may not be"]
    if found := _misshapen(system, witness):
        return found
    return [
        *_impossible(system, protection.hidden(system), witness, named),
        *_too_close(system, protection.width, witness, named),
    ]


def _misshapen(system: System, witness: Witness) -> list[str]:
    changes, columns = witness.changes, (witness.cells, witness.first, witness.second)
    if changes.shape[1] != len(system):
        return [f"a table of the witness has {changes.shape[1]} cells, the true one has {len(system)}"]
    if any(column.dtype.kind != "i" for column in (changes, *columns)):
        return ["a witness is of whole numbers"]
    if changes.nnz and max(-int(changes.data.min()), int(changes.data.max())) >= MOST:
        return [f"a change of the witness is {MOST} or more"]
    if len({len(column) for column in columns}) != 1:
        return ["each primary cell has a first and a second table"]
    if any(np.any((one < TRUE_TABLE) | (one >= changes.shape[0])) for one in columns[1:]):
        return ["a cell names a table that the witness does not have"]
    return []


def _impossible(system: System, hidden: Flags, witness: Witness, named: Name) -> list[str]:
    """Tables that an outsider could tell from the true one."""
    changes = sparse.csr_array(witness.changes)
    changes.sum_duplicates()
    entries = changes.tocoo()
    tables, cells = entries.coords
    steps = entries.data.astype(np.int64)
    values = system.counts[cells] + steps
    printed = ~hidden[cells] & (steps != 0)
    outside = hidden[cells] & ((values < system.lower[cells]) | (values > system.upper[cells]))
    return [
        *_told("a printed cell is changed", tables[printed], cells[printed], named),
        *_told("a count is impossible under the rule", tables[outside], cells[outside], named),
        *_not_adding_up(system, changes),
    ]


def _not_adding_up(system: System, changes: sparse.csr_array) -> list[str]:
    sums = sparse.csr_array(system.sums).astype(np.int64)
    left = sparse.coo_array(changes.astype(np.int64) @ sums.T)
    wrong = left.data != 0
    tables, rows = (place[wrong][:_SHOWN_AT_ONCE] for place in left.coords)
    return [
        f"table {table} of the witness does not add up in sum {row}"
        for table, row in zip(tables, rows, strict=True)
    ]


def _too_close(system: System, width: int, witness: Witness, named: Name) -> list[str]:
    primary = np.flatnonzero(system.is_(Role.PRIMARY))
    missing = np.setdiff1d(primary, witness.cells)
    apart = np.abs(_step(witness, witness.first) - _step(witness, witness.second))
    close = witness.cells[apart < width]
    return [
        *(f"{named(int(cell))}: no two tables are named for it" for cell in missing[:_SHOWN_AT_ONCE]),
        *(f"{named(int(cell))}: its tables differ by less than {width}" for cell in close[:_SHOWN_AT_ONCE]),
    ]


def _step(witness: Witness, tables: NDArray[np.int64]) -> NDArray[np.int64]:
    """By how much each cell of the witness differs from its true count in these tables."""
    steps = np.zeros(len(tables), np.int64)
    other = np.flatnonzero(tables != TRUE_TABLE)
    if len(other):
        changes = sparse.csr_array(witness.changes)
        steps[other] = np.asarray(changes[tables[other], witness.cells[other]]).reshape(-1)
    return steps


def _told(what: str, tables: NDArray[np.intp], cells: NDArray[np.intp], named: Name) -> list[str]:
    pairs = list(zip(tables.tolist(), cells.tolist(), strict=True))[:_SHOWN_AT_ONCE]
    return [f"{named(cell)}: {what} in table {table}" for table, cell in pairs]
