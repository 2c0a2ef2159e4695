"""Tally: ratings counted, one mark for each indicator; a chart that is its own table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import wording
from goldenthread.documents.marks import Mark
from goldenthread.reports.assemble.quarter import Counts
from goldenthread.reports.material import Line
from goldenthread.web.shown import Shown
from goldenthread.web.written import spans


@dataclass(frozen=True, slots=True)
class Count:
    """How many have one rating: the number, its marks, and how that is against the report before."""

    label: str
    number: int
    marks: SafeString
    change: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The counts of some indicators; `href` leads to their own scorecard, where they have one."""

    label: str
    counts: tuple[Count, ...]
    rated: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by rating, the worst first and not rated last; `marks` are the heads of its columns."""

    caption: str
    marks: tuple[SafeString, ...]
    rows: tuple[TallyRow, ...]


def of(shown: Shown, rows: Sequence[tuple[str, Sequence[Line], str]]) -> Tally:
    """A tally of rows of label, lines and address."""
    at = shown.q.at
    known = at.known_day if shown.view == "frozen" else at.now_known_day
    caption = _("Ratings at %(position)s, as known on %(known)s") % {
        "position": at.position_day,
        "known": known,
    }
    marks = tuple(spans.mark(mark) for mark, _number in _in_order(shown.q.count(())))
    return Tally(caption, marks, tuple(_row(shown, *row) for row in rows))


def _row(shown: Shown, label: str, lines: Sequence[Line], href: str) -> TallyRow:
    now = shown.q.count(lines)
    then = shown.q.count(
        [shown.q.before[c] for c in (line["indicator"] for line in lines) if c in shown.q.before]
    )
    counts = tuple(
        Count(mark.word, number, spans.times(mark, number), _change(shown, number, then.at(mark.word)))
        for mark, number in _in_order(now)
    )
    rated = sum(shown.q.rated(line) is not None for line in lines)
    return TallyRow(label, counts, wording.of_all(rated, now.total), href)


def _change(shown: Shown, now: int, then: int) -> str:
    return wording.count_change(now, then, than=shown.q.at.before) if shown.q.before else ""


def _in_order(counts: Counts) -> Iterator[tuple[Mark, int]]:
    """The worst first, so that it is seen first; not rated last."""
    *rated, unrated = zip(counts.marks, counts.numbers, strict=True)
    yield from reversed(rated)
    yield unrated
