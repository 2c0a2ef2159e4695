"""Aim-adjusted change: how far a figure has moved, above zero where it is for the better."""

from typing import Final

import polars as pl

from goldenthread.methods.benchmarking import faults
from goldenthread.methods.spc.faults import TOO_LARGE
from goldenthread.methods.spc.words import HIGHER, LOWER, POLARITIES, RANGE

NEEDED: Final = ("value", "earlier", "polarity", "unit")
PERCENT: Final = "%"
KINDS: Final = pl.Enum(["points", "share", "nearer"])
"""Of percentages the points between them; of others the share of the earlier figure; of figures of which one
near a midpoint is best, by how much nearer they are, in their unit."""


def aim_adjusted(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `aim_change`, the change since `earlier`, above zero where it is for the better.

    `frame` has `value`, `earlier` (null: missing), `polarity`, `unit` and, where the polarity is range,
    `midpoint`. `aim_change_kind` says what the change is counted in (one of KINDS). Both are null where a
    figure is missing, where neither way is better, and where there is no share: of an earlier 0.
    After the "PercentChange_AimAdjusted" of the Local Government Benchmarking Framework (LGBF), which leaves
    points from 0 out, and tells two figures that are best near 100% as if more were better.

    Raises faults.ColumnsMissing, ValueNotFinite, PolarityUnknown, MidpointMissing.
    """
    rows = _read(frame)
    now, then = pl.col("value"), pl.col("earlier")
    step = pl.when(pl.col("polarity") == POLARITIES[LOWER]).then(then - now).otherwise(now - then)
    nearer = (then - pl.col("midpoint")).abs() - (now - pl.col("midpoint")).abs()
    has_aim = pl.col("polarity").is_in([POLARITIES[HIGHER], POLARITIES[LOWER]])
    change = (
        pl.when(pl.col("polarity") == POLARITIES[RANGE])
        .then(nearer)
        .when(has_aim & (pl.col("unit") == PERCENT))
        .then(step)
        .when(has_aim & (now == then))
        .then(pl.lit(0.0))
        .when(has_aim & (then != 0))
        .then(step / then.abs())
    )
    kind = (
        pl.when(pl.col("polarity") == POLARITIES[RANGE])
        .then(pl.lit("nearer"))
        .when(pl.col("unit") == PERCENT)
        .then(pl.lit("points"))
        .otherwise(pl.lit("share"))
    )
    found = rows.select(aim_change=change, kind=kind)
    return frame.with_columns(
        found["aim_change"],
        found.select(pl.when(pl.col("aim_change").is_not_null()).then("kind").cast(KINDS))
        .to_series()
        .alias("aim_change_kind"),
    )


def _read(frame: pl.DataFrame) -> pl.DataFrame:
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise faults.ColumnsMissing(f"to tell a change, the frame needs {', '.join(missing)}")
    midpoint = pl.col("midpoint") if "midpoint" in frame.columns else pl.lit(None)
    rows = frame.select(
        pl.col("value", "earlier").cast(pl.Float64),
        pl.col("polarity", "unit").cast(pl.String).fill_null(""),
        midpoint.cast(pl.Float64).alias("midpoint"),
    )
    both = pl.col("value").is_not_null() & pl.col("earlier").is_not_null()
    numbers = ("value", "earlier", "midpoint")
    finite = pl.all_horizontal((pl.col(name).abs() < TOO_LARGE).fill_null(value=True) for name in numbers)
    why = f"not a number below {TOO_LARGE:g}; leave a value that is missing empty"
    _refuse(rows, ~finite, why, faults.ValueNotFinite)
    known = pl.col("polarity").is_in([word for word in POLARITIES if word])
    why = "not said which way is better; write higher, lower, range or neutral"
    _refuse(rows, both & ~known, why, faults.PolarityUnknown)
    why = "nearest to a midpoint is best, and there is no midpoint; write it"
    lost = both & (pl.col("polarity") == POLARITIES[RANGE]) & pl.col("midpoint").is_null()
    _refuse(rows, lost, why, faults.MidpointMissing)
    return rows


def _refuse(rows: pl.DataFrame, wrong: pl.Expr, why: str, error: type[ValueError]) -> None:
    at = rows.select(wrong.alias("wrong"))["wrong"]
    if at.any():
        raise error(f"row {(at.arg_max() or 0) + 1}: {why}")
