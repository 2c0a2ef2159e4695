"""Rating groups: the rows of a frame by scheme and polarity, so that each rule is applied once."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words, rating_rules
from goldenthread.methods.rating_edges import Side
from goldenthread.methods.rating_scheme import Scheme

Rows = NDArray[np.int64]
POLARITIES: Final = ("", "higher", "lower", "range", "neutral")


def groups(
    frame: pl.DataFrame, schemes: Mapping[str, Scheme]
) -> Iterator[tuple[Scheme | None, Side | None, Rows]]:
    """Scheme, side (None: neutral) and row numbers, ascending; scheme None where none is set.

    Raises closed_words.WordUnknown.
    """
    codes = ("", *schemes)
    polarity = closed_words.numbers(frame["polarity"], POLARITIES)
    keys = closed_words.numbers(frame["scheme"], codes) * np.uint16(len(POLARITIES)) + polarity
    counts = np.bincount(keys)
    order = _order(keys)
    start = 0
    for key in np.flatnonzero(counts):
        rows = order[start : start + counts[key]]
        start += counts[key]
        code, word = codes[key // len(POLARITIES)], POLARITIES[key % len(POLARITIES)]
        scheme = schemes[code] if code else None
        yield scheme, rating_rules.side_of(scheme, word) if scheme else None, rows


def gathered(frame: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """Those rows of the frame, given in ascending order; a view where they stand together."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return frame.slice(int(rows[0]), len(rows))
    return frame.select(pl.all().gather(pl.Series(rows.astype(np.uint32))))


def _order(keys: NDArray[np.uint16]) -> Rows:
    """Row numbers group by group, ascending in each: runs of one group are moved as a whole."""
    starts = np.flatnonzero(np.diff(keys, prepend=-1 if len(keys) else 0))
    lengths = np.diff(np.append(starts, len(keys)))
    runs = np.argsort(keys[starts], kind="stable")
    begins, lengths = starts[runs], lengths[runs]
    order: Rows = np.repeat(begins - (np.cumsum(lengths) - lengths), lengths) + np.arange(len(keys))
    return order
