"""Shorthand: the letter beside or instead of a figure, as the Government Analysis Function gives it."""

from __future__ import annotations

from goldenthread.reports.material import Line

LETTERS = {
    "c": "Confidential: hidden to protect individuals",
    "e": "Estimated",
    "p": "Provisional",
    "r": "Revised",
    "x": "Not available; another column says why",
    "z": "Not applicable",
}
# Only where figures are rounded to protect individuals.
LOW = {"low": "So little that it rounds to nothing"}
_OF_STATUS = {"provisional": "p", "estimated": "e", "revised": "r"}


def letter(line: Line) -> str | None:
    """The letter of an indicator's figure; none for a figure that is final."""
    if line.get("hidden"):
        return "c"
    if is_low(line):
        return "low"
    if line.get("value") is None:
        return "z" if line.get("reason") == "not_applicable" else "x"
    return _OF_STATUS.get(line.get("status") or "")


def is_low(line: Line) -> bool:
    """Whether a figure is rounded, and rounds to nothing."""
    return bool(line.get("rounded")) and line.get("value") is None and line.get("reason") == "too_small"
