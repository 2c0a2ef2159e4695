"""Slices: a long column worked on in as many pieces as there are threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

WORTH_IT: Final = 200_000
"""Shorter columns are done sooner than threads are started."""


def in_slices(work: Callable[[pl.Series], NDArray[Any]], column: pl.Series) -> NDArray[Any]:
    """What `work` makes of the column; it must treat each row by itself."""
    threads = pl.thread_pool_size()
    if len(column) < WORTH_IT or threads == 1:
        return work(column)
    size = -(-len(column) // threads)
    pieces = [column.slice(start, size) for start in range(0, len(column), size)]
    with ThreadPoolExecutor(threads) as pool:
        return np.concatenate(list(pool.map(work, pieces)))
