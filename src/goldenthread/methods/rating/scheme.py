"""Rating schemes: bands and the edges between them, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

Group = Literal["met", "near", "missed"]
Unit = Literal["points", "percent", "as_set"]
Towards = Literal["worse", "better"]
SchemePolarity = Literal["as_defined", "higher", "lower", "range"]

GROUPS: Final[tuple[str, ...]] = get_args(Group)

# Why a figure is not rated where this column of the frame is empty.
BASES: Final[Mapping[str, str]] = {
    "target": "no_target",
    "lower": "no_target",
    "upper": "no_target",
    "better_end": "no_target",
    "worse_end": "no_target",
    "floor": "no_target",
    "amber": "no_tolerance",
    "amber_lower": "no_tolerance",
    "amber_upper": "no_tolerance",
    "benchmark": "no_comparison",
    "forecast": "no_comparison",
    "baseline": "no_comparison",
    "previous_value": "no_comparison",
    "like_value": "no_comparison",
}
"""What an edge may start from. `better_end` and `worse_end` are `upper` and `lower` of a target that is a
span: the upper end is the better one where higher is better.
"""

MARGINS: Final[Mapping[str, str]] = {"interval_worse": "no_interval", "interval_better": "no_interval"}
"""Columns that ease an edge and, where empty, have a reason of their own: see `confidence.margins`."""


class SchemeRefused(ValueError):
    """The scheme contradicts itself; the message says where and what to write."""


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a scheme.

    `shape` and `label` carry it, `token` only colours it, `group` is what it counts as.
    """

    code: str
    label: str
    short: str
    shape: str
    token: str
    group: Group


