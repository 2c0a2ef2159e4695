"""Peers: with whom a council was compared on a day, why with them, and how close they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from goldenthread.audit import versions
from goldenthread.methods import neighbours
from goldenthread.methods.neighbours import Neighbours
from goldenthread.organisation import queries
from goldenthread.organisation.models import Characteristic, ComparatorGroup


class NoSuchGroup(LookupError):
    """There is no comparator group of this code."""


class NeighboursNotFound(ValueError):
    """A group is to be found by likeness, and what areas are like does not suffice for it."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An area compared with; `distance` as published or found (0: the closest), `rank` by it, ties equal."""

    code: str
    name: str
    rank: int | None = None
    distance: float | None = None


@dataclass(frozen=True)
class PeerGroup:
    """A comparator group as it stood on a day: its version, and its members but for the area itself.

    The nearest member first; as written where nothing is said of closeness. `found` is what the method says
    of a group found by likeness, None for one whose members are named; `characteristics` are those it went
    by or left out, by code.
    """

    version: ComparatorGroup
    of: str
    of_name: str
    members: tuple[Peer, ...]
    found: Neighbours | None
    characteristics: Mapping[str, Characteristic]

    @property
    def codes(self) -> list[str]:
        """The members' codes, the nearest first."""
        return [member.code for member in self.members]


def group(code: str, *, of: str, on: date, known_at: datetime) -> PeerGroup:
    """The group with which an area was compared on a day, as known at a moment.

    Members and characteristics are those of that day, so that an old report keeps the group of its time.
    Raises NoSuchGroup, NeighboursNotFound.
    """
    there = queries.comparator_groups(on=on, known_at=known_at)
    if code not in there:
        known = ", ".join(there) or "none"
        raise NoSuchGroup(f"there is no comparator group {code} on {on:%-d %B %Y}; there are: {known}")
    version = there[code]
    names = {area.code: area.name for area in queries.areas(on=on, known_at=known_at)}
    if version.nearest_to:
        of = version.nearest_to
        used = _characteristics(version, on=on, known_at=known_at)
        found = _nearest(version, used)
        rows = found.nearest.select("area", "rank", "distance").iter_rows()
        members = [Peer(area, names.get(area, area), rank, distance) for area, rank, distance in rows]
    else:
        found, used, members = None, {}, _named(version, of, names)
    return PeerGroup(version, of, names.get(of, of), tuple(members), found, used)


def _named(version: ComparatorGroup, of: str, names: Mapping[str, str]) -> list[Peer]:
    distance = {area: float(number) for area, number in version.closeness.items()}
    others = [area for area in version.members if area != of]
    near = sorted((area for area in others if area in distance), key=lambda area: distance[area])
    return [
        *(
            Peer(
                area,
                names.get(area, area),
                1 + sum(distance[other] < distance[area] for other in near),
                distance[area],
            )
            for area in near
        ),
        *(Peer(area, names.get(area, area)) for area in others if area not in distance),
    ]


def _characteristics(version: ComparatorGroup, *, on: date, known_at: datetime) -> dict[str, Characteristic]:
    there = {row.code: row for row in versions.in_force(Characteristic, on, known_at)}
    wanted: Sequence[str] = version.characteristics or list(there)
    if gone := [code for code in wanted if code not in there]:
        raise NeighboursNotFound(
            f"{version.code}: nothing is known on {on:%-d %B %Y} of {', '.join(gone)}, by which its members "
            "are found; load those characteristics, or name others"
        )
    return {code: there[code] for code in wanted}


def _nearest(version: ComparatorGroup, used: Mapping[str, Characteristic]) -> Neighbours:
    areas = sorted({area for each in used.values() for area in each.values})
    table = pl.DataFrame({"area": areas}, schema={"area": pl.String}).with_columns(
        pl.Series(
            code,
            [float(each.values[area]) if area in each.values else None for area in areas],
            dtype=pl.Float64,
        )
        for code, each in used.items()
    )
    try:
        return neighbours.nearest(
            table, of=version.nearest_to, characteristics=list(used), count=version.count
        )
    except ValueError as error:
        raise NeighboursNotFound(f"{version.code}: {error}") from error
