"""How to ask for the answers to a report's form: what was so on a day, as known at a moment."""

from __future__ import annotations

from datetime import date, datetime

from goldenthread.audit import versions
from goldenthread.reports.form import HEADINGS
from goldenthread.reports.models import ReportClearance, ReportForm, StandingText


def form(*, period: str, on: date, known_at: datetime) -> ReportForm | None:
    """The answers for a period, None where nobody gave any."""
    found = versions.in_force(ReportForm, on, known_at, period=period)
    return found[0] if found else None


def standing(*, period: str, on: date, known_at: datetime) -> list[StandingText]:
    """The words under each heading, in the form's order: those for the period before those for any."""
    found = versions.in_force(StandingText, on, known_at, period__in=("", period))
    by_heading = {text.heading: text for text in sorted(found, key=lambda text: text.period)}
    return sorted(by_heading.values(), key=lambda text: HEADINGS.index(text.heading))


def clearances(*, period: str, on: date, known_at: datetime) -> list[ReportClearance]:
    """The clearances of a period's report, given or awaited, in the form's order."""
    found = versions.in_force(ReportClearance, on, known_at, period=period)
    return sorted(found, key=lambda clearance: (clearance.order, clearance.code))
