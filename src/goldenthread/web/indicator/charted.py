"""Charted: the control or run chart of an indicator, else its frozen figures as a line, with their table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.charts import plots
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.timed.specs import ControlChart, Level
from goldenthread.methods import periods
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line
from goldenthread.sessions.said import charts, words
from goldenthread.web.shown import Shown
from goldenthread.web.written import drawings
from goldenthread.web.written.drawings import Picture


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart with what it is; `picture` is None where too few figures may be shown, and `said` says why."""

    title: str
    said: str
    picture: Picture | None
    beside: tuple[str, ...] = ()


def of(shown: Shown, code: str) -> Charted:
    """The chart of an indicator as frozen."""
    look, line = shown.kept.said, shown.every[code]
    if not shown.allowed.as_staff(line):
        return _history(line)
    for row in look.messages.filter(look.messages["indicator"] == code).iter_rows(named=True):
        figure = charts.figure(row, look, "chart")
        if figure is not None:
            said = words.charted(row)
            beside = tuple(words.beside(row, look.charts.starts))
            title = _("Each figure, with what chance allows")
            return Charted(title, f"{said[:1].upper()}{said[1:]}.", drawings.of(figure), beside)
    return _history(line)


def _history(line: Line) -> Charted:
    """The figures that the pack shows, as a line; without limits, for the single months are not open."""
    points = list(line.get("history") or [])
    known = [point for point in points if point["value"] is not None]
    title = _("The figures so far")
    if line.get("hidden"):
        return Charted(title, f"{figures.HIDDEN}.", None)
    if len(known) < 2:
        return Charted(title, _("Too few figures for a chart."), None)
    first = next(i for i, point in enumerate(points) if point["value"] is not None)
    found = _figure(line, points[first:])
    if found is None:
        return Charted(title, _("These figures cannot be drawn on one axis."), None)
    why = _("Without limits of chance: a policy protects the single months, or there are too few figures.")
    return Charted(title, why, drawings.of(found))


def _figure(line: Line, points: list[Line]) -> c.Figure | None:
    labels = tuple(periods.label(periods.parse(point["period"])) for point in points)
    targets = tuple(point["target"] for point in points)
    try:
        chart = ControlChart(
            name=line["name"],
            measure=figures.measure(line),
            periods=labels,
            values=tuple(point["value"] for point in points),
            levels=(Level(0, None),),
            target=targets if any(target is not None for target in targets) else (),
        )
    except NotAChart:
        return None
    drawing = c.Drawing(f"{line['indicator']} {line['name']}", plots.finding(chart), chart)
    return c.Figure("chart", (drawing,), _twin(line, labels, points))


def _twin(line: Line, labels: tuple[str, ...], points: list[Line]) -> c.Table:
    columns = (c.Column(_("Period")), c.Column(_("Figure"), "value"), c.Column(_("Target"), "number"))
    rows = tuple(
        c.Row(c.line(label), (c.line(_shown(line, point["value"])), c.line(_shown(line, point["target"]))))
        for label, point in zip(labels, points, strict=True)
    )
    return c.rows_table("chart-table", _("%s: the figures of the chart") % line["name"], columns, rows)


def _shown(line: Line, value: float | None) -> str:
    number = figures.amount(value)
    return _("none") if number is None else wording.figure(number, figures.measure(line))
