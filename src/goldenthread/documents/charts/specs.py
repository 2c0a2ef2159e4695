"""Chart specifications: what a chart shows, as numbers and words and before any drawing."""

from dataclasses import dataclass
from math import isfinite

from goldenthread.documents.charts.areas.specs import AreaPlot, Bullet
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.timed.specs import ControlChart, RunChart, SmallMultiples
from goldenthread.documents.marks import Mark

__all__ = ["Chart", "Doughnut", "NotAChart", "Plot", "Slice", "Sparkline"]


@dataclass(frozen=True, slots=True)
class Slice:
    """One segment of a doughnut: its mark and how many it counts."""

    mark: Mark
    count: int


@dataclass(frozen=True, slots=True)
class Doughnut:
    """Counts by rating, drawn clockwise from the top in the order given; `counted` names what is counted."""

    slices: tuple[Slice, ...]
    counted: str

    def __post_init__(self) -> None:
        if not self.slices or any(s.count < 0 for s in self.slices):
            raise NotAChart("a doughnut needs at least one slice, and no count below zero")
        words = [s.mark.word for s in self.slices]
        if len(set(words)) != len(words):
            raise NotAChart(f"each rating may stand once in a doughnut; got {', '.join(words)}")
        if not self.counted.strip():
            raise NotAChart('say what is counted, such as "indicators"')

    @property
    def total(self) -> int:
        """How many the whole ring stands for."""
        return sum(s.count for s in self.slices)


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The shape of one series: its last value is the frozen one, `live` what is known since.

    `target` (or `lower` and `upper` for a range) has one entry a value, so that it may step; `breaks` are
    positions before which the definition changed: no line is drawn across them. `finding` is what a reader
    who cannot see the line is told.
    """

    values: tuple[float | None, ...]
    finding: str
    target: tuple[float | None, ...] = ()
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    breaks: tuple[int, ...] = ()
    live: float | None = None

    def __post_init__(self) -> None:
        if sum(v is not None for v in self.values) < 2:
            raise NotAChart("a sparkline needs two values at least; print the one value in words instead")
        for line in (self.target, self.lower, self.upper):
            if line and len(line) != len(self.values):
                raise NotAChart(f"{len(self.values)} values but {len(line)} targets; give one a value")
        if bool(self.lower) != bool(self.upper):
            raise NotAChart("a range needs both its lower and its upper limit")
        if not all(isfinite(v) for v in self.numbers()):
            raise NotAChart("a sparkline cannot show an infinite or undefined number")
        if not all(0 < b < len(self.values) for b in self.breaks):
            raise NotAChart("a break stands before a value that has one before it")
        if not self.finding.strip():
            raise NotAChart("say in words what the sparkline shows")

    def numbers(self) -> list[float]:
        """Every number that must find room on the scale."""
        lines = (*self.values, *self.target, *self.lower, *self.upper, self.live)
        return [v for v in lines if v is not None]


Plot = ControlChart | RunChart | SmallMultiples | AreaPlot | Bullet
"""Charts that are drawn as wide as there is room, with words of true size in them."""

Chart = Doughnut | Sparkline | Plot
