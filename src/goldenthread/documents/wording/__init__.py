"""Wording: words from numbers, in one place."""

from goldenthread.documents.wording.changes import VERDICTS, change, count_change, gap
from goldenthread.documents.wording.counts import (
    joined,
    of_all,
    of_money,
    plural,
    rated_of,
    reported_of,
    rounding_note,
    share,
    share_of,
)
from goldenthread.documents.wording.dates import day, day_of_year, known_line, month
from goldenthread.documents.wording.measures import (
    Measure,
    digits,
    figure,
    polarity,
    target,
    target_range,
    unit_words,
)
from goldenthread.documents.wording.missing import coverage, missing, status_mark

__all__ = [
    "VERDICTS", "Measure", "change", "count_change", "coverage", "day", "day_of_year", "digits", "figure",
    "gap", "joined", "known_line", "missing", "month", "of_all", "of_money", "plural", "polarity", "rated_of",
    "reported_of", "rounding_note", "share", "share_of", "status_mark", "target", "target_range",
    "unit_words",
]  # fmt: skip
