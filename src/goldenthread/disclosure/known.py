"""Known: the names that the council's own data knows, and the phrases that may stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from goldenthread.disclosure import roles
from goldenthread.disclosure.phrases import queries as phrases
from goldenthread.disclosure.texts import LEAD, Known
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure.words import Names
from goldenthread.organisation import queries as organisation


def known(*, on: date, known_at: datetime) -> Known:
    """Names on a day as known at a moment, who the data protection lead is, and what that post lets stand.

    What is approved later changes no report that tells what was known at this moment. Whoever held a
    portfolio or a post that a form prints may be named in that role. Areas, parts of the council, posts and
    portfolios are called what they are called, and are no persons.
    """
    names = Names(
        never=frozenset(disclosure.guarded_names(on=on, known_at=known_at)),
        public=frozenset(organisation.holders(known_at=known_at)),
        places=frozenset(_places(on, known_at)),
    )
    return Known(names=names, approved=phrases.allowed(known_at=known_at), lead=lead(at=known_at))


def lead(*, at: datetime) -> str:
    """The title of the data protection lead's post; where the council names none, what it is."""
    try:
        return roles.lead(at=at)
    except roles.NobodyHolds:
        return LEAD


def _places(on: date, known_at: datetime) -> Iterator[str]:
    yield from (area.name for area in organisation.areas(on=on, known_at=known_at))
    yield from (unit.name for unit in organisation.units(on=on, known_at=known_at).units.values())
    yield from (post.title for post in organisation.posts(on=on, known_at=known_at).values())
    yield from (held.title for held in organisation.portfolios(on=on, known_at=known_at))
