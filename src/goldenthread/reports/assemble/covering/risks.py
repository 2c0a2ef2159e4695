"""Risk: three short answers, then the risks of agreeing this report; no more is claimed than can be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.covering import answers, evidence
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form, Risk
from goldenthread.scorecards import marks

# What describes no risk.
WORDLESS: Final = ("", "-", "–", "—", ".", "n/a")
INTRODUCED: Final = (
    "The following key risks should be taken into account when agreeing the recommendations in this report:"
)


def section(q: Quarter, form: Form) -> c.Section:
    """The form's three questions and its table."""
    rows = (
        answers.fact(
            "Risks included on corporate or directorate risk registers?",
            *answers.yes_or_no(form.risks_on_register),
        ),
        answers.fact("Separate risk register in place?", *answers.yes_or_no(form.separate_register)),
        answers.fact(
            "The relevant risks contained in the register are attached/summarised below.",
            answers.said(form.register_attached),
        ),
    )
    facts = c.Facts("registers", "Risks and registers", rows, "front")
    blocks = (facts, c.Paragraph(c.line(INTRODUCED)), _table(q, form))
    return c.Section("risk-management", "Risk Management Implications", blocks)


def _table(q: Quarter, form: Form) -> c.Table:
    columns = (
        c.Column("Risk Description", share=4),
        c.Column("Mitigations", share=7),
        c.Column("RAG Status", "rating", share=3),
    )
    nobody = c.line(answers.NOT_GIVEN)
    rows = tuple(_row(q, risk) for risk in form.risks) or (c.Row(nobody, (nobody, nobody)),)
    return c.rows_table("risks", "Risks of agreeing this report", columns, rows, kind="scorecard")


def _row(q: Quarter, risk: Risk) -> c.Row:
    is_said = risk.description.strip().casefold() not in WORDLESS
    described = answers.said(risk.description if is_said else "")
    return c.Row(described, (_mitigations(q, risk), c.line(_rated(q, risk))))


def _rated(q: Quarter, risk: Risk) -> c.Mark:
    """The rating as given; where a mitigation that it counted on is not claimed, that is said beside it."""
    missing = sum(evidence.sentence(q, code) is None for code in risk.evidence)
    mark = marks.status(risk.rating)
    if not missing:
        return mark
    return replace(mark, detail=f"{wording.of_all(missing, len(risk.evidence))} mitigations not claimed")


def _mitigations(q: Quarter, risk: Risk) -> c.Line:
    """Each mitigation on a line of its own, led by what it is about."""
    spans: list[c.Span] = []
    for code in risk.evidence:
        spans += [c.Break()] if spans else []
        spans += [c.Strong(f"{evidence.ABOUT[code]}. "), c.Text(evidence.claimed(q, code))]
    return tuple(spans) or c.line("None claimed.")
