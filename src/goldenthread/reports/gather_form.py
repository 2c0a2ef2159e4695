"""Gather the form: what people decided and answered for a report, asked of the rooms, through the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from goldenthread.disclosure.gate import Cleared
from goldenthread.disclosure.texts import Measures
from goldenthread.organisation import queries as organisation
from goldenthread.reports import form_words, queries
from goldenthread.reports.form import (
    Answer,
    BackgroundPaper,
    Clearance,
    Form,
    Officer,
    Risk,
    Standing,
)
from goldenthread.reports.models import ReportClearance, ReportForm

HERE: Final = ZoneInfo("Europe/London")
MEETING: Final = "cabinet"
PLAIN: Final = ("report_for", "subject", "portfolio", "wards", "summary", "register_attached")
ANSWERS: Final = (
    "key_decision", "call_in", "risks_on_register", "separate_register", "holder_consulted", "wards_notified",
    "eqia", "call_in_waived",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day and a moment at which the rooms are asked."""

    on: date
    known_at: datetime


def form(
    period: str, *, known_at: datetime, cleared: Cleared, read_with: Measures | None = None
) -> Form | None:
    """The answers to a period's form as known at a moment; None where nobody gave any.

    Words that may not leave beside the `cleared` position are withheld, with a decision each.
    """
    given = answered(period, known_at=known_at)
    return given and form_words.through_the_gate(given, cleared, read_with=read_with)


def answered(period: str, *, known_at: datetime) -> Form | None:
    """As `form`, word for word as it was answered: for those who look after it, never for a paper."""
    when = _Moment(known_at.astimezone(HERE).date(), known_at)
    asked: dict[str, Any] = {"period": period, "on": when.on, "known_at": known_at}
    answers, standing = queries.form(**asked), queries.standing(**asked)
    clearances = queries.clearances(**asked)
    if not (answers or standing or clearances):
        return None
    given = Form(
        period=period,
        known_at=known_at,
        meeting_date=_meeting_date(answers, period, when),
        standing=tuple(
            Standing(text.heading, tuple(text.paragraphs), text.reviewed, text.review_by) for text in standing
        ),
        clearances=tuple(_clearance(each, when) for each in clearances),
    )
    return _answered(given, answers, when) if answers else given


def _answered(given: Form, answers: ReportForm, when: _Moment) -> Form:
    plain: dict[str, Any] = {name: getattr(answers, name) for name in PLAIN}
    said: dict[str, Any] = {name: _answer(getattr(answers, name)) for name in ANSWERS}
    return replace(
        given,
        **plain,
        **said,
        exempt=_exempt(answers.exempt),
        reason=answers.reason_for_recommendations,
        recommendations=tuple(answers.recommendations),
        responsible=_officer(answers.responsible, when.on, when),
        contact=_officer(answers.contact, when.on, when),
        holder=_holder(answers.portfolio, given.meeting_date or when.on, when),
        risks=tuple(
            Risk(risk["description"], tuple(risk["evidence"]), risk["rating"]) for risk in answers.risks
        ),
        background=tuple(BackgroundPaper(paper["path"], paper["title"]) for paper in answers.background),
    )


def _meeting_date(answers: ReportForm | None, period: str, when: _Moment) -> date | None:
    """The date that was answered, else the calendar's."""
    if answers and answers.meeting_date:
        return answers.meeting_date
    try:
        entry = organisation.reporting_period(period, on=when.on, known_at=when.known_at)
    except organisation.NotInCalendar:
        return None
    return step(entry.steps, MEETING)


def step(steps: list[dict[str, Any]], code: str) -> date | None:
    """The date of one of a calendar entry's steps, if it has it."""
    dates = [each["date"] for each in steps if each["code"] == code]
    return date.fromisoformat(dates[0]) if dates else None


def _answer(given: Mapping[str, Any] | None) -> Answer | None:
    return Answer(given["said"], given["reason"]) if given else None


def _exempt(given: Mapping[str, Any] | None) -> Answer | None:
    """The paragraph of the law stands before the reason."""
    if not given or not given["paragraph"]:
        return _answer(given)
    return Answer(given["said"], f"{given['paragraph']}: {given['reason']}")


def _officer(given: Mapping[str, Any] | None, on: date, when: _Moment) -> Officer:
    if not given:
        return Officer()
    title, holder = _post(given["post"], on, when)
    return Officer(given["name"] or holder, title, given["email"], given["telephone"])


def _clearance(given: ReportClearance, when: _Moment) -> Clearance:
    _, holder = _post(given.post, given.day or when.on, when)
    code = given.code.removeprefix(f"{given.period}/")
    name = given.name or holder
    return Clearance(code, given.role, given.office, name, given.on_behalf, given.day)


def _post(code: str, on: date, when: _Moment) -> tuple[str, str]:
    """The title of a post and who held it on a day; nobody while it was vacant."""
    post = organisation.posts(on=on, known_at=when.known_at).get(code)
    if post is None:
        return "", ""
    return post.title, "" if post.vacant else post.holder


def _holder(portfolio: str, on: date, when: _Moment) -> str:
    held = organisation.portfolios(on=on, known_at=when.known_at)
    return next((each.holder for each in held if each.code == portfolio), "")
