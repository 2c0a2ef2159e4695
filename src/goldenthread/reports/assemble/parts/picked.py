"""Picked: three that improved, three that worsened, three to watch, chosen by rule from the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import phrases
from goldenthread.reports.material import Line

THREE: Final = 3


@dataclass(frozen=True, slots=True)
class Picked:
    """An indicator that was picked, and what is said of it."""

    line: Line
    words: str


@dataclass(frozen=True, slots=True)
class Picks:
    """Three lists of at most three; no indicator stands in two of them."""

    improved: tuple[Picked, ...]
    worsened: tuple[Picked, ...]
    watch: tuple[Picked, ...]


def rule(q: Quarter) -> str:
    """The rule in words, printed beneath the lists."""
    otherwise = "" if q.at.is_yearly else f" (where that is not compared, {q.at.same_time})"
    return (
        f"Chosen by rule, not by hand. Improved and worsened: on {q.at.last}{otherwise}, those whose rating "
        "moved with the figure first, then by the size of the change in per cent. To watch: worsening, and "
        "nearest to the next worse band. Hidden figures are left out."
    )


def three_of_each(q: Quarter) -> Picks:
    """The nine, or fewer where fewer fit the rule. Ties go by the indicator's code."""
    open_lines = [line for line in q.corporate if not line.get("hidden") and line.get("value") is not None]
    improved = _first(open_lines, lambda line: _moved(q, line, "improving"))
    worsened = _first(open_lines, lambda line: _moved(q, line, "worsening"))
    taken = {line["indicator"] for line in (*improved, *worsened)}
    left = [line for line in open_lines if line["indicator"] not in taken]
    watch = _first(left, lambda line: _to_watch(q, line))
    return Picks(
        tuple(Picked(line, phrases.movement(q, line)) for line in improved),
        tuple(Picked(line, phrases.movement(q, line)) for line in worsened),
        tuple(Picked(line, phrases.margin(q, line)) for line in watch),
    )


def _first(lines: Iterable[Line], rank: Callable[[Line], tuple[float, ...] | None]) -> list[Line]:
    """The three that rank first; a line whose rank is None does not fit at all."""
    ranked = [(found, line["indicator"], line) for line in lines if (found := rank(line)) is not None]
    return [line for _, _, line in sorted(ranked, key=lambda each: each[:2])[:THREE]]


def _moved(q: Quarter, line: Line, verdict: str) -> tuple[float, ...] | None:
    against = phrases.compared(line)
    steps = phrases.band_steps(q, line) * (1 if verdict == "worsening" else -1)
    if against is None or line[f"trend_{against}"] != verdict or steps < 0:
        return None
    return (-steps, -_relative(line, against))


def _to_watch(q: Quarter, line: Line) -> tuple[float, ...] | None:
    band, edge = q.rated(line), line.get("worse_edge")
    worsening = "worsening" in (line.get("trend_previous"), line.get("trend_like"))
    if band is None or band.group == "missed" or edge is None or not worsening:
        return None
    scale = abs(edge) or abs(line["value"]) or 1.0
    return (abs(line["value"] - edge) / scale,)


def _relative(line: Line, against: str) -> float:
    """The size of a change in per cent of where it started, so that unlike measures can be ranked."""
    start = abs(line[f"{against}_value"] or 0.0)
    return abs(line[f"change_{against}"] or 0.0) / start if start else float("inf")
