"""What a service returned, written as an officer reads it, as rows of the ledger.

    returned({"2023-07": "1,071 of 1,200", "2023-08": "88.6 [p]", "2023-09": "awaited"})

A figure is `numerator of denominator` or a value, [p] provisional, [e] estimated, [r] revised; a word is why
there is none.
"""

import re

import polars as pl

from goldenthread.methods import aggregation, periods

STATUSES = {"": "actual", "p": "provisional", "e": "estimated", "r": "revised"}
LEDGER = {
    "indicator": pl.String,
    "area": pl.String,
    "breakdown": pl.String,
    "period": pl.String,
    "numerator_exact": pl.String,
    "denominator_exact": pl.String,
    "value_exact": pl.String,
    "status": pl.String,
    "reason": pl.String,
    "source": pl.String,
}
FIGURE = re.compile(r"(?:([\d.,-]+) of ([\d.,-]+)|(-?[\d.,]+))(?: \[([per])\])?")


def returned(figures: dict[str, str], area: str = "LKH") -> pl.DataFrame:
    """The ledger rows of one indicator, by period."""
    rows = [
        ("HOU15", area, "", period, *_read(text), f"returns.csv, {period}")
        for period, text in figures.items()
    ]
    frame = pl.DataFrame(rows, schema=LEDGER, orient="row").with_columns(
        pl.col(f"{name}_exact").cast(pl.Float64).alias(name) for name in ("numerator", "denominator", "value")
    )
    return frame.join(periods.frame(frame["period"]), on="period", maintain_order="left")


def figure(
    observations: pl.DataFrame, period: str, aggregation_kind: str, *, multiplier: float = 1.0, parts: int = 1
) -> dict:
    """The figure of a period, made of parts of so many months."""
    row = ("HOU15", "LKH", "", period, aggregation_kind, multiplier, parts)
    wanted = pl.DataFrame([row], schema=aggregation.WANTED, orient="row")
    return aggregation.figures(observations, wanted).row(0, named=True)


def percentage(observations: pl.DataFrame, period: str, **how) -> dict:
    """A percentage, as the sum of numerators over the sum of denominators."""
    return figure(observations, period, "ratio_of_sums", multiplier=100.0, **how)


def _read(text: str) -> tuple[str | None, str | None, str | None, str, str]:
    found = FIGURE.fullmatch(text)
    if not found:
        return None, None, None, "missing", text
    numerator, denominator, value = (number and number.replace(",", "") for number in found.groups()[:3])
    return numerator, denominator, value, STATUSES[found[4] or ""], ""
