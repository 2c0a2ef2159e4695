"""Definitions: is the indicator known, may it be broken down so, does the period suit it?"""

from collections.abc import Collection, Mapping

import polars as pl

from goldenthread.collection.candidates.meanings import nearest
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.validation.check import Check, Row, refuse

# What a figure may be about, by how often the indicator is measured.
KINDS = {
    "monthly": ("month", "quarter", "half", "third", "term", "year", "years", "rolling", "ytd", "snapshot"),
    "quarterly": ("quarter", "half", "year", "years", "rolling", "ytd", "snapshot"),
    "thirds": ("third", "year", "years", "rolling", "ytd", "snapshot"),
    "termly": ("term", "year", "years", "rolling", "ytd", "snapshot"),
    "annual": ("year", "years", "rolling", "snapshot"),
}
# Months in which a figure that runs up to a point may end.
ENDS = {"quarterly": (3, 6, 9, 12), "thirds": (3, 7, 11)}
UP_TO_A_POINT = ("rolling", "ytd", "snapshot")


def known(codes: Collection[str]) -> list[Check]:
    """Refuses indicators that are not defined."""

    def words(row: Row) -> tuple[str, str]:
        wrong = f"{quoted(row['indicator'])} is no indicator of the council"
        return wrong, nearest(row["indicator"], codes)

    return [refuse(Code.UNKNOWN_INDICATOR, pl.col("unit").is_null(), words, "indicator_at")]


def broken_down(rows: pl.DataFrame, dimensions: Mapping[str, Collection[str]]) -> list[Check]:
    """Refuses breakdowns the indicator does not have, and values its dimension does not have."""
    pairs = rows.filter(pl.col("breakdown") != "").select("indicator", "breakdown", "dimensions").unique()
    faults = {
        (indicator, breakdown): fault
        for indicator, breakdown, allowed in pairs.iter_rows()
        if (fault := _fault(indicator, breakdown, allowed or [], dimensions))
    }
    if not faults:
        return []
    amiss = pl.DataFrame(list(faults), schema=["indicator", "breakdown"], orient="row")
    key = pl.struct("indicator", "breakdown")
    return [
        refuse(
            Code.UNKNOWN_BREAKDOWN,
            key.is_in(amiss.select(key.alias("key"))["key"].implode()),
            lambda row: faults[row["indicator"], row["breakdown"]],
        )
    ]


def of_the_right_period() -> list[Check]:
    """Refuses periods of another calendar, or finer than the indicator is measured."""
    calendar = (pl.col("period_calendar") != "none") & (pl.col("period_calendar") != pl.col("calendar"))
    kind = pl.concat_str("frequency", pl.lit(" "), "kind")
    allowed = [f"{frequency} {name}" for frequency, names in KINDS.items() for name in names]
    mid_period = pl.col("kind").is_in(UP_TO_A_POINT) & pl.any_horizontal(
        (pl.col("frequency") == frequency) & ~pl.col("end").dt.month().is_in(months)
        for frequency, months in ENDS.items()
    )
    return [
        refuse(Code.PERIOD_OUTSIDE_FREQUENCY, calendar, _calendar_words, "period_at"),
        refuse(Code.PERIOD_OUTSIDE_FREQUENCY, ~kind.is_in(allowed), _kind_words, "period_at"),
        refuse(Code.PERIOD_OUTSIDE_FREQUENCY, mid_period, _kind_words, "period_at"),
    ]


def _calendar_words(row: Row) -> tuple[str, str]:
    wrong = f"{row['period']} is of the {row['period_calendar']} calendar, {row['indicator']} goes by the"
    return f"{wrong} {row['calendar']} one", "Correct the period, or say the calendar in the mapping"


def _kind_words(row: Row) -> tuple[str, str]:
    wrong = (
        f"{row['indicator']} is measured {_often(row['frequency'])}, and {row['period']} is no such period"
    )
    return wrong, "Give the figure for the whole period, or correct the frequency in the definition"


def _often(frequency: str) -> str:
    return {"annual": "once a year", "thirds": "three times a year"}.get(frequency, frequency)


def _fault(
    indicator: str, breakdown: str, allowed: Collection[str], dimensions: Mapping[str, Collection[str]]
) -> tuple[str, str] | None:
    for part in breakdown.split(";"):
        dimension, _, value = part.partition("=")
        if dimension not in allowed:
            wrong = f"{indicator} is not broken down by {dimension}"
            return wrong, f"Add {dimension} to the dimensions of {indicator}, or leave the row out"
        values = dimensions.get(dimension, ())
        if values and value not in values:
            return f"{quoted(value)} is no value of {dimension}", nearest(value, values)
    return None
