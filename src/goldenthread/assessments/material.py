"""Material: everything one report's verdicts are computed from, gathered once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from goldenthread.assessments import queries
from goldenthread.assessments.models import Forecast
from goldenthread.indicators import queries as indicators
from goldenthread.methods import periods
from goldenthread.methods.periods import Period
from goldenthread.methods.rating import Scheme
from goldenthread.observations import ledger

HEADLINE = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What was so on a day, as known at a moment: definitions, targets, schemes, figures and forecasts.

    `year_end` is the last day of the financial year of the report, `year_end_targets` those that will be in
    force on it as far as known at the moment.
    """

    report: Period
    area: str
    definitions: pl.DataFrame
    targets: pl.DataFrame
    previous_targets: pl.DataFrame
    year_end: date
    year_end_targets: pl.DataFrame
    forecasts: Mapping[str, Forecast]
    schemes: Mapping[str, Scheme]
    observations: pl.DataFrame


def gather(
    *,
    report_period: str,
    position_date: date,
    known_at: datetime,
    area: str,
    only: Collection[str] | None = None,
) -> Material:
    """The material of one report on one area; `only` keeps some indicators (all in force otherwise).

    Figures are those of periods that had ended by the position date, as known at the moment; of the area and
    of the comparators that the definitions name.
    """
    definitions = indicators.definitions(on=position_date, known_at=known_at)
    if only is not None:
        definitions = definitions.filter(pl.col("indicator").is_in(list(only)))
    peers = definitions["comparator"].drop_nulls().unique().to_list()
    report = periods.parse(report_period)
    year_end = periods.containing(report.end, "year").end
    return Material(
        report=report,
        area=area,
        definitions=definitions,
        targets=indicators.targets(on=position_date, known_at=known_at),
        previous_targets=indicators.previous_targets(on=position_date, known_at=known_at),
        year_end=year_end,
        year_end_targets=indicators.targets(on=year_end, known_at=known_at),
        forecasts=queries.forecasts(period=report_period, on=position_date, known_at=known_at),
        schemes=indicators.schemes(on=position_date, known_at=known_at),
        observations=ledger.series(
            known_at=known_at,
            indicators=definitions["indicator"].to_list(),
            areas=[area, *(peer for peer in peers if peer)],
            breakdowns=[HEADLINE],
            until=position_date,
        ),
    )
