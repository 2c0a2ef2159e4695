"""Twin of small multiples: every value of every area, hidden areas with the reason."""

from typing import Final

from goldenthread.documents.charts.timed.specs import Small, SmallMultiples
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Line, line
from goldenthread.documents.tables import Column, Row, RowGroup, Table, rows_table
from goldenthread.documents.twins.cells import Keys, cell
from goldenthread.documents.twins.remarks import remarked

ABREAST: Final = 6
"""So many periods stand beside each other; more stand beneath, area by area."""


def table(id: str, caption: str, chart: SmallMultiples, keys: Keys) -> Table:
    """A row for each area with its periods as columns, or where these are many a row for each."""
    keys.check(len(chart.areas))
    if len(keys.periods) != len(chart.periods) or len(set(keys.periods)) != len(keys.periods):
        raise ContentRefused(f"{len(chart.periods)} periods need as many different codes")
    return (_beside if len(chart.periods) <= ABREAST else _beneath)(id, caption, chart, keys)


def _beside(id: str, caption: str, chart: SmallMultiples, keys: Keys) -> Table:
    columns = [Column("Area"), *(Column(period, "number") for period in chart.periods)]
    rows = [Row(line(area.name), tuple(_values(chart, row, keys))) for row, area in enumerate(chart.areas)]
    remarks = [area.word for area in chart.areas]
    if chart.whole:
        cells = tuple(_whole(chart, i, keys) for i in range(len(chart.periods)))
        rows.append(Row(line(chart.whole_name), cells, "total"))
        remarks.append("")
    return rows_table(id, caption, *remarked(columns, rows, remarks))


def _beneath(id: str, caption: str, chart: SmallMultiples, keys: Keys) -> Table:
    columns = [Column("Period"), Column("Value", "value")]
    if chart.whole:
        columns.append(Column(chart.whole_name, "number"))
    groups = []
    for row, area in enumerate(chart.areas):
        values = _values(chart, row, keys)
        rows = tuple(
            Row(line(period), (values[i], *((_whole(chart, i, keys),) if chart.whole else ())))
            for i, period in enumerate(chart.periods)
        )
        groups.append(RowGroup(rows, area.name, area.word))
    return Table(id, caption, tuple(columns), tuple(groups))


def _values(chart: SmallMultiples, row: int, keys: Keys) -> list[Line]:
    area: Small = chart.areas[row]
    if area.hidden:
        return [line(area.hidden)] * len(chart.periods)
    return [cell(value, chart.measure, keys.within(row, i)) for i, value in enumerate(area.values)]


def _whole(chart: SmallMultiples, period: int, keys: Keys) -> Line:
    return cell(chart.whole[period], chart.measure, keys.of_all("value", period))
