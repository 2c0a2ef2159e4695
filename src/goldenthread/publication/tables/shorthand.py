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
_OF_STATUS = {"provisional": "p", "estimated": "e", "revised": "r"}


def letter(line: Line) -> str | None:
    """The letter of an indicator's figure; none for a figure that is final."""
    if line.get("hidden"):
        return "c"
    if line.get("value") is None:
        return "z" if line.get("reason") == "not_applicable" else "x"
    return _OF_STATUS.get(line.get("status") or "")
