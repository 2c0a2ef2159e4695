"""Pressing: in which order exceptions are looked at, by how little will mend by itself."""

from typing import Final

import polars as pl

from goldenthread.methods import closed_words
from goldenthread.methods.message.exceptions import CALLED_FOR
from goldenthread.methods.message.states import ColumnsMissing

RED_AGAIN_AND_CALLED: Final = "red_again_and_called"
RED_AND_CALLED: Final = "red_and_called"
RED_AGAIN: Final = "red_again"
OFF_TARGET_AND_CALLED: Final = "off_target_and_called"
CALLED: Final = "called"

LABELS: Final = {
    RED_AGAIN_AND_CALLED: "Red two periods running, and getting worse or bound to stay so",
    RED_AND_CALLED: "Red, and getting worse or bound to stay so",
    RED_AGAIN: "Red two periods running",
    OFF_TARGET_AND_CALLED: "Off target, and getting worse or bound to stay so",
    CALLED: "Getting worse, though on target or not rated",
}
"""The most pressing first; the first that holds is taken."""

PRESSING: Final = pl.Enum(list(LABELS))
NEEDED: Final = ("message", "rating_group", "red_again")


def pressing(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `pressing` added, of type PRESSING; null for what is no exception.

    By `message` (as `messages` adds it), `rating_group` (met, near, missed; null: not rated) and `red_again`.
    A red that gets worse or is bound to stay comes before one that may be back on target by chance, for the
    first will not mend unless something is done. Raises ColumnsMissing.
    """
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise ColumnsMissing(f"to put exceptions in order, the frame needs {', '.join(missing)}")
    called = pl.col("message").cast(pl.String).is_in(list(CALLED_FOR)).fill_null(value=False)
    group = pl.col("rating_group").cast(pl.String).fill_null("")
    again = pl.col("red_again").fill_null(value=False)
    found = (
        pl.when(again & called).then(pl.lit(0))
        .when((group == "missed") & called).then(pl.lit(1))
        .when(again).then(pl.lit(2))
        .when((group == "near") & called).then(pl.lit(3))
        .when(called).then(pl.lit(4))
        .otherwise(pl.lit(closed_words.NO_WORD))
    )  # fmt: skip
    return frame.with_columns(closed_words.words(found.cast(pl.UInt8), PRESSING).alias("pressing"))
