"""Rating limits: the edges to the next band up and the next band down."""

import polars as pl

from goldenthread.methods.rating.edges import NOTHING, VALUE, Bound, Side, bounds
from goldenthread.methods.rating.scheme import Scheme


def nearer_end(scheme: Scheme, side: Side) -> pl.Expr:
    """Whether the value of a range stands nearer to the upper end: above it, or inside and no farther off.

    The middle counts as nearer to it, give or take the slack of the ends: how two differences come out in
    their last binary place must decide nothing.
    """
    ends = {bound.end: bound for bound in bounds(scheme, side)[0]} if scheme.edges else {}
    if "high" not in ends or "low" not in ends:
        return pl.lit(value="high" in ends)
    low, high = ends["low"].edge, ends["high"].edge
    slack = ends["low"].slack + ends["high"].slack
    inside = pl.col("_index") == 0
    return pl.when(inside).then(high - VALUE <= VALUE - low + slack).otherwise(high <= VALUE)


def next_edges(scheme: Scheme, side: Side) -> list[pl.Expr]:
    """Edge to the next better band, to the next worse one, and the far edge of the best band of a range."""
    edges = bounds(scheme, side)
    above = {band: scheme.edge_above(band) for band in range(len(edges) + 1)}
    below = {band: scheme.edge_below(band) for band in range(len(edges) + 1)}
    better = _pick({band: edges[number] for band, number in above.items() if number is not None}, side)
    worse = _pick({band: edges[number] for band, number in below.items() if number is not None}, side)
    other = _pick({0: edges[0]} if edges else {}, side, is_far=True)
    return [
        _finite(better).alias("better_edge"),
        _finite(worse).alias("worse_edge"),
        (_finite(other) if side == "range" else NOTHING).alias("other_edge"),
    ]


def _pick(edges: dict[int, list[Bound]], side: Side, *, is_far: bool = False) -> pl.Expr:
    """For each band's number its edge, on the end where the value stands (or on the far one)."""
    chosen = NOTHING
    for number, ends in reversed(edges.items()):
        if ends:
            chosen = pl.when(pl.col("_index") == number).then(_on_end(ends, side, is_far)).otherwise(chosen)
    return chosen


def _on_end(ends: list[Bound], side: Side, is_far: bool) -> pl.Expr:
    if side != "range":
        return ends[0].edge
    by_end = {bound.end: bound.edge for bound in ends}
    low, high = by_end.get("low", NOTHING), by_end.get("high", NOTHING)
    is_high = pl.col("_is_high")
    return pl.when(is_high ^ is_far).then(high).otherwise(low)


def _finite(edge: pl.Expr) -> pl.Expr:
    return pl.when(edge.is_finite()).then(edge)
