"""Rating rules: a scheme compiled once for one polarity, ready to be applied to rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce

import polars as pl

from goldenthread.methods.rating import edges as rating_edges
from goldenthread.methods.rating import limits as rating_limits
from goldenthread.methods.rating import verdicts as rating_verdicts
from goldenthread.methods.rating.edges import VALUE, Bound, Side
from goldenthread.methods.rating.scheme import Condition, Scheme, Table
from goldenthread.methods.rating.verdicts import Verdict

INDEX = pl.col("_index")


class SchemeDoesNotFit(ValueError):
    """The scheme has no edges for measures of this polarity."""


@dataclass(frozen=True)
class Rule:
    """Column expressions of one scheme and polarity; apply them with `verdicts` and `reasons`."""

    columns: frozenset[str]
    outcomes: tuple[Verdict, ...]
    stages: tuple[tuple[pl.Expr, ...], ...]
    verdict: pl.Expr
    reason: pl.Expr

    def verdicts(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Number of the outcome (null: not rated) and edges, for the `_value` of each row."""
        edges = [pl.col("better_edge"), pl.col("worse_edge"), pl.col("other_edge")]
        return self._staged(rows).select(self.verdict.alias("verdict"), *edges).collect()

    def reasons(self, rows: pl.DataFrame) -> pl.Series:
        """Why these rows, which got no verdict, are not rated."""
        return self._staged(rows).select(self.reason.alias("reason")).collect().to_series()

    def _staged(self, rows: pl.DataFrame) -> pl.LazyFrame:
        staged = rows.lazy()
        for stage in self.stages:
            staged = staged.with_columns(*stage)
        return staged


@lru_cache(maxsize=512)
def compiled(scheme: Scheme, side: Side) -> Rule:
    """The rule for measures of that polarity. Raises SchemeDoesNotFit."""
    if not scheme.fits(side):
        raise SchemeDoesNotFit(
            f"scheme {scheme.code} cannot rate a measure of polarity {side}: "
            + ("give its edges lower and upper" if side == "range" else "give its edges at")
        )
    edges = rating_edges.bounds(scheme, side)
    is_range = side == "range" and bool(scheme.edges)
    ends = [bound for each in edges for bound in each]
    stages = [
        tuple(column for bound in ends for column in bound.columns()),
        tuple(column for each in edges for column in rating_edges.opened(each)),
        (_index(scheme, edges).cast(pl.UInt16).alias("_index"),),
        (rating_limits.nearer_end(scheme, side).alias("_is_high"),) if is_range else (),
        tuple(rating_limits.next_edges(scheme, side)),
    ]
    verdict = rating_verdicts.code(INDEX, side if is_range else "higher")
    return Rule(
        columns=frozenset(rating_edges.columns_read(scheme, side)),
        outcomes=tuple(rating_verdicts.of_scheme(scheme, side if is_range else _one_sided(side))),
        stages=tuple(stage for stage in stages if stage),
        verdict=verdict,
        reason=_reason(scheme, edges),
    )


def side_of(scheme: Scheme, polarity: str) -> Side | None:
    """Which polarity the scheme takes a measure for; None where no colour would be fair."""
    if scheme.polarity != "as_defined":
        return scheme.polarity
    if polarity == "higher" or (scheme.table and polarity):
        return "higher"
    if polarity == "lower":
        return "lower"
    return "range" if polarity == "range" else None


def _one_sided(side: Side) -> Side:
    return "lower" if side == "lower" else "higher"


def _index(scheme: Scheme, edges: list[list[Bound]]) -> pl.Expr:
    """The band's number, best 0; null where the figure cannot be rated."""
    if scheme.table:
        index = _cell(scheme, scheme.table)
    elif any(edge.when for edge in scheme.edges):
        index = _first_band(scheme, edges)
    else:
        misses = [(~_all(bound.fits() for bound in ends)).cast(pl.UInt16) for ends in edges]
        index = reduce(lambda a, b: a + b, misses)
    guards = [
        test
        for test in (_is_whole(edges), rating_edges.in_order(edges), _is_enough(scheme))
        if test is not None
    ]
    return pl.when(_all(guards)).then(index) if guards else index


def _first_band(scheme: Scheme, edges: list[list[Bound]]) -> pl.Expr:
    """The first band whose limits and condition hold; null where that hangs on an unknown condition."""
    index: pl.Expr = pl.lit(len(scheme.bands) - 1)
    for number in reversed(range(len(edges))):
        when = scheme.edges[number].when
        tests = [bound.fits() for bound in edges[number]] + ([_holds(when)] if when else [])
        fits = _all(tests)
        index = pl.when(fits).then(pl.lit(number)).when(fits.is_null()).then(None).otherwise(index)
    return pl.when(VALUE.is_not_null()).then(index)


def _holds(when: Condition) -> pl.Expr:
    holds = pl.col(when.column).cast(pl.String).is_in(list(when.values))
    return holds.fill_null(value=False) if when.unknown == "worse" else holds


def _cell(scheme: Scheme, table: Table) -> pl.Expr:
    """The band named by the classes of the inputs, as one number in mixed radix."""
    number: pl.Expr = pl.lit(0)
    for each in table.inputs:
        column = pl.col(each.column)
        over = [column >= cut if each.is_inclusive else column > cut for cut in each.cuts]
        number = number * (len(each.cuts) + 1) + sum((test.cast(pl.Int64) for test in over), pl.lit(0))
    index: pl.Expr = NO_BAND
    for classes, band in table.cells:
        place = 0
        for each, position in zip(table.inputs, classes, strict=True):
            place = place * (len(each.cuts) + 1) + position
        index = pl.when(number == place).then(pl.lit(scheme.band_codes.index(band))).otherwise(index)
    return index


NO_BAND = pl.lit(None, dtype=pl.Int32)


def _is_whole(edges: list[list[Bound]]) -> pl.Expr | None:
    """Whether every end of every two-sided edge is known: one end alone could hide that the other is not."""
    ends = [bound for each in edges if len(each) > 1 for bound in each]
    return _all(bound.edge.is_not_null() for bound in ends) if ends else None


def _is_enough(scheme: Scheme) -> pl.Expr | None:
    """False where there are too few cases and the scheme then rates nothing."""
    if scheme.min_denominator is None or scheme.small_numbers == "with_care":
        return None
    return ~is_small(scheme)


def is_small(scheme: Scheme) -> pl.Expr:
    """Whether the figure rests on fewer cases than the scheme asks for."""
    return (pl.col("denominator") < scheme.min_denominator).fill_null(value=False)


def _reason(scheme: Scheme, edges: list[list[Bound]]) -> pl.Expr:
    why: list[pl.Expr] = [pl.when(VALUE.is_null()).then(pl.lit("awaited"))]
    if scheme.min_denominator is not None and scheme.small_numbers == "not_rated":
        why.append(pl.when(is_small(scheme)).then(pl.lit("small_numbers")))
    why += [bound.why_undefined() for ends in edges for bound in ends]
    order = rating_edges.in_order(edges)
    if order is not None:
        why.append(pl.when(~order).then(pl.lit("edges_disordered")))
    return pl.coalesce(*why, pl.lit("no_comparison"))


def _all(tests: Iterable[pl.Expr]) -> pl.Expr:
    return reduce(lambda a, b: a & b, tests)
