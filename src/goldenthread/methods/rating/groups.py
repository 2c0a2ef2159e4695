"""Rating groups: the rows of a frame by scheme and polarity, so that each rule is applied once."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.rating import rules
from goldenthread.methods.rating.edges import Side
from goldenthread.methods.rating.scheme import Scheme

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
    starts = np.flatnonzero(np.diff(keys, prepend=-1 if len(keys) else 0))
    lengths = np.diff(np.append(starts, len(keys)))
    runs_of = np.bincount(keys[starts])
    runs = np.split(np.argsort(keys[starts], kind="stable"), np.cumsum(runs_of))
    for key in np.flatnonzero(runs_of):
        code, word = codes[key // len(POLARITIES)], POLARITIES[key % len(POLARITIES)]
        scheme = schemes[code] if code else None
        side = rules.side_of(scheme, word) if scheme else None
        yield scheme, side, _rows(starts[runs[key]], lengths[runs[key]])


def gathered(frame: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """Those rows of the frame, given in ascending order; a view where they stand together."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return frame.slice(int(rows[0]), len(rows))
    return frame.select(pl.all().gather(pl.Series(rows.astype(np.uint32))))


def _rows(starts: Rows, lengths: Rows) -> Rows:
    """The row numbers of some runs of rows."""
    rows: Rows = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    rows += np.arange(len(rows))
    return rows
