"""Region: what is left of a system when everything published outside some cells is taken as known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.rank.basis import without_empty_columns
from goldenthread.methods.disclosure.rank.elimination import Elimination
from goldenthread.methods.disclosure.system import Flags, Role, System


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Cells and their rows: the free cells one may publish or hide, and the primary cells this may open.

    `rows` has a row for each of `cells`. Free cells that follow from what is published are left out, and
    primary cells that nothing done in the region can open.
    """

    cells: NDArray[np.intp]
    rows: sparse.csr_array

    def narrowed(self, system: System, inside: Flags, secondary: Flags) -> Region:
        """The part of it with the free cells `inside`, the others published or hidden as `secondary` says."""
        cells, rows = self.cells, self.rows
        primary = system.is_(Role.PRIMARY)[cells]
        choice = inside[cells] & system.is_(Role.FREE)[cells]
        published = ~primary & ~choice & ~secondary[cells] & (system.roles[cells] != Role.UNSEEN)
        taken = np.flatnonzero(published | choice | primary)
        cells, rows, published = cells[taken], rows[taken], published[taken]
        work = Elimination(rows, primary=np.zeros(len(cells), bool), forced=published, seed=0)
        first = np.flatnonzero(published)
        work.publish(first[np.argsort(np.diff(rows.indptr)[first], kind="stable")])
        kept = np.flatnonzero(~published & ~work.is_fixed())
        return _of_use(system, cells[kept], work.left(kept))


def whole(system: System, basis: sparse.csr_array) -> Region:
    """All cells of a system."""
    return Region(np.arange(len(system)), basis)


def _of_use(system: System, cells: NDArray[np.intp], rows: sparse.csr_array) -> Region:
    """Without the primary cells that hang on a coordinate in which no free cell has a part."""
    is_choice = system.is_(Role.FREE)[cells]
    said = np.zeros(rows.shape[1], bool)
    said[rows[np.flatnonzero(is_choice)].indices] = True
    unsaid = np.concatenate([[0], np.cumsum(~said[rows.indices])])
    kept = np.flatnonzero(is_choice | (unsaid[rows.indptr[1:]] == unsaid[rows.indptr[:-1]]))
    return Region(cells[kept], without_empty_columns(rows[kept]))
