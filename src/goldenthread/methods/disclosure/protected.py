"""ProtectedTable: the figures of a release as they may leave, with the proof that they tell of nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import polars as pl

from goldenthread.methods.disclosure import proof, rounded
from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.system import Flags, System

HIDDEN: Final = "c"
"""The one symbol of every hidden figure: a second one would tell which were small."""

SYMBOLS: Final = {
    HIDDEN: "hidden to protect individuals",
    "x": "not available",
    "z": "not applicable",
    "low": "rounds to zero",
    "u": "of low reliability",
    "p": "provisional",
    "r": "revised",
}
KEY: Final = ("indicator", "area", "breakdown", "period")
PARTS: Final = ("value", "numerator", "denominator")
FIGURES: Final = pl.Schema(
    {
        **dict.fromkeys(KEY, pl.String()),
        "version": pl.Int64(),
        "part": pl.String(),
        "text": pl.String(),
        "symbol": pl.String(),
        "cells": pl.List(pl.Int64()),
        "base": pl.Int64(),
        "kind": pl.String(),
        "multiplier": pl.Float64(),
    }
)
"""One row a part of a figure.

`version` tells apart what was said of one figure at different moments. `part` is one of `PARTS`, `text` what
is printed, exactly, null where nothing is. `symbol` stands beside it or in its place: "" or one of `SYMBOLS`.
`cells` are the cells of the system that the text tells; none for a figure that counts no people. `base` and
`kind` are how the text is rounded (`policy.Rounding`), null where it tells its cells exactly; a share is then
`multiplier` times what its two printed parts make.
"""

Key = tuple[str, str, str, str]


class NotProven(ValueError):
    """The figures may not leave: their proof does not hold, or they tell what it holds hidden."""


@dataclass(frozen=True, eq=False)
class ProtectedTable:
    """The only figures that renderers and open data may print.

    It is made from the figures (`FIGURES`), their system and its protection, and cannot be made unless the
    witness of every primary cell holds, no text tells a hidden cell, and no rounded text tells more of one
    than the proof leaves open. Raises NotProven.
    """

    figures: pl.DataFrame
    system: System
    protection: Protection
    _hidden: frozenset[Key] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.figures.schema != FIGURES:
            raise NotProven(f"the figures have the columns {self.figures.schema}, not {FIGURES}")
        if self.protection.level is not Level.WITNESS:
            raise NotProven(f"protected at the level {self.protection.level}: a release needs a witness")
        if faults := proof.faults(self.system, self.protection):
            raise NotProven(f"the proof does not hold: {'; '.join(faults[:5])}")
        _refuse_telling(self.figures, self.protection.hidden(self.system))
        if faults := rounded.faults(self.figures, self.system, self.protection):
            raise NotProven(f"rounded figures tell too much: {'; '.join(faults[:5])}")
        gone = self.figures.filter(pl.col("symbol") == HIDDEN).select(KEY).unique()
        object.__setattr__(self, "_hidden", frozenset(gone.iter_rows()))

    @property
    def level(self) -> Level:
        """What the protection holds against."""
        return self.protection.level

    @property
    def width(self) -> int:
        """By how much the two tables of the witness differ in each primary cell, at least."""
        return self.protection.width

    def shows(self, indicator: str, period: str, *, area: str, breakdown: str = "") -> bool:
        """Whether a figure may be printed; one that is hidden is so in every place."""
        return (indicator, area, breakdown, period) not in self._hidden


def _refuse_telling(figures: pl.DataFrame, hidden: Flags) -> None:
    """Every figure that tells a hidden cell stands without a text, with the one symbol of what is hidden.

    A rounded text does not tell its cell; what it does tell is looked at by itself.
    """
    exact = figures.with_row_index("row").filter(pl.col("base").is_null())
    told = exact.explode("cells").drop_nulls("cells")
    tells = np.zeros(figures.height, bool)
    tells[told["row"].to_numpy()[hidden[told["cells"].to_numpy()]]] = True
    is_hidden = pl.col("symbol") == HIDDEN
    wrong = figures.with_columns(tells=pl.Series(tells)).filter(
        (pl.col("tells") & ~is_hidden) | (is_hidden & pl.col("text").is_not_null())
    )
    if wrong.height:
        named = ", ".join(
            " ".join(filter(None, row)) for row in wrong.select(*KEY, "part").head(5).iter_rows()
        )
        raise NotProven(f"{wrong.height} figures tell what is hidden: {named}")
    if not set(figures["symbol"]) <= {"", *SYMBOLS}:
        raise NotProven(f"a symbol is one of {', '.join(SYMBOLS)}, or none")
