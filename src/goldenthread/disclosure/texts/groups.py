"""Groups: what a position's breakdowns hide, exactly, with the names by which a text may speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from goldenthread.disclosure.texts.figures import CALLED
from goldenthread.disclosure.texts.limits import Limits
from goldenthread.methods.disclosure.words import HiddenFigure, groups

Line = dict[str, Any]
Labels = Mapping[tuple[str, str], frozenset[str]]


def hidden_groups(
    cleared: Iterable[Line], truth: Iterable[Line], wholes: Mapping[str, tuple[Line, Line]], limits: Limits
) -> Iterator[HiddenFigure]:
    """The figures of groups that may not leave as they are: hidden, rounded, or small and not printed at all.

    `cleared` are the breakdowns after the gate, `truth` before it, `wholes` for each indicator its line after
    and before.
    """
    exact = list(truth)
    told = {_key(line): line for line in cleared}
    labels = _labels(exact)
    for line in exact:
        after, before = wholes.get(line["indicator"], ({}, {}))
        if before and _stays_inside(line, told.get(_key(line)), limits) and (named := _named(line, labels)):
            yield _figure(line, after, before, named)


def _stays_inside(line: Line, told: Line | None, limits: Limits) -> bool:
    if line.get("value") is None:
        return False
    if told is not None:
        return bool(told["hidden"] or told.get("rounded"))
    count, of = _count(line), line.get("denominator")
    parts = [count, of, None if of is None or count is None else of - count]
    few = limits.of([line["indicator"]])
    return any(part is not None and 0 < part <= few for part in parts)


def _figure(line: Line, after: Line, before: Line, named: tuple[str, ...]) -> HiddenFigure:
    whole = None if after["hidden"] or after.get("rounded") else _count(before)
    return HiddenFigure(
        measure=line["indicator"],
        period=f"{line['period']} {line.get('area', '')} {line['breakdown']}".strip(),
        names=tuple(str(before[name]) for name in CALLED if before.get(name)),
        count=_count(line),
        of=line.get("denominator"),
        value=line.get("value"),
        multiplier=before.get("multiplier") or 1.0,
        wholes=() if whole is None else (whole,),
        group=named,
    )


def _count(line: Line) -> float | None:
    """What is counted: the numerator, or the value of a plain count."""
    if line.get("numerator") is None and line.get("denominator") is None:
        return line.get("value")
    return line.get("numerator")


def _key(line: Line) -> tuple[Any, ...]:
    return tuple(line.get(name) for name in ("indicator", "area", "breakdown", "period"))


def _labels(lines: Iterable[Line]) -> Labels:
    """The labels of all groups of each indicator and dimension."""
    found: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        for dimension, label in _parts(line):
            found.setdefault((line["indicator"], dimension), set()).add(label)
    return {key: frozenset(labels) for key, labels in found.items()}


def _named(line: Line, labels: Labels) -> tuple[str, ...]:
    """A pattern for each dimension of a group; () where nothing names it."""
    return tuple(_pattern(label, labels[line["indicator"], dimension]) for dimension, label in _parts(line))


@lru_cache(maxsize=2048)
def _pattern(label: str, beside: frozenset[str]) -> str:
    return groups.pattern(label, sorted(beside))


def _parts(line: Line) -> list[tuple[str, str]]:
    """Each dimension of a group with the label of the value; without labels, the codes as they are."""
    if named := line.get("dimensions"):
        return [(part["code"], str(part.get("value_label") or part.get("value") or "")) for part in named]
    parts = (part.partition("=") for part in line["breakdown"].split(";") if part)
    return [(code, value) for code, _, value in parts]
