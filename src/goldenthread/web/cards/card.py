"""Card: one scorecard of a level as its page shows it, under a view and filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents.marks import NOT_RATED
from goldenthread.reports.assemble.words import summed
from goldenthread.reports.material import Line
from goldenthread.scorecards import coverage
from goldenthread.web.cards import filters, months, rows, tally
from goldenthread.web.cards.filters import Filter
from goldenthread.web.cards.tally import Tally
from goldenthread.web.shown import MONTH, Shown
from goldenthread.web.written import spans
from goldenthread.web.written.tables import Table

Section = tuple[str, Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard: its result in a sentence, tally (None of single months), filters and rows."""

    code: str
    title: str
    level: str
    said: str
    tally: Tally | None
    filters: tuple[Filter, ...]
    table: Table
    shown: int
    of: int
    sprite: SafeString
    key: str


def of(shown: Shown, layout: Line, query: Mapping[str, str]) -> Card:
    """A scorecard under what an address chooses. Raises filters.NoSuchChoice."""
    lines = shown.lines(coverage.lines_of(layout))
    chosen = filters.chosen(query, shown, lines)
    kept = {line["indicator"] for line in filters.kept(chosen, shown, lines)}
    sections = [(each["title"], shown.lines(each["lines"])) for each in layout["sections"]]
    return Card(
        code=layout["code"],
        title=layout["title"],
        level=layout["level"],
        said=said(shown, lines),
        tally=None if shown.view == MONTH else tally.of(shown, _tallied(shown, layout, sections, lines)),
        filters=filters.filters(chosen, query, shown, lines),
        table=rows.table(shown, [_kept(title, own, kept) for title, own in sections]),
        shown=len(kept),
        of=len(lines),
        sprite=spans.sprite((*(band.mark for band in shown.q.bands.ordered), NOT_RATED)),
        key=_key(shown),
    )


def _kept(title: str, lines: Sequence[Line], kept: set[str]) -> tuple[str, str, Sequence[Line]]:
    own = [line for line in lines if line["indicator"] in kept]
    return title, _("%(some)s of %(all)s shown") % {"some": len(own), "all": len(lines)}, own


def said(shown: Shown, lines: Sequence[Line]) -> str:
    """The result in a sentence or two."""
    if shown.view == MONTH:
        return months.said(shown, lines)
    return f"{summed.met(shown.q, lines)} {summed.others(shown.q, lines)}".strip()


def _tallied(
    shown: Shown, layout: Line, sections: Sequence[Section], lines: Sequence[Line]
) -> list[tuple[str, Sequence[Line], str]]:
    """All, and each section where there are several; each leads to its own scorecard where there is one."""
    whole = [(_("All indicators"), lines, "")]
    if len(sections) == 1:
        return whole
    known = {(each["level"], each["subject"]): each["code"] for each in shown.q.material.layouts}
    codes = [_own(known, layout, section["code"]) for section in layout["sections"]]
    return [
        *whole,
        *(
            (title, own, address(shown, code) if code else "")
            for (title, own), code in zip(sections, codes, strict=True)
        ),
    ]


def _own(known: Mapping[tuple[str, str], str], layout: Line, subject: str) -> str:
    """The code of the scorecard of a section's own."""
    found = (known.get((level, subject), "") for level in ("priority", "service", "directorate"))
    return next((code for code in found if code and code != layout["code"]), "")


def address(shown: Shown, code: str) -> str:
    """Where a scorecard is, in the same view of the same quarter."""
    return f"{reverse('scorecard', args=[code])}{shown.query}"


def _key(shown: Shown) -> str:
    if shown.view == MONTH:
        return _("Single months are no part of the frozen quarter.")
    return _("Arrows show which way the figure moved; the word says whether that is good.")
