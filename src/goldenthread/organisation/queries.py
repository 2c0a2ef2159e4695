"""How to ask about the organisation: what was so on a day, as known at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.audit import versions
from goldenthread.organisation.hierarchy import Hierarchy
from goldenthread.organisation.models import (
    Area,
    ComparatorGroup,
    Council,
    Dimension,
    Portfolio,
    PortfolioHolding,
    Post,
    ReportingCalendar,
    Unit,
)


class NoCouncil(LookupError):
    """Nothing is known of a council on that day at that moment."""


class NotInCalendar(LookupError):
    """The reporting calendar has no such period."""


class NoSuchPost(LookupError):
    """There is no post of this code."""


@dataclass(frozen=True, slots=True)
class Label:
    """The word for a level: one, many, and its initials if it has any."""

    one: str
    many: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioHeld:
    """A portfolio and who held it; `holder` is empty while nobody did."""

    code: str
    title: str
    order: int
    holder: str


# goldenthread's own words, where a council has none.
LABELS: Mapping[str, Label] = {
    "plan": Label("corporate plan", "corporate plans"),
    "priority": Label("priority", "priorities"),
    "outcome": Label("outcome", "outcomes"),
    "action": Label("action", "actions"),
    "flagship_action": Label("flagship action", "flagship actions", "FA"),
    "part": Label("part", "parts"),
    "milestone": Label("milestone", "milestones"),
    "indicator": Label("performance indicator", "performance indicators", "PI"),
    "challenge": Label("key challenge", "key challenges"),
    "portfolio": Label("portfolio", "portfolios"),
    "directorate": Label("directorate", "directorates"),
    "service": Label("service", "services"),
    "area": Label("ward", "wards"),
}


def council(*, on: date, known_at: datetime) -> Council:
    """The council; raises `NoCouncil`."""
    found = versions.in_force(Council, on, known_at)
    if not found:
        raise NoCouncil(
            f"no council is known for {on:%-d %B %Y} as known on {known_at:%-d %B %Y}: "
            "load a council folder first, or ask about a day from which one holds"
        )
    return found[0]


def labels(council: Council) -> dict[str, Label]:
    """The council's words for every level, goldenthread's where it has none."""
    own = {level: Label(**words) for level, words in council.labels.items() if words}
    return {**LABELS, **own}


def units(*, on: date, known_at: datetime) -> Hierarchy:
    """The council's parts."""
    return Hierarchy.of(versions.in_force(Unit, on, known_at))


def posts(*, on: date, known_at: datetime) -> dict[str, Post]:
    """Every post by code."""
    return {post.code: post for post in versions.in_force(Post, on, known_at)}


def answering(posts: Mapping[str, Post], code: str) -> Post:
    """The post that answers: the deputy's while the post is vacant; raises `NoSuchPost`."""
    if code not in posts:
        raise NoSuchPost(f"there is no post {code}")
    post = posts[code]
    return posts[post.deputy] if post.vacant and post.deputy in posts else post


def portfolios(*, on: date, known_at: datetime) -> list[PortfolioHeld]:
    """Every portfolio with its holder, in order."""
    held = {row.code: row.holder for row in versions.in_force(PortfolioHolding, on, known_at)}
    found = [
        PortfolioHeld(row.code, row.title, row.order, held.get(row.code, ""))
        for row in versions.in_force(Portfolio, on, known_at)
    ]
    return sorted(found, key=lambda portfolio: (portfolio.order, portfolio.title))


def holders(*, known_at: datetime) -> set[str]:
    """Everybody who holds or held a portfolio, or a post whose holder a form prints, by name."""
    portfolio_holders = {
        row.holder for row in versions.history(PortfolioHolding, known_at, is_withdrawn=False)
    }
    post_holders = {row.holder for row in versions.history(Post, known_at, is_withdrawn=False)}
    return (portfolio_holders | post_holders) - {""}


def areas(*, on: date, known_at: datetime, kind: str = "") -> list[Area]:
    """Areas by name, of one kind if asked for."""
    found = versions.in_force(Area, on, known_at, **({"kind": kind} if kind else {}))
    return sorted(found, key=lambda area: area.name)


def areas_within(area: str, *, on: date, known_at: datetime) -> list[Area]:
    """The areas that an area is made up of, and those that they are made up of, by name."""
    every = areas(on=on, known_at=known_at)
    found, above = [], {area}
    while above:
        below = [each for each in every if each.parent in above and each not in found]
        found += below
        above = {each.code for each in below}
    return sorted(found, key=lambda each: each.name)


def dimensions(*, on: date, known_at: datetime) -> dict[str, Dimension]:
    """The ways of breaking figures down, by code."""
    return {row.code: row for row in versions.in_force(Dimension, on, known_at)}


def comparator_groups(*, on: date, known_at: datetime) -> dict[str, ComparatorGroup]:
    """The groups of peers, by code."""
    return {row.code: row for row in versions.in_force(ComparatorGroup, on, known_at)}


def reporting_period(period: str, *, on: date, known_at: datetime) -> ReportingCalendar:
    """The calendar's entry for a period; raises `NotInCalendar`, naming those there are."""
    found = {row.code: row for row in reporting_periods(on=on, known_at=known_at)}
    if period not in found:
        known = ", ".join(found) or "none"
        raise NotInCalendar(f"{period} is not in the reporting calendar; there are: {known}")
    return found[period]


def reporting_periods(*, on: date, known_at: datetime) -> list[ReportingCalendar]:
    """The reporting calendar, by position date."""
    found = versions.in_force(ReportingCalendar, on, known_at)
    return sorted(found, key=lambda row: (row.position_date, row.code))
