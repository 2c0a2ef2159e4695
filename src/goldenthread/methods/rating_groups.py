"""Rating groups: the rows of a frame by scheme and polarity, so that each rule is applied once."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import rating_rules
from goldenthread.methods.rating_edges import Side
from goldenthread.methods.rating_scheme import Scheme

Rows = NDArray[np.int64]
POLARITIES: Final = ("higher", "lower", "range", "neutral")


class SchemeUnknown(ValueError):
    """Rows name a scheme or a polarity that there is not."""


def groups(
    frame: pl.DataFrame, schemes: Mapping[str, Scheme]
) -> Iterator[tuple[Scheme | None, Side | None, Rows]]:
    """Scheme, side (None: neutral) and row numbers, ascending; scheme None where none is set."""
    known = {"scheme": tuple(schemes), "polarity": POLARITIES}
    numbered = frame.select(_numbered(name, words) for name, words in known.items())
    for name, words in known.items():
        _check_known(frame[name], numbered[name], words)
    width = len(POLARITIES) + 1
    keys = numbered["scheme"].to_numpy() * np.uint16(width) + numbered["polarity"].to_numpy()
    counts = np.bincount(keys, minlength=(len(schemes) + 1) * width)
    present = np.flatnonzero(counts)
    order = _order(keys, present)
    start = 0
    for key in present:
        rows = order[start : start + counts[key]]
        start += counts[key]
        yield *_meaning(int(key) // width, int(key) % width, tuple(schemes.values())), rows


def gathered(frame: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """Those rows of the frame; a view where they stand together."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return frame.slice(int(rows[0]), len(rows))
    return frame.select(pl.all().gather(pl.Series(rows.astype(np.uint32))))


def _meaning(scheme: int, polarity: int, schemes: tuple[Scheme, ...]) -> tuple[Scheme | None, Side | None]:
    if scheme == len(schemes):
        return None, None
    word = POLARITIES[polarity] if polarity < len(POLARITIES) else None
    return schemes[scheme], rating_rules.side_of(schemes[scheme], word)


def _order(keys: NDArray[np.uint16], present: NDArray[np.int64]) -> Rows:
    """Row numbers group by group. One byte a key sorts twice as fast as two."""
    if len(present) <= 1:
        return np.arange(len(keys))
    if len(present) > 256:
        return np.argsort(keys, kind="stable")
    place = np.zeros(int(present.max()) + 1, dtype=np.uint8)
    place[present] = np.arange(len(present), dtype=np.uint8)
    return np.argsort(place[keys], kind="stable")


def _numbered(name: str, known: tuple[str, ...]) -> pl.Expr:
    """Each word's number in `known`; the number after the last where it is empty or unknown."""
    number = pl.col(name).cast(pl.String).cast(pl.Enum(known), strict=False).to_physical()
    return number.cast(pl.UInt16).fill_null(len(known))


def _check_known(words: pl.Series, numbers: pl.Series, known: tuple[str, ...]) -> None:
    for word in words.filter(numbers == len(known)).cast(pl.String).unique().sort():
        if word:
            raise SchemeUnknown(f"{words.name} {word!r} is not there; known are {', '.join(known)}")
