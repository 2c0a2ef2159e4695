"""The front table: to whom, when, about what, and who answers for it."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import equality, report, standpoint
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form

ENCLOSURES: Final = (
    ("Appendix 1 – Strategic Performance Report", f"{report.NAME}.html"),
    ("Appendix 2 – Corporate Scorecard", f"{standpoint.APPENDIX_2}.html"),
)

BROKEN_DOWN: Final = (equality.TITLE.replace(":", " –"), f"{equality.NAME}.html")


def subject(q: Quarter, form: Form) -> str:
    """What the report is about: as the form says, else the name of such a report."""
    return form.subject.strip() or f"Strategic Performance Report {q.at.running}"


def facts(q: Quarter, form: Form) -> c.Facts:
    """The fields of the front table in the form's order."""
    meeting = wording.day(form.meeting_date) if form.meeting_date else answers.NOT_GIVEN
    rows = (
        answers.fact("Report for:", answers.said(form.report_for)),
        answers.fact("Date of Meeting:", c.line(meeting)),
        answers.fact("Subject:", c.line(subject(q, form))),
        answers.fact("Key Decision:", *answers.yes_or_no(form.key_decision)),
        answers.fact("Responsible Officer:", answers.officer(form.responsible)),
        answers.fact("Portfolio Holder:", c.line(portfolio_holder(q, form))),
        answers.fact("Exempt:", *answers.yes_or_no(form.exempt)),
        answers.fact("Decision subject to Call-in:", *answers.yes_or_no(form.call_in)),
        answers.fact("Wards affected:", answers.said(form.wards)),
        answers.fact("Enclosures:", *(c.line(c.Link(title, path)) for title, path in enclosures(q))),
    )
    return c.Facts("front", "About this report", rows, "front")


def enclosures(q: Quarter) -> tuple[tuple[str, str], ...]:
    """The papers that go with the report, each with its page."""
    return (*ENCLOSURES, BROKEN_DOWN) if equality.in_brief(q) else ENCLOSURES


def portfolio_holder(q: Quarter, form: Form) -> str:
    """The councillor with the full title of the portfolio."""
    if not form.portfolio:
        return form.holder or answers.NOT_GIVEN
    title = f"Portfolio Holder for {q.at.portfolio(form.portfolio)}"
    return f"{form.holder}, {title}" if form.holder else f"{answers.NOT_GIVEN} ({title})"
