"""Naming: what a release is called, made of what everybody may read of it and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count

import polars as pl

from goldenthread.audit import canonical
from goldenthread.disclosure.drafts.kept import packed
from goldenthread.disclosure.drafts.printed import KEY, NUMBERS


def seal(stated: pl.DataFrame, period: str) -> str:
    """The SHA-256 of what a release says in public: each figure as it is printed, or that it is hidden.

    `stated` has the columns of `draft.STATED`. No hidden count goes in, nor how often one is said: few
    counts are possible, so whoever has their hash, and all the rest, tries them until the hash is right.
    """
    told = (*(f"{name}_text" for name in NUMBERS), "status")
    shown = [pl.when(~pl.col("hidden")).then(name).alias(name) for name in told]
    public = stated.select(*KEY, "hidden", *shown).unique().sort(pl.all())
    return canonical.digest({"period": period, "said": packed.columns(public)})


def code(stated: pl.DataFrame, period: str, *, inputs: str, taken: Mapping[str, str]) -> str:
    """What a release is called: its period, and the beginning of its seal.

    `taken` are the names that were given, each with the digest of what its release was made from, "" where
    that never left. Another release that says the same in public has a number behind its name.
    """
    named = f"{period}-{seal(stated, period)[:12]}"
    numbers = (f"{named}-{number}" for number in count(2))
    return next(name for name in chain([named], numbers) if taken.get(name, inputs) == inputs)
