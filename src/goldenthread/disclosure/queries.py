"""How to ask about disclosure: what is known beside a pack, what left the council, what would be hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import polars as pl
from django.db.models import Count, Q, QuerySet

from goldenthread.disclosure.drafts import deciding, joining
from goldenthread.disclosure.drafts.deciding import Draft
from goldenthread.disclosure.drafts.world import EXCEPTIONS, HELD, OUT_ROUNDED, World
from goldenthread.disclosure.models import Release, ReleaseWord, SuppressionDecision, Why, Word
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure import linked
from goldenthread.observations import ledger
from goldenthread.organisation import queries as organisation
from goldenthread.positions.queries import Sealed

HEADLINE: Final = ""
# What a link can be between; a remainder follows from the two.
LINKED_PARTS: Final = ("numerator", "denominator")
FEWEST_TOLD: Final = 3
"""A sum of fewer counts would tell one to whoever knows the other."""


class NoSuchRelease(LookupError):
    """No release has this code."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A release as a line of a list. `standing` is a code of `models.Word`, or "published".

    `lost` is how many people the figures count that are hidden to protect others; None where one or two make
    it up, for it would tell them.
    """

    code: str
    period: str
    recorded_at: datetime
    made_by: str
    level: str
    width: int
    shown: int
    hidden: int
    lost: int | None
    standing: str


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A release with what it hides and why, what people said of it, and all that it was made from."""

    listed: Listed
    position: str
    known_at: datetime
    world: tuple[str, ...]
    decisions: tuple[SuppressionDecision, ...]
    words: tuple[ReleaseWord, ...]
    draft: Draft


def world(sealed: Sealed, *, known_at: datetime) -> World:
    """What is known beside a frozen quarter: rules as at the report's moment, and what is out already."""
    return World(
        **rules(on=known_at.date(), known_at=known_at),
        **ledger_of_releases(),
        held=_held(sealed),
        areas=_areas(on=sealed.position_date, known_at=sealed.known_at),
    )


def rules(*, on: date, known_at: datetime) -> dict[str, Any]:
    """Policies, groupings, links and exceptions on a day, as known at a moment: fields of `World`."""
    policies = disclosure.policies(on=on, known_at=known_at)
    named = disclosure.policy_of(on=on, known_at=known_at).drop_nulls("policy")
    return {
        "policies": {row["indicator"]: policies[row["policy"]] for row in named.iter_rows(named=True)},
        "otherwise": policies[disclosure.default_policy(on=on, known_at=known_at)],
        "groupings": _groupings(disclosure.groupings(on=on, known_at=known_at)),
        "links": _links(disclosure.links(on=on, known_at=known_at)),
        "exceptions": exceptions(on=on, known_at=known_at).select(EXCEPTIONS.names()),
    }


def exceptions(*, on: date, known_at: datetime) -> pl.DataFrame:
    """What is excepted on a day: the columns of `indicators.disclosure.EXCEPTIONS`, and the `area`.

    Where an exception names a part of the map, that is its area, and the rest its breakdown.
    """
    found = disclosure.exceptions(on=on, known_at=known_at)
    if found.is_empty():
        return found.with_columns(area=pl.lit(""))
    own = organisation.council(on=on, known_at=known_at).area
    dimensions = organisation.dimensions(on=on, known_at=known_at)
    maps = [code for code, dimension in dimensions.items() if not dimension.values]
    parts = pl.col("breakdown").str.split(";")
    is_place = pl.element().str.split("=").list.first().is_in(maps)
    place = parts.list.eval(pl.element().filter(is_place)).list.first().str.split("=").list.last()
    rest = parts.list.eval(pl.element().filter(~is_place)).list.join(";")
    return found.with_columns(area=pl.coalesce(place, pl.lit(own)), breakdown=rest)


def ledger_of_releases() -> dict[str, Any]:
    """What is out already, as fields of `World`."""
    out = list(_out())
    return {
        **_earlier(out),
        "releases": tuple(release.code for release in out),
        "names": {**{release.code: release.inputs for release in out}, **_never_left()},
        "stored": _stored,
    }


def releases() -> list[Listed]:
    """Every release, the latest first."""
    found = _counted(Release.objects.order_by("-id")).prefetch_related("words")
    return [_listed(release) for release in found]


def listed(code: str) -> Listed:
    """One release as a line of a list. Raises NoSuchRelease."""
    return _listed(_found(code))


def release(code: str) -> Told:
    """One release. Raises NoSuchRelease, with the codes that there are."""
    found = _found(code)
    return Told(
        listed=_listed(found),
        position=found.position,
        known_at=found.known_at,
        world=tuple(found.world),
        decisions=tuple(found.decisions.all()),
        words=tuple(found.words.all()),
        draft=deciding.read((found.figures, found.proof)),
    )


def _found(code: str) -> Release:
    found = _counted(Release.objects.filter(code=code)).first()
    if found is None:
        known = ", ".join(Release.objects.order_by("-id").values_list("code", flat=True)[:5]) or "none yet"
        raise NoSuchRelease(f"there is no release {code}; the latest are {known}")
    return found


def out() -> list[str]:
    """The codes of the releases that are out, in the order in which they left."""
    return [release.code for release in _out()]


