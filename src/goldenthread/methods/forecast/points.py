"""Forecast points: which figures of which years a forecast looks at, by how each indicator is measured."""

from typing import Final

import polars as pl

from goldenthread.methods import periods
from goldenthread.methods.forecast.reading import MONTHS
from goldenthread.methods.periods import Period

YEARS_BACK: Final = 10
ONCE_A_YEAR: Final = ("annual", "academic_year")
NEEDED: Final = ("indicator", "basis", "calendar", "frequency", "aggregation", "breaks")
WAY: Final = ("basis", "calendar", "frequency", "aggregation")
EVERY: Final = {"monthly": 1, "quarterly": 3, "thirds": 4}
# Of a figure to date: whether what it is held against grows with the year. Else as past years tell.
DENOMINATOR_IS: Final = {"sum": "stands", "ratio_of_sums": "adds_up"}

SERIES: Final = pl.Schema(
    {
        **dict.fromkeys(WAY, pl.String),
        "year": pl.Int64,
        "until": pl.Int64,
        "end": pl.Int64,
        "shape": pl.String,
        "denominator_is": pl.String,
        "why": pl.String,
        "year_end_period": pl.String,
    }
)
POINTS: Final = pl.Schema(
    {
        **dict.fromkeys(WAY, pl.String),
        "year": pl.Int64,
        "month": pl.Int64,
        "period": pl.String,
        "start": pl.Date,
        "last_day": pl.Date,
    }
)

Way = tuple[str, str, str, str]


def of(definitions: pl.DataFrame, report: Period) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What a report's forecasts are asked of: one row an indicator, and one row for each figure wanted.

    The first is `how` of `forecast.expected`, with `year_end_period`, the one of its basis that ends last in
    the financial year of the report, and `why` (`words.WHY`) where there can be no forecast. The second has
    indicator, `year`, `month`, `period` of this year and `YEARS_BACK` before, `definition` (how many `breaks`
    lie before its end) and `is_mixed` (a break lies within it, or between it and this year's end): such a
    figure is not to be used.
    """
    ways: list[Way] = definitions.select(WAY).unique(maintain_order=True).rows()
    series = pl.DataFrame([_series(way, report) for way in ways], schema=SERIES, orient="row")
    rows = [row for way in ways if not _why_never(way) for row in _points(way, report)]
    points = pl.DataFrame(rows, schema=POINTS, orient="row")
    about = definitions.select(NEEDED).with_columns(pl.col("breaks").cast(pl.List(pl.Date)))
    how = about.join(series, on=WAY, how="left", maintain_order="left")
    wanted = _with_definition(about.join(points, on=WAY, how="inner", maintain_order="left_right"))
    return _refuse_broken(how, wanted), wanted.drop(*WAY, "breaks", "start", "last_day")


def _series(way: Way, report: Period) -> tuple[object, ...]:
    """What is asked of the indicators measured in one way (a row of `SERIES`)."""
    basis, _, _, aggregation = way
    last = _last(way, report)
    shape, end = ("to_date", min(last.length, MONTHS)) if basis == "ytd" else ("level", MONTHS)
    until = max((_month(way, period, last) for period in _of_this_year(way, report)), default=1)
    denominator = DENOMINATOR_IS.get(aggregation, "")
    return (*way, last.end.year, until, end, shape, denominator, _why_never(way), last.code)


def _why_never(way: Way) -> str:
    basis, _, frequency, aggregation = way
    if basis == "forecast":
        return "is_forecast"
    if basis.startswith("years"):
        return "several_years"
    is_once = basis in ONCE_A_YEAR or frequency == "annual" or aggregation == "annual_only"
    return "once_a_year" if is_once else ""


def _last(way: Way, report: Period) -> Period:
    """The period of that basis that ends last in the financial year of the report."""
    basis, calendar, _, _ = way
    march = periods.containing(periods.containing(report.end, "year").end, "month")
    return periods.rated_period(march, basis, calendar=calendar)


def _points(way: Way, report: Period) -> list[tuple[object, ...]]:
    """The periods of each year that end by this report's, and the last."""
    last = _last(way, report)
    rows: list[tuple[object, ...]] = []
    for period in sorted({*_of_this_year(way, report), last}):
        month = _month(way, period, last)
        for back in range(YEARS_BACK + 1):
            then = period if back == 0 else _earlier(period, back)
            rows.append((*way, last.end.year - back, month, then.code, then.start, then.end))
    return rows


def _month(way: Way, period: Period, last: Period) -> int:
    """How many months of its year a period covers, or at the end of which it stands."""
    return period.length if way[0] == "ytd" else MONTHS - (last.last - period.last)


def _of_this_year(way: Way, report: Period) -> list[Period]:
    basis, calendar, frequency, _ = way
    last = _last(way, report)
    year = periods.containing(report.end, "year")
    step = 1 if calendar == "academic" else EVERY.get(frequency, 1)
    months = [periods.parse(code) for code in periods.months(year)]
    ended = [
        periods.rated_period(month, basis, calendar=calendar)
        for place, month in enumerate(months, 1)
        if place % step == 0 and month.last <= report.last
    ]
    if basis == "ytd":
        return [period for period in ended if period.start == last.start]
    return [period for period in ended if period.last > last.last - MONTHS]


def _earlier(period: Period, years: int) -> Period:
    for _ in range(years):
        period = periods.like(period)
    return period


def _with_definition(wanted: pl.DataFrame) -> pl.DataFrame:
    """How often the measure had changed by the end of each period; whether it is mixed (see `of`)."""
    numbered = wanted.with_row_index("_row")
    broken = numbered.select("_row", "start", "last_day", "breaks").explode("breaks").drop_nulls("breaks")
    counted = broken.group_by("_row").agg(
        definition=(pl.col("breaks") <= pl.col("last_day")).sum().cast(pl.Int64),
        _within=((pl.col("breaks") > pl.col("start")) & (pl.col("breaks") <= pl.col("last_day"))).any(),
    )
    joined = numbered.join(counted, on="_row", how="left", maintain_order="left").with_columns(
        pl.col("definition").fill_null(0), pl.col("_within").fill_null(value=False)
    )
    this_year = pl.col("year") == pl.col("year").max().over("indicator")
    at_end = pl.col("definition").filter(this_year).max().over("indicator")
    is_mixed = pl.col("_within") | (this_year & (pl.col("definition") != at_end))
    return joined.with_columns(is_mixed=is_mixed).drop("_row", "_within")


def _refuse_broken(how: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """No forecast where the figure of the year's end would be mixed, or none of this year's is like it."""
    this_year = wanted.join(how.select("indicator", "year", "until", "end"), on=["indicator", "year"])
    is_end = pl.col("month") == pl.col("end")
    broken = this_year.group_by("indicator").agg(
        end=(pl.col("is_mixed") & is_end).any(),
        all=pl.col("is_mixed").filter(pl.col("month") <= pl.col("until")).all(),
        some=(pl.col("month") <= pl.col("until")).any(),
    )
    found = broken.filter(pl.col("end") | (pl.col("all") & pl.col("some")))["indicator"]
    is_broken = (pl.col("why") == "") & pl.col("indicator").is_in(found.implode())
    return how.with_columns(why=pl.when(is_broken).then(pl.lit("break")).otherwise("why")).drop("breaks")
