"""The content of a form: its lines, each with what was last reported and what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from goldenthread.collection.return_forms.asked import Definition, periods_asked
from goldenthread.methods import periods
from goldenthread.methods.periods.codes import Period
from goldenthread.methods.rounding import printed

USUAL_OF = 8


@dataclass(frozen=True)
class Line:
    """One figure that is asked for."""

    indicator: str
    name: str
    period: Period
    unit: str
    definition: str
    numerator_label: str
    denominator_label: str
    latest: str
    year_ago: str
    expected: str


@dataclass(frozen=True)
class Form:
    """A service's form for one report period."""

    council: str
    notice: str
    unit: str
    service: str
    period: Period
    due: str
    known: str
    lines: tuple[Line, ...]


def lines(definitions: pl.DataFrame, known: pl.DataFrame, report: Period) -> tuple[Line, ...]:
    """The lines of a form: every indicator for each period that is asked about.

    `known` are the council-wide figures of the ledger for these indicators.
    """
    return tuple(line for row in definitions.iter_rows(named=True) for line in _lines(row, known, report))


def _lines(row: dict[str, object], known: pl.DataFrame, report: Period) -> Iterator[Line]:
    figures = _figures(row, known)
    for period in periods_asked(_definition(row), report, _kept_as(figures)):
        like = figures.filter(pl.col("kind") == period.kind)
        before = like.filter(pl.col("end") < period.end)
        yield Line(
            indicator=str(row["indicator"]),
            name=str(row["name"]),
            period=period,
            unit=str(row["unit"]),
            definition=str(row["definition"]),
            numerator_label=str(row["numerator_label"]),
            denominator_label=str(row["denominator_label"]),
            latest=_latest(before),
            year_ago=_said(like.filter(pl.col("period") == periods.like(period).code)),
            expected=_expected(row, before),
        )


def _figures(row: dict[str, object], known: pl.DataFrame) -> pl.DataFrame:
    """The indicator's figures in time, a share worked out from its parts and printed as it is on a page."""
    share = pl.col("numerator") / pl.col("denominator") * float(str(row["multiplier"]))
    figures = known.filter(pl.col("indicator") == row["indicator"]).sort("end")
    figures = figures.with_columns(pl.coalesce("value", share).alias("value"))
    decimals = int(str(row["decimals"]))
    shown = [None if value is None else printed(value, decimals) for value in figures["value"]]
    return figures.with_columns(pl.Series("shown", shown, dtype=pl.String))


def _definition(row: dict[str, object]) -> Definition:
    due = row["due"]
    return Definition(
        frequency=str(row["frequency"]),
        basis=str(row["basis"]),
        calendar=str(row["calendar"]),
        aggregation=str(row["aggregation"]),
        arrears_months=int(str(row["arrears_months"])),
        due=tuple(due) if isinstance(due, list) else (),
    )


def _kept_as(figures: pl.DataFrame) -> str:
    """The kind of period of the latest figure."""
    return str(figures["kind"][-1]) if figures.height else ""


def _latest(before: pl.DataFrame) -> str:
    if before.is_empty():
        return ""
    return f"{_said(before.tail(1))}, {periods.label(periods.parse(before['period'][-1]))}"


def _said(one: pl.DataFrame) -> str:
    """A figure in words: "91.3 (512 of 561)", "awaited"."""
    if one.is_empty():
        return ""
    row = one.row(0, named=True)
    if row["status"] == "missing":
        return str(row["reason"]).replace("_", " ")
    if row["numerator_exact"] is None:
        return str(row["shown"])
    of = "" if row["denominator_exact"] is None else f" of {row['denominator_exact']}"
    parts = f"{row['numerator_exact']}{of}"
    return parts if row["shown"] is None else f"{row['shown']} ({parts})"


def _expected(row: dict[str, object], before: pl.DataFrame) -> str:
    """The range of the definition, and the range of the latest figures."""
    low, high = row["plausible_low"], row["plausible_high"]
    said = [f"{word} {bound:g}" for word, bound in (("from", low), ("to", high)) if isinstance(bound, float)]
    latest: list[float] = before["value"].drop_nulls().tail(USUAL_OF).to_list()
    if len(latest) >= USUAL_OF // 2:
        ends = (printed(end, int(str(row["decimals"]))) for end in (min(latest), max(latest)))
        said.append(f"(latest {len(latest)}: {' to '.join(ends)})")
    return " ".join(said)
