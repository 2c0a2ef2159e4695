"""How to ask which phrases may stand, as known at a moment."""

from __future__ import annotations

from datetime import datetime

from goldenthread.disclosure.models import OnPhrase, PhraseWord, Release, Word


class NoSuchPhrase(LookupError):
    """No phrase has a digest that begins so, or more than one has."""


def allowed(*, known_at: datetime) -> frozenset[str]:
    """The digests of all phrases that may stand in a report that tells what was known up to a moment."""
    return frozenset(word.phrase for word in in_force(known_at=known_at))


def in_force(*, known_at: datetime) -> list[PhraseWord]:
    """What lets each of these phrases stand, in the order in which it was said."""
    latest: dict[str, PhraseWord] = {}
    for word in PhraseWord.objects.filter(known_from__lte=known_at).order_by("known_from", "id"):
        latest[word.phrase] = word
    found = (word for word in latest.values() if word.word == OnPhrase.ALLOWED)
    return sorted(found, key=lambda word: word.audit_number)


def named(start: str, *, known_at: datetime) -> PhraseWord:
    """What lets the phrase stand whose digest begins so. Raises NoSuchPhrase."""
    found = [word for word in in_force(known_at=known_at) if word.phrase.startswith(start)]
    if len(found) != 1:
        many = "several phrases that are allowed have" if found else "no phrase that is allowed has"
        raise NoSuchPhrase(f"{many} a digest that begins with {start}: `disclosure words` lists them")
    return found[0]


def latest_out() -> Release | None:
    """Of the releases that are out, the one that tells of the latest moment."""
    return Release.objects.exclude(words__word=Word.WITHDRAWN).order_by("-known_at", "-id").first()
