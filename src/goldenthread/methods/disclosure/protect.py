"""Protect: which cells to hide, at the level that is asked for."""

from __future__ import annotations

from scipy import sparse

from goldenthread.methods.disclosure import rank, rule_aware, witness
from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.rank.elimination import Progress
from goldenthread.methods.disclosure.rank.search import GiveUp
from goldenthread.methods.disclosure.system import System


def protect(
    system: System,
    *,
    level: Level,
    width: int = 1,
    basis: sparse.csr_array | None = None,
    seed: int = 0,
    rounds: int | None = None,
    give_up: GiveUp | None = None,
    progress: Progress | None = None,
) -> Protection:
    """Hide free cells until the primary ones hold at the level. Raises NotProtected.

    `width` is by how much the two tables of a witness differ. `basis` is `rank.basis.of(system)`, or as good,
    where the caller has one. `rounds` bounds the search for less to hide (None: as suits the size), and so
    does `give_up`. The same system and seed give the same answer.
    """
    if level is Level.RANK:
        return rank.protect(system, basis=basis, seed=seed, rounds=rounds, give_up=give_up, progress=progress)
    if level is Level.RULE_AWARE:
        return rule_aware.protect(
            system, basis=basis, seed=seed, rounds=rounds, give_up=give_up, progress=progress
        )
    return witness.protect(
        system, width=width, basis=basis, seed=seed, rounds=rounds, give_up=give_up, progress=progress
    )
