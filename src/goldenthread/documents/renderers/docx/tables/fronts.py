"""Fronts: facts as labels and answers, the front sheet of a report as a table of two columns."""

from typing import Final

from goldenthread.documents.blocks import Fact, Facts
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import frames
from goldenthread.documents.renderers.docx.text import lines
from goldenthread.documents.spans import words

_FEW: Final = 3


def front(draft: Draft, facts: Facts) -> list[str]:
    """The front sheet: labels and answers as a table of two columns."""
    each = [round(draft.width * 0.32), draft.width - round(draft.width * 0.32)]
    heads = ((each[0], markup.run(facts.caption), ""), (each[1], markup.run("Details"), ""))
    rows = [
        frames.header(draft, "Report Cell", heads),
        *(
            _fact(draft, facts.id if i == 0 else "", fact, each, keep=i in _alone(len(facts.rows)))
            for i, fact in enumerate(facts.rows)
        ),
    ]
    said = "Two columns: what is asked, and the answer."
    return [frames.frame(draft, facts.caption, said, each, rows)]


def _alone(rows: int) -> tuple[int, ...]:
    """The first row and the last but one: with them no row stands on a page by itself."""
    return (0, rows - 2) if rows > _FEW else ()


def _fact(draft: Draft, id: str, fact: Fact, each: list[int], *, keep: bool) -> str:
    name = draft.styles["Report Cell"]
    more = frames.NEXT if keep else ""
    label = markup.run(fact.label, frames.BOLD)
    answers = "".join(markup.paragraph(name, lines.runs(draft, line), more) for line in fact.lines)
    asked = markup.paragraph(name, draft.marked(id, label) if id else label, more)
    length = sum(len(words(line)) for line in fact.lines)
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if length < 1_800 else ""
    return f"<w:tr>{whole}{frames.cell(each[0], asked)}{frames.cell(each[1], answers)}</w:tr>"
