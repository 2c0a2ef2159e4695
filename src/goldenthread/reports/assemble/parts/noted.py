"""Noted: the note beside an indicator: ambers in the owner's words, reds with their challenge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.methods import periods
from goldenthread.reports.assemble import peer_names
from goldenthread.reports.assemble.parts import challenges
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, spoken, surveys
from goldenthread.reports.material import Line

CONTRADICTS = "Rated on the unrounded figure, which lies on the other side of the limit."


def cell(q: Quarter, line: Line) -> c.Line:
    """The note; greens need none, unless something about the figure must be known."""
    return tuple(_spans(q, line))


def _spans(q: Quarter, line: Line) -> Iterator[c.Span]:
    yield from (c.Text(f"{remark} ") for remark in (*remarks(line), *_target_changed(q, line)))
    band = q.rated(line)
    if band is None or band.group == "met":
        return
    number = challenges.numbers(q).get(line["indicator"])
    if number:
        yield from (c.Text("See "), c.Link(f"Challenge {number}", challenges.address(number)), c.Text(". "))
    elif band.group == "missed" and q.material.challenges.lines:
        yield c.Text(f"No {q.at.label('challenge').one} was given. ")
    if band.group == "near":
        yield from (c.Text(" ".join(words.said())) for words in spoken.on(q, "indicator", line["indicator"]))


def _target_changed(q: Quarter, line: Line) -> Iterator[str]:
    """That the target was changed in the year, and what the figure would be under the old one."""
    for change in q.material.now.sealed.of("target_change"):
        if change["indicator"] == line["indicator"]:
            old = q.bands.named(line["scheme"], change["rating_old"])
            under = f"; {old.mark.word.lower()} under the old one" if old and line.get("rating") else ""
            yield f"Target changed on {wording.day(date.fromisoformat(change['effective_from']))}{under}."


def _peers(line: Line) -> str:
    """What the peers reached, where the indicator is compared with some and that is not its target."""
    peers = line.get("comparator") or {}
    value = figures.amount(peers.get("value"))
    if value is None or peer_names.words(line):
        return ""
    when = periods.label(periods.parse(peers["period"]))
    return f"{peers['label']}: {wording.figure(value, figures.measure(line))} ({when})."


def remarks(line: Line) -> list[str]:
    """What must be known of the figure itself, in sentences; its own cell says whether it is final."""
    said = []
    if line.get("reason") == "not_due" and (why := str(line.get("due_note") or "").partition(" (")[2]):
        said.append(f"{dated.sentence(why.rstrip(')'))}.")
    if peers := _peers(line):
        said.append(peers)
    if survey := surveys.said(line):
        said.append(survey)
    if line["basis"] == "ytd" and line.get("why_previous") != "cumulative":
        said.append("Cumulative.")
    if line.get("printed_contradicts"):
        said.append(CONTRADICTS)
    if judgement := line.get("judgement"):
        said.append(f"{judgement['author']} judges it {judgement['rating']}: {judgement['why']}.")
    return said
