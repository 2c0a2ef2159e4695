"""Findings: what the breakdowns show, in sentences made from figures that are shown, without a cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.equality import cuts, tables
from goldenthread.reports.assemble.equality.cuts import Cut
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import spoken
from goldenthread.reports.material import Line

HOW: Final = (
    "A group is named here where it lies further from the figure of the whole council than chance alone "
    "would put it: of the groups named not more than one in twenty should be a false alarm. Groups that are "
    "too small are not judged, nor are plain counts, for groups differ in size. That a group is named says "
    "nothing about why; a difference between ages may be what the measure is about."
)
NONE: Final = "No group that is shown lies further from the whole than small numbers alone would put it."
# With more groups than this beyond chance, those furthest off stand for them.
NAMED: Final = 4


def section(q: Quarter, found: Sequence[Cut]) -> c.Section:
    """The owners' words, then a sentence for each cut with a group beyond chance."""
    said = [block for words in spoken.on(q, "topic", "equality") for block in words.paragraphs()]
    told = tuple(sentence(q, cut) for cut in found if cut.beyond_chance)
    blocks: list[c.Block] = [c.BulletList(told)] if told else [c.Paragraph(c.line(NONE))]
    return c.Section(
        "findings", "What the breakdowns show", (*said, *blocks, c.Paragraph(c.line(HOW), "quiet"))
    )


def sentence(q: Quarter, cut: Cut) -> c.Line:
    """Which groups lie off, with their counts, and what the whole was."""
    label = cut.label[:1].lower() + cut.label[1:]
    head = c.Link(f"{cut.whole['indicator']} {cut.whole['name']}, by {label}", f"#{tables.table_id(cut)}")
    parts = [wording.joined([_group(line, cut) for line in lines]) for lines in _sides(cut)]
    more = len(cut.beyond_chance) - sum(map(len, _sides(cut)))
    rest = f"; {more} more beyond chance in the table" if more else ""
    whole = f"{q.at.council['short_name']} as a whole: {_said(cut.whole, cut)}"
    end = f"{whole}{_counts(cut.whole, cut)}.{_masked(cut)}"
    return c.line(head, f". {'; '.join(parts)}{_most(cut)}{rest}. {end}")


def _sides(cut: Cut) -> list[list[Line]]:
    """The groups below the whole, then those above, in their fixed order; not more than can be read."""
    off = sorted(cut.beyond_chance, key=lambda line: -abs(line["value"] - cut.whole["value"]))[:NAMED]
    sides = ([], [])  # type: tuple[list[Line], list[Line]]
    for line in cut.lines:
        if any(line is each for each in off):
            sides[line["value"] > cut.whole["value"]].append(line)
    return [side for side in sides if side]


def _group(line: Line, cut: Cut) -> str:
    apart, side = tables.gap(line, cut.whole)
    unit = " percentage points" if cut.kind == "share" else ""
    return f"{cuts.name(line)}: {_said(line, cut)}{_counts(line, cut)}, {apart}{unit} {side}"


def _most(cut: Cut) -> str:
    """The group at the other end, where all are shown and all that are off lie on one side."""
    if len(_sides(cut)) != 1 or len(cut.shown) != len(cut.lines):
        return ""
    is_above = cut.beyond_chance[0]["value"] > cut.whole["value"]
    pick = min if is_above else max
    other = pick(cut.lines, key=lambda line: float(line["value"]))
    word = "lowest" if is_above else "highest"
    return f"; the {word} was {cuts.name(other)}, {_said(other, cut)}{_counts(other, cut)}"


def _masked(cut: Cut) -> str:
    """The groups named that miss the target which the whole meets."""
    named = [line for side in _sides(cut) for line in side]
    hidden_behind = [line for line in cut.masked if any(line is each for each in named)]
    if not hidden_behind:
        return ""
    return f" The whole meets its target; {wording.joined([*map(cuts.name, hidden_behind)])} alone would not."


def _said(line: Line, cut: Cut) -> str:
    return tables.result(line, cut.whole, place="sentence")


def _counts(line: Line, cut: Cut) -> str:
    return tables.counts_in_words(line, cut)
