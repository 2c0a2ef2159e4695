"""Roles: which posts decide on releases, and which may see figures as they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from goldenthread.indicators import disclosure
from goldenthread.indicators import queries as indicators
from goldenthread.indicators.vocabulary import DATA_PROTECTION_LEAD, OWNER
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.models import Post

HERE: Final = ZoneInfo("Europe/London")


class NotTheirs(PermissionError):
    """Somebody asks for what another post decides; the message says which."""


class NobodyHolds(LookupError):
    """The council folder names no post for a role, so nobody can do what is for that role alone."""


def lead(*, at: datetime) -> str:
    """The title of the data protection lead's post, or of several; its deputy's while it is vacant.

    Raises NobodyHolds.
    """
    return " or ".join(holding(DATA_PROTECTION_LEAD, at=at))


def holding(role: str, *, at: datetime) -> list[str]:
    """The titles of the posts that hold a role. Raises NobodyHolds."""
    on = at.astimezone(HERE).date()
    posts = organisation.posts(on=on, known_at=at)
    codes = disclosure.roles(on=on, known_at=at).get(role, ())
    titles = [str(organisation.answering(posts, code).title) for code in codes if code in posts]
    if not titles:
        raise NobodyHolds(
            f"no post holds the role {role}: name it in disclosure.yaml under roles, as "
            f"{{code: {role}, posts: [{role}]}}, and load the council folder anew (goldenthread init)"
        )
    return titles


def check_lead(by: str, what: str, *, at: datetime) -> None:
    """Raise NotTheirs unless `by` is the data protection lead; `what` is what only that post does."""
    if DATA_PROTECTION_LEAD not in of(by, at=at):
        raise NotTheirs(f"to {what} is for the {lead(at=at)} alone, not for {by or 'nobody'}")


def of(by: str, *, at: datetime) -> frozenset[str]:
    """The roles of a post, by its title or code; OWNER is not among them, for it is of one indicator."""
    codes = _answers_for(by, at)
    held = disclosure.roles(on=at.astimezone(HERE).date(), known_at=at)
    return frozenset(role for role, posts in held.items() if codes & set(posts))


def on_each(by: str, asked: Iterable[str], *, at: datetime) -> dict[str, frozenset[str]]:
    """The roles of a post on each of these indicators: its own everywhere, OWNER on those that it owns."""
    codes, everywhere = _answers_for(by, at), of(by, at=at)
    defined = indicators.definitions(on=at.astimezone(HERE).date(), known_at=at)
    owned = {row["indicator"] for row in defined.iter_rows(named=True) if row["owner"] in codes}
    return {code: everywhere | ({OWNER} if code in owned else set()) for code in asked}


def _answers_for(by: str, at: datetime) -> set[str]:
    """The codes of the posts for which somebody answers: the own one, and those that it stands in for."""
    posts = organisation.posts(on=at.astimezone(HERE).date(), known_at=at)
    said = by.strip().casefold()
    return {code for code in posts if _is_called(organisation.answering(posts, code), said)}


def _is_called(post: Post, said: str) -> bool:
    return said in (post.code.casefold(), post.title.casefold())
