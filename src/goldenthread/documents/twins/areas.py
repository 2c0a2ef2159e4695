"""Twin of a plot of areas: a row for each area, with its interval and what is said of it."""

from goldenthread.documents.charts.areas.specs import AreaPlot
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Line, Number, line
from goldenthread.documents.tables import Column, Row, Table, rows_table
from goldenthread.documents.twins.cells import Keys, cell, exact
from goldenthread.documents.twins.remarks import remarked
from goldenthread.documents.wording.measures import Amount, figure

NO_INTERVAL = "No interval"


def table(id: str, caption: str, chart: AreaPlot, keys: Keys) -> Table:
    """Area, value, interval where there are any, and remark; the middle and the band as notes."""
    keys.check(len(chart.areas))
    if not keys.period:
        raise ContentRefused("a chart across areas is of one period; give its code")
    has_intervals = any(area.lower is not None for area in chart.areas)
    columns = [Column("Area"), Column("Value", "value")]
    if has_intervals:
        columns += [Column("From", "number"), Column("To", "number")]
    rows = []
    for i, area in enumerate(chart.areas):
        cells = [cell(area.value, chart.measure, keys.at(i, "value"), area.word)]
        if has_intervals:
            for name, end in (("lower", area.lower), ("upper", area.upper)):
                why = area.word if area.value is None else NO_INTERVAL
                cells.append(cell(end, chart.measure, keys.at(i, name), why))
        rows.append(Row(line(area.name), tuple(cells)))
    remarks = ["" if area.value is None else area.word for area in chart.areas]
    return rows_table(id, caption, *remarked(columns, rows, remarks), notes=tuple(_notes(chart, keys)))


def _notes(chart: AreaPlot, keys: Keys) -> list[Line]:
    notes = []
    if chart.middle is not None:
        notes.append(line(f"{chart.middle_name}: ", _number(chart, keys, chart.middle, "middle"), "."))
    if chart.band is not None:
        low, high = (
            _number(chart, keys, end, name)
            for end, name in zip(chart.band, ("band-low", "band-high"), strict=True)
        )
        notes.append(line(f"{chart.band_name}: ", low, " to ", high, "."))
    return notes


def _number(chart: AreaPlot, keys: Keys, value: Amount, what: str) -> Number:
    """A number of all areas together: it lives beside them."""
    return Number(figure(value, chart.measure), keys.of_all(what), exact(value))
