"""Process control: which points of a series speak of more than chance (XmR charts, Making Data Count)."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import polars as pl

from goldenthread.methods.spc import parameters, series
from goldenthread.methods.spc.causes import causes
from goldenthread.methods.spc.charted import Chart, Found
from goldenthread.methods.spc.limits import Base, limits, steps
from goldenthread.methods.spc.parameters import Parameters, Settings
from goldenthread.methods.spc.series import KEYS
from goldenthread.methods.trend.series import blocks

__all__ = ["KEYS", "Chart", "Parameters", "chart"]


def chart(frame: pl.DataFrame, how: Parameters | pl.DataFrame, *, keys: Sequence[str] = KEYS) -> Chart:
    """Limits, special causes and icons of every series.

    `frame` has `date` (the first day of each period), `value` (null: missing) and the `keys` that tell series
    apart, those of them that it has; its rows come in any order. A missing value has a row with a null: it
    breaks what runs through it; a row that is left out breaks nothing. `how` is one set of parameters for
    all series, or a frame with the keys and a column for each parameter, a row for each series.

    The answer's `points` and `groups` are described at `Chart`. What cannot be assessed says so in them.
    Raises faults.ColumnsMissing, DateMissing, DatesRepeated, ValueNotFinite, and for parameters
    faults.ParameterUnknown, ParameterNotPossible, ParametersMissing, SeriesOverlaps.
    """
    rows, keys = series.read(frame, keys)
    heads = rows.rows.select(pl.col(keys).gather(rows.starts))
    table = how.frame(heads) if isinstance(how, Parameters) else how
    settings = parameters.read(table, heads, keys)
    return _charted(rows, settings, heads)


def _charted(rows: series.Ordered, settings: Settings, heads: pl.DataFrame) -> Chart:
    value = rows.rows["value"].fill_null(float("nan")).to_numpy()
    found = Found.empty(len(value))

    def work(begin: int, end: int, starts: series.Rows) -> None:
        first = int(rows.starts.searchsorted(begin))
        part = value[begin:end]
        groups = series.groups(rows.day[begin:end], starts, first, settings)
        step = steps(part, groups.starts)
        of_series = first + groups.series
        base = Base.of(groups.starts, len(part), settings.fixed_after[of_series], settings.screens[of_series])
        made = limits(part, step, groups.starts, base)
        found.put(begin, starts, groups, made, causes(part, step, groups.starts, made), settings, first)

    stretches = list(blocks(rows.starts, len(value))) or [(0, 0, rows.starts)]
    if len(stretches) == 1:
        # Done sooner than threads are started.
        work(*stretches[0])
        return found.chart(rows, settings, heads)
    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        for done in [pool.submit(work, *stretch) for stretch in stretches]:
            done.result()
    return found.chart(rows, settings, heads)
