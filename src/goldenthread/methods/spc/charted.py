"""Charted: what is found of each point and each group, gathered stretch by stretch into columns."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.spc import verdicts, words
from goldenthread.methods.spc.causes import Causes
from goldenthread.methods.spc.limits import Limits
from goldenthread.methods.spc.parameters import Settings
from goldenthread.methods.spc.series import Groups, Ordered
from goldenthread.methods.spc.suited import ENOUGH


@dataclass(frozen=True)
class Chart:
    """What process control says, as columns.

    `points`: the keys, `seq` (1, 2, ... by date), `date`, `value`, `rebase_group`, `mean`, `lpl`, `upl`
    (process limits), `outside_limits`, `relative_to_mean` (-1, 0, 1), `close_to_limits` (null where the value
    is missing or there are no limits), `special_cause_type` (words.CAUSES), `special_cause_flag`,
    `point_type` (words.POINT_TYPES), `short_group_warning` (fewer than 13 rows: trial limits), `target`.
    Series in the order in which they first appear.

    `groups`: described at `verdicts.groups`, a row for each group between rebases; the row with `is_latest`
    is the verdict on the series.

    `unused_rebases`: keys and `date` of rebases that start nothing, for no point has their date.
    """

    points: pl.DataFrame
    groups: pl.DataFrame
    unused_rebases: pl.DataFrame


@dataclass
class Found:
    """Columns to be, filled in by stretches of whole series, in any order."""

    rows: dict[str, NDArray[Any]]
    parts: dict[int, verdicts.Part] = field(default_factory=dict)

    @classmethod
    def empty(cls, height: int) -> "Found":
        """Room for so many points."""
        kinds = {
            "seq": np.int32, "rebase_group": np.int32,
            "mean": np.float64, "lpl": np.float64, "upl": np.float64,
            "outside_limits": np.bool_, "relative_to_mean": np.int8, "close_to_limits": np.bool_,
            "special_cause_type": np.uint8, "point_type": np.uint8, "short_group_warning": np.bool_,
            "target": np.float64,
        }  # fmt: skip
        return cls({name: np.empty(height, kind) for name, kind in kinds.items()})

    def put(
        self, begin: int, series_starts: NDArray[np.int64], groups: Groups, made: Limits, found: Causes,
        settings: Settings, first_series: int,
    ) -> None:  # fmt: skip
        """Enter what was found of the stretch that begins there and whose first series is that one."""
        height = len(found.cause)
        lengths = np.diff(np.append(groups.starts, height))
        of_series = first_series + groups.series
        cause = found.cause
        if (is_open := np.isnan(made.half_width)).any():
            cause = np.where(np.repeat(is_open, lengths), np.uint8(closed_words.NO_WORD), cause)
        point_type = words.point_types(cause, np.repeat(settings.polarity[of_series], lengths))
        columns = {
            "rebase_group": np.repeat(groups.number, lengths),
            "mean": np.repeat(made.mean, lengths),
            "lpl": np.repeat(made.mean - made.half_width, lengths),
            "upl": np.repeat(made.mean + made.half_width, lengths),
            "outside_limits": found.is_outside,
            "relative_to_mean": found.side,
            "close_to_limits": found.is_near,
            "special_cause_type": cause,
            "point_type": point_type,
            "short_group_warning": np.repeat(lengths < ENOUGH, lengths),
            "target": np.repeat(settings.target[of_series], lengths),
        }
        series_lengths = np.diff(np.append(series_starts, height))
        columns["seq"] = np.arange(1, height + 1) - np.repeat(series_starts, series_lengths)
        for name, column in columns.items():
            self.rows[name][begin : begin + height] = column
        self.parts[begin] = verdicts.Part.of(begin, of_series, groups, made, cause, point_type)

    def chart(self, ordered: Ordered, settings: Settings, heads: pl.DataFrame) -> Chart:
        """All stretches together."""
        parts = verdicts.Part.together([self.parts[begin] for begin in sorted(self.parts)])
        unused = heads[settings.rebase_series[parts.unused]].with_columns(
            pl.Series(settings.rebase_day[parts.unused], dtype=pl.Int32).cast(pl.Date).alias("date")
        )
        return Chart(self._points(ordered, heads), verdicts.groups(parts, ordered, settings, heads), unused)

    def _points(self, ordered: Ordered, heads: pl.DataFrame) -> pl.DataFrame:
        column = {name: pl.Series(name, each, nan_to_null=True) for name, each in self.rows.items()}
        is_there = pl.col("value").is_not_null() & pl.col("mean").is_not_null()
        has_limits = is_there & pl.col("lpl").is_not_null()
        known = column["special_cause_type"] != closed_words.NO_WORD
        return ordered.rows.with_columns(column.values()).select(
            *heads.columns,
            "seq", "date", "value", "rebase_group", "mean", "lpl", "upl",
            pl.when(has_limits).then("outside_limits"),
            pl.when(is_there).then("relative_to_mean"),
            pl.when(has_limits).then("close_to_limits"),
            closed_words.words(pl.col("special_cause_type"), words.CAUSES),
            pl.when(pl.lit(known))
            .then(pl.col("special_cause_type") != words.COMMON)
            .alias("special_cause_flag"),
            closed_words.words(pl.col("point_type"), words.POINT_TYPES),
            "short_group_warning", "target",
        )  # fmt: skip
