"""Spoken: the owners' words on the quarter, its priorities, objectives, actions and indicators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line

PARTS: Final = ("happened", "why", "next")


@dataclass(frozen=True, slots=True)
class Words:
    """One comment: what happened, why, what next, and the post that says so."""

    line: Line
    author: str

    def said(self, *parts: str) -> list[str]:
        """The parts that hold words."""
        return [str(self.line[part]) for part in parts or PARTS if self.line.get(part)]

    def paragraphs(self) -> list[c.Block]:
        """Every part as a paragraph."""
        return [c.Paragraph(c.line(text)) for text in self.said()]


def promises(q: Quarter, kind: str, code: str) -> list[Words]:
    """What is said of an earlier promise on one indicator or action."""
    return [words for words in on(q, "topic", "promise") if words.line.get(kind) == code]


def on(q: Quarter, kind: str, code: str) -> list[Words]:
    """The comments on one thing, in sealed order.

    `kind` is indicator, action, priority, outcome or topic. A comment of a topic may name an indicator too;
    it is found under the topic alone.
    """
    lines = [line for line in q.material.now.sealed.of("commentary") if line.get(kind) == code]
    if kind != "topic":
        lines = [line for line in lines if not line.get("topic")]
    return [Words(line, q.at.post(line.get("author") or "")) for line in lines]
