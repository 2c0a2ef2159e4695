"""Twin of a control chart or a run chart: a row for each point, with the lines that it is held against."""

from collections.abc import Iterator

from goldenthread.documents.charts import signs
from goldenthread.documents.charts.timed import annotations
from goldenthread.documents.charts.timed.specs import ControlChart, Level, RunChart
from goldenthread.documents.spans import line
from goldenthread.documents.tables import Column, Row, Table, rows_table
from goldenthread.documents.twins.cells import Keys, cell
from goldenthread.documents.twins.remarks import remarked

NO_TARGET = "No target"
NONE_YET = "Too few figures"


def table(id: str, caption: str, chart: ControlChart | RunChart, keys: Keys) -> Table:
    """Period, value, average or median, limits and target where there are any, and what is to be said."""
    keys.check(len(chart.periods))
    has_limits = any(level.lower is not None for level in chart.levels)
    columns = [Column("Period"), Column("Value", "value"), Column(chart.centre_name, "number")]
    if has_limits:
        columns += [Column("Lower limit", "number"), Column("Upper limit", "number")]
    if chart.target:
        columns.append(Column("Target", "number"))
    notes = _notes(chart)
    rows = []
    for i, period in enumerate(chart.periods):
        level = _level(chart, i)
        cells = [cell(chart.values[i], chart.measure, keys.at(i, "value"))]
        cells.append(cell(level.centre, chart.measure, keys.at(i, chart.centre_name.lower()), NONE_YET))
        if has_limits:
            cells.append(cell(level.lower, chart.measure, keys.at(i, "lower-limit"), NONE_YET))
            cells.append(cell(level.upper, chart.measure, keys.at(i, "upper-limit"), NONE_YET))
        if chart.target:
            cells.append(cell(chart.target[i], chart.measure, keys.at(i, "target"), NO_TARGET))
        rows.append(Row(line(period), tuple(cells)))
    remarks = ["; ".join([*_kind(chart, i), *notes.get(i, [])]) for i in range(len(rows))]
    return rows_table(id, caption, *remarked(columns, rows, remarks))


def _level(chart: ControlChart | RunChart, place: int) -> Level:
    return next(level for level in reversed(chart.levels) if level.start <= place)


def _notes(chart: ControlChart | RunChart) -> dict[int, list[str]]:
    """What stands under the chart, by the point at which it does; a restart at its first."""
    found: dict[int, list[str]] = {}
    for level in chart.levels[1:]:
        found.setdefault(level.start, []).append(f"{annotations.RESTART}: {level.why}")
    for event in chart.events:
        found.setdefault(event.at, []).append(event.words)
    return found


def _kind(chart: ControlChart | RunChart, place: int) -> Iterator[str]:
    kind = chart.kinds[place] if chart.kinds else "chance"
    if kind != "chance":
        yield signs.WORDS[kind]
