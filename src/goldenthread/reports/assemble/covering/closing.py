"""Section 4: whom to ask, which papers lie open, and whether call-in was waived."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import links
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.form import Form, Officer


def section(form: Form) -> c.Section:
    """Contact, background papers, call-in."""
    papers = tuple(c.line(c.Link(paper.title, paper.path)) for paper in form.background)
    rows = (
        answers.fact("Contact:", *_contact(form.contact)),
        answers.fact("Background Papers:", *(papers or (c.line("None"),))),
        answers.fact(
            "Call-in waived by the Chair of Overview and Scrutiny Committee:",
            *answers.yes_or_no(form.call_in_waived),
        ),
    )
    facts = c.Facts("contact", "Contact, papers and call-in", rows, "front")
    return c.Section("section-4", "Section 4 – Contact Details and Background Papers", (facts,))


def _contact(who: Officer) -> tuple[c.Line, ...]:
    """Name and post, then how to reach them."""
    email, telephone = who.email.strip(), who.telephone.strip()
    reach = [c.line(_address(email))] if email else []
    reach += [c.line(telephone)] if telephone else []
    return (answers.officer(who), *reach)


def _address(email: str) -> c.Span:
    """The address to write to; as plain words where it cannot be one."""
    try:
        return c.Link(email, f"mailto:{email}")
    except links.NotALink:
        return c.Text(email)
