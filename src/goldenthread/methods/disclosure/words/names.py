"""Names: words that name a person, told by a title, by initials, by a given name, or by a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from goldenthread.methods.disclosure.words import passed_over
from goldenthread.methods.disclosure.words.given_names import GIVEN_NAMES
from goldenthread.methods.disclosure.words.rules import Rule
from goldenthread.methods.disclosure.words.spelling import spelt

Stretch = tuple[Rule, int, int]

_SURNAME: Final = r"(?:(?:de|van|von|der|den|al|el|bin|ibn|Mc|Mac|O')[ -]?)*[A-Z][A-Za-z'-]+\b"
_INITIALS: Final = r"(?:[A-Z]\.? ?){1,3}"
_PLACE: Final = (
    r"(?:Academy|Act|Allotments?|Avenue|Award|Bridge|Centre|Church|Clinic|Close|College|Common|Council|Court|"
    r"Crescent|Drive|Estate|Fields?|Foundation|Fund|Garden|Gardens|Gate|Green|Grove|Hall|Hill|Hospital|Hotel|"
    r"House|Hub|Infant|Junior|Lane|Library|Lodge|Market|Mews|Nursery|Parade|Park|Place|Primary|Quay|Road|Row|"
    r"School|Scheme|Secondary|Square|Street|Surgery|Terrace|Theatre|Tower|Trust|Walk|Ward|Way|Wharf)"
)
# What stands behind a name and makes it that of a firm, a body or an occasion.
_NO_PERSON: Final = (
    rf"(?:{_PLACE}|Arms|Associates|Building|Charter|Company|Construction|Day|Fellowship|Festival|Institute|Inquiry|"
    r"Line|LLP|Limited|Ltd|Memorial|Partners|Partnership|Pavilion|plc|Playground|Pool|Prize|Programme|Report|Review|"
    r"Society|Solicitors|Station|Statue)"
)
# A title that an office or a thing bears: the Lord Mayor, the Master Plan.
_OFFICE: Final = (
    r"(?:Mayors?|Plans?|Planning|Planners?|Lieutenants?|Chancellor|Chief|Justice|Advocate|Provost|Speaker|Class(?:es)?|"
    r"Builders?|Trust|Agreement|Schedule|List|Data|Contract|Gardeners?|Out)"
)
# Bodies and firms that are called as a person is, with nothing behind the name.
_CALLED_SO = re.compile(
    r"\b(?:Marie Curie|John Lewis|Alan Turing|Martin Luther King|Anne Frank|Elizabeth Line)\b"
)
# These titles name somebody in any case; the others are words too, and want a capital.
_TITLED = re.compile(
    rf"(?<!\d )(?<![\w.])(?:(?i:mr|mrs|mx|dr|cllr|councillor|alderman|prof)\b\.?|Ms\b\.?|MS\.|"
    rf"(?:Miss|Master|Professor|Sir|Dame|Lord|Lady|Rev|Reverend)\b\.?) (?!{_OFFICE}\b)(?:{_INITIALS} ?)?"
    rf"(?P<name>{_SURNAME})(?: (?!{_PLACE}\b){_SURNAME})?(?! {_PLACE}\b)"
    r"|\b(?i:mr|mrs|mx|cllr)\b\.? (?!(?:and|or|for|has|was|will|may|in|on|at|to|asked|said|who)\b)"
    r"[a-z][a-z'-]+"
)
_LABELLED: Final = (
    r"(?i:option|plan|appendix|part|annex|grade|class|band|category|schedule|section|type|group|phase|zone|"
    r"table|figure|unit|block|lot|vitamin|hepatitis|note|item|question|team|route|platform)"
)
_INITIALLED = re.compile(
    rf"(?<![\w.])(?:[A-Z]\. ?){{1,3}}(?P<name>{_SURNAME})(?! {_PLACE}\b)"
    rf"|(?<![\w.])[A-Z] [A-Z] (?P<other>{_SURNAME})(?! {_PLACE}\b)"
)
_AFTER_A_LABEL = re.compile(rf"\b{_LABELLED} $")
# What opens a sentence after "option B." is no surname.
_OPENS: Final = """
    A An And As At But By For From He Her His How If In It Its More Most No Not Of On One Or Our She So
    Some That The Their There These They This Those To We What When Where Which Who Why With
"""
_OPENING: Final = frozenset(_OPENS.split())
_NAMES: Final = "|".join(sorted(GIVEN_NAMES | {name.upper() for name in GIVEN_NAMES}, key=len, reverse=True))
_GIVEN = re.compile(
    rf"\b(?:{_NAMES})(?:-[A-Z][a-z]+)? (?:[A-Z]\.? )?(?P<name>{_SURNAME})"
    rf"(?! (?:[A-Z][A-Za-z'-]+ )?{_NO_PERSON}\b)"
)
_IS_PLACE = re.compile(rf"{_PLACE}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Names as a council's own data knows them.

    `never` are names that may not be printed, however they are written. `public` are people who may be named:
    portfolio holders in their role, officers whom a form prints. `places` are wards, streets, schemes, firms
    and whatever else is called like a person.
    """

    never: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def named(plain: str, names: Names) -> Iterator[Stretch]:
    """Phrases that name a person."""
    for match in _listed(names.never).finditer(plain):
        yield Rule.NEVER_PRINTED, *match.span()
    read = passed_over.blanked(plain, [_listed(names.places | names.public), _CALLED_SO])
    for match in _TITLED.finditer(read):
        yield Rule.NAMED, *match.span()
    for match in _INITIALLED.finditer(read):
        surname = match["name"] or match["other"]
        if surname not in _OPENING and not _AFTER_A_LABEL.search(read, 0, match.start()):
            yield Rule.NAMED, *match.span()
    for match in _GIVEN.finditer(read):
        if match["name"] not in _OPENING and not _IS_PLACE.match(match["name"]):
            yield Rule.NAMED, *match.span()


@lru_cache(maxsize=64)
def _listed(names: frozenset[str]) -> re.Pattern[str]:
    """A pattern for names of a list, whichever case, with or without a full stop after a letter or title."""
    found = sorted((pattern for name in names if (pattern := _pattern(name))), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)" if found else r"(?!)", re.IGNORECASE)


def _pattern(name: str) -> str:
    """ "Cllr P. Lanternby" is also "Cllr Lanternby" and "Councillor Lanternby"."""
    words = spelt(name).plain.replace(".", " ").split()
    if not words:
        return ""
    parts = [_part(word) for word in words[:-1]]
    return "".join(parts) + re.escape(words[-1])


def _part(word: str) -> str:
    if word.lower() in ("cllr", "councillor"):
        return r"(?:cllr|councillor)\.? "
    if len(word) == 1:
        return rf"(?:{re.escape(word)}\.? ?)?"
    return rf"{re.escape(word)}\.? "
