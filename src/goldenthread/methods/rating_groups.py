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
UNSET: Final = ""


class SchemeUnknown(ValueError):
    """Rows name a scheme or a polarity that there is not."""


def groups(
    frame: pl.DataFrame, schemes: Mapping[str, Scheme]
) -> Iterator[tuple[Scheme | None, Side | None, Rows]]:
    """Scheme, side and row numbers (ascending); side None for neutral measures, scheme None where none is
    set.
    """
    scheme_of = _numbered(frame["scheme"], tuple(schemes))
    polarity_of = _numbered(frame["polarity"], POLARITIES)
    width = len(POLARITIES) + 1
    keys = scheme_of * np.uint16(width) + polarity_of
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
    if len(present) == 1:
        return np.arange(len(keys))
    if len(present) > 256:
        return np.argsort(keys, kind="stable")
    place = np.zeros(int(present.max()) + 1, dtype=np.uint8)
    place[present] = np.arange(len(present), dtype=np.uint8)
    return np.argsort(place[keys], kind="stable")


def _numbered(words: pl.Series, known: tuple[str, ...]) -> NDArray[np.uint16]:
    """Each word's number in `known`; the number after the last where empty. Raises SchemeUnknown."""
    numbers = words.cast(pl.String).cast(pl.Enum(known), strict=False)
    if numbers.null_count():
        strange = words.filter(numbers.is_null()).cast(pl.String).drop_nulls().unique().sort().to_list()
        for word in strange:
            if word != UNSET:
                raise SchemeUnknown(f"{words.name} {word!r} is not there; known are {', '.join(known)}")
    return numbers.to_physical().cast(pl.UInt16).fill_null(len(known)).to_numpy()
