"""Plain: a witness as names and whole numbers, to be kept beside a table and checked by anyone.

`tables` is a list of tables, each the cells that differ from the true table, by name, and by how much.
`pairs` names for each primary cell two tables: 0 is the true table, 1 the first of the list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.protection import TRUE_TABLE, Witness


class BadProof(ValueError):
    """A proof that cannot be read; the message says what is wrong in it."""


def as_plain(witness: Witness, names: Sequence[str]) -> dict[str, Any]:
    """`tables` and `pairs`; `names` has the name of each cell of the system."""
    changes = sparse.csr_array(witness.changes)
    rows = [slice(*changes.indptr[number : number + 2]) for number in range(changes.shape[0])]
    tables = [
        {
            names[cell]: step
            for cell, step in zip(changes.indices[row].tolist(), changes.data[row].tolist(), strict=True)
        }
        for row in rows
    ]
    from_list = 1  # number 0 is the true table
    columns = (witness.cells, witness.first + from_list, witness.second + from_list)
    pairs = zip(*(column.tolist() for column in columns), strict=True)
    return {"tables": tables, "pairs": {names[cell]: [first, second] for cell, first, second in pairs}}


def from_plain(found: Mapping[str, Any], names: Sequence[str]) -> Witness:
    """The witness that was written so. Raises BadProof; whether it holds is for `faults` to say."""
    places = {name: place for place, name in enumerate(names)}
    tables, pairs = found.get("tables"), found.get("pairs")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadProof('"tables" is a list of tables, each the changed cells by name')
    if not isinstance(pairs, dict):
        raise BadProof('"pairs" names two tables for each primary cell')
    entries = [
        (number, _place(name, places), _whole(step, name))
        for number, table in enumerate(tables)
        for name, step in table.items()
    ]
    rows, columns, steps = (np.array([entry[at] for entry in entries], np.int64) for at in range(3))
    changes = sparse.coo_array((steps, (rows, columns)), shape=(len(tables), len(names)))
    numbers = [_pair(pair, name) for name, pair in pairs.items()]
    first, second = (np.array([pair[at] for pair in numbers], np.int64) for at in range(2))
    cells = np.array([_place(name, places) for name in pairs], np.int64)
    return Witness(sparse.csr_array(changes), cells, first + TRUE_TABLE, second + TRUE_TABLE)


def _place(name: str, places: Mapping[str, int]) -> int:
    if name not in places:
        raise BadProof(f"the table has no cell {name!r}")
    return places[name]


def _whole(found: Any, name: str) -> int:
    if type(found) is not int or abs(found) >= 2**62:
        raise BadProof(f"{name}: a whole number is wanted, not {found!r}")
    return found


def _pair(found: Any, name: str) -> tuple[int, int]:
    if not isinstance(found, list) or len(found) != 2:
        raise BadProof(f"{name}: the numbers of two tables are wanted, not {found!r}")
    return _whole(found[0], name), _whole(found[1], name)
