"""Lines: an indicator's line, or a group's, with rounded figures in the place of its exact ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts.printed import KEY, NUMBERS
from goldenthread.disclosure.drafts.ratings import OF_THE_RATING
from goldenthread.methods.disclosure import possible
from goldenthread.methods.disclosure.policy import Rounding

Line = dict[str, Any]

LOW: Final = "too_small"
"""Why there is no figure where one rounds to nothing: a word of `methods.reasons`."""
TO: Final = ("previous", "like")
# What was worked out from exact figures and would put narrower ends to them.
FROM_EXACT: Final = ("old_rating", "printed_contradicts", "previous_rating", "with_care", "survey")
HIDDEN: Final = "hidden"


@dataclass(frozen=True)
class Lines:
    """The rounded figures of a pack (`texts.as_printed`) and the lines whose rating may stand beside one."""

    figures: pl.DataFrame
    rated: frozenset[str]
    area: str

    def of_indicator(self, line: Line, truth: Mapping[str, Any], named: str) -> Line:
        """An indicator's cleared line; `truth` is the same before the gate, `named` its id in the pack."""
        found = {when: self._figure(truth, when) for when in ("", *(f"{to}_" for to in TO))}
        points = [self._figure({**truth, **point}, "") for point in truth["history"]]
        if not any(found.values()) and not any(points):
            return line
        shown = {when: told for when, told in found.items() if told and not line[f"{when}hidden"]}
        for when, told in shown.items():
            line = {**line, **_numbers(told, when)}
        line = {**line, "history": [_point(*pair) for pair in zip(line["history"], points, strict=False)]}
        any_told = next(filter(None, (*found.values(), *points)))
        line |= dict.fromkeys(FROM_EXACT) | _not_compared(line) | _said(any_told)
        return self._beside(line, named) if "" in shown else line

    def of_group(self, line: Line, truth: Mapping[str, Any]) -> Line:
        """The cleared line of a breakdown."""
        told = self._figure(truth, "")
        return {**line, **_numbers(told, ""), **_said(told)} if told and not line["hidden"] else line

    def _beside(self, line: Line, named: str) -> Line:
        """What stands beside the figure itself: its rating, if that tells no more, and how it is rounded."""
        line = {**line, "receipt": [line["rounded"]["statement"]]}
        if named not in self.rated:
            return line | dict.fromkeys(OF_THE_RATING) | {"reason": line["reason"] or HIDDEN}
        return line

    def _figure(self, line: Mapping[str, Any], when: str) -> Line | None:
        """The rounded figure of a line, of several statements the one that says the same count."""
        if line.get(f"{when}value") is None:
            return None
        key = (
            line["indicator"],
            line.get("area") or self.area,
            line.get("breakdown") or "",
            line[f"{when}period"],
        )
        found = self._by_key.get(key, [])
        if len(found) <= 1:
            return found[0] if found else None
        same = _counted(line, when)
        return next((told for told in found if (told["count"], told["of"]) == same), None)

    @cached_property
    def _by_key(self) -> dict[tuple[str, ...], list[Line]]:
        by_key: dict[tuple[str, ...], list[Line]] = {}
        for row in self.figures.filter(pl.col("base").is_not_null()).iter_rows(named=True):
            by_key.setdefault(tuple(row[name] for name in KEY), []).append(row)
        return by_key


def _counted(line: Mapping[str, Any], when: str) -> tuple[int | None, int | None]:
    """The count behind a figure and of how many it is a share, as `printed.figures` has them."""
    numbers = {name: line.get(f"{when}{name}") for name in NUMBERS} | {"multiplier": line["multiplier"]}
    frame = pl.DataFrame([numbers], schema=dict.fromkeys(numbers, pl.Float64))
    of = pl.col("denominator").round(0).cast(pl.Int64)
    return frame.select(count=possible.people_counted(), of=of).row(0)


def _numbers(told: Line, when: str) -> Line:
    """The numbers of a figure as they are printed, and their texts; none for what rounds to nothing."""
    texts = {name: told[f"{name}_text"] for name in NUMBERS}
    numbers = {f"{when}{name}": float(text) if text else None for name, text in texts.items()}
    if when:
        return numbers
    exact: Line = {f"{name}_exact": text for name, text in texts.items()}
    low = {"reason": LOW} if told["value_low"] else {}
    return {**numbers, **exact, "value_text": texts["value"], **low}


def _said(told: Line) -> Line:
    rounding = Rounding(told["base"], told["kind"])
    return {"rounded": {"base": rounding.base, "kind": rounding.kind, "statement": rounding.statement}}


def _point(point: Line, told: Line | None) -> Line:
    if told is None or point["value"] is None:
        return point
    return {**point, "value": float(told["value_text"]) if told["value_text"] else None}


def _not_compared(line: Line) -> Line:
    """Which way an exact figure has moved would narrow both."""
    gone: Line = {}
    for to in TO:
        told = dict.fromkeys((f"trend_{to}", f"arrow_{to}", f"change_{to}"))
        why = HIDDEN if line.get(f"trend_{to}") else line.get(f"why_{to}")
        gone |= {**told, f"why_{to}": why}
    return gone
