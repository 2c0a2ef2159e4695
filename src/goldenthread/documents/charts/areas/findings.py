"""Findings of charts across areas: what each says, in plain sentences, from the figures that it is given."""

from goldenthread.documents.charts.areas.specs import Area, AreaPlot, Bar, Bullet
from goldenthread.documents.charts.timed.findings import several
from goldenthread.documents.wording.measures import Amount, Measure, figure


def areas(chart: AreaPlot) -> str:
    """Our own figure against the middle, the span of all, who stands out, and who has no figure."""
    there = [(area, area.value) for area in chart.areas if area.value is not None]
    said = [f"{chart.name}."]
    said += [_own(chart, area, value) for area, value in there if area.is_own]
    if chart.middle is not None and not any(area.is_own for area, _ in there):
        said.append(f"{chart.middle_name}: {_said(chart.middle, chart.measure)}.")
    if len(there) == 1 and not there[0][0].is_own:
        said.append(f"{there[0][0].name}: {_said(there[0][1], chart.measure)}.")
    elif len(there) > 1:
        low, high = min(there, key=_amount), max(there, key=_amount)
        said.append(
            f"Figures run from {_said(low[1], chart.measure)} ({low[0].name}) "
            f"to {_said(high[1], chart.measure)} ({high[0].name})."
        )
    if chart.band is not None:
        ends = " to ".join(_said(each, chart.measure) for each in chart.band)
        said.append(f"{chart.band_name}: {ends}.")
    said += [
        f"{area.name}: {area.word.strip().rstrip('.')}." for area, _ in there if area.word and area.stands_out
    ]
    if lost := [area.name for area in chart.areas if area.value is None]:
        said.append(f"No figure is shown for {several(lost)}.")
    return " ".join(said)


def bars(chart: Bullet) -> str:
    """Each figure with its target, its rating and the earlier figure."""
    return " ".join([f"{chart.name}.", *(_bar(chart, bar) for bar in chart.bars)])


def _own(chart: AreaPlot, area: Area, value: Amount) -> str:
    said = f"{area.name} has {_said(value, chart.measure)}"
    if area.lower is not None and area.upper is not None:
        span = f"{_said(area.lower, chart.measure)} to {_said(area.upper, chart.measure)}"
        said += f", with a range by chance of {span}"
    if chart.middle is None:
        return f"{said}."
    gap = float(value) - float(chart.middle)
    side = "above" if gap > 0 else "below" if gap < 0 else "on"
    return (
        f"{said}, {side} the line in the middle ({chart.middle_name}, {_said(chart.middle, chart.measure)})."
    )


def _bar(chart: Bullet, bar: Bar) -> str:
    if bar.value is None:
        return f"{bar.name}: no figure ({bar.word.strip().rstrip('.')})."
    said = f"{bar.name}: {_said(bar.value, chart.measure)}"
    if bar.target is not None:
        side = {"higher": " or more", "lower": " or less"}.get(chart.better, "")
        said += f", against a target of {_said(bar.target, chart.measure)}{side}"
    if bar.mark:
        said += f", rated {bar.mark.word}"
    if bar.before is not None:
        said += f"; {chart.before_name}: {_said(bar.before, chart.measure)}"
    return said + (f"; {bar.word.strip().rstrip('.')}." if bar.word else ".")


def _said(value: Amount, measure: Measure) -> str:
    return figure(value, measure, place="sentence")


def _amount(each: tuple[Area, Amount]) -> float:
    return float(each[1])
