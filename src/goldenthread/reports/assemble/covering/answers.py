"""Answers: what the form prints for each kind of answer, and for one that nobody gave."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.form import Answer, Form, Officer

NOT_GIVEN: Final = "Not given: nobody has answered this yet"
AWAITED: Final = "Awaited"


def said(text: str) -> c.Line:
    """Words as they were given."""
    return c.line(text.strip() or NOT_GIVEN)


def fact(label: str, *lines: c.Line) -> c.Fact:
    """A field of the form."""
    return c.Fact(label, lines)


def yes_or_no(answer: Answer | None) -> tuple[c.Line, ...]:
    """Yes or no, and beneath it the reason where one is given."""
    if answer is None:
        return (c.line(NOT_GIVEN),)
    word = c.line("Yes" if answer.said else "No")
    return (word, c.line(answer.reason)) if answer.reason.strip() else (word,)


def officer(who: Officer) -> c.Line:
    """Name and post, as far as given."""
    return said(", ".join(part for part in (who.name.strip(), who.post.strip()) if part))


def own_words(form: Form, heading: str) -> tuple[c.Block, ...]:
    """The council's own words under a heading, each paragraph on its own; none where it gave none."""
    found = (standing for standing in form.standing if standing.heading == heading)
    said = (text for standing in found for text in standing.paragraphs if text.strip())
    return tuple(c.Paragraph(c.line(text)) for text in said)


def not_given() -> tuple[c.Block, ...]:
    """What stands under a heading that nobody has answered."""
    return (c.Paragraph(c.line(NOT_GIVEN)),)
