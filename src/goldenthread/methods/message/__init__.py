"""Message: what each indicator says in one plain sentence, from its target and its variation together."""

from typing import Final

import polars as pl

from goldenthread.methods import closed_words
from goldenthread.methods.message import order
from goldenthread.methods.message.exceptions import exceptions, red_again
from goldenthread.methods.message.pressing import PRESSING, pressing
from goldenthread.methods.message.readings import of_chart, of_run_chart, of_variation
from goldenthread.methods.message.states import ColumnsMissing, WordsUnknown, states
from goldenthread.methods.message.words import LABELS, MESSAGES, SENTENCES

__all__ = [
    "COLUMNS", "LABELS", "MESSAGES", "PRESSING", "SENTENCES", "ColumnsMissing", "WordsUnknown", "exceptions",
    "messages", "of_chart", "of_run_chart", "of_variation", "pressing", "red_again",
]  # fmt: skip

COLUMNS: Final = ("message", "why_message")
"""What `messages` adds to a frame."""


def messages(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `COLUMNS` added: the message of each indicator, and why it says that.

    A row for each indicator: `polarity`, the latest `value` (null: missing); and where the frame has them
    `rating_group` (met, near, missed; null: not rated, then the value is held against its `target`), what
    `of_chart` tells of a control chart (`variation_icon`, `assurance_icon`, `is_trial`, `is_constant`) and
    `of_run_chart` of a run chart (`run_variation`, `run_side`). Trial limits foretell nothing; then the run
    chart counts, if there is one. `is_overlapping` is said of years to date and rolling figures, which
    `spc.suited.overlap` tells: they have no chart.

    `message` is one of MESSAGES, said by LABELS and SENTENCES; which, is decided by the table order.ORDER.
    Both columns are of type Enum, and never null. Raises ColumnsMissing, WordsUnknown.
    """
    known = states(frame)
    at = tuple(known[name].to_physical().to_numpy() for name in order.STATES)
    message, why = (table[at] for table in order.answers())
    return frame.drop(COLUMNS, strict=False).with_columns(
        closed_words.words(pl.lit(pl.Series(message)), MESSAGES).alias("message"),
        closed_words.words(pl.lit(pl.Series(why)), order.WHY).alias("why_message"),
    )