def _out() -> QuerySet[Release]:
    """Releases that were not withdrawn: what they said is known."""
    return Release.objects.exclude(pk__in=_withdrawn()).order_by("id")


def _withdrawn() -> QuerySet[Release]:
    return Release.objects.filter(words__word=Word.WITHDRAWN)


def _never_left() -> dict[str, str]:
    return dict.fromkeys(_withdrawn().values_list("code", flat=True), "")


def _stored(inputs: str) -> tuple[str, str] | None:
    found = Release.objects.exclude(pk__in=_withdrawn()).filter(inputs=inputs).first()
    return (found.figures, found.proof) if found else None


def _counted(found: QuerySet[Release]) -> QuerySet[Release]:
    """With how many figures each release hides that are not small themselves."""
    is_small = Q(decisions__why__in=[Why.FEW, Why.FEW_LEFT_OUT])
    return found.annotate(others=Count("decisions", filter=~is_small))


def _listed(release: Any) -> Listed:
    words = {word.word for word in release.words.all()}
    standing = next((word.value for word in (Word.WITHDRAWN, Word.APPROVED) if word in words), "published")
    return Listed(
        code=release.code,
        period=release.period,
        recorded_at=release.recorded_at,
        made_by=release.made_by,
        level=release.level,
        width=release.width,
        shown=release.shown_count,
        hidden=release.hidden_count,
        lost=release.lost if release.others == 0 or release.others >= FEWEST_TOLD else None,
        standing=standing,
    )


def _held(sealed: Sealed) -> pl.DataFrame:
    """The whole counts on people that the council holds of the headlines and their groups, as frozen."""
    people = {line["indicator"] for line in sealed.of("indicator") if line["counts_people"] is not False}
    printed = {
        (line["area"], line["breakdown"]) for line in sealed.of("breakdown") if line["may_be_published"]
    }
    area = sealed.one("council")["area"]
    series = ledger.series(
        known_at=sealed.known_at,
        indicators=sorted(people),
        areas=sorted({area, *(place for place, _ in printed)}),
        breakdowns=sorted({HEADLINE, *(group for _, group in printed)}),
        until=sealed.position_date,
    )
    plain_count = pl.when(pl.col("denominator").is_null()).then("value")
    counts = series.with_columns(numerator=pl.coalesce("numerator", plain_count))
    whole = counts.filter(
        pl.col("numerator").is_not_null()
        & (pl.col("numerator") % 1 == 0)
        & (pl.col("denominator").fill_null(0) % 1 == 0)
    )
    return whole.select(pl.col(name).cast(kind) for name, kind in HELD.items())


def _areas(*, on: date, known_at: datetime) -> pl.DataFrame:
    rows = [
        {"area": area.code, "parent": area.parent, "grouping": area.kind}
        for area in organisation.areas(on=on, known_at=known_at)
    ]
    return pl.DataFrame(rows, schema=linked.AREAS)


def _earlier(out: Iterable[Release]) -> dict[str, pl.DataFrame]:
    """What the releases that are out said of counts of people, exactly and rounded: fields of `World`."""
    exact, rounded = [linked.EARLIER.to_frame()], [OUT_ROUNDED.to_frame()]
    for release in out:
        stated, by_base = deciding.said(release.figures)
        counted = stated.filter(pl.col("cell_numerator") >= 0)
        about = counted.join(by_base, on=[*deciding.KEY, "version"], how="left", maintain_order="left")
        for part, count, small in (("numerator", "count", "is_small"), ("denominator", "of", "is_of_few")):
            rows = about.filter(pl.col(count).is_not_null()).with_columns(
                part=pl.lit(part),
                indicator=joining.series(pl.col("series")),
                count=pl.col(count),
                is_shown=~pl.col("hidden"),
                is_primary=pl.col(small) & pl.col("hidden"),
                published_on=pl.lit(release.known_at.date()),
                printed=pl.col(part),
                least=f"{part}_least",
                most=f"{part}_most",
            )
            is_rounded = pl.col("base").is_not_null() & ~pl.col("hidden")
            exact.append(_columns(rows.filter(~is_rounded), linked.EARLIER))
            rounded.append(_columns(rows.filter(is_rounded), OUT_ROUNDED))
    return {"earlier": pl.concat(exact), "rounded": pl.concat(rounded)}


def _columns(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())


def _groupings(found: pl.DataFrame) -> pl.DataFrame:
    """Each value with the group that it makes up with others; incomplete groups tell nothing."""
    complete = found.filter("is_complete").explode("parts")
    named = complete.select("dimension", "grouping", value="parts", part_of="whole")
    return named.select(linked.GROUPINGS.names()).unique(maintain_order=True)


def _links(found: pl.DataFrame) -> pl.DataFrame:
    """Each count of a link with the next; where they differ, as before they were one, they stay apart."""
    counts = found.filter(pl.col("part").is_in(LINKED_PARTS))
    after = pl.col("indicator", "part").shift(-1).over("link").name.prefix("other_")
    pairs = counts.with_columns(after).drop_nulls("other_indicator")
    apart = [pl.lit(None, pl.String).alias(name) for name in ("breakdown", "other_breakdown")]
    whole = pairs.with_columns(*apart, revised=pl.lit(value=True))
    return whole.select(pl.col(name).cast(kind) for name, kind in linked.LINKS.items())
