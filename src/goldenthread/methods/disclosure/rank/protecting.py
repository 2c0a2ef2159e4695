"""Protecting: hide so much beside the primary cells that the sums give none of them away."""

from __future__ import annotations

from typing import Final

from scipy import sparse

from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.rank import basis as bases
from goldenthread.methods.disclosure.rank import deletion, search
from goldenthread.methods.disclosure.rank.elimination import Progress
from goldenthread.methods.disclosure.rank.search import GiveUp
from goldenthread.methods.disclosure.system import Flags, System

MOST_ROUNDS: Final = 1_000
MOST_CELLS: Final = 300_000
"""Above this a round costs seconds, for the whole table takes part in it."""


def protect(
    system: System,
    *,
    basis: sparse.csr_array | None = None,
    seed: int = 0,
    rounds: int | None = None,
    give_up: GiveUp | None = None,
    progress: Progress | None = None,
) -> Protection:
    """Hide free cells until no primary cell is fixed by the sums; as little as can be found.

    One pass gives an answer, the search after it a better one. `rounds` bounds the search: None is a number
    that suits the size, 0 leaves it out. It also ends when `give_up` says so. `basis` is
    `rank.basis.of(system)`, or as good, where the caller has one. Raises NotProtected.
    """
    rows = bases.of(system) if basis is None else basis
    chosen = deletion.secondary(system, rows, deletion.keys(system), seed=seed, progress=progress)
    chosen = search.improved(
        system,
        rows,
        chosen,
        seed=seed,
        rounds=usual_rounds(chosen) if rounds is None else rounds,
        give_up=give_up,
        progress=progress,
    )
    return Protection(chosen, Level.RANK)


def usual_rounds(chosen: Flags) -> int:
    """A round for each cell that one pass hides, up to a thousand; none for a table of very many cells.

    That is most of what a search gains quickly: a second for a thousand cells, five for ten thousand, twenty
    for a hundred thousand.
    """
    return 0 if len(chosen) > MOST_CELLS else min(int(chosen.sum()), MOST_ROUNDS)
