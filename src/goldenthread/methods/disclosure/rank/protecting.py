"""Protecting: hide so much beside the primary cells that the sums give none of them away."""

from __future__ import annotations

from scipy import sparse

from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.rank import basis as bases
from goldenthread.methods.disclosure.rank import deletion
from goldenthread.methods.disclosure.rank.elimination import Progress
from goldenthread.methods.disclosure.system import System


def protect(
    system: System,
    *,
    basis: sparse.csr_array | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Protection:
    """Hide free cells until no primary cell is fixed by the sums; as little as can be found.

    `basis` is `rank.basis.of(system)`, or as good, where the caller has one. Raises NotProtected.
    """
    rows = bases.of(system) if basis is None else basis
    chosen = deletion.secondary(system, rows, deletion.keys(system), seed=seed, progress=progress)
    return Protection(chosen, Level.RANK)
