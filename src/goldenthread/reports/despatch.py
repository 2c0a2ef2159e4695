"""Despatch: what still stands in the way of sending a report out, looked for in its own material."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import covering, quarter
from goldenthread.reports.assemble.covering import answers, evidence, protected, reds, signed
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.standpoint import local_day
from goldenthread.reports.form import Clearance, Form, Standing
from goldenthread.reports.material import Material

NO_FORM: Final = "form-missing"
RED_UNANSWERED: Final = "red-without-challenge"
AWAITED: Final = "clearance-awaited"
TOO_EARLY: Final = "clearance-too-early"
REVIEW_DUE: Final = "standing-text-due-for-review"
NOT_CLAIMED: Final = "mitigation-without-evidence"
WITHHELD: Final = "texts-withheld"
NOT_GIVEN: Final = "not-given"
NOT_APPROVED: Final = "release-not-approved"
WITHDRAWN: Final = "release-withdrawn"
# By how a release stands: what kind of finding that is, and what is said of it.
STANDINGS: Final = {
    "published": (
        NOT_APPROVED,
        "The release {code} awaits approval by the {lead}: goldenthread disclosure approve {code}.",
    ),
    "withdrawn": (
        WITHDRAWN,
        "The release {code} was withdrawn by the {lead} as one that never left: do not send this pack.",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before the report is sent: what kind it is, and the words for who must act."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """The release as which a pack is on record.

    `standing` is "published", "approved" or "withdrawn", `lead` the post that says which.
    """

    code: str
    standing: str
    lead: str


def findings(material: Material, recorded: Recorded | None = None) -> list[Finding]:
    """Everything found, most pressing kind first; none for a report that may go.

    Of the release nothing is said where it is not known.
    """
    q = quarter.of(material)
    form = covering.of(q)
    asked = (_clearances(q, form), _standing(form), _mitigations(q, form), _fields(q))
    checks = (_reds(q), _withheld(q), _standing_of(recorded), *(asked if material.form else (_no_form(q),)))
    return [finding for found in checks for finding in found]


def _no_form(q: Quarter) -> Iterator[Finding]:
    yield Finding(NO_FORM, f"Nobody has answered the form of the covering report for {q.at.running}.")


def _reds(q: Quarter) -> Iterator[Finding]:
    challenge = q.at.label("challenge").one
    if without := reds.unanswered(q):
        verbs = ("is", "belongs") if len(without) == 1 else ("are", "belong")
        words = f"{wording.joined(without)} {verbs[0]} {reds.words(q)} and {verbs[1]} to no {challenge}."
        yield Finding(RED_UNANSWERED, words)


def _clearances(q: Quarter, form: Form) -> Iterator[Finding]:
    change = last_change(q)
    for each in form.clearances or signed.OFFICES:
        if each.day is None:
            yield Finding(AWAITED, f"Clearance by the {each.office} is awaited.")
        elif each.day <= change:
            yield _too_early(each, each.day, change)


def _too_early(each: Clearance, day: date, change: date) -> Finding:
    words = (
        f"Clearance by the {each.office} on {wording.day(day)} is not later than the last change that the "
        f"report tells of, on {wording.day(change)}."
    )
    return Finding(TOO_EARLY, words)


def last_change(q: Quarter) -> date:
    """The latest day on which something that the papers tell became known: the freeze, or a change since."""
    told = (change["known_from"] for change in q.material.changes.lines)
    return max([local_day(q.material.now.sealed.known_at), *(date.fromisoformat(day) for day in told if day)])


def _standing(form: Form) -> Iterator[Finding]:
    by = form.meeting_date or local_day(form.known_at)
    for each in form.standing:
        if each.review_by and each.review_by < by:
            yield _due(each, each.review_by, by)


def _due(each: Standing, review_by: date, by: date) -> Finding:
    words = (
        f"The standing text on {each.heading.replace('_', ' ')} was to be reviewed by "
        f"{wording.day(review_by)}, before {wording.day(by)}."
    )
    return Finding(REVIEW_DUE, words)


def _mitigations(q: Quarter, form: Form) -> Iterator[Finding]:
    claimed = ((risk, code) for risk in form.risks for code in risk.evidence)
    for risk, code in claimed:
        if evidence.sentence(q, code) is None:
            about = f"“{evidence.ABOUT[code]}” of the risk “{risk.description}”"
            yield Finding(NOT_CLAIMED, f"The mitigation {about} is not claimed: no evidence is held.")


def _withheld(q: Quarter) -> Iterator[Finding]:
    for each in protected.withheld(q):
        words = f"{each.subject}: {each.what} withheld, because {each.why}."
        yield Finding(
            WITHHELD, f"{words} Reword it, or leave it so: goldenthread disclosure words names them."
        )


def _standing_of(release: Recorded | None) -> Iterator[Finding]:
    if release and release.standing in STANDINGS:
        kind, words = STANDINGS[release.standing]
        yield Finding(kind, words.format(code=release.code, lead=release.lead))


def _fields(q: Quarter) -> Iterator[Finding]:
    """Every field of the covering report that prints as not given."""
    for field in not_given(covering.document(q).blocks):
        yield Finding(NOT_GIVEN, f"Nobody has answered “{field}”.")


def not_given(blocks: tuple[c.Block, ...], heading: str = "") -> Iterator[str]:
    """The labels and headings under which nothing but "Not given" stands."""
    for block in blocks:
        match block:
            case c.Section(title=title, blocks=inner):
                yield from not_given(inner, title)
            case c.Facts(rows=rows):
                yield from (row.label for row in rows if any(map(_is_open, row.lines)))
            case c.Paragraph(line=line) if _is_open(line):
                yield heading
            case c.Table() if any(_is_open(row.header) for row in block.rows()):
                yield block.caption


def _is_open(line: c.Line) -> bool:
    return c.words(line).startswith(answers.NOT_GIVEN)
