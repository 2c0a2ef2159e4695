"""Latest: the months after the quarter, for measures that have monthly figures; a view of its own."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

# Units that need no word beneath the name: the figure itself shows them, or they are plain numbers.
PLAIN: Final = ("%", wording.unit_words("count"))


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
    found = _by_indicator(lines)
    rows = tuple(_row(q, code, found[code], months) for code in _in_order(q) if code in found)
    words = (
        f"Single months after {q.at.now}, as known on {q.at.now_known_day}. They are not rated here and are "
        f"no part of the frozen {q.at.report.kind}."
    )
    caption = f"Latest months of measures with monthly figures, as known on {q.at.now_known_day}"
    table = c.rows_table("latest-months", caption, columns, rows)
    return [c.Section("latest", "Latest month", (c.Note(c.line(words)), table))]


def sentence(q: Quarter, lines: list[Line]) -> str:
    """The latest month of some indicators: "October 2023: 84.2% (CUS02) and 79.3% (CUS05)."; "" for none."""
    wanted = {line["indicator"] for line in lines}
    found = [line for line in q.material.latest.lines if line["indicator"] in wanted and not line["hidden"]]
    month = max((line["month"] for line in found), default="")
    shown = {
        line["indicator"]: text for line in found if line["month"] == month and (text := _in_words(line))
    }
    told = [f"{text} ({code})" if len(lines) > 1 else text for code, text in shown.items()]
    return f"{wording.month(periods.parse(month).start)}: {wording.joined(told)}." if told else ""


def _in_words(month: Line) -> str:
    value = figures.amount(month["value"])
    if value is None:
        return ""
    counts = figures.counts(month)
    return wording.figure(value, figures.measure(month), place="sentence", counts=counts)


def _in_order(q: Quarter) -> list[str]:
    """Every indicator, those of the corporate scorecard first and in its order."""
    return list(dict.fromkeys((*(line["indicator"] for line in q.corporate), *q.every)))


def _by_indicator(lines: list[Line]) -> dict[str, dict[str, Line]]:
    found: dict[str, dict[str, Line]] = {}
    for line in lines:
        found.setdefault(line["indicator"], {})[line["month"]] = line
    return found


def _row(q: Quarter, code: str, found: dict[str, Line], months: list[str]) -> c.Row:
    line = q.every[code]
    unit = wording.unit_words(line["unit"])
    said = [c.Quiet(unit)] if unit not in PLAIN and not line.get("display") else []
    return c.Row(
        c.line(f"{code} {line['name']}", *said),
        (
            c.line(*figures.value(line, q.at)[:1], *_counts_over(line, q.at.report.kind)),
            *(_cell(line, found.get(month)) for month in months),
        ),
    )


def _counts_over(line: Line, kind: str) -> list[c.Span]:
    """A count of three months is no larger than one of a month for that: the cells say over what it is."""
    return [c.Quiet(f"in the {kind}")] if _adds_up(line) else []


def _adds_up(line: Line) -> bool:
    return bool(line["unit"] == "count" and line["aggregation"] == "sum")


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
    number = c.Number(f"{text} {mark}".strip(), place, figures.amount(month["value"]))
    return c.line(number, *_counts_over(line, "month"))
