"""Section 1: the summary in a sentence, what is recommended, and why."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.form import Form


def section(form: Form) -> c.Section:
    """Summary, recommendations as a numbered list after "That", and their reason."""
    return c.Section(
        "section-1",
        "Section 1 – Summary and Recommendations",
        (
            c.Paragraph(answers.said(form.summary)),
            c.Section("recommendations", "Recommendations:", _recommendations(form)),
            c.Section("reason", "Reason: (for recommendations)", (c.Paragraph(answers.said(form.reason)),)),
        ),
    )


def _recommendations(form: Form) -> tuple[c.Block, ...]:
    if not form.recommendations:
        return answers.not_given()
    items = tuple(map(answers.said, form.recommendations))
    return (c.Paragraph(c.line("That")), c.BulletList(items, "numbers"))
