"""Masked: which wards, groups and teams the good figures of a quarter hide, from its breakdown lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from goldenthread.methods import masking
from goldenthread.methods.confidence import measured
from goldenthread.positions.queries import Sealed

Line = Mapping[str, Any]

KEYS: Final = ("indicator", "cut")
SCHEMA: Final = pl.Schema(
    {
        **dict.fromkeys(("indicator", "cut", "area", "name", "kind", "polarity"), pl.String()),
        **dict.fromkeys(("numerator", "denominator", "value", "multiplier", "whole", "target"), pl.Float64()),
    }
)


@dataclass(frozen=True)
class Masked:
    """The verdicts on the areas of a quarter's breakdowns, and on each breakdown; by `masking.find`.

    `areas` has `indicator`, `cut` (the codes of its dimensions: "ward", "age-sex"), `area` (the code of the
    group and of the part of the area), `name` ("Windlass Quay"), its numbers, and what `masking.find` adds;
    `sets` a row for each indicator and cut.
    """

    areas: pl.DataFrame
    sets: pl.DataFrame

    @property
    def hidden_behind(self) -> pl.DataFrame:
        """The areas that a good figure of the whole hides, those first that chance explains least."""
        return self.areas.filter("is_masked").sort("false_discoveries", "indicator", "cut", "area")


def of(sealed: Sealed) -> Masked:
    """What the good figures of a frozen quarter hide, for staff: from all its figures, published or not."""
    return judged(sealed.of("indicator"), sealed.of("breakdown"))


def judged(wholes: Iterable[Line], groups: Iterable[Line]) -> Masked:
    """The verdicts on groups held against their wholes, both as lines of a position (or of what has left it).

    A group without a figure, hidden or awaited, has no verdict; of an indicator whose own figure is hidden no
    group is among the areas. Nothing is masked where the rating of the whole is hidden.
    """
    by_code = {line["indicator"]: line for line in wholes}
    pairs = [(line, by_code[line["indicator"]]) for line in groups if line["indicator"] in by_code]
    rows = pl.DataFrame([_row(line, whole) for line, whole in pairs], schema=SCHEMA, orient="row")
    known = rows.filter(pl.col("whole").is_not_null())
    found = masking.find(known, keys=KEYS)
    return Masked(found.areas, found.sets)


def kind(whole: Line) -> str:
    """A "count"; a "share" or "rate" of people or things; the "mean" of something over cases; a "level".

    A level is a mean over what is counted again each month, such as staff.
    """
    return measured.kind(whole["unit"], str(whole["aggregation"]), whole.get("denominator_label"))


def cut(line: Line) -> str:
    """What a line is broken down by: the codes of its dimensions, "ward", "age-sex"."""
    return "-".join(part["code"] for part in line["dimensions"])


def name(line: Line) -> str:
    """What a group is called: "Asian or Asian British", "18 to 24, female"."""
    first, *rest = (part["value_label"] for part in line["dimensions"])
    return ", ".join([first, *(label[:1].lower() + label[1:] for label in rest)])


def place(line: Line) -> str:
    """What tells a group apart within its breakdown: the code of the part of the area, then of the group."""
    return f"{line.get('area', '')} {line['breakdown']}"


def is_shown(line: Line) -> bool:
    """Whether a figure is there, and not hidden."""
    return line.get("value") is not None and not line.get("hidden")


def may_tell_target(whole: Line) -> bool:
    """Whether it may be told that a shown figure meets its target: not where its rating is hidden or unsure.

    Beside a figure `reason` says hidden where its rating is; a rounded figure may lie on the other side.
    """
    return whole.get("reason") != "hidden" and not whole.get("rounded")


def _row(line: Line, whole: Line) -> tuple[object, ...]:
    # Money, weight and the like do not come one by one; chance has no limits for shares of them.
    is_amount = measured.is_amount(whole.get("numerator_label"), whole.get("denominator_label"))
    # Of a hidden figure the denominator may stand; nothing may follow from it.
    numbers = [line.get(part) if is_shown(line) else None for part in ("numerator", "denominator", "value")]
    aims = [whole.get(part) if is_shown(whole) else None for part in ("multiplier", "value")]
    target = whole.get("target") if may_tell_target(whole) else None
    return (
        line["indicator"],
        cut(line),
        place(line),
        name(line),
        "level" if is_amount and kind(whole) == "share" else kind(whole),
        whole["polarity"],
        *(None if number is None else float(number) for number in (*numbers, *aims, target)),
    )
