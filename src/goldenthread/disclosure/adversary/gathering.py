"""Gathering: everything that is out, up to and with one release, and what is public beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from goldenthread.disclosure import queries, worlds
from goldenthread.disclosure.adversary import playing, ratings
from goldenthread.disclosure.adversary.playing import Played
from goldenthread.disclosure.drafts import kept
from goldenthread.disclosure.drafts.kept import packed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.models import Release
from goldenthread.positions import queries as positions


class PositionGone(LookupError):
    """The frozen quarter that a release was made from is not in the database."""


@dataclass(frozen=True, slots=True, eq=False)
class Out:
    """What an outsider holds: what each release said, what the ratings tell, and what is public of the rest.

    `codes` are the releases, the earliest first; `lines` the indicators of the last one's quarter, and `area`
    the council's own.
    """

    codes: tuple[str, ...]
    said: tuple[pl.DataFrame, ...]
    rated: pl.DataFrame
    world: World
    lines: tuple[dict[str, Any], ...]
    area: str


def played(code: str) -> tuple[Out, Played]:
    """The attack on a release with everything out before it. Raises NoSuchRelease, PositionGone."""
    out = everything(code)
    return out, playing.played(out.said, out.world, rated=out.rated)


def everything(code: str) -> Out:
    """Every release that left before this one, and this one. Raises NoSuchRelease, PositionGone."""
    queries.listed(code)
    last = Release.objects.get(code=code)
    out = set(queries.out())
    before = [each for each in Release.objects.filter(id__lt=last.pk).order_by("id") if each.code in out]
    releases = [*before, last]
    sealed = positions.by_digest(last.position)
    if sealed is None:
        raise PositionGone(f"the quarter that {code} was made from is not frozen in this database")
    return Out(
        codes=tuple(each.code for each in releases),
        said=tuple(kept.printed(each.figures) for each in releases),
        rated=pl.concat([ratings.RATED.to_frame(), *map(_rated, releases)]).unique(maintain_order=True),
        world=worlds.world(sealed, known_at=last.known_at),
        lines=sealed.of("indicator"),
        area=str(sealed.one("council").get("area") or ""),
    )


def _rated(release: Release) -> pl.DataFrame:
    """What the ratings tell that a release prints beside hidden figures of its quarter and the one before."""
    now = positions.by_digest(release.position)
    before = positions.by_digest(now.previous_digest) if now else None
    kept = packed.plain(release.figures)["safe_ratings"]
    found = [ratings.RATED.to_frame()]
    for where, position in (("now/", now), ("before/", before)):
        if position is not None:
            area = str(position.one("council").get("area") or "")
            codes = {line.removeprefix(where) for line in kept if line.startswith(where)}
            found.append(ratings.told(position.of("indicator"), codes, position.of("scheme"), area))
    return pl.concat(found)
