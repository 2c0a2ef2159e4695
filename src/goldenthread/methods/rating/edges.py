"""Rating edges: a scheme's limits as column expressions, for one polarity at a time."""

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Final, Literal

import polars as pl

from goldenthread.methods.rating.scheme import BASES, MARGINS, Edge, Limit, Scheme
from goldenthread.methods.rounding import NUDGE

Side = Literal["higher", "lower", "range"]
End = Literal["low", "high"]

WORD_COLUMNS: Final = {"tolerance_kind"}

VALUE: Final = pl.col("_value")
NOTHING: Final = pl.lit(None, dtype=pl.Float64)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an edge: where it lies, and how far short of it a value may fall and still stand on it."""

    name: str
    end: End
    is_inclusive: bool
    limits: tuple[Limit, ...]

    @property
    def edge(self) -> pl.Expr:
        return pl.col(self.name)

    @property
    def slack(self) -> pl.Expr:
        return pl.col(self.name + "_slack")

    @property
    def is_open(self) -> bool:
        return any(limit.is_open for limit in self.limits)

    def columns(self) -> list[pl.Expr]:
        """The edge and its slack, null where undefined."""
        resolved = [_resolve(limit, self.end) for limit in self.limits]
        edges = [base if margin is None else base + margin for base, margin in resolved]
        slacks = [
            (base.abs() if margin is None else base.abs() + margin.abs()) * NUDGE for base, margin in resolved
        ]
        return [
            _first(edges).cast(pl.Float64).alias(self.name),
            _first(slacks).cast(pl.Float64).alias(self.name + "_slack"),
        ]

    def fits(self) -> pl.Expr:
        """Whether the value is good enough for the better band on this end."""
        if self.end == "low":
            near = self.edge - self.slack if self.is_inclusive else self.edge + self.slack
            return near <= VALUE if self.is_inclusive else near < VALUE
        near = self.edge + self.slack if self.is_inclusive else self.edge - self.slack
        return near >= VALUE if self.is_inclusive else near > VALUE

    def why_undefined(self) -> pl.Expr:
        """Code of the reason for which the edge is null, from the last of its limits."""
        limit = self.limits[-1]
        reason = pl.lit(MARGINS.get(str(limit.by), "no_tolerance"))
        for base in (limit.to, limit.base):
            if isinstance(base, str) and base:
                column = pl.col(_column(base, self.end))
                reason = pl.when(column.is_null()).then(pl.lit(BASES[base])).otherwise(reason)
        return pl.when(self.edge.is_null()).then(reason)


def bounds(scheme: Scheme, side: Side) -> list[list[Bound]]:
    """The ends of each edge, best edge first: one end for higher or lower, up to two for a range."""
    return [_ends(edge, number, side) for number, edge in enumerate(scheme.edges)]


def columns_read(scheme: Scheme, side: Side) -> set[str]:
    """The columns of the frame that rating by this scheme looks at."""
    read = {scheme.measured}
    if scheme.min_denominator is not None:
        read.add("denominator")
    if scheme.table:
        read |= {each.column for each in scheme.table.inputs}
    read |= {edge.when.column for edge in scheme.edges if edge.when}
    for bound in (bound for ends in bounds(scheme, side) for bound in ends):
        for limit in bound.limits:
            read |= {
                _column(name, bound.end) for name in (limit.base, limit.to) if isinstance(name, str) and name
            }
            read |= {limit.by} if isinstance(limit.by, str) else set()
            read |= {"tolerance_kind"} if limit.unit == "as_set" else set()
    return read


def opened(ends: list[Bound]) -> list[pl.Expr]:
    """Where a side may stay open and only the other is set: the edge moved out to infinity."""
    if len(ends) < 2:
        return []
    columns = []
    for bound, other in zip(ends, reversed(ends), strict=True):
        if bound.is_open:
            far = pl.lit(float("-inf") if bound.end == "low" else float("inf"))
            is_open = bound.edge.is_null() & other.edge.is_not_null()
            columns.append(pl.when(is_open).then(far).otherwise(bound.edge).alias(bound.name))
            columns.append(
                pl.when(is_open).then(0.0).otherwise(bound.slack).alias(bound.slack.meta.output_name())
            )
    return columns


def in_order(edges: list[list[Bound]]) -> pl.Expr | None:
    """Whether no worse band asks for more than a better one; None where nothing could contradict."""
    tests = []
    for better, worse in pairwise(edges):
        for outer in worse:
            tests += [_contains(outer, inner) for inner in better if inner.end == outer.end]
    for ends in edges:
        if len(ends) == 2:
            tests.append(ends[0].edge <= ends[1].edge + ends[1].slack)
    return reduce(lambda a, b: a & b, tests) if tests else None


def _contains(outer: Bound, inner: Bound) -> pl.Expr:
    if outer.end == "low":
        return outer.edge <= inner.edge + inner.slack
    return outer.edge >= inner.edge - inner.slack


def _ends(edge: Edge, number: int, side: Side) -> list[Bound]:
    def bound(end: End, limits: tuple[Limit, ...]) -> Bound:
        return Bound(f"_{end}{number}", end, edge.is_inclusive, limits)

    if side == "higher":
        return [bound("low", edge.at)] if edge.at else []
    if side == "lower":
        return [bound("high", edge.at)] if edge.at else []
    if edge.lower or edge.upper:
        ends: list[tuple[End, tuple[Limit, ...]]] = [("low", edge.lower), ("high", edge.upper)]
        return [bound(end, limits) for end, limits in ends if limits]
    return [bound("low", edge.at), bound("high", edge.at)] if edge.at else []


def _resolve(limit: Limit, end: End) -> tuple[pl.Expr, pl.Expr | None]:
    """Base and signed margin; either is null where it is undefined."""
    base = pl.col(_column(limit.base, end)) if isinstance(limit.base, str) else pl.lit(limit.base)
    by = pl.col(limit.by) if isinstance(limit.by, str) else pl.lit(float(limit.by))
    if limit.to:
        way = pl.col(_column(limit.to, end)) - base
        is_improvement = way > 0 if end == "low" else way < 0
        return base, pl.when(is_improvement).then(way * by / 100)
    if limit.by == 0:
        return base, None
    eases_down = (end == "low") == (limit.towards == "worse")
    margin = _margin(limit, base, by)
    return base, -margin if eases_down else margin


def _margin(limit: Limit, base: pl.Expr, by: pl.Expr) -> pl.Expr:
    if limit.unit == "points":
        return by
    otherwise = NOTHING if limit.otherwise is None else pl.lit(float(limit.otherwise))
    relative = pl.when(base > 0).then(base * by / 100).otherwise(otherwise)
    if limit.unit == "percent":
        return relative
    kind = pl.col("tolerance_kind")
    return pl.when(kind == "absolute").then(by).when(kind == "relative").then(relative)


def _column(base: str, end: End) -> str:
    if base == "better_end":
        return "upper" if end == "low" else "lower"
    if base == "worse_end":
        return "lower" if end == "low" else "upper"
    return base


def _first(expressions: list[pl.Expr]) -> pl.Expr:
    return expressions[0] if len(expressions) == 1 else pl.coalesce(expressions)
