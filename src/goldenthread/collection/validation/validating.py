"""Validating: every check on every candidate, in the order in which one makes sense of the next."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import polars as pl

from goldenthread.collection.findings import Finding
from goldenthread.collection.validation import amounts, definitions, duplicates, plausibility, surveys, times
from goldenthread.collection.validation.check import Check, run
from goldenthread.methods import periods

DEFINED = (
    "indicator",
    "unit",
    "multiplier",
    "decimals",
    "frequency",
    "basis",
    "calendar",
    "aggregation",
    "dimensions",
    "plausible_low",
    "plausible_high",
)
NUMBERS = ("numerator", "denominator", "value", "respondents", "given_lower", "given_upper")


@dataclass(frozen=True)
class Context:
    """What the council knows: definitions, the values of each dimension, and how to ask for past figures."""

    definitions: pl.DataFrame
    dimensions: Mapping[str, Collection[str]]
    # Given series (indicator, area, breakdown, kind), the figures known of them, with `value`.
    past: Callable[[pl.DataFrame], pl.DataFrame]


@dataclass(frozen=True)
class Checked:
    """Candidates that may enter the ledger, findings about the others, and repeats that were expected."""

    rows: pl.DataFrame
    findings: list[Finding]
    repeated: int


def validate(candidates: pl.DataFrame, context: Context, file: str) -> Checked:
    """Hold candidates (each with a `known_from`) against all rules."""
    rows = _with_definitions(candidates, context.definitions)
    codes = context.definitions["indicator"].to_list()
    rows, findings = run(rows, definitions.known(codes), file)
    # First, so that what a file says many times is judged once.
    rows, twice, repeated = duplicates.settled(rows, file)
    first: list[Check] = [
        *definitions.broken_down(rows, context.dimensions),
        *definitions.of_the_right_period(),
        *times.known_in_time(),
        *amounts.agreeing(),
        *surveys.agreeing(),
    ]
    rows, more = run(rows, first, file)
    rows = rows.join(_usual(rows, context), on=plausibility.SERIES, how="left", maintain_order="left")
    rows, doubts = run(rows, plausibility.plausible(), file)
    return Checked(rows.select(candidates.columns), [*findings, *twice, *more, *doubts], repeated)


def _usual(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
    past = context.past(plausibility.too_few(rows))
    return plausibility.usual(rows, past)


def _with_definitions(candidates: pl.DataFrame, defined: pl.DataFrame) -> pl.DataFrame:
    spans = periods.frame(candidates["period"]).rename({"calendar": "period_calendar"}).drop("ordinal")
    return (
        candidates.join(defined.select(DEFINED), on="indicator", how="left", maintain_order="left")
        .join(spans, on="period", how="left", maintain_order="left")
        .with_columns(pl.col(f"{name}_exact").cast(pl.Float64).alias(name) for name in NUMBERS)
    )
