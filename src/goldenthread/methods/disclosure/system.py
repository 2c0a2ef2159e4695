"""System: every cell of a set of linked tables, and every sum by which an outsider could work one out.

Tables are linked by the cells they share: a total that stands in two of them is one cell here. Whatever adds
up is a sum: children to their parent, months to their quarter, numerator and remainder to their denominator.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
Weights = NDArray[np.float64]

NO_LIMIT: Final = np.iinfo(np.int64).max
"""The upper bound of a cell that may hold any count."""


class Role(IntEnum):
    """What may happen to a cell.

    A `SHOWN` cell is published whatever else is: a zero under a policy that shows zeros, a total that must
    stay, whatever an earlier release has said. A `FREE` cell is published unless it is hidden to protect
    another. An `UNSEEN` cell is not printed and needs no protection, but takes part in sums (a month of which
    only the quarter is published). A `PRIMARY` cell is not printed and must not be worked out.
    """

    SHOWN = 0
    FREE = 1
    UNSEEN = 2
    PRIMARY = 3


class BadSystem(ValueError):
    """Cells that contradict each other; the message names the cell, and what would be right."""


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """Linked tables as columns: one entry a cell, one row of `sums` a relation between cells.

    `counts` are the true counts (whole, not negative). `roles` holds a `Role` for each cell. `sums` has a row
    for each relation and a column for each cell; with `counts` each row comes to exactly 0. `lower` and
    `upper` are what an outsider who knows the rule holds possible of the cell while it is not published (1
    where a hidden cell is known not to be zero). `costs` is what it costs to hide a cell, 0 or more; it is
    read for free cells alone. Sizes: n cells, m sums. Raises BadSystem.
    """

    counts: Counts
    roles: NDArray[np.int8]
    sums: sparse.csr_array
    lower: Counts
    upper: Counts
    costs: Weights

    def __post_init__(self) -> None:
        sizes = {len(column) for column in (self.counts, self.roles, self.lower, self.upper, self.costs)}
        if sizes != {self.sums.shape[1]}:
            raise BadSystem(f"every column has one entry a cell, {self.sums.shape[1]}; got {sorted(sizes)}")
        _refuse(self.counts < 0, "a count is never negative")
        _refuse(self.costs < 0, "to hide a cell costs 0 or more")
        unpublished = self.roles != Role.SHOWN
        outside = (self.counts < self.lower) | (self.counts > self.upper)
        _refuse(unpublished & outside, "the true count lies outside what an outsider holds possible")
        if len(wrong := np.flatnonzero(self.sums @ self.counts)):
            raise BadSystem(f"sums that do not add up: rows {_few(wrong)}")

    def __len__(self) -> int:
        return len(self.counts)

    def is_(self, role: Role) -> Flags:
        """Which cells have this role."""
        return np.asarray(self.roles == role)

    def hidden(self, secondary: Flags) -> Flags:
        """Every cell that is not printed, given which free cells are hidden too (`secondary`)."""
        if np.any(secondary & ~self.is_(Role.FREE)):
            raise BadSystem("only a free cell may be hidden to protect another")
        return np.asarray((self.roles >= Role.UNSEEN) | secondary)


def _refuse(wrong: Flags, rule: str) -> None:
    if np.any(wrong):
        raise BadSystem(f"{rule}: cells {_few(np.flatnonzero(wrong))}")


def _few(places: NDArray[np.intp]) -> str:
    named = ", ".join(str(place) for place in places[:5])
    return f"{named} and {len(places) - 5} more" if len(places) > 5 else named
