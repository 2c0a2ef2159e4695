"""The quarter on one page: the counts, and what improved, worsened and is to be watched, in equal space."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import counts, wording
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.parts import picked
from goldenthread.reports.assemble.quarter import Counts, Quarter
from goldenthread.reports.assemble.words import figures, summed
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

# The rule itself stands in the key, so that the page stays one page.
BY_RULE = "Chosen by the rule in the key to ratings, not by hand. Hidden figures are left out."


def section(q: Quarter) -> c.Section:
    """The first section of the report."""
    blocks: list[c.Block] = [c.Paragraph(c.line(" ".join(_lead(q)))), *_since_the_freeze(q)]
    blocks += [table for table in (_actions(q), _indicators(q)) if table]
    if q.material.previous is None:
        first = f"{q.at.before} was not frozen here, so the counts show no change since then."
        blocks.append(c.Paragraph(c.line(first), "quiet"))
    blocks += [_pillars(q), c.Paragraph(c.line(BY_RULE), "quiet")]
    return c.Section("one-page", f"The {q.at.report.kind} on one page", tuple(blocks), start="page")


def _lead(q: Quarter) -> list[str]:
    said = [f"{summed.met(q, q.corporate)} {summed.others(q, q.corporate)}".strip()]
    if q.lines:
        said.append(f"{q.at.label('flagship_action').title}: {summed.progress(q.lines, q.adopted)}")
    return said


def _since_the_freeze(q: Quarter) -> list[c.Block]:
    """That figures have changed since, and where they stand: this page is as frozen."""
    changes = len(q.material.changes.lines)
    if not changes:
        return []
    have = "has" if changes == 1 else "have"
    said = (
        f"As frozen on {q.at.known_day}. {wording.plural(changes, 'figure')} {have} changed since then: see "
    )
    return [c.Paragraph(c.line(said, c.Link("Since the freeze", "#since"), "."), "quiet")]


def _actions(q: Quarter) -> c.Tally | None:
    if not q.lines:
        return None
    label = q.at.label("flagship_action")
    now = quarter.by_status(q.lines)
    had_status = any(line.get("previous_status") for line in q.lines)
    rows = [
        ("all", f"All {label.many}", q.lines),
        *((figures.anchor(g.code), g.short, quarter.reported(g.actions)) for g in q.groups if g.actions),
    ]
    return c.Tally(
        "tally-actions",
        f"{label.title}{label.initials} by status at {q.at.position_day}{_since(q, had_status)}",
        "One mark is one line",
        now.marks,
        tuple(_action_row(q, *row, now) for row in rows),
        "Total",
    )


def _since(q: Quarter, earlier: object) -> str:
    """What the changes in a count are changes since, for its caption; "" where nothing earlier is held."""
    return f", and the change since {q.at.before}" if earlier else ""


def _action_row(q: Quarter, key: str, name: str, lines: tuple[Line, ...], whole: Counts) -> c.TallyRow:
    now, then = quarter.by_status(lines), quarter.by_status(lines, field="previous_status")
    numbers = tuple(now.at(mark.word) for mark in whole.marks)
    had_status = any(line.get("previous_status") for line in q.lines)
    moved = [
        wording.count_change(n, then.at(m.word), than="") for m, n in zip(whole.marks, numbers, strict=True)
    ]
    place = (q.at.code, "actions", key)
    total = c.line(counts.count(now.total, *place, "total"))
    return c.TallyRow(name, numbers, tuple(moved) if had_status else (), total, place)


def _indicators(q: Quarter) -> c.Tally:
    label = q.at.label("indicator")
    rows = [("all", f"All {label.many}", q.corporate, q.corporate_before)]
    before = {line["indicator"]: line for line in q.corporate_before}
    for group in q.groups:
        if group.indicators:
            then = tuple(line for line in before.values() if _was_in(line, group.indicators))
            rows.append((figures.anchor(group.code), group.short, group.indicators, then))
    return c.Tally(
        "tally-indicators",
        f"{label.title}{label.initials} by rating at {q.at.position_day}{_since(q, q.material.previous)}",
        "One mark is one indicator",
        q.count(()).marks,
        tuple(_indicator_row(q, *row) for row in rows),
        "Total",
    )


def _was_in(line: Line, indicators: tuple[Line, ...]) -> bool:
    return line["indicator"] in {each["indicator"] for each in indicators}


def _indicator_row(
    q: Quarter, key: str, name: str, now: tuple[Line, ...], then: tuple[Line, ...]
) -> c.TallyRow:
    numbers, earlier = q.count(now).numbers, q.count(then).numbers
    changes = tuple(
        wording.count_change(n, before, than="") for n, before in zip(numbers, earlier, strict=True)
    )
    place = (q.at.code, "indicators", key)
    total = c.line(counts.count(len(now), *place, "total"))
    return c.TallyRow(name, numbers, changes if q.material.previous else (), total, place)


def _pillars(q: Quarter) -> c.Pillars:
    found = picked.three_of_each(q)
    titles = (
        ("Three that improved", found.improved),
        ("Three that worsened", found.worsened),
        ("Three to watch", found.watch),
    )
    return c.Pillars(tuple(c.Pillar(title, (_list(q, lines),)) for title, lines in titles))


def _list(q: Quarter, lines: tuple[picked.Picked, ...]) -> c.Block:
    if not lines:
        return c.Paragraph(c.line("None by this rule."))
    return c.BulletList(tuple(_item(q, pick) for pick in lines))


def _item(q: Quarter, pick: picked.Picked) -> c.Line:
    """What is said of a pick, then its rating: "Amber in Q1, now" where that moved."""
    mark = marks.rating(pick.line, q.bands, href=figures.receipt(pick.line))
    return c.line(c.Strong(f"{pick.line['indicator']} {pick.line['name']}. "), f"{pick.words} ", mark)
