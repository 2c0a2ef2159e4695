"""Year end: what is asked of a measure when the year ends, and what is expected, as cells."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import reasons
from goldenthread.reports.assemble.standpoint import Standpoint
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

NEVER_A_TARGET: Final = ("no_target", "baseline_year")


def target(line: Line, at: Standpoint) -> c.Line:
    """The cell of the year-end target; a measure without any target says why."""
    asked = target_words(line)
    if not asked:
        return c.line(c.Quiet(_no_year_end(line)))
    return c.line(
        c.Number(asked, figures.path(line, at, "target_year_end"), figures.exact(line, "target_year_end"))
    )


def target_words(line: Line) -> str:
    """The target for the end of the year in words: "90.0%", "15 to 20%"; "" where there is none."""
    single = figures.exact(line, "target_year_end")
    if single is not None:
        return wording.target(single, figures.limit_measure(line, single))
    lower, upper = figures.amount(line.get("year_end_lower")), figures.amount(line.get("year_end_upper"))
    if lower is None or upper is None:
        return ""
    return wording.target_range(lower, upper, figures.limit_measure(line, lower, upper))


def _no_year_end(line: Line) -> str:
    reason = line.get("year_end_reason") or ""
    return reasons.get(reason).label if reason in NEVER_A_TARGET else "not set"


def forecast(line: Line, at: Standpoint, band: str = "") -> c.Line:
    """The cell of the forecast, with the word of its `band` beneath.

    A measure that is itself a forecast says so where no other is made.
    """
    if line.get("hidden") or line.get("forecast_hidden"):
        return c.line(c.Quiet(figures.HIDDEN_TOO))
    number = expected(line, at)
    if number is None:
        return c.line(c.Quiet("see result" if line["basis"] == "forecast" else "none made"))
    return c.line(number, *([c.Quiet(band)] if band else []))


def in_full(line: Line, at: Standpoint, band: str = "") -> c.Line:
    """The forecast with its band, target, basis and author; empty where there is none."""
    number, asked = expected(line, at), target_words(line)
    if number is None:
        return ()
    rated = f", {band.lower()} against {asked}" if band and asked else ""
    basis = str(line.get("forecast_basis") or "").rstrip(".")
    return c.line(number, f"{rated}. {basis}. Said by: {line.get('forecast_author') or 'nobody named'}.")


def expected(line: Line, at: Standpoint) -> c.Number | None:
    """The forecast as printed; None where none was made."""
    number = figures.exact(line, "forecast")
    if number is None:
        return None
    told = wording.figure(number, figures.limit_measure(line, number))
    return c.Number(told, figures.path(line, at, "forecast"), number)
