"""Specifications of charts over time: points with what is known of them."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from goldenthread.documents.charts.axes.scale import check_finite
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.signs import Kind
from goldenthread.documents.wording.measures import Amount, Measure

PointKind = Literal["chance", "improvement", "concern", "change"]
"""What a point speaks of: chance, or what `signs.Kind` says."""

Variation = Literal[
    "", "common_cause", "improvement_high", "improvement_low", "concern_high", "concern_low", "neutral_high",
    "neutral_low",
]  # fmt: skip
Assurance = Literal["", "inconsistent", "pass", "fail"]
MOST_LETTERED: Final = 26
"""Events and restarts of a chart: as many as there are letters."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened before the point at this position (from 0), in a few words."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Level:
    """Average and limits from this point on until the next level; `why` it starts anew (the first: "").

    A level without limits has one value, or none: nothing can be said of it.
    """

    start: int
    centre: Amount | None
    lower: Amount | None = None
    upper: Amount | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ControlChart:
    """An XmR chart: each point with its kind, held against average and limits, which may start anew.

    `target` has one entry a point, so that it may step. Icons of variation and assurance are for staff: left
    empty, none is drawn. Limits are given as worked out (`methods.spc`), none is worked out here.
    """

    name: str
    measure: Measure
    periods: tuple[str, ...]
    values: tuple[Amount | None, ...]
    levels: tuple[Level, ...]
    kinds: tuple[PointKind, ...] = ()
    target: tuple[Amount | None, ...] = ()
    events: tuple[Event, ...] = ()
    variation: Variation = ""
    assurance: Assurance = ""
    is_trial: bool = False

    def __post_init__(self) -> None:
        _check_points(self)
        starts = [level.start for level in self.levels]
        if not starts or starts[0] or starts != sorted(set(starts)) or starts[-1] >= len(self.periods):
            raise NotAChart(f"levels start at 0 and then at later points; got {starts}")
        for level in self.levels:
            check_finite((level.centre, level.lower, level.upper))
            known = [each is not None for each in (level.lower, level.centre, level.upper)]
            if known[0] != known[2] or (known[0] and not known[1]):
                raise NotAChart("a level has an average and both limits, an average alone, or nothing")
            if level.start and not level.why.strip():
                raise NotAChart(f"say why limits start anew at {self.periods[level.start]}")
        if self.variation not in get_args(Variation) or self.assurance not in get_args(Assurance):
            raise NotAChart(f"no icons for {self.variation!r} and {self.assurance!r}")

    @property
    def centre_name(self) -> str:
        """What the line in the middle is."""
        return "Average"


@dataclass(frozen=True, slots=True)
class RunChart:
    """A run chart: points about their median, for a series too short for limits.

    `kinds` marks the points of a run that is no chance; `reading` says in a sentence what the runs tell.
    """

    name: str
    measure: Measure
    periods: tuple[str, ...]
    values: tuple[Amount | None, ...]
    median: Amount
    kinds: tuple[PointKind, ...] = ()
    target: tuple[Amount | None, ...] = ()
    events: tuple[Event, ...] = ()
    reading: str = ""

    def __post_init__(self) -> None:
        _check_points(self)
        check_finite([self.median])

    @property
    def levels(self) -> tuple[Level, ...]:
        """The median, over all points."""
        return (Level(0, self.median),)

    @property
    def centre_name(self) -> str:
        """What the line in the middle is."""
        return "Median"


@dataclass(frozen=True, slots=True)
class Small:
    """One of many small charts: an area's values, and a word where it stands out; or why it has none."""

    name: str
    values: tuple[Amount | None, ...]
    word: str = ""
    hidden: str = ""
    stands_out: Kind | None = None


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """The same figure for many areas, on one scale; `whole` is that of all together, drawn behind each."""

    name: str
    measure: Measure
    periods: tuple[str, ...]
    areas: tuple[Small, ...]
    whole: tuple[Amount | None, ...] = ()
    whole_name: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.periods or not self.areas:
            raise NotAChart("small charts need a name, periods and areas")
        for values in (*(area.values for area in self.areas if not area.hidden), self.whole or self.periods):
            if len(values) != len(self.periods):
                raise NotAChart(f"{len(self.periods)} periods but {len(values)} values; give each one")
        check_finite([*self.whole, *(value for area in self.areas for value in area.values)])
        names = [area.name for area in self.areas]
        if len(set(names)) != len(names) or not all(name.strip() for name in names):
            raise NotAChart("each area has a name of its own")
        if bool(self.whole) != bool(self.whole_name.strip()):
            raise NotAChart("say what the line behind every area is")
        for area in self.areas:
            if not area.hidden and all(value is None for value in area.values):
                raise NotAChart(f"say why {area.name} has no figure")
            if area.stands_out and not area.word.strip():
                raise NotAChart(f"say how {area.name} stands out")
            if area.stands_out not in (None, *get_args(Kind)):
                raise NotAChart(f"{area.name} stands out as one of: {', '.join(get_args(Kind))}")


def _check_points(chart: ControlChart | RunChart) -> None:
    count = len(chart.periods)
    if not chart.name.strip() or not all(period.strip() for period in chart.periods):
        raise NotAChart("say what is charted, and the period of each point")
    if len(set(chart.periods)) != count:
        raise NotAChart("each period may stand once")
    for values in (chart.values, chart.kinds, chart.target):
        if len(values) != count and (values or values is chart.values):
            raise NotAChart(f"{count} periods but {len(values)} entries; give each point one")
    if all(value is None for value in chart.values):
        raise NotAChart("a chart needs one value at least; say in words that there is none")
    check_finite((*chart.values, *chart.target))
    if not set(chart.kinds) <= set(get_args(PointKind)):
        raise NotAChart(f"a point is one of: {', '.join(get_args(PointKind))}")
    if any(k != "chance" and v is None for k, v in zip(chart.kinds, chart.values, strict=False)):
        raise NotAChart("a value that is missing speaks of nothing")
    if not all(0 <= event.at < count and event.words.strip() for event in chart.events):
        raise NotAChart(f"an event has words and stands at one of the {count} points")
    if (lettered := len(chart.events) + len(chart.levels) - 1) > MOST_LETTERED:
        raise NotAChart(f"{lettered} events and restarts; only {MOST_LETTERED} have a letter each")
