"""Receipt: why a figure has its rating: what it was held against, who set that, what would turn it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import content as c
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks
from goldenthread.web.shown import FROZEN, Shown
from goldenthread.web.written import spans

Fact = tuple[str, SafeString]

SAID_ABOVE: Final = ("Target: ", "Rule: ")
"""Sentences of a receipt that stand among its facts already."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The rating, the facts behind it, and the sentences in which it was written down."""

    rating: SafeString
    facts: tuple[Fact, ...]
    sentences: tuple[str, ...]


def of(shown: Shown, line: Line) -> Receipt:
    """The receipt of a line; of a hidden figure it says no more than may be said."""
    rating = spans.mark(marks.rating(line, shown.q.bands))
    return Receipt(
        rating,
        tuple(_facts(shown, line)),
        tuple(s for s in line.get("receipt") or () if not s.startswith(SAID_ABOVE)),
    )


def _facts(shown: Shown, line: Line) -> Iterator[Fact]:
    yield _("Value"), spans.line(figures.value(line, shown.q.at))
    yield _("Target"), spans.line(figures.target(line, shown.q.at))
    if line.get("rule"):
        yield _("Rule"), spans.line(c.line(str(line["rule"])))
    at = shown.q.at
    yield _("Known as at"), spans.line(c.line(at.known_day if shown.view == FROZEN else at.now_known_day))
