"""Specifications of charts across areas: dots, with or without intervals, and bars beside their targets."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from goldenthread.documents.charts.axes.scale import check_finite
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.signs import Kind
from goldenthread.documents.marks import Mark
from goldenthread.documents.wording.measures import Amount, Measure

MOST_AREAS: Final = 80
"""As many as can be read on one page."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area's figure, with its interval if it has one; without a figure, why in `word`.

    `is_own` is the council itself. `stands_out` is said of an area that differs from the others by more than
    chance, and its `word` then says how ("below chance").
    """

    name: str
    value: Amount | None
    lower: Amount | None = None
    upper: Amount | None = None
    word: str = ""
    is_own: bool = False
    stands_out: Kind | None = None


@dataclass(frozen=True, slots=True)
class AreaPlot:
    """Areas as dots on one scale, in the order given: a dot plot, or with intervals a caterpillar plot.

    `middle` is a dashed line, such as the median of the neighbours, called `middle_name`; `band` a range
    behind the dots, such as the middle half, called `band_name`. `place` is where the own figure lives, as
    its number carries it; a plot that leaves the council has one.
    """

    name: str
    measure: Measure
    areas: tuple[Area, ...]
    middle: Amount | None = None
    middle_name: str = ""
    band: tuple[Amount, Amount] | None = None
    band_name: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.areas:
            raise NotAChart("say what is compared, and between which areas")
        if len(self.areas) > MOST_AREAS:
            raise NotAChart(f"{len(self.areas)} areas; more than {MOST_AREAS} cannot be read: choose some")
        names = [area.name.strip() for area in self.areas]
        if len(set(names)) != len(names) or "" in names:
            raise NotAChart("each area has a name of its own")
        if (self.middle is None) == bool(self.middle_name.strip()):
            raise NotAChart("a line in the middle has a value and a name")
        if (self.band is None) == bool(self.band_name.strip()):
            raise NotAChart("a band has its two ends and a name")
        if self.band is not None and self.band[0] > self.band[1]:
            raise NotAChart(f"the band {self.band_name} is upside down")
        check_finite(
            [self.middle, *(self.band or ()), *(v for a in self.areas for v in (a.value, a.lower, a.upper))]
        )
        for area in self.areas:
            _check_area(area)
        if all(area.value is None for area in self.areas):
            raise NotAChart("a chart needs one figure at least; say in words that there is none")


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure as a bar beside its target; without a figure, why in `word`.

    `near` is where the target counts as nearly met; `before` an earlier figure, such as last year's.
    """

    name: str
    value: Amount | None
    target: Amount | None = None
    near: Amount | None = None
    before: Amount | None = None
    mark: Mark | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """Bars from zero on one scale, each with its target as a black upright; `better` is the good way."""

    name: str
    measure: Measure
    bars: tuple[Bar, ...]
    better: Literal["higher", "lower", ""] = ""
    before_name: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.bars or not all(bar.name.strip() for bar in self.bars):
            raise NotAChart("say what the bars are, each with its name")
        if len({bar.name for bar in self.bars}) != len(self.bars):
            raise NotAChart("each bar has a name of its own")
        check_finite([v for b in self.bars for v in (b.value, b.target, b.near, b.before)])
        if any(bar.before is not None for bar in self.bars) != bool(self.before_name.strip()):
            raise NotAChart("say of when the earlier figures are")
        for bar in self.bars:
            if bar.value is None and not bar.word.strip():
                raise NotAChart(f"say why {bar.name} has no figure")
            if bar.near is not None and bar.target is None:
                raise NotAChart(f"{bar.name} is nearly met without a target")
        if all(bar.value is None for bar in self.bars):
            raise NotAChart("a chart needs one figure at least; say in words that there is none")


def _check_area(area: Area) -> None:
    if area.value is None and not area.word.strip():
        raise NotAChart(f"say why {area.name} has no figure")
    if (area.lower is None) != (area.upper is None) or (area.value is None and area.lower is not None):
        raise NotAChart(f"the interval of {area.name} has two ends, and a figure between them")
    ends = [float(each) for each in (area.lower, area.value, area.upper) if each is not None]
    if ends != sorted(ends):
        raise NotAChart(f"the interval of {area.name} does not hold its figure")
    if area.stands_out and (area.value is None or not area.word.strip()):
        raise NotAChart(f"say how {area.name} stands out")
    if area.stands_out not in (None, *get_args(Kind)):
        raise NotAChart(f"{area.name} stands out as one of: {', '.join(get_args(Kind))}")
