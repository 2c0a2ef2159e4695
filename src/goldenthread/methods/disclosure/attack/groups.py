"""Groups: what is said of everybody in a group at once, because they all stand in one category."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goldenthread.methods.disclosure.attack.recovery import recovered
from goldenthread.methods.disclosure.system import Flags, System


@dataclass(frozen=True, slots=True)
class Group:
    """Everybody in the cell `group` is known to stand in the cell `category`; places in the system."""

    group: int
    category: int


def whole_groups(system: System, hidden: Flags) -> list[Group]:
    """Sums of which an outsider sees that a single part holds everybody.

    There is somebody, and every part but one is known to be 0: printed so, or with no other possible count.
    Whoever knows a person to be in the group then knows the part, be the counts of both hidden or not. Sums
    of fewer than two parts say nothing. Which side of a sum is the total is told by its sign: it stands alone
    against the others.
    """
    empty = ~hidden & (system.counts == 0)
    empty[recovered(system, hidden, np.flatnonzero(hidden & (system.counts == 0)))] = True
    return [group for row in range(system.sums.shape[0]) if (group := _group(system, empty, row)) is not None]


def _group(system: System, empty: Flags, row: int) -> Group | None:
    span = slice(system.sums.indptr[row], system.sums.indptr[row + 1])
    cells, signs = system.sums.indices[span], np.sign(system.sums.data[span])
    alone = 1 if (signs > 0).sum() == 1 else -1
    total, parts = cells[signs == alone], cells[signs != alone]
    if len(total) != 1 or len(parts) < 2 or system.counts[total[0]] == 0:
        return None
    left = parts[~empty[parts]]
    return Group(int(total[0]), int(left[0])) if len(left) == 1 else None
