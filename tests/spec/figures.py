"""Figures for the worked examples: the cells of a table, rated by the schemes that are shipped."""

from typing import Any

import polars as pl

from goldenthread.indicators import scheme_presets
from goldenthread.methods import rating

SCHEMES = scheme_presets.schemes()
WORDS = {"scheme", "polarity", "tolerance_kind", "trend_like", "judgement", "reason", "unit", "target_reason"}


def rated(scheme: str = "standard", *, polarity: str = "higher", **cells: Any) -> dict[str, Any]:
    """The row that the cells describe, with everything that rating adds; numbers may be written as text."""
    row = {name: cell if name in WORDS else number(cell) for name, cell in cells.items() if cell is not None}
    frame = pl.DataFrame([{"value": None, **row, "scheme": scheme, "polarity": polarity}])
    return rating.rate(frame, SCHEMES).row(0, named=True)


def band(scheme: str = "standard", **cells: Any) -> str | None:
    """The band alone."""
    return rated(scheme, **cells)["rating"]


def number(cell: str | float | None) -> float | None:
    return None if cell is None else float(cell)
