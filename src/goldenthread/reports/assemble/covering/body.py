"""Section 2: the report itself, heading by heading as the form has them."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.assemble.covering import answers, protected, risks, summary
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form

# Headings under which only the council's own words stand, by their code in the form.
OWN: Final = {
    "options": "Options considered",
    "ward_comments": "Ward Councillors’ comments",
    "procurement": "Procurement Implications",
    "legal": "Legal Implications",
    "financial": "Financial Implications",
    "equalities": "Equalities implications / Public Sector Equality Duty",
}

TABLES: Final = "The tables below hold the same counts as the charts."


def section(q: Quarter, form: Form) -> c.Section:
    """Every heading in order, then the counts of the charts as tables."""
    return c.Section(
        "section-2",
        "Section 2 – Report",
        (
            summary.introduction(q, form),
            _own(form, "options"),
            summary.performance(q, form),
            _own(form, "ward_comments"),
            summary.issues(q, form),
            protected.section(q, form),
            risks.section(q, form),
            *(_own(form, code) for code in ("procurement", "legal", "financial", "equalities")),
            summary.priorities(q, form),
            c.Section("counts", "The charts as tables", (c.Paragraph(c.line(TABLES)),)),
        ),
    )


def _own(form: Form, code: str) -> c.Section:
    words = answers.own_words(form, code) or answers.not_given()
    return c.Section(code.replace("_", "-"), OWN[code], words)
