"""Deliveries: the frame that is to be recorded, checked and brought into one form."""

from collections.abc import Iterator

import polars as pl

from goldenthread.methods import periods
from goldenthread.observations import content, decimals

TEXTS = {"indicator": 100, "area": 100, "breakdown": 300, "period": 40, "reason": 200, "cell": 200}
FREE = ("note", "why")
BREAKDOWN = r"^[^=;]+=[^=;]+(;[^=;]+=[^=;]+)*$"
CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
SHOWN = 5


class DeliveryNotSound(ValueError):
    """Figures that cannot be kept as given; the message says which, and what would be right."""


class ObservationsDisagree(ValueError):
    """Two different figures for one key that claim to be known from the same moment."""


def sound(observations: pl.DataFrame) -> pl.DataFrame:
    """The frame with the ledger's own columns, canonical numbers and a `row_hash`; each key once.

    Asks for indicator, area, breakdown, period, status and `value_exact`; may have `numerator_exact`,
    `denominator_exact`, reason, note, cell, why, and of a survey `respondents_exact` (a whole number) and the
    interval around the figure, `given_lower_exact` to `given_upper_exact`. Other columns are not looked at.
    """
    rows = _columns(observations)
    for fault in _faults(rows):
        raise DeliveryNotSound(fault)
    rows = rows.with_columns(content.row_hashes(rows), content.key().alias("key"))
    return _each_key_once(rows)


def describe(rows: pl.DataFrame) -> str:
    """The first few keys, for a message."""
    shown = [
        " ".join(part for part in row if part) for row in rows.select(content.KEY).head(SHOWN).iter_rows()
    ]
    more = f" and {rows.height - SHOWN} more" if rows.height > SHOWN else ""
    return "; ".join(shown) + more


def _columns(given: pl.DataFrame) -> pl.DataFrame:
    asked = {*content.KEY, "value_exact", "status"}
    if absent := sorted(asked - set(given.columns)):
        raise DeliveryNotSound(f"the frame lacks {', '.join(absent)}")
    texts = [_text(given, name) for name in (*TEXTS, "status", *FREE)]
    figures = [_figure(given, name) for name in content.NUMBERS]
    return pl.DataFrame([*texts, *figures])


def _text(given: pl.DataFrame, name: str) -> pl.Series:
    if name not in given.columns:
        return pl.Series(name, [""], dtype=pl.String).new_from_index(0, given.height)
    return given[name].cast(pl.String).fill_null("")


def _figure(given: pl.DataFrame, name: str) -> pl.Series:
    exact = f"{name}_exact"
    if exact not in given.columns:
        return pl.Series(name, [None], dtype=pl.String).new_from_index(0, given.height)
    try:
        return decimals.canonical_column(given[exact].cast(pl.String)).alias(name)
    except decimals.NotADecimal as error:
        raise DeliveryNotSound(f"{name}: {error}") from error


def _faults(rows: pl.DataFrame) -> Iterator[str]:
    status, value = pl.col("status"), pl.col("value")
    missing = status == "missing"
    rules = {
        "an indicator, an area and a period must be named": pl.any_horizontal(
            pl.col(name) == "" for name in ("indicator", "area", "period")
        ),
        "a breakdown is empty or reads like ethnicity=asian;sex=female": (pl.col("breakdown") != "")
        & ~pl.col("breakdown").str.contains(BREAKDOWN),
        f"a status is one of {', '.join(content.STATUSES)}": ~status.is_in(content.STATUSES),
        "a missing figure has no value, and a reason": missing
        & (value.is_not_null() | (pl.col("reason") == "")),
        "only a missing figure has a reason": ~missing & (pl.col("reason") != ""),
        "a figure that is not missing has a value or a numerator": ~missing
        & value.is_null()
        & pl.col("numerator").is_null(),
        "a text holds no control characters": pl.any_horizontal(
            pl.col(name).str.contains(CONTROLS) for name in (*TEXTS, *FREE)
        ),
    }
    rules |= _survey_rules(missing)
    for name, length in TEXTS.items():
        rules[f"{name}: at most {length} characters"] = pl.col(name).str.len_chars() > length
    amiss = rows.select(rule.any().alias(name) for name, rule in rules.items()).row(0, named=True)
    for name, rule in rules.items():
        if amiss[name]:
            yield f"{name}: {describe(rows.filter(rule))}"
    try:
        periods.frame(rows["period"])
    except periods.NotAPeriod as error:
        yield str(error)


def _survey_rules(missing: pl.Expr) -> dict[str, pl.Expr]:
    """What must hold of how many answered, and of the interval that was given with a figure."""
    lower, value, upper = (pl.col(name).cast(pl.Float64) for name in ("given_lower", "value", "given_upper"))
    has_survey = pl.any_horizontal(pl.col(name).is_not_null() for name in content.SURVEY)
    return {
        "a missing figure has no answers and no interval": missing & has_survey,
        "those who answered a survey are a whole number above zero": ~pl.col("respondents").str.contains(
            r"^[1-9][0-9]*$"
        ),
        "an interval has two ends, or is none": lower.is_null() != upper.is_null(),
        "the lower end of an interval is not above the upper one": lower > upper,
        "a figure lies within its own interval": (value < lower) | (value > upper),
    }


def _each_key_once(rows: pl.DataFrame) -> pl.DataFrame:
    once = rows.unique(subset=["key", "row_hash"], keep="first", maintain_order=True)
    twice = once.filter(pl.col("key").is_duplicated())
    if not twice.is_empty():
        keys = describe(twice.unique("key", maintain_order=True))
        raise ObservationsDisagree(f"the delivery holds different figures for one key: {keys}")
    return once
