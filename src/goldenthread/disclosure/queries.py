"""How to ask about releases: what left the council, what it hides and why, what people said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from goldenthread.disclosure.drafts import kept
from goldenthread.disclosure.drafts.kept import Draft
from goldenthread.disclosure.models import Release, ReleaseWord, SuppressionDecision, Why, Word

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
        draft=kept.read((found.figures, found.proof)),
    )


def _found(code: str) -> Release:
    found = _counted(Release.objects.filter(code=code)).first()
    if found is None:
        known = ", ".join(Release.objects.order_by("-id").values_list("code", flat=True)[:5]) or "none yet"
        raise NoSuchRelease(f"there is no release {code}; the latest are {known}")
    return found


def out() -> list[str]:
    """The codes of the releases that are out, in the order in which they left."""
    return [release.code for release in standing()]


def standing() -> QuerySet[Release]:
    """Releases that were not withdrawn: what they said is known."""
    return Release.objects.exclude(pk__in=_withdrawn()).order_by("id")


def never_left() -> dict[str, str]:
    return dict.fromkeys(_withdrawn().values_list("code", flat=True), "")


def stored(inputs: str) -> tuple[str, str] | None:
    found = Release.objects.exclude(pk__in=_withdrawn()).filter(inputs=inputs).first()
    return (found.figures, found.proof) if found else None


def _withdrawn() -> QuerySet[Release]:
    return Release.objects.filter(words__word=Word.WITHDRAWN)


def _counted(found: QuerySet[Release]) -> QuerySet[Release]:
    """With how many figures each release hides that are not small themselves."""
    is_small = Q(decisions__why__in=[Why.FEW, Why.FEW_LEFT_OUT, Why.WHOLE_GROUP])
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
