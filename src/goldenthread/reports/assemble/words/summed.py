"""Summed: counts of indicators and actions in a sentence, the same words wherever they are said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from goldenthread.documents import wording
from goldenthread.methods import delivery
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Quarter
from goldenthread.reports.assemble.words import reasoned
from goldenthread.reports.material import Line

DONE: Final = ("Complete", "Green")


def met(q: Quarter, lines: Sequence[Line]) -> str:
    """How many of the rated indicators met their target."""
    rated = [band for line in lines if (band := q.rated(line))]
    if not rated:
        return "No indicator is rated."
    reached = sum(band.group == "met" for band in rated)
    return f"Of the indicators that are rated, {wording.share(reached, len(rated))} met their target."


def others(q: Quarter, lines: Sequence[Line]) -> str:
    """What the others are: "The others: 14 amber and 13 red; 9 more not rated."; "" where there are none."""
    *rated, unrated = q.count(lines).numbers
    parts = [
        f"{number} {band.mark.word.lower()}"
        for band, number in zip(q.bands.ordered, rated, strict=True)
        if number and band.group != "met"
    ]
    more = f"{unrated} more not rated" if unrated else ""
    said = "; ".join(part for part in (wording.joined(parts) if parts else "", more) if part)
    return f"The others: {said}." if said else ""


def every(counts: Counts) -> str:
    """All counts that are not zero: "30 green, 14 amber"."""
    parts = [f"{n} {mark.word.lower()}" for mark, n in zip(counts.marks, counts.numbers, strict=True) if n]
    return wording.joined(parts) if parts else "none"


def rated(q: Quarter, lines: Sequence[Line]) -> str:
    """How many are rated, how many of these on an earlier period, and why the others are not."""
    with_band = [line for line in lines if q.rated(line)]
    earlier = sum(bool(line["in_arrears"]) for line in with_band)
    said = wording.rated_of(rated=len(with_band), total=len(lines), earlier=earlier)
    return f"{said} ({reasoned.in_words(lines, q)})." if len(with_band) < len(lines) else f"{said}."


def progress(lines: Sequence[Line], adopted: Sequence[Line]) -> str:
    """How many actions are complete or green, by line and by adopted action: the opposition will ask."""
    by_line = quarter.by_status(lines)
    done = wording.share(by_line.at(*DONE), by_line.total)
    if len(lines) == len(adopted):
        return f"Complete or green: {done}."
    by_action = quarter.by_status(adopted)
    whole = wording.share(by_action.at(*DONE), by_action.total)
    return f"Complete or green: {done} of the lines; {whole} of the adopted actions."


def split(q: Quarter) -> list[str]:
    """Why there are more lines than adopted actions; nothing where there are not."""
    if not any(action["is_parent"] for action in q.actions):
        return []
    return [str(delivery.reconciliation(quarter.frame(q.lines)))]
