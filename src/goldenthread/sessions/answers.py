"""Answers: the key challenge that answers for an indicator, with what will be done, by whom and by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.challenges import queries as challenges
from goldenthread.challenges.models import Challenge
from goldenthread.methods import periods
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.models import Post


@dataclass(frozen=True, slots=True)
class Step:
    """One corrective action: `who` by post, `by` as a day or month, `changes` the number it should move."""

    what: str
    who: str
    by: str
    changes: str
    became: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A key challenge. `is_of_before`: it is of an earlier period than the one that is looked at."""

    period: str
    number: int
    title: str
    lead: str
    why: str
    back_on_target: str
    steps: tuple[Step, ...]
    is_of_before: bool


def by_indicator(*, period: str, on: date, known_at: datetime) -> dict[str, Answer]:
    """The latest challenge that names each indicator, of the period or one before, as known at a moment."""
    end = periods.parse(period).end
    posts = organisation.posts(on=on, known_at=known_at)
    known = [
        (periods.parse(challenge.period).end, challenge)
        for challenge in challenges.every(on=on, known_at=known_at)
    ]
    found: dict[str, Answer] = {}
    for until, challenge in sorted(known, key=lambda each: (each[0], -each[1].number)):
        if until <= end or periods.parse(challenge.period).start <= end:
            told = _told(challenge, posts, is_of_before=until < end)
            found |= dict.fromkeys(challenge.indicators, told)
    return found


def _told(challenge: Challenge, posts: Mapping[str, Post], *, is_of_before: bool) -> Answer:
    return Answer(
        period=challenge.period,
        number=challenge.number,
        title=challenge.title,
        lead=_title(posts, challenge.lead),
        why=challenge.why,
        back_on_target=challenge.back_on_target,
        steps=tuple(
            Step(
                what=step["what"],
                who=_title(posts, step["who"]),
                by=str(step["by"]),
                changes=step.get("changes") or "",
                became=step.get("became") or "",
            )
            for step in challenge.doing
        ),
        is_of_before=is_of_before,
    )


def _title(posts: Mapping[str, Post], code: str) -> str:
    """A post by its title, its deputy's while it is vacant; a code that is no post stands as it is."""
    return str(organisation.answering(posts, code).title) if code in posts else code
