"""Figures for the tests of the ledger: deliveries in a line each."""

from datetime import UTC, datetime

import polars as pl

from goldenthread.observations import actions, ledger

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def day(month, day_of_month, year=2023):
    return datetime(year, month, day_of_month, 17, tzinfo=UTC)


def figure(value, indicator="CUS01", area="LKH", breakdown="", period="2023-09", **more):
    """One row as collection delivers it; a value of None is missing, awaited."""
    given = {
        "indicator": indicator,
        "area": area,
        "breakdown": breakdown,
        "period": period,
        "numerator_exact": None,
        "denominator_exact": None,
        "value_exact": value,
        "status": "missing" if value is None else "actual",
        "reason": "awaited" if value is None else "",
        "note": "",
        "cell": "",
        "why": "",
    }
    return given | more


def frame(*rows):
    return pl.DataFrame(list(rows), infer_schema_length=None).with_columns(
        pl.col("numerator_exact", "denominator_exact", "value_exact").cast(pl.String)
    )


def source(name="returns/customer.xlsx", digest=""):
    return actions.Source(kind="file", name=name, digest=digest, mapping="customer")


def record(*rows, known_from=None, name="returns/customer.xlsx", digest="", at=NOW):
    return actions.record(
        observations=frame(*rows),
        known_from=known_from or day(10, 10),
        source=source(name, digest),
        by="Head of Performance",
        at=at,
    )


def values(known_at=NOW, **filters):
    """The exact values as known at a moment, by indicator and period."""
    rows = ledger.series(known_at=known_at, **filters).iter_rows(named=True)
    return {(row["indicator"], row["period"]): row["value_exact"] for row in rows}
