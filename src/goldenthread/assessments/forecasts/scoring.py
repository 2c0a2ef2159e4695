"""Scoring: kept forecasts and the owners' own, held against what the year's end brought, by service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from goldenthread.assessments import history, material
from goldenthread.assessments.forecasts import keeping
from goldenthread.assessments.models import Forecast
from goldenthread.audit import versions
from goldenthread.indicators import queries as indicators
from goldenthread.methods import periods
from goldenthread.methods.forecast import points, scores

MADE = pl.Schema(
    {
        "indicator": pl.String,
        "service": pl.String,
        "made_by": pl.String,
        "report": pl.String,
        "period": pl.String,
        "expected": pl.Float64,
        "expected_lower": pl.Float64,
        "expected_upper": pl.Float64,
        "known_from": pl.Date,
    }
)
OWNER = "owner"
OUTTURN = pl.Schema(
    {
        "indicator": pl.String(),
        "period": pl.String(),
        "outturn": pl.Float64(),
        "breaks": pl.List(pl.Date()),
    }
)


@dataclass(frozen=True, slots=True)
class Scored:
    """`services` as `scores.by_service` gives them; `forecasts` one by one, with their `outturn`.

    Not scored: `to_come` (the year's last figure is not known), `broken` (measured differently since). Made
    `in_hindsight`: after the year's end.
    """

    services: pl.DataFrame
    forecasts: pl.DataFrame
    to_come: int
    broken: int
    in_hindsight: int


def scored(*, known_at: datetime, area: str) -> Scored:
    """Every forecast kept or made by a moment, held against the figure of the year's end as known then."""
    rows = _beside_outturns(pl.concat([_computed(known_at), _owners(known_at)]), known_at, area)
    has_come = pl.col("outturn").is_not_null()
    known = rows.filter(has_come & ~pl.col("is_broken"))
    return Scored(
        services=scores.by_service(known),
        forecasts=known.select(*MADE.names(), "outturn").sort("indicator", "report", "made_by"),
        to_come=rows.filter(~has_come).height,
        broken=rows.filter(has_come & pl.col("is_broken")).height,
        in_hindsight=known.filter(pl.col("known_from") > pl.col("end")).height,
    )


def _beside_outturns(made: pl.DataFrame, known_at: datetime, area: str) -> pl.DataFrame:
    """Each forecast with its `outturn` if it has come, the `end` of the year, and whether it `is_broken`.

    Broken is what was measured differently from a day between the report and the year's end.
    """
    ends = periods.frame(made["period"]).select("period", "end")
    reported = periods.frame(made["report"]).select(report="period", reported="end")
    dated = made.join(ends, on="period", how="left", maintain_order="left").join(
        reported, on="report", how="left", maintain_order="left"
    )
    outturns = _outturns(dated, known_at, area)
    found = dated.join(outturns, on=["indicator", "period"], how="left", maintain_order="left")
    numbered = found.with_row_index("_row")
    crossed = (
        numbered.select("_row", "reported", "end", "breaks")
        .explode("breaks")
        .filter((pl.col("breaks") > pl.col("reported")) & (pl.col("breaks") <= pl.col("end")))
    )
    return numbered.with_columns(is_broken=pl.col("_row").is_in(crossed["_row"].implode())).drop("_row")


def _computed(known_at: datetime) -> pl.DataFrame:
    rows = [
        (
            each.indicator,
            each.unit_code,
            each.method,
            each.period,
            each.year_end_period,
            float(each.value),
            _number(each.lower),
            _number(each.upper),
            each.known_from.date(),
        )
        for each in keeping.kept(known_at=known_at)
    ]
    return pl.DataFrame(rows, schema=MADE, orient="row")


def _owners(known_at: datetime) -> pl.DataFrame:
    """The owners' forecasts, by the service that answered for the indicator; the owner is not named."""
    made = versions.in_force(Forecast, known_at.date(), known_at)
    rows = []
    for report in dict.fromkeys(each.period for each in made):
        asked = periods.parse(report)
        definitions = indicators.definitions(on=asked.end, known_at=known_at)
        how, _ = points.of(definitions, asked)
        last = dict(how.select("indicator", "year_end_period").iter_rows())
        service = dict(definitions.select("indicator", "unit_code").iter_rows())
        rows += [
            (
                each.indicator,
                service[each.indicator] or "",
                OWNER,
                report,
                last[each.indicator],
                float(each.value),
                None,
                None,
                each.known_from.date(),
            )
            for each in made
            if each.period == report and each.indicator in last
        ]
    return pl.DataFrame(rows, schema=MADE, orient="row")


def _outturns(dated: pl.DataFrame, known_at: datetime, area: str) -> pl.DataFrame:
    """The whole figures of the year's ends that have come, with the days on which the measure changed."""
    steps = dated.select("indicator", "period", "reported").unique(maintain_order=True)
    years = [periods.containing(day, "year").end for day in steps["reported"].unique().sort()]
    found = [_of_year(end, steps, known_at, area) for end in dict.fromkeys(years) if end <= known_at.date()]
    return pl.concat([pl.DataFrame(schema=OUTTURN), *found])


def _of_year(end: date, steps: pl.DataFrame, known_at: datetime, area: str) -> pl.DataFrame:
    report = periods.containing(end, "quarter")
    gathered = material.gather(
        report_period=report.code,
        position_date=end,
        known_at=known_at,
        area=area,
        only=steps["indicator"].unique().to_list(),
    )
    first = periods.containing(end, "year").start
    asked = steps.filter(pl.col("reported").is_between(first, end)).select("indicator", "period").unique()
    known = gathered.definitions.select("indicator", "breaks")
    added_up = history.added_up(gathered, asked.join(known, on="indicator", how="semi"), area)
    whole = added_up.filter(pl.col("value").is_not_null() & (pl.col("coverage") == "") & ~pl.col("is_short"))
    return (
        whole.join(known, on="indicator", how="left", maintain_order="left")
        .select("indicator", "period", outturn="value", breaks=pl.col("breaks").cast(pl.List(pl.Date)))
        .sort("indicator", "period")
    )


def _number(text: str) -> float | None:
    return float(text) if text else None
