"""Twin of a bullet chart: a row for each bar, with its target, its rating and the earlier figure."""

from goldenthread.documents.charts.areas.specs import Bullet
from goldenthread.documents.spans import line
from goldenthread.documents.tables import Column, Row, Table, rows_table
from goldenthread.documents.twins.cells import MISSING, Keys, cell
from goldenthread.documents.twins.points import NO_TARGET
from goldenthread.documents.twins.remarks import remarked

NOT_GIVEN = "Not given"


def table(id: str, caption: str, chart: Bullet, keys: Keys) -> Table:
    """Name, value, and of target, nearly met, rating and earlier figure the columns that any bar has."""
    keys.check(len(chart.bars))
    has = {
        name: any(getattr(bar, name) is not None for bar in chart.bars) for name in ("target", "near", "mark")
    }
    columns = [Column("Measure"), Column("Value", "value")]
    if has["target"]:
        columns.append(Column("Target", "number"))
    if has["near"]:
        columns.append(Column("Nearly met from", "number"))
    if chart.before_name:
        columns.append(Column(chart.before_name, "number"))
    if has["mark"]:
        columns.append(Column("Rating", "rating"))
    rows = []
    for i, bar in enumerate(chart.bars):
        cells = [cell(bar.value, chart.measure, keys.at(i, "value"), bar.word)]
        if has["target"]:
            cells.append(cell(bar.target, chart.measure, keys.at(i, "target"), NO_TARGET))
        if has["near"]:
            cells.append(cell(bar.near, chart.measure, keys.at(i, "near"), NOT_GIVEN))
        if chart.before_name:
            cells.append(cell(bar.before, chart.measure, keys.at(i, "before"), MISSING))
        if has["mark"]:
            cells.append(line(bar.mark) if bar.mark else line("Not rated"))
        rows.append(Row(line(bar.name), tuple(cells)))
    remarks = ["" if bar.value is None else bar.word for bar in chart.bars]
    return rows_table(id, caption, *remarked(columns, rows, remarks))
