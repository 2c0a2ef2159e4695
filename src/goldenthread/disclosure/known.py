"""Known: the names that the council's own data knows, of people who may be named and of what is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from goldenthread.disclosure.texts import Known
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure.words import Names
from goldenthread.organisation import queries as organisation


def known(*, on: date, known_at: datetime, approved: Collection[str] = ()) -> Known:
    """Names on a day as known at a moment, and the digests of phrases that have been approved.

    Whoever held a portfolio or a post that a form prints may be named in that role. Areas, parts of the
    council, posts and portfolios are called what they are called, and are no persons.
    """
    names = Names(
        never=frozenset(disclosure.guarded_names(on=on, known_at=known_at)),
        public=frozenset(organisation.holders(known_at=known_at)),
        places=frozenset(_places(on, known_at)),
    )
    return Known(names=names, approved=frozenset(approved))


def _places(on: date, known_at: datetime) -> Iterator[str]:
    yield from (area.name for area in organisation.areas(on=on, known_at=known_at))
    yield from (unit.name for unit in organisation.units(on=on, known_at=known_at).units.values())
    yield from (post.title for post in organisation.posts(on=on, known_at=known_at).values())
    yield from (held.title for held in organisation.portfolios(on=on, known_at=known_at))
