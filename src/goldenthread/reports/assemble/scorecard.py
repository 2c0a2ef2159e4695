"""Scorecard: indicators as rows, with the columns of the corporate scorecard or of a shorter one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.documents import content as c
from goldenthread.methods import periods
from goldenthread.methods.message import LABELS
from goldenthread.reports.assemble.parts import noted
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import compared, figures, sparks, year_end
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

PEERS_SHARE: Final = 48

Cell = Callable[[Quarter, Line], c.Line]


@dataclass(frozen=True, slots=True)
class Section:
    """Some indicators under one heading."""

    title: str
    lines: tuple[Line, ...]


def full(q: Quarter, id: str, caption: str, sections: Sequence[Section]) -> c.Table:
    """Every column that Cabinet's corporate scorecard has."""
    return _table(q, id, caption, sections, _full_columns(q))


def short(q: Quarter, id: str, caption: str, sections: Sequence[Section]) -> c.Table:
    """What a directorate, service or portfolio looks at: result, target, rating, trends, shape.

    An indicator stands in one such table at each level, in every one with the same cells.
    """
    return _table(q, id, caption, sections, _short_columns(q), kept=q.kept_rows)


def _table(
    q: Quarter,
    id: str,
    caption: str,
    sections: Sequence[Section],
    columns: Sequence[tuple[c.Column, Cell]],
    *,
    kept: dict[str, tuple[c.Line, ...]] | None = None,
) -> c.Table:
    """Code and name head each row; then one cell a column, taken from those that are kept or put there."""
    cells = {} if kept is None else kept
    for line in (line for section in sections for line in section.lines):
        if line["indicator"] not in cells:
            cells[line["indicator"]] = tuple(cell(q, line) for _, cell in columns)
    groups = tuple(
        c.RowGroup(_rows(id, section.lines, cells), section.title, _rated(q, section.lines))
        for section in sections
        if section.lines
    )
    heads = (c.Column("Ref", share=12), *(column for column, _ in columns))
    return c.Table(id, caption, heads, groups, kind="scorecard", heads=2)


def _rows(id: str, lines: Iterable[Line], cells: Mapping[str, tuple[c.Line, ...]]) -> tuple[c.Row, ...]:
    return tuple(
        c.Row(
            c.line(c.Strong(line["indicator"])),
            cells[line["indicator"]],
            id=f"{id}-{figures.anchor(line['indicator'])}",
        )
        for line in lines
    )


def _rated(q: Quarter, lines: tuple[Line, ...]) -> str:
    rated = sum(q.rated(line) is not None for line in lines)
    return f"{rated} of {len(lines)} rated"


def _name(q: Quarter, line: Line) -> c.Line:
    """The name, and beneath it unit and direction."""
    return c.line(c.Link(line["name"], figures.receipt(line)), c.Quiet(figures.meta(line)))


def _portfolio(q: Quarter, line: Line) -> c.Line:
    return c.line(q.at.portfolio(line.get("portfolio") or ""))


def _target(q: Quarter, label: str, *, share: int) -> tuple[c.Column, Cell]:
    """Wider where a target is the result of other councils, who are named beneath it."""
    broad = PEERS_SHARE if q.has_peers else share
    return c.Column(label, "number", share=broad), lambda q, line: figures.target(line, q.at)


def _full_columns(q: Quarter) -> list[tuple[c.Column, Cell]]:
    """In the order in which members read them; the shares are millimetres of a page on its side."""
    at = q.at
    like: list[tuple[c.Column, Cell]] = [
        (c.Column(at.like, "number", share=15), lambda q, line: compared.earlier(line, "like_", q.at))
    ]
    return [
        (c.Column("Indicator", share=51 if at.portfolios else 70), _name),
        *(
            [(c.Column(at.label("portfolio").one.capitalize(), share=25), _portfolio)]
            if at.portfolios
            else []
        ),
        *([] if at.is_yearly else like),
        (c.Column(at.before, "number", share=17), lambda q, line: compared.earlier(line, "previous_", q.at)),
        (c.Column(f"{at.now} result", "value", share=19), lambda q, line: figures.value(line, q.at)),
        _target(q, f"{at.now} target", share=22),
        (c.Column("Status", "rating", share=17), _status),
        *_trends(q, share=17),
        *([] if at.is_yearly else _year_end()),
        (c.Column("Period", share=15), _period),
        (c.Column("Note", "note", share=40), noted.cell),
    ]


def _year_end() -> list[tuple[c.Column, Cell]]:
    """What the year is to end with; a report on a whole year has nothing ahead of it."""
    return [
        (c.Column("Year-end target", "number", share=19), lambda q, line: year_end.target(line, q.at)),
        (c.Column("Forecast", "number", share=12), _forecast),
    ]


def _short_columns(q: Quarter) -> list[tuple[c.Column, Cell]]:
    return [
        (c.Column("Indicator", share=58), _name),
        (c.Column(f"{q.at.now} result", "value", share=24), lambda q, line: figures.value(line, q.at)),
        _target(q, "Target", share=24),
        (c.Column("Status", "rating", share=22), _status),
        *_trends(q, share=20),
        (c.Column("History", "chart", share=33), lambda q, line: sparks.cell(line, q.at)),
        (c.Column("Period", share=22), _period),
        (c.Column("Note", "note", share=44), _noted),
    ]


def _noted(q: Quarter, line: Line) -> c.Line:
    """The note, and beneath it what the run of figures says, where that may be said and helps."""
    found = q.said.get(line["indicator"])
    said = [c.Quiet(f"Run of figures: {LABELS[found['message']].lower()}.")] if found else []
    return (*noted.cell(q, line), *said)


def _trends(q: Quarter, *, share: int) -> list[tuple[c.Column, Cell]]:
    on_last = c.Column(f"Against {q.at.before}", "trend", share=share)
    on_like = c.Column(f"Against {q.at.like}", "trend", share=share)
    found: list[tuple[c.Column, Cell]] = [(on_last, lambda q, line: compared.trend(line, "previous"))]
    return found if q.at.is_yearly else [*found, (on_like, lambda q, line: compared.trend(line, "like"))]


def _status(q: Quarter, line: Line) -> c.Line:
    return c.line(marks.rating(line, q.bands, href=figures.receipt(line)))


def _forecast(q: Quarter, line: Line) -> c.Line:
    """What the owner expects, and the status that it would have."""
    band = q.bands.named(line["scheme"], line.get("forecast_rating"))
    return year_end.forecast(line, q.at, band.mark.word if band else "")


def _period(q: Quarter, line: Line) -> c.Line:
    """What the figure is about: the report's period, its end, or another time."""
    period = periods.parse(line["period"]) if line.get("period") else q.at.report
    is_now = period.kind == "snapshot" and period.end == q.at.position_date
    said = f"end of {q.at.now}" if is_now else figures.period_words(line, q.at) or q.at.now
    return c.line(f"forecast at {said}" if line["basis"] == "forecast" else said)
