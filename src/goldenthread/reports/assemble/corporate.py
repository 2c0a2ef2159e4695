"""The corporate scorecard: every corporate indicator in one landscape table."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.reports.assemble import levels, neighbours, paper, scorecard, standpoint
from goldenthread.reports.assemble.cards import legend
from goldenthread.reports.assemble.quarter import Group, Quarter
from goldenthread.reports.assemble.words import summed
from goldenthread.reports.material import Line


def document(q: Quarter) -> c.Document:
    """Appendix 2."""
    sections = [section for group in q.groups for section in _by_service(q, group)]
    caption = f"Corporate scorecard at {q.at.position_day}, as frozen on {q.at.known_day}"
    table = scorecard.full(q, "lines", caption, sections)
    lead = " ".join(
        [summed.met(q, q.corporate), summed.rated(q, q.corporate), *levels.guard_words(q)],
    )
    how_to_read = c.Paragraph(c.line(legend.in_full(q, q.corporate)), "quiet")
    blocks: tuple[c.Block, ...] = (
        c.Paragraph(c.line(lead), "lead"),
        c.Section("indicators", q.at.label("indicator").title, (how_to_read, table)),
        *neighbours.sections(q),
    )
    return paper.document(
        q,
        name=standpoint.APPENDIX_2,
        title="Appendix 2: Corporate Scorecard",
        short="Corporate scorecard",
        blocks=blocks,
        page="landscape",
    )


def _by_service(q: Quarter, group: Group) -> list[scorecard.Section]:
    """A group's indicators by the service that answers for them, services in the order of the scorecard."""
    found: dict[str, list[Line]] = {}
    for line in group.indicators:
        found.setdefault(line.get("unit_code") or "", []).append(line)
    services = {code: q.at.unit(code) for code in found if code}
    if not q.has_plan or not services:
        return [scorecard.Section(group.title, group.indicators)]
    return [
        scorecard.Section(f"{group.title}: {services.get(code, 'no service named')}", tuple(lines))
        for code, lines in found.items()
    ]
