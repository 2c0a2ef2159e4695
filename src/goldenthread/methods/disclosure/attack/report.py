"""Report: everything that the attack on a pattern of hidden cells found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.disclosure.attack.groups import Group, whole_groups
from goldenthread.methods.disclosure.attack.intervals import intervals
from goldenthread.methods.disclosure.attack.recovery import recovered
from goldenthread.methods.disclosure.linear import Values
from goldenthread.methods.disclosure.system import Flags, Role, System
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What an outsider knows of the primary cells (`cells`, places in the system).

    `recovered` are those worked out exactly. `lowest` and `highest` are what stays possible for each.
    `groups` are sums of which everybody is known to stand in one part.
    """

    cells: NDArray[np.intp]
    recovered: NDArray[np.intp]
    lowest: Values
    highest: Values
    groups: tuple[Group, ...]

    @property
    def widths(self) -> Values:
        """How many counts apart the two ends are, for each cell."""
        return np.asarray(self.highest - self.lowest)

    def surely_at_most(self, limit: int) -> NDArray[np.intp]:
        """Cells of which an outsider is sure that they count `limit` or fewer."""
        return np.asarray(self.cells[self.highest < limit + 1 - NEGLIGIBLE])

    def narrower_than(self, width: int) -> NDArray[np.intp]:
        """Cells of which the possible counts differ by less than `width`."""
        return np.asarray(self.cells[self.widths < width - NEGLIGIBLE])


def attack(system: System, hidden: Flags) -> Findings:
    """Work out all that can be worked out when the cells of `hidden` are not printed."""
    cells = np.flatnonzero(system.is_(Role.PRIMARY))
    lowest, highest = intervals(system, hidden, cells)
    groups = tuple(whole_groups(system, hidden))
    return Findings(cells, recovered(system, hidden, cells), lowest, highest, groups)
