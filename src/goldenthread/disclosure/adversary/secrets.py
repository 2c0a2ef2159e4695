"""Secrets: the figures that releases hide, exactly, for whoever looks for them in what left the council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.adversary.gathering import Out
from goldenthread.methods.disclosure.words import HiddenFigure

CALLED: Final = ("name", "numerator_label")
ASKED: Final = (
    "target", "amber", "lower", "upper", "amber_lower", "amber_upper", "target_year_end", "floor",
    "tolerance", "old_target", "old_amber", "year_end_lower", "year_end_upper", "like_target",
    "previous_target",
)  # fmt: skip

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Secret:
    """A hidden figure: which one it is, its numbers and how it may be spoken of.

    `published` are the numbers that are out on the same measure: its other figures, and its targets.
    """

    indicator: str
    area: str
    breakdown: str
    period: str
    figure: HiddenFigure
    published: frozenset[float]


def secrets(out: Out) -> list[Secret]:
    """Every figure that no release of these shows and that counts people."""
    stated = pl.concat(out.said, how="diagonal")
    of_one = ["indicator", "area", "breakdown", "period", "count", "of"]
    hidden = stated.filter(pl.col("hidden")).unique(of_one, keep="first", maintain_order=True)
    lines = {line["indicator"]: line for line in out.lines}
    codes = hidden["indicator"].unique()
    published = {code: frozenset(_published(stated, lines.get(code, {}), code)) for code in codes}
    return [_secret(row, lines.get(row["indicator"], {}), published) for row in hidden.iter_rows(named=True)]


def _published(stated: pl.DataFrame, line: Line, indicator: str) -> Iterator[float]:
    shown = stated.filter((pl.col("indicator") == indicator) & ~pl.col("hidden"))
    for part in ("value", "numerator", "denominator"):
        yield from shown[f"{part}_text"].cast(pl.Float64).drop_nulls()
    yield from (float(line[name]) for name in ASKED if line.get(name) is not None)


def _secret(row: dict[str, Any], line: Line, published: Mapping[str, frozenset[float]]) -> Secret:
    value = row["value_text"]
    figure = HiddenFigure(
        measure=row["indicator"],
        period=row["period"],
        names=tuple(str(line[name]) for name in CALLED if line.get(name)),
        count=_number(row["count"]),
        of=_number(row["of"]),
        value=_number(value),
        multiplier=row["multiplier"] or 1.0,
    )
    return Secret(
        indicator=row["indicator"],
        area=row["area"],
        breakdown=row["breakdown"],
        period=row["period"],
        figure=figure,
        published=published[row["indicator"]],
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
