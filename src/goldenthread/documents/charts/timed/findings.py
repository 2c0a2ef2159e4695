"""Findings of charts over time: what each says, in plain sentences, from the figures that it is given."""

from collections.abc import Sequence
from typing import Final

from goldenthread.documents.charts.timed.specs import (
    Assurance,
    ControlChart,
    PointKind,
    RunChart,
    SmallMultiples,
)
from goldenthread.documents.wording.counts import joined
from goldenthread.documents.wording.measures import Amount, Measure, figure

SPEAKS: Final[dict[PointKind, str]] = {
    "chance": "which chance explains",
    "improvement": "better than chance explains",
    "concern": "worse than chance explains",
    "change": "more than chance explains",
}
ASSURED: Final[dict[Assurance, str]] = {
    "inconsistent": "Chance alone decides whether the target is met.",
    "pass": "The target will be met as long as nothing changes.",
    "fail": "The target will be missed unless something changes.",
}
_NAMED: Final = 5


def control(chart: ControlChart) -> str:
    """The latest point, what chance allows, the target, what has changed, and what is missing."""
    level = chart.levels[-1]
    said = [_opening(chart)]
    if level.centre is not None:
        said.append(f"The average is {_said(level.centre, chart.measure)}{_limits(chart)}.")
    said += _target(chart)
    if chart.assurance:
        said.append(ASSURED[chart.assurance])
    said += [f"Limits start anew at {chart.periods[each.start]}: {each.why}." for each in chart.levels[1:]]
    return " ".join([*said, *_special(chart), *_closing(chart)])


def run(chart: RunChart) -> str:
    """The latest point, the median, the target, what the runs say, and what is missing."""
    said = [_opening(chart), f"The median is {_said(chart.median, chart.measure)}."]
    said += _target(chart)
    reading = [_sentence(chart.reading)] if chart.reading.strip() else []
    return " ".join([*said, *reading, *_special(chart), *_closing(chart)])


def multiples(chart: SmallMultiples) -> str:
    """The span of the latest figures, who stands out and how, and who has no figure."""
    last = len(chart.periods) - 1
    shown = [area for area in chart.areas if not area.hidden]
    latest = [(value, area.name) for area in shown if (value := area.values[last]) is not None]
    said = [f"{chart.name} by area, {_span(chart.periods)}."]
    if latest:
        low, high = min(latest, key=_amount), max(latest, key=_amount)
        period = chart.periods[last]
        said.append(
            f"In {period} the figures run from {_said(low[0], chart.measure)} ({low[1]}) "
            f"to {_said(high[0], chart.measure)} ({high[1]})."
        )
        if chart.whole and (whole := chart.whole[last]) is not None:
            said.append(f"{chart.whole_name}: {_said(whole, chart.measure)}.")
    said += [f"{area.name}: {_sentence(area.word)}" for area in shown if area.word]
    if hidden := [area.name for area in chart.areas if area.hidden]:
        said.append(f"No figures are shown for {several(hidden)}.")
    return " ".join(said)


def several(names: Sequence[str]) -> str:
    """The names, or the first of them where there are many."""
    if len(names) <= _NAMED:
        return joined(names)
    return f"{', '.join(names[:_NAMED])} and others"


def _opening(chart: ControlChart | RunChart) -> str:
    """What is charted, over which time, and the latest figure with what it speaks of."""
    place = max(i for i, value in enumerate(chart.values) if value is not None)
    value = chart.values[place]
    assert value is not None, "a chart has a value"
    kind = f", {SPEAKS[chart.kinds[place]]}" if chart.kinds else ""
    latest = f"The latest figure, {chart.periods[place]}, is {_said(value, chart.measure)}{kind}."
    return f"{chart.name}, {_span(chart.periods)}. {latest}"


def _span(periods: Sequence[str]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


def _limits(chart: ControlChart) -> str:
    level = chart.levels[-1]
    if level.lower is None or level.upper is None:
        return ", and there are too few figures for limits"
    allowed = f"from {_said(level.lower, chart.measure)} to {_said(level.upper, chart.measure)}"
    return f", and chance allows figures {allowed}" + (", by limits on trial" if chart.is_trial else "")


def _target(chart: ControlChart | RunChart) -> list[str]:
    """The latest target and where it moved from, if it did."""
    targets = [value for value in chart.target if value is not None]
    if not targets:
        return []
    moved = next((value for value in reversed(targets) if value != targets[-1]), None)
    before = "" if moved is None else f", before that {_said(moved, chart.measure)}"
    return [f"The target is {_said(targets[-1], chart.measure)}{before}."]


def _special(chart: ControlChart | RunChart) -> list[str]:
    """The stretches of points that chance does not explain, the latest last."""
    found = []
    start = 0
    for i in range(1, len(chart.kinds) + 1):
        if i == len(chart.kinds) or chart.kinds[i] != chart.kinds[start]:
            if chart.kinds[start] != "chance":
                found.append((start, i - 1))
            start = i
    kept = found[-_NAMED:]
    said = [f"{_span_of(chart, first, last)}: {SPEAKS[chart.kinds[first]]}." for first, last in kept]
    return [*(["Earlier points too are more than chance explains."] if len(found) > len(kept) else []), *said]


def _span_of(chart: ControlChart | RunChart, first: int, last: int) -> str:
    return _span(chart.periods[first : last + 1])


def _closing(chart: ControlChart | RunChart) -> list[str]:
    said = [f"{chart.periods[event.at]}: {_sentence(event.words)}" for event in chart.events]
    gaps = [period for period, value in zip(chart.periods, chart.values, strict=True) if value is None]
    return [*said, f"There is no figure for {several(gaps)}."] if gaps else said


def _sentence(words: str) -> str:
    """The words with a full stop at their end."""
    bare = words.strip()
    return bare if bare.endswith((".", "!", "?")) else f"{bare}."


def _said(value: Amount, measure: Measure) -> str:
    return figure(value, measure, place="sentence")


def _amount(each: tuple[Amount, str]) -> float:
    return float(each[0])
