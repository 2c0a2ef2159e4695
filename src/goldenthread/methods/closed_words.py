"""Closed words: columns of words from a closed list as numbers, and back again."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.slices import in_slices

ROWS_TO_A_RUN: Final = 8
"""Where words mostly repeat, as in a ledger sorted by indicator, one of each run is looked up."""


NO_WORD: Final = 255


class WordUnknown(ValueError):
    """A column holds a word outside its closed list."""


def numbers(words: pl.Series, known: Sequence[str]) -> NDArray[np.uint16]:
    """Each word's number in `known`; a missing one reads as "". Raises WordUnknown."""
    return in_slices(lambda slice_: _numbers(slice_, known), words)


def _numbers(words: pl.Series, known: Sequence[str]) -> NDArray[np.uint16]:
    changes = words.to_frame("word").select(pl.col("word").ne_missing(pl.col("word").shift())).to_series()
    if len(words) < ROWS_TO_A_RUN or int(changes.sum()) * ROWS_TO_A_RUN > len(words):
        return _looked_up(words, known)
    is_start = changes.to_numpy(writable=True)
    is_start[0] = True
    starts = np.flatnonzero(is_start)
    heads = _looked_up(words.gather(pl.Series(starts.astype(np.uint32))), known)
    return np.repeat(heads, np.diff(np.append(starts, len(words))))


def words(number: pl.Expr, known: pl.Enum) -> pl.Expr:
    """The words of those numbers; NO_WORD is null."""
    return number.cast(pl.UInt8).cat.to(known, strict=False)


def number_of(word: str | None, known: pl.Enum) -> int:
    """The word's number, NO_WORD for none."""
    return NO_WORD if word is None else known.categories.to_list().index(word)


def _looked_up(words: pl.Series, known: Sequence[str]) -> NDArray[np.uint16]:
    found = words.cast(pl.String).fill_null("").cast(pl.Enum(known), strict=False)
    if found.null_count():
        strange = words.filter(found.is_null())[0] or ""
        raise WordUnknown(
            f"{words.name} {strange!r} is not known; write one of {', '.join(word for word in known if word)}"
        )
    found_numbers: NDArray[np.uint16] = found.to_physical().cast(pl.UInt16).to_numpy()
    return found_numbers
