"""Rating runs: where a scheme asks to report a rating that has stood for several periods."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.rating.scheme import Scheme
from goldenthread.methods.trend import periods as trend_periods
from goldenthread.methods.trend import series
from goldenthread.methods.trend.periods import NOWHERE
from goldenthread.methods.trend.series import Lookup

Flags = NDArray[np.bool_]

KEYS: Final = ("indicator", "area", "breakdown")


def exceptional(rated: pl.DataFrame, schemes: Mapping[str, Scheme], *, every: int = 3) -> pl.Series:
    """Whether each row's rating, and those of the periods just before, are ones the scheme calls exceptional.

    West Lindsey reports what has been above or below its tolerance for two periods running. Needs the
    columns `indicator`, `period`, `scheme` and `rating` (and `area`, `breakdown` where there are several);
    a gap ends a run. `every` as in `trend.against`.
    """
    keys = [name for name in KEYS if name in rated.columns]
    timeline = trend_periods.timeline(rated["period"], {every})
    if not rated.height:
        return pl.Series("exceptional", dtype=pl.Boolean)
    order, starts = series.series_starts(rated, keys)
    rows = np.arange(rated.height) if order is None else order
    period = timeline.numbers(rated["period"])[rows]
    now = _called_for(rated, schemes)[rows]
    asked = _periods_asked(rated, schemes)[rows]
    before = Lookup(period, starts, timeline.furthest).rows_back(timeline.previous[every].back[period])
    running, run = now.copy(), now.astype(np.int64)
    for _ in range(int(asked.max(initial=1)) - 1):
        running = now & (before != NOWHERE) & running[before]
        run += running
    found = np.empty(rated.height, dtype=np.bool_)
    found[rows] = now & (run >= asked)
    return pl.Series("exceptional", found)


def _called_for(rated: pl.DataFrame, schemes: Mapping[str, Scheme]) -> Flags:
    """Rows whose rating is one that the scheme calls exceptional."""
    tests = [
        (pl.col("scheme") == code) & pl.col("rating").cast(pl.String).is_in(list(scheme.exception.bands))
        for code, scheme in schemes.items()
        if scheme.exception
    ]
    called = pl.any_horizontal(*tests, pl.lit(value=False)).fill_null(value=False)
    return rated.select(called.alias("called")).to_series().to_numpy()


def _periods_asked(rated: pl.DataFrame, schemes: Mapping[str, Scheme]) -> NDArray[np.int64]:
    asked = {code: scheme.exception.periods for code, scheme in schemes.items() if scheme.exception}
    return rated["scheme"].cast(pl.String).replace_strict(asked, default=1, return_dtype=pl.Int64).to_numpy()
