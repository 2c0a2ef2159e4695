"""Forecast told: one forecast explained in sentences, from the very columns that computed it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from goldenthread.methods import periods, reasons
from goldenthread.methods.forecast import words
from goldenthread.methods.forecast.errors import FEWEST
from goldenthread.methods.receipts import words as said

Row = Mapping[str, Any]

NEVER_RATED: Final = {
    "no_forecast": "there is none",
    "scheme": "its scheme asks for more than the figure and its target",
}


def receipt(row: Row) -> list[str]:
    """The sentences on one row of `ratings.rate`, one idea each: now, expected, how, how sure, the owner's.

    Uses, if there: `unit`, `decimals`, `value`, `period`, `rating`, `reason` (now), `year_end_period`,
    `forecast_basis`, `forecast_author`. The rating now comes first: a forecast never stands alone.
    """
    sentences = [
        _now(row),
        _expected(row),
        *_how(row),
        _interval(row),
        _owner(row),
    ]
    return [sentence for sentence in sentences if sentence]


def _now(row: Row) -> str:
    if row.get("value") is None:
        return f"Now: no figure, {reasons.get(row.get('reason') or 'awaited').label}."
    when = _period(row.get("period"))
    figure = f"Now{when}: {said.as_printed(row['value'], row)}"
    if row.get("rating"):
        return f"{figure}, {said.band(row['rating'])}."
    return f"{figure}, not rated ({reasons.get(row.get('reason') or 'no_target').label})."


def _expected(row: Row) -> str:
    expected, when = row.get("expected"), _period(row.get("year_end_period"))
    if expected is None:
        return (
            f"Expected at the year's end{when}: no forecast, for {words.WHY[row.get('why') or 'no_shape']}."
        )
    figure = f"Expected at the year's end{when}: {said.as_printed(expected, row)}"
    return f"{figure}, {_rating(row)}."


def _rating(row: Row) -> str:
    band = row.get("expected_rating")
    if band is None:
        why = row.get("why_expected_not_rated") or "no_target"
        return f"not rated ({NEVER_RATED.get(why) or reasons.get(why).label})"
    ends = [row.get("lower_rating"), row.get("upper_rating")]
    others = list(dict.fromkeys(end for end in ends if end not in (None, band)))
    if not others:
        sure = ", and so is either end of its interval" if all(ends) else ""
        return f"{said.band(band)}{sure}"
    return f"{said.band(band)} (at an end of its interval {' or '.join(map(said.band, others))})"


def _how(row: Row) -> Iterator[str]:
    method = row.get("method")
    if method is None:
        return
    yield f"How: {words.METHOD_IN_WORDS[method]}; {words.WHY_METHOD[row['why_method']]}."
    if method == "outturn":
        return
    if row.get("figure_period"):
        yield f"Made from the figure{_period(row['figure_period'])}{_late(row)}."
    yield _shape(row)
    if row["expected"] in (row.get("lowest"), row.get("highest")):
        yield f"It is held at {said.as_printed(row['expected'], row)}, beyond which the figure does not go."
    if row.get("years_left_out"):
        yield (
            f"Past years left out: {row['years_left_out']}, with a figure missing or measured differently."
        )


def _shape(row: Row) -> str:
    method, share = row["method"], row["share"]
    if method == "straight_line":
        return (
            f"{share:.1%} of the year has gone."
            if row["shape"] == "to_date"
            else "It is expected to stay where it is."
        )
    years = f"the {row['years_used']} past years" if method == "profile" else "last year"
    mean = " on average" if method == "profile" else ""
    if row["shape"] == "to_date":
        return f"By this time {years} had reached {share:.1%} of the outturn{mean}."
    if round(share, 9) == 0:
        return f"From this time to the year's end it did not move{mean} in {years}."
    way = "rose" if share > 0 else "fell"
    return f"From this time to the year's end it {way} by {said.gap(share, row)}{mean} in {years}."


def _late(row: Row) -> str:
    """That the latest figure is missing, or lacks a part."""
    if row.get("coverage_now") and row["figure_period"] == row.get("period"):
        return f": {row['coverage_now']}"
    return ": a later one is missing" if row["month"] < row["until"] else ""


def _interval(row: Row) -> str:
    if row.get("method") in (None, "outturn"):
        return ""
    count = row["errors"]
    if row.get("expected_lower") is None:
        tried = f"the same method can be tried on {count or 'no'} past year{'' if count == 1 else 's'}"
        return f"No interval: {tried}, and {FEWEST} are needed."
    out = said.gap(row["margin"], row) if row["shape"] == "level" else f"{row['margin']:.1%} of what it said"
    lower, upper = (said.as_printed(row[name], row) for name in ("expected_lower", "expected_upper"))
    # With few errors the margin is the largest; with more, some of the past years lie outside.
    within = round(row["coverage"] * (count + 1))
    tried = f"all {count}" if within == count else f"{within} of the {count}"
    return (
        f"Interval: {lower} to {upper}. In {tried} past years in which it can be tried, the same method was "
        f"out by no more than {out}; if this year is like them, the chance is about {row['coverage']:.0%}."
    )


def _owner(row: Row) -> str:
    if row.get("forecast") is None:
        return "The owner made no forecast."
    band = row.get("forecast_rating")
    rated = f", {said.band(band)}" if band else ""
    basis = str(row.get("forecast_basis") or "").strip().rstrip(".")
    told = f": {basis}" if basis else ""
    by = f" ({row['forecast_author']})" if row.get("forecast_author") else ""
    return f"The owner{by} expects {said.as_printed(row['forecast'], row)}{rated}{told}."


def _period(code: str | None) -> str:
    return f" ({periods.label(periods.parse(code))})" if code else ""
