"""Audit: which primary cells the published ones fix, by their sums alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.rank import basis as bases
from goldenthread.methods.disclosure.rank.elimination import Elimination
from goldenthread.methods.disclosure.system import Flags, Role, System


def exposed(system: System, hidden: Flags, *, basis: sparse.csr_array | None = None) -> NDArray[np.intp]:
    """The primary cells that an outsider can work out from the sums and the cells that are not `hidden`.

    Primary cells that are not hidden are among them. `basis` is `rank.basis.of(system)` or as good, where it
    is known already. The work is done modulo a prime: see `prime`.
    """
    rows = bases.of(system) if basis is None else basis
    primary = system.is_(Role.PRIMARY)
    published = np.flatnonzero(~hidden)
    watched = np.flatnonzero(primary & hidden)
    taken = rows[np.concatenate([published, watched])]
    is_published = np.arange(taken.shape[0]) < len(published)
    work = Elimination(taken, primary=np.zeros(len(is_published), bool), forced=is_published, seed=0)
    work.publish(np.argsort(np.diff(taken.indptr)[: len(published)], kind="stable"))
    fixed = watched[work.is_fixed()[~is_published]]
    return np.union1d(fixed, np.flatnonzero(primary & ~hidden))
