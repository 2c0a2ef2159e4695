"""Figures: what a position hides, exactly, so that a text can be read for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from goldenthread.methods.disclosure.words import HiddenFigure

Line = dict[str, Any]

WHEN = ("", "previous_", "like_")
# By what people call a measure.
CALLED = ("name", "numerator_label")


def hidden_figures(line: Line, truth: Line) -> list[HiddenFigure]:
    """The figures that a line hides, exactly, each with what the line shows beside it."""
    names = tuple(str(truth[name]) for name in CALLED if truth.get(name))
    points = [point for point in line.get("history") or [] if point.get("value") is not None]
    shown = [when for when in WHEN if not (line[f"{when}hidden"] or line.get("rounded"))]
    counts = [truth.get(f"{when}numerator") for when in shown]
    values = [*(truth.get(f"{when}value") for when in shown), *(point["value"] for point in points)]
    return [
        replace(
            figure,
            names=names,
            counts=tuple(count for count in counts if count is not None),
            values=tuple(value for value in values if value is not None),
        )
        for figure in _hidden(line, truth)
    ]


def _hidden(line: Line, truth: Line) -> Iterator[HiddenFigure]:
    code, multiplier = truth["indicator"], truth.get("multiplier") or 1.0
    for when in WHEN:
        if line[f"{when}hidden"] or (line.get("rounded") and truth.get(f"{when}value") is not None):
            yield HiddenFigure(
                measure=code,
                period=str(truth.get(f"{when}period") or ""),
                count=truth.get(f"{when}numerator"),
                of=truth.get(f"{when}denominator"),
                value=truth.get(f"{when}value"),
                multiplier=multiplier,
            )
    if (line["hidden"] or line["forecast_hidden"]) and (value := truth.get("forecast")) is not None:
        of = truth.get("denominator")
        count = value if of is None else float(round(value * of / multiplier))
        yield HiddenFigure(
            code, f"forecast {truth.get('period')}", count=count, of=of, value=value, multiplier=multiplier
        )
