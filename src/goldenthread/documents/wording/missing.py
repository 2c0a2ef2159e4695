"""Missing: why a figure or a rating is not there, in words and never as a gap."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from goldenthread.documents.wording.counts import joined
from goldenthread.documents.wording.dates import day, day_of_year
from goldenthread.methods import reasons

_STATUS: Final = {"provisional": "[p]", "estimated": "[e]", "revised": "[r]", "actual": "", "missing": "[x]"}
_FREQUENCY: Final = {"annual": "annual", "termly": "termly", "thirds": "three times a year"}


def missing(
    reason: str,
    *,
    expected: date | None = None,
    position: date | None = None,
    frequency: str = "",
    due: Sequence[str] = (),
) -> str:
    """Why there is nothing to show: "awaited, expected 30 November"; "annual, next due Q4"; "no target".

    `reason` is a code of methods.reasons. The year is left out where `position` shows it to be the same.
    """
    if reason == "hidden":
        return "[c] hidden to protect individuals"
    if reason == "not_due":
        often = _FREQUENCY.get(frequency, "")
        when = f"next due {joined(list(due))}" if due else "not due"
        return f"{often}, {when}" if often else when
    label = reasons.get(reason).label
    if expected is None:
        return label
    same_year = position is not None and position.year == expected.year
    return f"{label}, expected {day_of_year(expected) if same_year else day(expected)}"


def coverage(*, present: int, expected: int, parts: str = "months", status: str = "") -> str:
    """What an incomplete period rests on: "2 of 3 months, provisional"; "" where nothing lacks."""
    if present >= expected:
        return ""
    return f"{present} of {expected} {parts}" + (f", {status}" if status not in ("", "actual") else "")


def status_mark(status: str) -> str:
    """The mark beside a figure that is not final: "[p]", "[e]", "[r]", "[x]"; "" for an actual one."""
    return _STATUS[status]