@dataclass(frozen=True, slots=True)
class Unrated:
    """How a scheme shows figures without a rating: the same grey, blue or white for these reasons."""

    label: str
    short: str
    shape: str
    token: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """One number to hold a value against: a base, eased by a margin.

    `base` is a column of BASES or a fixed number. `by` (a number or a column) eases it towards `towards`, in
    `unit`: points of the value, per cent of the base, or as the column `tolerance_kind` sets for the
    indicator. Where a percentage means nothing (base of zero or less), `otherwise` gives points instead.
    With `to`, the limit lies `by` per cent of the way from `base` to `to`: a share of planned improvement.
    `is_open`: where the column is empty, there is no limit on this side, however far.
    """

    base: str | float
    by: str | float = 0.0
    unit: Unit = "points"
    towards: Towards = "worse"
    otherwise: float | None = None
    to: str = ""
    is_open: bool = False

    def __post_init__(self) -> None:
        for name in (self.base, self.to or "target"):
            if isinstance(name, str) and name not in BASES:
                raise SchemeRefused(
                    f"{name!r} is nothing an edge can start from; use one of {', '.join(BASES)}"
                )
        if isinstance(self.by, float | int) and self.by < 0:
            raise SchemeRefused(f"a margin of {self.by} is negative; write the margin and towards: better")


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule beside the numbers: the band asks for one of these words in a column, as `trend_like`.

    Where the column is empty, `unknown` says whether the worse band applies or the figure stays without a
    rating.
    """

    column: str
    values: tuple[str, ...]
    unknown: Literal["worse", "not_rated"] = "not_rated"


@dataclass(frozen=True, slots=True)
class Edge:
    """What parts one band from the next worse one.

    `at` serves figures of which more, or less, is better; `lower` and `upper` those that should stay
    between. Of several limits the first that is defined counts. `is_inclusive`: a value on the edge takes
    the better band.
    """

    at: tuple[Limit, ...] = ()
    lower: tuple[Limit, ...] = ()
    upper: tuple[Limit, ...] = ()
    is_inclusive: bool = True
    when: Condition | None = None

    def __post_init__(self) -> None:
        if not (self.at or self.lower or self.upper or self.when):
            raise SchemeRefused("an edge needs at, lower, upper or when")

    @property
    def has_limits(self) -> bool:
        """Whether it is a number at all, not only a condition."""
        return bool(self.at or self.lower or self.upper)


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a table: its column, cut into classes 0, 1, ...; on an inclusive cut, the higher one."""

    column: str
    cuts: tuple[float, ...]
    is_inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A composite rating: the classes of all inputs together name the band."""

    inputs: tuple[Input, ...]
    cells: tuple[tuple[tuple[int, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Exceptional:
    """When a rating is worth reporting: one of these bands in so many periods running."""

    bands: tuple[str, ...]
    periods: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rule of rating: two to five bands, best first, and an edge between each two, or a table."""

    code: str
    name: str
    bands: tuple[Band, ...]
    edges: tuple[Edge, ...] = ()
    table: Table | None = None
    polarity: SchemePolarity = "as_defined"
    measured: str = "value"
    min_denominator: float | None = None
    small_numbers: Literal["not_rated", "with_care"] = "not_rated"
    version: str = "1"
    key: str = ""
    source: str = ""
    alongside: str = ""
    unrated: tuple[Unrated, ...] = ()
    exception: Exceptional | None = None

    def __post_init__(self) -> None:
        for fault in self._faults():
            raise SchemeRefused(f"scheme {self.code}: {fault}")

    @property
    def rule(self) -> str:
        """The rule and its version, as receipts name it."""
        return f"{self.name}, version {self.version}"

    def band(self, code: str) -> Band:
        """The band of that code."""
        for band in self.bands:
            if band.code == code:
                return band
        raise SchemeRefused(f"scheme {self.code} has no band {code!r}; it has {', '.join(self.band_codes)}")

    @property
    def band_codes(self) -> tuple[str, ...]:
        """Codes of the bands, best first."""
        return tuple(band.code for band in self.bands)

    def edge_above(self, band: int) -> int | None:
        """Number of the nearest edge with a limit that parts this band from better ones, if there is one."""
        better = reversed(list(enumerate(self.edges[:band])))
        return next((number for number, edge in better if edge.has_limits), None)

    def edge_below(self, band: int) -> int | None:
        """Number of the edge that parts this band from the next worse one, if it has a limit."""
        return band if band < len(self.edges) and self.edges[band].has_limits else None

    def fits(self, polarity: str) -> bool:
        """Whether a measure of that polarity can be rated by this scheme; a neutral one never needs to be."""
        if self.table or self.polarity != "as_defined" or polarity == "neutral":
            return True
        return all(_fits(edge, polarity) for edge in self.edges)

    def _faults(self) -> list[str]:
        groups = [GROUPS.index(band.group) if band.group in GROUPS else -1 for band in self.bands]
        rules = [
            (not 2 <= len(self.bands) <= 5, "two to five bands, best first"),
            (len(set(self.band_codes)) != len(self.bands), "each band needs a code of its own"),
            (-1 in groups, f"a band counts as one of {', '.join(GROUPS)}"),
            (groups != sorted(groups), "bands stand best first: met before near before missed"),
            (any(not (b.label and b.shape) for b in self.bands), "a band needs a label and a shape"),
            (bool(self.table) == bool(self.edges), "write either edges or a table"),
            (bool(self.edges) and len(self.edges) != len(self.bands) - 1, "one edge between each two bands"),
            (bool(self.table) and not self._table_is_whole(), "the table needs a band for each combination"),
        ]
        return [fault for is_broken, fault in rules if is_broken]

    def _table_is_whole(self) -> bool:
        assert self.table is not None
        wanted = 1
        for each in self.table.inputs:
            wanted *= len(each.cuts) + 1
        cells = dict(self.table.cells)
        classes = [len(each.cuts) for each in self.table.inputs]
        within = all(
            len(cell) == len(classes) and all(0 <= n <= most for n, most in zip(cell, classes, strict=True))
            for cell in cells
        )
        return len(cells) == wanted and within and set(cells.values()) <= set(self.band_codes)


def _fits(edge: Edge, polarity: str) -> bool:
    has_sides = bool(edge.lower or edge.upper)
    if polarity == "range":
        return has_sides or all(_can_be_mirrored(limit) for limit in edge.at)
    return bool(edge.at) or not has_sides


def _can_be_mirrored(limit: Limit) -> bool:
    """Whether the limit makes sense on both sides of a target from which either way is worse."""
    return limit.base == "target" and limit.towards == "worse" and not limit.to
