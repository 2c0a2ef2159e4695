"""The covering report: the form from front table to background papers, every heading in its order."""

from __future__ import annotations

from dataclasses import replace

from goldenthread.documents import content as c
from goldenthread.reports.assemble import paper
from goldenthread.reports.assemble.covering import body, closing, fronttable, opening, signed
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form

NAME = "covering-report"


def document(q: Quarter) -> c.Document:
    """The form as answered; where nobody has answered, the same headings say so."""
    form = of(q)
    blocks: tuple[c.Block, ...] = (
        fronttable.facts(q, form),
        opening.section(form),
        body.section(q, form),
        signed.section(form),
        signed.checks(form),
        closing.section(form),
    )
    made = paper.document(
        q,
        name=NAME,
        title=fronttable.subject(q, form),
        short="Covering report",
        blocks=blocks,
        formats=("html", "pdf", "docx"),
    )
    return replace(made, running=f"Covering report, {q.at.running}")


def of(q: Quarter) -> Form:
    """The form of a quarter; an empty one where none is on record."""
    return q.material.form or Form(q.at.code, q.material.now.sealed.known_at)
