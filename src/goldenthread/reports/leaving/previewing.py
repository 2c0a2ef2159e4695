"""Previewing: what a period's pack would hide if it left now; nothing is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goldenthread.disclosure import looks
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.looks import Preview, page
from goldenthread.documents import wording
from goldenthread.documents.renderers import html
from goldenthread.documents.renderers.html import Style
from goldenthread.positions import queries as positions
from goldenthread.reports import free_text, gather


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """A pack that might leave: its figures through the gate, and the moment up to which it would tell."""

    passed: Passed
    known_at: datetime


def passed(period: str, *, at: datetime, known_at: datetime | None = None) -> Leaving:
    """The pack of a frozen period as `publication` would release it at a moment.

    `known_at` as for `gather.material`, but not later than `at`. Raises NotFrozen, CannotBeProtected.
    """
    sealed = positions.sealed(period)
    moment = known_at or min(gather.report_moment(sealed), at)
    return Leaving(gather.passed(period, known_at=moment), moment)


def preview(leaving: Leaving) -> Preview:
    """What would be hidden of it and which texts withheld, what that costs, what would hide less."""
    period = leaving.passed.printed.now.period
    found = free_text.of_period(period, known_at=leaving.known_at, passed=leaving.passed).findings
    withheld = dict.fromkeys((finding.kind, finding.about) for finding in found)
    return looks.preview(leaving.passed, withheld=tuple(withheld))


def as_page(leaving: Leaving, told: Preview) -> str:
    """The preview as one page that needs nothing beside it."""
    sealed = leaving.passed.printed.now
    council = sealed.one("council")
    dates = wording.known_line(position=sealed.position_date, known=gather.day(leaving.known_at))
    document = page.document(
        told, council=str(council["name"]), notice=str(council.get("notice") or ""), dates=dates
    )
    return html.alone(document, style=Style())
