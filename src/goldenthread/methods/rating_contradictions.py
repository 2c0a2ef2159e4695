"""Rating contradictions: where the printed figure would seem to deserve another colour."""

import polars as pl

from goldenthread.methods.rating_rules import Rule
from goldenthread.methods.rounding import half_up

EDGES = ("better_edge", "worse_edge", "other_edge")


def contradicted(rule: Rule, rows: pl.DataFrame, verdicts: pl.DataFrame) -> pl.Series:
    """Positions of rows whose value, rounded to `decimals`, the same rule would put in another band.

    The classic complaint: 94.96 is amber against 95, and is printed as 95.0. Only figures within half a
    printed step of an edge can be affected, so only these are rounded and rated again.
    """
    near = _near_an_edge(rows, verdicts)
    if not near.len():
        return near
    close = rows.select(pl.all().gather(near))
    printed = close.with_columns(half_up(pl.col("_value"), pl.col("decimals").cast(pl.Int64)).alias("_value"))
    return near.filter(rule.bands(printed) != rule.bands(close))


def _near_an_edge(rows: pl.DataFrame, verdicts: pl.DataFrame) -> pl.Series:
    fewest = rows["decimals"].min()
    if not isinstance(fewest, int):
        return pl.Series(dtype=pl.UInt32)
    reach = 0.5000001 * 10.0**-fewest
    value = rows["_value"]
    near = pl.any_horizontal((pl.lit(value) - pl.col(edge)).abs() <= reach for edge in EDGES)
    return verdicts.select(near.fill_null(value=False).arg_true()).to_series()
