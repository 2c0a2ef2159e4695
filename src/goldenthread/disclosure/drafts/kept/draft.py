"""Draft: what a pack would tell, decided and proved, and the two texts in which it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts import rounding
from goldenthread.disclosure.drafts.kept import packed
from goldenthread.disclosure.drafts.printed import PRINTED
from goldenthread.methods.disclosure import linked
from goldenthread.methods.disclosure.protection import Protection
from goldenthread.methods.disclosure.system import System

STATED: Final = pl.Schema(
    {
        **PRINTED,
        "series": pl.Int64(),
        "hidden": pl.Boolean(),
        "why": pl.String(),
        "is_small": pl.Boolean(),
        "is_of_few": pl.Boolean(),
        "cell_numerator": pl.Int64(),
        "cell_denominator": pl.Int64(),
        "cell_remainder": pl.Int64(),
    }
)
"""The columns of `PRINTED`, decided.

`series` is the version of the total with which the figure adds up. `hidden` with `why` (a code of models.Why,
null where shown). `is_small`: the count, or what it leaves out, had to be hidden for its own sake;
`is_of_few`: so had what it is a share of. `cell_*`: their cells in the system, -1 where there is none.
"""


@dataclass(frozen=True, eq=False)
class Draft:
    """What a pack would tell, decided: every figure (`STATED`), and the system with its protection.

    `inputs` is the digest of what it was made from. `labels` name the cells (`linked.LABELS`).
    `rounded` are the figures that are printed rounded (`rounding.ROUNDED`); `stated` has their exact texts.
    `safe_ratings` are the lines (ids of `printed.lines`) whose rating may stand though their figure is
    hidden or rounded, `small_forecasts` those whose forecast may not leave. `notes` say what could not be
    added up.
    """

    inputs: str
    stated: pl.DataFrame
    rounded: pl.DataFrame
    labels: pl.DataFrame
    system: System
    protection: Protection
    safe_ratings: frozenset[str]
    small_forecasts: frozenset[str]
    notes: tuple[str, ...]

    @property
    def lost(self) -> int:
        """How many people the figures count that are hidden though they are not small themselves."""
        return sum(self.stated.filter(pl.col("hidden") & ~pl.col("is_small"))["count"].drop_nulls())

    @cached_property
    def as_printed(self) -> pl.DataFrame:
        """The figures with the texts that are printed: rounded ones as `rounding.as_printed` says."""
        return rounding.as_printed(self.stated, self.rounded)

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The figures and the proof, each as packed text, from which `read` makes the draft again."""
        figures = {
            "inputs": self.inputs,
            "stated": packed.columns(self.stated),
            "safe_ratings": sorted(self.safe_ratings),
            "small_forecasts": sorted(self.small_forecasts),
            "notes": list(self.notes),
        }
        if self.rounded.height:
            figures["rounded"] = packed.columns(self.rounded)
        proof = packed.proof(self.system, self.protection) | {"labels": packed.columns(self.labels)}
        return packed.text(figures), packed.text(proof)


def read(stored: tuple[str, str]) -> Draft:
    """The draft from its two texts."""
    figures, proof = (packed.plain(text) for text in stored)
    system, protection = packed.proven(proof)
    return Draft(
        inputs=figures["inputs"],
        stated=packed.frame(figures["stated"], STATED),
        rounded=_rounded(figures),
        labels=packed.frame(proof["labels"], linked.LABELS),
        system=system,
        protection=protection,
        safe_ratings=frozenset(figures["safe_ratings"]),
        small_forecasts=frozenset(figures["small_forecasts"]),
        notes=tuple(figures["notes"]),
    )


def printed(figures: str) -> pl.DataFrame:
    """The figures as they are printed (`STATED` and `rounding.TOLD`), from the first of the two texts."""
    return rounding.as_printed(*said(figures))


def said(figures: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures alone (`STATED`) and which are rounded, from the first of the two texts."""
    given = packed.plain(figures)
    return packed.frame(given["stated"], STATED), _rounded(given)


def _rounded(figures: dict[str, Any]) -> pl.DataFrame:
    given = figures.get("rounded")
    return packed.frame(given, rounding.ROUNDED) if given else rounding.ROUNDED.to_frame()
