"""Latest: the months after the quarter, for measures that have monthly figures; a view of its own."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line


def section(q: Quarter) -> list[c.Section]:
    """One table: the frozen quarter, then each later month known at the report's moment; none, no section."""
    lines = [line for line in q.material.latest.lines if line["indicator"] in q.every]
    if not lines:
        return []
    months = sorted({line["month"] for line in lines})
    columns = (
        c.Column("Indicator", share=6),
        c.Column(f"{q.at.now} as frozen", "number", share=3),
        *(c.Column(periods.label(periods.parse(month)), "number", share=2) for month in months),
    )
    rows = tuple(_row(q, code, found, months) for code, found in _by_indicator(lines).items())
    words = (
        f"Single months after {q.at.now}, as known on {q.at.now_known_day}. They are not rated here and are "
        f"no part of the frozen {q.at.report.kind}."
    )
    caption = f"Latest months of measures with monthly figures, as known on {q.at.now_known_day}"
    table = c.rows_table("latest-months", caption, columns, rows)
    return [c.Section("latest", "Latest month", (c.Note(c.line(words)), table))]


def _by_indicator(lines: list[Line]) -> dict[str, dict[str, Line]]:
    found: dict[str, dict[str, Line]] = {}
    for line in lines:
        found.setdefault(line["indicator"], {})[line["month"]] = line
    return found


def _row(q: Quarter, code: str, found: dict[str, Line], months: list[str]) -> c.Row:
    line = q.every[code]
    return c.Row(
        c.line(f"{code} {line['name']}"),
        (figures.value(line, q.at)[:1], *(_cell(line, found.get(month)) for month in months)),
    )


def _cell(line: Line, month: Line | None) -> c.Line:
    if month is None:
        return c.line("not yet known")
    if month["hidden"]:
        return c.line(figures.HIDDEN)
    value = figures.amount(month["value"])
    if value is None:
        return c.line("no figure")
    text = wording.figure(value, figures.measure(line), counts=figures.counts(month))
    mark = wording.status_mark(month.get("status") or "actual")
    place = places.place(month["period"], line["indicator"], "value")
    return c.line(c.Number(f"{text} {mark}".strip(), place, figures.amount(month["value"])))
