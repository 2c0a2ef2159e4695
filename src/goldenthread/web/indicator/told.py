"""Told: what people say of an indicator: its owner, key challenges and their effect, changes, definition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.changed import goalposts
from goldenthread.reports.material import Line
from goldenthread.scorecards import coverage
from goldenthread.web.shown import Shown
from goldenthread.web.written import spans, tables
from goldenthread.web.written.tables import Table

Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Challenge:
    """A key challenge: what is being done, by whom and by when, and what came of it."""

    title: str
    rows: tuple[Said, ...]
    steps: tuple[Said, ...]


def owner(shown: Shown, code: str) -> tuple[tuple[Said, ...], str]:
    """What the owner says of the frozen figure, and who that is; ((), "") where nothing was said."""
    for line in shown.q.material.now.sealed.of("commentary"):
        if line["indicator"] == code and not line.get("topic"):
            parts = (
                (_("What happened"), line["happened"]),
                (_("Why"), line["why"]),
                (_("What next"), line["next"]),
            )
            return tuple((label, text) for label, text in parts if text), str(line["author"])
    return (), ""


def challenges(shown: Shown, code: str) -> tuple[Challenge, ...]:
    """The key challenges that an indicator belongs to, in their order."""
    found = (line for line in shown.q.material.challenges.lines if code in line["indicators"])
    return tuple(_challenge(shown, line, since=line["since"] if code in shown.live else "") for line in found)


def _challenge(shown: Shown, line: Line, *, since: str) -> Challenge:
    rows = ((_("Why"), line["why"]), (_("Back on target"), line["back_on_target"]), (_("Since"), since))
    steps = tuple(_step(shown, step) for step in line["doing"])
    title = _("Challenge %(number)s. %(title)s") % {"number": line["number"], "title": line["title"]}
    return Challenge(title, tuple((label, text) for label, text in rows if text), steps)


def _step(shown: Shown, step: Line) -> Said:
    """By when, and then who does what and what that should change."""
    when = wording.day(date.fromisoformat(step["by"]))
    what = str(step["what"])
    said = f"{shown.q.at.post(step['who'])}: {what[:1].upper()}{what[1:]}. {step['changes']}"
    return when, f"{said}. {step['became']}" if step.get("became") else said


def changes(shown: Shown, code: str) -> Table | None:
    """Changes of the target with effect in the year; None where there was none."""
    own = tuple(line for line in shown.q.material.now.sealed.of("target_change") if line["indicator"] == code)
    return tables.of(goalposts.table(shown.q, own)) if own else None


def definition(shown: Shown, line: Line) -> tuple[tuple[str, SafeString], ...]:
    """What is counted, of what, from where, and who answers for it."""
    return tuple((label, spans.line(c.line(text))) for label, text in _definition(shown, line) if text)


def _definition(shown: Shown, line: Line) -> Iterator[Said]:
    yield _("Definition"), str(line.get("definition") or "")
    yield _("Counts"), str(line.get("numerator_label") or "")
    yield _("Out of"), str(line.get("denominator_label") or "")
    yield _("Source"), str(line.get("source") or "")
    yield _("Owner"), str(line.get("owner") or _("nobody is named"))
    yield shown.q.at.label("portfolio").one.capitalize(), shown.q.at.portfolio(line.get("portfolio") or "")
    yield _("Stands on"), ", ".join(_stands_on(shown, line["indicator"]))
    since = line.get("version_from")
    if since:
        told = _("%(day)s, approved by %(who)s: %(why)s") % {
            "day": wording.day(date.fromisoformat(since)),
            "who": line.get("version_approver") or _("nobody named"),
            "why": line.get("version_reason") or _("no reason recorded"),
        }
        yield _("In force from"), told


def _stands_on(shown: Shown, code: str) -> Iterator[str]:
    for layout in shown.q.material.layouts:
        if code in coverage.lines_of(layout):
            yield str(layout["title"])
