"""Telling: where the files of a pack tell a figure that its release hides: text, charts, tables and all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from goldenthread.disclosure.adversary.secrets import Secret
from goldenthread.methods.disclosure import words as reading
from goldenthread.methods.disclosure.words import Phrase, Reading, Rule
from goldenthread.publication.outside import words

LARGE: Final = 20
_CODE: Final = re.compile(r"\b[A-Z]{2,4}\d{2}")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
FIGURES: Final = ("value", "numerator", "denominator")
PERIODS: Final = ("rated_period", "period")
AROUND: Final = 60
"""So much of a text on either side is shown with the place."""


class NoSuchFolder(LookupError):
    """There is no folder to look through."""


@dataclass(frozen=True, slots=True)
class Told:
    """A place where a hidden figure stands: which file, of which figure, and what stands there."""

    path: str
    indicator: str
    period: str
    words: str


def told_in(folder: Path, secrets: Sequence[Secret], *, area: str) -> list[Told]:
    """What the files of a folder tell, as `told`. Raises NoSuchFolder."""
    if not folder.is_dir():
        raise NoSuchFolder(f"there is no folder {folder}: give that of a pack")
    there = (path for path in sorted(folder.rglob("*")) if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in there}
    return told(files, secrets, area=area)


def told(files: Mapping[str, bytes], secrets: Sequence[Secret], *, area: str) -> list[Told]:
    """Every place in the files of a pack that tells one of these figures, each once.

    A text tells it where it speaks of the measure, by code or by name, and holds its count of its
    denominator, what that leaves out, its rate to the decimals that are written, its count if that is large
    enough for no chance to make it, or counts very few people. Numbers that are out on the measure besides
    are passed over. A row of data tells it where it is of that very figure and holds a number. `area` is the
    council's own.
    """
    headlines = [each for each in secrets if not each.breakdown and each.area == area]
    found = [*_in_words(words.pieces(files), headlines), *_in_data(files, secrets, area)]
    return list(dict.fromkeys(found))


def _in_words(pieces: Iterable[words.Piece], secrets: Sequence[Secret]) -> Iterator[Told]:
    by_measure: dict[str, list[Secret]] = {}
    for secret in secrets:
        by_measure.setdefault(secret.indicator, []).append(secret)
    # The same words stand in many files.
    read: dict[str, list[tuple[str, str, str]]] = {}
    for piece in pieces:
        if piece.words not in read:
            read[piece.words] = list(_in_text(piece.words, by_measure.values()))
        yield from (Told(piece.path, *told) for told in read[piece.words])


def _in_text(text: str, measures: Iterable[Sequence[Secret]]) -> Iterator[tuple[str, str, str]]:
    """Indicator and period of each figure that a text tells, with the words around."""
    for of_one in measures:
        if of_one[0].figure.is_spoken_of(text):
            for secret in of_one:
                for phrase in reading.found(text, Reading(others=(secret.figure,))):
                    if _tells(phrase, secret):
                        around = text[max(0, phrase.start - AROUND) : phrase.end + AROUND]
                        yield secret.indicator, secret.period, around


def _tells(phrase: Phrase, secret: Secret) -> bool:
    """Whether a phrase that holds a text back can be nothing but the figure."""
    if phrase.rule is Rule.FEW_PEOPLE:
        # The last number of one row and the measure of the next are no count of people.
        return not _CODE.search(phrase.words)
    numbers = _NUMBER.findall(phrase.words.replace(",", ""))
    if phrase.rule is Rule.HIDDEN_COUNT:
        return len(numbers) > 1 or any(_is_new(one, secret) and float(one) >= LARGE for one in numbers)
    return phrase.rule is Rule.HIDDEN_RATE and any("." in one and _is_new(one, secret) for one in numbers)


def _is_new(number: str, secret: Secret) -> bool:
    """Whether no other figure of the measure, and no target, is written like this."""
    places = len(number.partition(".")[2])
    return all(abs(float(number) - each) > 0.5 * 10.0**-places + 1e-9 for each in secret.published)


def _in_data(files: Mapping[str, bytes], secrets: Sequence[Secret], area: str) -> Iterator[Told]:
    hidden = {(each.indicator, each.area, each.breakdown, each.period) for each in secrets}
    headlines = {(code, period) for code, of, group, period in hidden if of == area and not group}
    for path, content in files.items():
        if path.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
                if _is_of(row, hidden, headlines) and any(_is_number(row.get(name)) for name in FIGURES):
                    period = next(row[name] for name in PERIODS if row.get(name))
                    numbers = ", ".join(f"{name} {row[name]}" for name in FIGURES if row.get(name))
                    yield Told(path, row["indicator"], period, numbers)


def _is_of(
    row: Mapping[str, str], hidden: set[tuple[str, str, str, str]], headlines: set[tuple[str, str]]
) -> bool:
    period = next((row[name] for name in PERIODS if row.get(name)), "")
    if "breakdown" in row:
        return (row.get("indicator", ""), row.get("area", ""), row["breakdown"], period) in hidden
    return (row.get("indicator", ""), period) in headlines


def _is_number(text: str | None) -> bool:
    return bool(text and re.fullmatch(r"-?\d+(\.\d+)?", text))
