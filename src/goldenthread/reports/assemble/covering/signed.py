"""Section 3: who has cleared the report and when, and the checks that every report must pass."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.form import Answer, Clearance, Form

# In the template's order; printed as awaited where the form names no clearance at all.
OFFICES: Final = (
    Clearance("cfo", "Statutory Officer", "Chief Financial Officer"),
    Clearance("monitoring_officer", "Statutory Officer", "Monitoring Officer"),
    Clearance("director", "Chief Officer", "Corporate Director"),
    Clearance("procurement", "Head of Procurement", "Head of Procurement"),
    Clearance("internal_audit", "Head of Internal Audit", "Head of Internal Audit"),
)


def section(form: Form) -> c.Section:
    """Three lines a clearance, then whether the portfolio holder was consulted."""
    rows = [_clearance(each) for each in form.clearances or OFFICES]
    consulted = answers.fact("Has the Portfolio Holder(s) been consulted?", *_ticked(form.holder_consulted))
    facts = c.Facts("clearances", "Clearance by officers", (*rows, consulted), "front")
    return c.Section("section-3", "Section 3 – Statutory Officer Clearance", (facts,))


def checks(form: Form) -> c.Section:
    """The two checks that every report must pass, each with its reason beneath."""
    rows = (
        answers.fact("Ward Councillors notified:", *answers.yes_or_no(form.wards_notified)),
        answers.fact("EqIA carried out:", *answers.yes_or_no(form.eqia)),
    )
    facts = c.Facts("checks", "Mandatory checks", rows, "front")
    return c.Section("mandatory-checks", "Mandatory Checks", (facts,))


def _clearance(each: Clearance) -> c.Fact:
    by = "on behalf of" if each.on_behalf else "by"
    signed = "Signed" if each.day else "Not yet signed"
    return answers.fact(
        f"{each.role}:",
        answers.said(each.name) if each.name or each.day else c.line(answers.AWAITED),
        c.line(f"{signed} {by} the {each.office}"),
        c.line(f"Date: {wording.day(each.day) if each.day else answers.AWAITED}"),
    )


def _ticked(answer: Answer | None) -> tuple[c.Line, ...]:
    """The box that the form ticks."""
    if answer is None:
        return answers.yes_or_no(answer)
    _, *reason = answers.yes_or_no(answer)
    return (c.line("Yes ☒" if answer.said else "Yes ☐"), *reason)
