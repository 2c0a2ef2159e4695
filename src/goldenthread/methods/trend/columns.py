"""Trend columns: what a comparison needs to know of each row, as plain arrays."""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.trend.periods import Numbers, Timeline

Figures = NDArray[np.float64]

POLARITIES: Final = ("", "neutral", "higher", "lower", "range")
NEUTRAL, HIGHER, LOWER, RANGE = 1, 2, 3, 4
KINDS: Final = ("", "none", "absolute", "relative")
ABSOLUTE, RELATIVE = 2, 3
MONTHS_BETWEEN: Final = {"monthly": 1, "quarterly": 3, "termly": 4, "thirds": 4, "annual": 12}
NO_BREAK: Final = np.iinfo(np.int32).min


@dataclass(frozen=True)
class Columns:
    """Row by row; figures are not-a-number where missing, `low` and `high` None where no row has a range."""

    value: Figures
    polarity: NDArray[np.uint16]
    margin: Figures | None
    margin_kind: NDArray[np.uint16] | None
    low: Figures | None
    high: Figures | None
    is_hidden: NDArray[np.bool_] | None
    every: NDArray[np.uint8] | None
    latest_break: NDArray[np.int32] | None

    def taken(self, rows: "slice | NDArray[np.int64]") -> "Columns":
        """The same for some of the rows."""
        taken: dict[str, Any] = {
            name: None if each is None else each[rows] for name, each in vars(self).items()
        }
        return replace(self, **taken)


def read(frame: pl.DataFrame, every: int, timeline: Timeline, period: Numbers) -> Columns:
    """The columns of the frame, of which each row is about that period of the timeline."""
    names = set(frame.columns)
    polarity = closed_words.numbers(frame["polarity"], POLARITIES)
    has_margin = {"deadband", "deadband_kind"} <= names
    low, high = _range(frame) if (polarity == RANGE).any() else (None, None)
    return Columns(
        value=_figures(frame["value"]),
        polarity=polarity,
        margin=_figures(frame["deadband"]) if has_margin else None,
        margin_kind=closed_words.numbers(frame["deadband_kind"], KINDS) if has_margin else None,
        low=low,
        high=high,
        is_hidden=_hidden(frame),
        every=_every(frame["frequency"], every) if "frequency" in names else None,
        latest_break=_latest_break(frame, timeline.end[period]) if "breaks" in names else None,
    )


def _figures(column: pl.Series) -> Figures:
    return column.cast(pl.Float64).fill_null(np.nan).to_numpy()


def _range(frame: pl.DataFrame) -> tuple[Figures, Figures]:
    """The ends between which a figure should stay; a single target is a range of no width."""
    target = pl.col("target") if "target" in frame.columns else pl.lit(None)
    ends = [
        frame.select((pl.coalesce(name, target) if name in frame.columns else target).alias(name)).to_series()
        for name in ("lower", "upper")
    ]
    return _figures(ends[0]), _figures(ends[1])


def _hidden(frame: pl.DataFrame) -> NDArray[np.bool_] | None:
    """Rows hidden to protect individuals: by a column `hidden`, or because `reason` says so."""
    tests = []
    if "hidden" in frame.columns:
        tests.append(pl.col("hidden").fill_null(value=False))
    if "reason" in frame.columns:
        tests.append((pl.col("reason") == "hidden").fill_null(value=False))
    return frame.select(pl.any_horizontal(tests).alias("hidden")).to_series().to_numpy() if tests else None


def _every(frequency: pl.Series, every: int) -> NDArray[np.uint8]:
    """Months between two compared figures: the report's own step, or the measure's if that is longer."""
    known = ("", *MONTHS_BETWEEN)
    months = np.array([every, *(max(every, months) for months in MONTHS_BETWEEN.values())], dtype=np.uint8)
    return months[closed_words.numbers(frequency, known)]


def _latest_break(frame: pl.DataFrame, ends: NDArray[np.int32]) -> NDArray[np.int32] | None:
    """Of each row's definition breaks the latest that lies no later than its period's end, in days."""
    broken = frame.lazy().select("breaks", end=pl.lit(pl.Series(ends))).with_row_index("row")
    latest = (
        broken.filter(pl.col("breaks").list.len() > 0)
        .explode("breaks")
        .with_columns(pl.col("breaks").cast(pl.Date).to_physical())
        .filter(pl.col("breaks") <= pl.col("end"))
        .group_by("row")
        .agg(pl.col("breaks").max())
        .collect()
    )
    if not latest.height:
        return None
    days = np.full(frame.height, NO_BREAK, dtype=np.int32)
    days[latest["row"].to_numpy()] = latest["breaks"].to_numpy()
    return days
