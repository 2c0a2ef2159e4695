"""The corporate scorecard: every corporate indicator in one landscape table."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.reports.assemble import levels, paper, scorecard, standpoint
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import summed


def document(q: Quarter) -> c.Document:
    """Appendix 2."""
    sections = [scorecard.Section(group.title, group.indicators) for group in q.groups]
    caption = f"Corporate scorecard at {q.at.position_day}, as frozen on {q.at.known_day}"
    table = scorecard.full(q, "lines", caption, sections)
    lead = f"{summed.met(q, q.corporate)} {summed.rated(q, q.corporate)}"
    blocks: tuple[c.Block, ...] = (
        c.Paragraph(c.line(lead), "lead"),
        c.Section("indicators", q.at.label("indicator").title, (table, *_notes(q))),
    )
    return paper.document(
        q,
        name=standpoint.APPENDIX_2,
        title="Appendix 2: Corporate Scorecard",
        short="Corporate scorecard",
        blocks=blocks,
        page="landscape",
    )


def _notes(q: Quarter) -> tuple[c.Block, ...]:
    said = [
        "The amber limit stands beneath each target. Ratings use unrounded figures; the printed figure is "
        "rounded afterwards.",
        "[p] provisional, [e] estimated, [r] revised. [c] hidden to protect individuals.",
    ]
    said += levels.guard_words(q)
    return tuple(c.Paragraph(c.line(text), "quiet") for text in said)
