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
    whose = "its" if reached == 1 else "their"
    return f"{wording.share_of(reached, len(rated), 'rated indicator')} met {whose} target."


def others(q: Quarter, lines: Sequence[Line]) -> str:
    """What the others were: "14 were amber and 13 red; 9 more were not rated."; "" where there are none."""
    *numbers, unrated = q.count(lines).numbers
    missed = [
        (n, band.mark.word.lower())
        for band, n in zip(q.bands.ordered, numbers, strict=True)
        if n and band.group != "met"
    ]
    parts = [f"{n} {_were(n)} {word}" for n, word in missed[:1]] + [f"{n} {word}" for n, word in missed[1:]]
    told = [wording.joined(parts)] if parts else []
    told += [f"{unrated} {'more ' if parts else ''}{_were(unrated)} not rated"] if unrated else []
    return f"{'; '.join(told)}." if told else ""


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


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
    done = wording.share_of(by_line.at(*DONE), by_line.total, "line")
    if len(lines) == len(adopted):
        return f"{done} {_were(by_line.at(*DONE))} complete or green."
    by_action = quarter.by_status(adopted)
    whole = wording.share(by_action.at(*DONE), by_action.total)
    return f"{done} {_were(by_line.at(*DONE))} complete or green; by adopted action, {whole}."


def split(q: Quarter) -> list[str]:
    """Why there are more lines than adopted actions; nothing where there are not."""
    if not any(action["is_parent"] for action in q.actions):
        return []
    return [str(delivery.reconciliation(quarter.frame(q.lines)))]
