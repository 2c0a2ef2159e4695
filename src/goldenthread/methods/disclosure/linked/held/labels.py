"""Labels: the names of cells, in the order of the cells."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.methods.disclosure.linked.held.cells import KIND_WORDS, Names
from goldenthread.methods.disclosure.linked.held.figures import PARTS

LABELS: Final = pl.Schema(
    {
        "indicator": pl.String(),
        "part": pl.String(),
        "area": pl.String(),
        "breakdown": pl.String(),
        "start": pl.Date(),
        "end": pl.Date(),
        "kind": pl.String(),
        "over": pl.String(),
        "is_printed": pl.Boolean(),
    }
)
"""`kind` is one of `KIND_WORDS`; `over` says where what is not known, or hidden at its source, is missing."""


def labels(cells: pl.DataFrame, names: Names, overs: pl.Series | None = None) -> pl.DataFrame:
    """The cells' names, as `LABELS`; `overs` are the names of what sums go over."""
    start, stop, measure = cells["start"], cells["stop"], cells["measure"]
    no_over = pl.Series("over", [""]).new_from_index(0, cells.height)
    return pl.DataFrame(
        {
            "indicator": names.indicators.gather(measure // len(PARTS)),
            "part": pl.Series(PARTS).gather(measure % len(PARTS)),
            "area": names.areas.gather(cells["area"]),
            "breakdown": names.cuts.texts.gather(cells["breakdown"]),
            "start": start.cast(pl.Date),
            "end": (stop - (start != stop).cast(pl.Int32)).cast(pl.Date),
            "kind": pl.Series(KIND_WORDS).gather(cells["kind"]),
            "over": no_over if overs is None else overs.gather(cells["over"]),
            "is_printed": cells["printed"],
        },
        schema=LABELS,
    )


def worded(measures: pl.Series, names: Names) -> list[str]:
    """Measures in words: "CSC05 numerator"."""
    return [f"{names.indicators[number // len(PARTS)]} {PARTS[number % len(PARTS)]}" for number in measures]
