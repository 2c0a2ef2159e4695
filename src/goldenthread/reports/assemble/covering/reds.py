"""Reds: what missed its target by more than its tolerance, and which challenges answer it."""

from __future__ import annotations

from goldenthread.documents import wording
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line


def indicators(q: Quarter) -> list[str]:
    """The codes of the corporate indicators in the worst band."""
    return [line["indicator"] for line in q.corporate if (band := q.rated(line)) and band.group == "missed"]


def actions(q: Quarter) -> list[str]:
    """The references of the lines of actions that are red."""
    return [line["ref"] for line in q.lines if line["status"] == "red"]


def answering(q: Quarter) -> list[Line]:
    """The challenges that cover at least one of them."""
    red = {*indicators(q), *actions(q)}
    return [each for each in q.material.challenges.lines if red & {*each["indicators"], *each["actions"]}]


def unanswered(q: Quarter) -> list[str]:
    """The reds that no challenge covers."""
    covered = {code for each in answering(q) for code in (*each["indicators"], *each["actions"])}
    return [code for code in (*indicators(q), *actions(q)) if code not in covered]


def without_answer(q: Quarter) -> str:
    """How many of them no challenge covers: "2 of 16 belong to no key challenge"; "" where each has one."""
    without, every = len(unanswered(q)), len(indicators(q)) + len(actions(q))
    belong = "belongs" if without == 1 else "belong"
    label = q.at.label("challenge").one
    return f"{wording.of_all(without, every)} {belong} to no {label}" if without else ""


def in_words(q: Quarter) -> str:
    """How many of each are red: "13 of 66 performance indicators and 3 of 27 lines of actions are red"."""
    label = q.at.label("indicator").many
    parts = [f"{wording.of_all(len(indicators(q)), len(q.corporate))} {label}"]
    if q.lines:
        name = q.at.label("flagship_action").title
        parts.append(f"{wording.of_all(len(actions(q)), len(q.lines))} lines of {name}")
    return f"At {q.at.position_day}, {wording.joined(parts)} were {words(q)}."


def words(q: Quarter) -> str:
    """What the worst bands in use are called: "red"."""
    found = [band.mark.word.lower() for band in q.bands.ordered if band.group == "missed"]
    return wording.joined(list(dict.fromkeys(found))) if found else "red"
