"""Whole: everything that an indicator's page shows, put together once."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from goldenthread.documents.marks import NOT_RATED
from goldenthread.web.indicator import beside, charted, facts, receipt, told, trail
from goldenthread.web.indicator.beside import Broken, Neighbours
from goldenthread.web.indicator.charted import Charted
from goldenthread.web.indicator.facts import Fact
from goldenthread.web.indicator.receipt import Receipt
from goldenthread.web.indicator.told import Challenge, Said
from goldenthread.web.indicator.trail import Crumb, Step
from goldenthread.web.shown import Shown
from goldenthread.web.written import spans
from goldenthread.web.written.tables import Table


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator under a view; charts, groups and neighbours are those of the frozen quarter."""

    code: str
    name: str
    definition: str
    thread: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    message: tuple[str, str]
    restated: tuple[str, str]
    charted: Charted
    receipt: Receipt | None
    been: tuple[Step, ...]
    sources: tuple[str, ...]
    broken_down: tuple[Broken, ...]
    neighbours: Neighbours | None
    owner: tuple[tuple[Said, ...], str]
    challenges: tuple[Challenge, ...]
    changes: Table | None
    defined: tuple[tuple[str, SafeString], ...]
    sprite: SafeString


def of(shown: Shown, code: str) -> Indicator | None:
    """An indicator's page; None where the quarter has none of that code."""
    frozen = shown.every.get(code)
    if frozen is None:
        return None
    line = shown.line(code)
    return Indicator(
        code=code,
        name=str(frozen["name"]),
        definition=str(frozen.get("definition") or ""),
        thread=trail.thread(shown, frozen),
        facts=facts.of(shown, line) if line else (),
        message=facts.message(shown, code),
        restated=facts.restated(shown, code),
        charted=charted.of(shown, code),
        receipt=receipt.of(shown, line) if line and shown.view != "month" else None,
        been=trail.been(shown, frozen),
        sources=tuple(str(source) for source in frozen.get("sources") or ()),
        broken_down=beside.broken_down(shown, code),
        neighbours=beside.neighbours(shown, code),
        owner=told.owner(shown, code),
        challenges=told.challenges(shown, code),
        changes=told.changes(shown, code),
        defined=told.definition(shown, frozen),
        sprite=spans.sprite((*(band.mark for band in shown.q.bands.ordered), NOT_RATED)),
    )
