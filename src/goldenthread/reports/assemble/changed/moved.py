"""Moved: indicators whose rating moved since the period before, up and down, and if the target did it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.reports.assemble.changed import moved_actions
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, phrases
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks


def section(q: Quarter) -> c.Section:
    """Indicators first, then actions; each table says up before down."""
    title = f"Ratings that moved since {q.at.before}"
    return c.Section("moved", title, (*_indicators(q), *moved_actions.blocks(q)))


def _indicators(q: Quarter) -> list[c.Block]:
    if q.material.previous is None:
        return [c.Paragraph(c.line(f"{q.at.before} was not frozen here; its ratings are not compared."))]
    steps = {line["indicator"]: phrases.band_steps(q, line) for line in q.corporate}
    groups = {
        "Better": [line for line in q.corporate if steps[line["indicator"]] < 0],
        "Worse": [line for line in q.corporate if steps[line["indicator"]] > 0],
        "Newly rated": [line for line in q.corporate if _turned(q, line) == "rated"],
        "No longer rated": [line for line in q.corporate if _turned(q, line) == "unrated"],
    }
    words = c.Paragraph(c.line(_said(q, *map(len, groups.values()))))
    return [words, _table(q, groups)] if any(groups.values()) else [words]


def _turned(q: Quarter, line: Line) -> str:
    """Whether a figure is rated now and was not in the position before, or the other way round; else ""."""
    then = q.before.get(line["indicator"])
    if then is None or bool(q.rated(line)) == bool(q.bands.of(then)):
        return ""
    return "rated" if q.rated(line) else "unrated"


def _said(q: Quarter, up: int, down: int, newly: int, no_longer: int) -> str:
    """How many moved each way; the counts of two quarters differ by these and no others."""
    label = q.at.label("indicator")
    said = f"{wording.plural(up, label.one, label.many)} moved to a better rating and {down} to a worse one"
    rest = [f"{newly} newly rated"] if newly else []
    rest += [f"{no_longer} no longer rated"] if no_longer else []
    return f"{said}; {wording.joined(rest)}." if rest else f"{said}."


def _table(q: Quarter, groups: Mapping[str, list[Line]]) -> c.Table:
    moved = [line for lines in groups.values() for line in lines]
    notes = {line["indicator"]: note for line in moved if (note := _target_moved(q, line))}
    columns = (
        c.Column("Ref", share=13),
        c.Column("Indicator", share=80),
        c.Column(f"{q.at.before} result", "number", share=20),
        c.Column(f"{q.at.now} result", "value", share=28),
        c.Column(f"{q.at.before} rating", "rating", share=19),
        c.Column(f"{q.at.now} rating", "rating", share=19),
    )
    label = q.at.label("indicator")
    rows = tuple(
        c.RowGroup(
            tuple(_row(q, line, notes) for line in lines),
            name,
            wording.plural(len(lines), label.one, label.many),
        )
        for name, lines in groups.items()
        if lines
    )
    caption = f"Indicators whose rating moved between {q.at.before} and {q.at.now}, both as frozen"
    return c.Table("moved-indicators", caption, columns, rows, heads=2)


def _row(q: Quarter, line: Line, notes: Mapping[str, str]) -> c.Row:
    then = q.before[line["indicator"]]
    note = notes.get(line["indicator"])
    return c.Row(
        c.line(c.Strong(line["indicator"])),
        (
            c.line(line["name"], *([c.Quiet(note)] if note else [])),
            _earlier(q, then),
            figures.value(line, q.at),
            c.line(marks.rating(then, q.bands)),
            c.line(marks.rating(line, q.bands, href=figures.receipt(line))),
        ),
    )


def _earlier(q: Quarter, then: Line) -> c.Line:
    """The figure as it was frozen in the position before."""
    assert q.material.previous is not None
    if text := figures.shown(then):
        place = places.place(q.material.previous.sealed.period, then["indicator"], "value")
        return c.line(c.Number(text, place, figures.exact(then, "value")))
    return c.line(c.Quiet(figures.HIDDEN_TOO if then.get("hidden") else figures.why_none(then, q.at)))


def _target_moved(q: Quarter, line: Line) -> str:
    """That the target was changed since the position before, and what the old one would give; "" else."""
    assert q.material.previous is not None
    for change in q.material.now.sealed.of("target_change"):
        when = date.fromisoformat(change["effective_from"])
        if change["indicator"] == line["indicator"] and when > q.material.previous.sealed.position_date:
            code = change["rating_old"]
            old = marks.rating({**line, "rating": code}, q.bands).word.lower() if code else ""
            under = f"; {old} under the old one" if old else ""
            return f"The target was changed on {wording.day(when)}{under}."
    if phrases.band_steps(q, line) > 0 and line.get("trend_previous") == "improving":
        return "The figure is better; what it is held against has moved further."
    return ""
