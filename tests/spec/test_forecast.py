"""Forecast: where will the year end?

By September, 318,400 people had visited the libraries. How many will it be by March? A forecast says what is
to be expected if this year goes as past years went: of what will really happen it knows nothing. So it always
says by which method it was made and why, how far that method would have been out before, and what the owner
expects, who knows of the new library. It is always shown together with the rating now.

The figure that is expected is the one that the target of the year's end is set for: the count of the whole
year for what is counted since April, the last quarter of what is measured by the quarter, 31 March of what is
counted on a day.

Sources: the interval from a method's own past errors, W. H. Williams and M. L. Goodman, "A simple method for
the construction of empirical confidence limits for economic forecasts" (Journal of the American Statistical
Association 66, 1971); C. Chatfield, "Calculating interval forecasts" (Journal of Business and Economic
Statistics 11, 1993); which of the errors is taken, and the chance that goes with it, as in split conformal
prediction: J. Lei and others, "Distribution-free predictive inference for regression" (Journal of the
American Statistical Association 113, 2018); errors in per cent, and what is wrong with them, R. J. Hyndman
and A. B. Koehler (International Journal of Forecasting 22, 2006).
"""

import inspect
from datetime import date

import polars as pl

from goldenthread.methods import forecast, periods
from goldenthread.methods.forecast import points, ratings, scores, told
from goldenthread.methods.rounding import half_up
from tests.spec.figures import SCHEMES
from tests.spec.worked import examples

THIS = 2023


def by(month, **years):
    """Figures at a month of each year and at its end, from "40 of 100" or, of this year, "60"."""
    rows = []
    for name, cell in years.items():
        if cell is not None:
            now, _, end = str(cell).partition(" of ")
            year = THIS - int(name.removeprefix("back"))
            rows += [{"year": year, "month": month, "value": float(now)}]
            rows += [{"year": year, "month": 12, "value": float(end)}] if end else []
    return pl.DataFrame(rows)


def made(figures, **how):
    asked = {"year": THIS, "until": 11, "shape": "to_date", **how}
    return forecast.expected(figures, pl.DataFrame([asked])).row(0, named=True)


def shown(number, decimals=1):
    return None if number is None else f"{half_up(number, decimals):.{decimals}f}"


@examples("""
| three_years_ago | two_years_ago | last_year | this_year | expected | method        |
|-----------------|---------------|-----------|-----------|----------|---------------|
| 45 of 100       | 60 of 120     | 44 of 80  | 60        | 120.0    | profile       |
|                 | 60 of 120     | 44 of 80  | 60        | 114.3    | profile       |
|                 |               | 44 of 80  | 60        | 109.1    | last_year     |
|                 | 60 of 120     |           | 60        | 120.0    | straight_line |
|                 |               |           | 60        | 120.0    | straight_line |
| 45 of 100       | 60 of 120     | 0 of 0    | 60        | 126.3    | profile       |
""")
def test_what_builds_up_over_the_year(three_years_ago, two_years_ago, last_year, this_year, expected, method):
    """By September past years had reached 45, 50 and 55% of their outturn, 50% on average. The figure of this
    September is divided by that share. With fewer than two past years to learn from, last year's share alone
    is taken; without last year, the share of the year that has gone, six months of twelve. A year of nothing
    has no shares and is left out."""
    row = made(by(6, back3=three_years_ago, back2=two_years_ago, back1=last_year, back0=this_year))
    assert (shown(row["expected"]), row["method"]) == (shown(expected), method)


@examples("""
| two_years_ago | last_year  | this_september | expected | method        |
|---------------|------------|----------------|----------|---------------|
| 900 of 940    | 960 of 980 | 1164           | 1194.0   | profile       |
|               | 960 of 980 | 1164           | 1184.0   | last_year     |
|               |            | 1164           | 1164.0   | straight_line |
""")
def test_what_stands_at_a_level(two_years_ago, last_year, this_september, expected, method):
    """Households in temporary accommodation, a quarter's percentage, twelve months to date do not build
    up. Between September and March they rose by 40 and by 20 in past years, 30 on average, which is added.
    The straight line of a level is level."""
    row = made(by(6, back2=two_years_ago, back1=last_year, back0=this_september), shape="level")
    assert (shown(row["expected"]), row["method"]) == (shown(expected), method)


@examples("""
| agency_last_year | pay_last_year | agency_now | pay_now | expected |
|------------------|---------------|------------|---------|----------|
| 5 of 12          | 50 of 100     | 7          | 50      | 16.8     |
| 6 of 12          | 50 of 100     | 7          | 50      | 14.0     |
""")
def test_a_rate_to_date(agency_last_year, pay_last_year, agency_now, pay_now, expected):
    """The share of pay that went to agencies since April is agency spend over the pay bill. Each of the two
    is carried to March by its own share of past years, and the one divided by the other: percentages are
    never averaged or carried themselves."""
    (top_now, top_end), (below_now, below_end) = (
        map(float, each.split(" of ")) for each in (agency_last_year, pay_last_year)
    )
    figures = pl.DataFrame(
        [
            {"year": 2022, "month": 6, "numerator": top_now, "denominator": below_now},
            {"year": 2022, "month": 12, "numerator": top_end, "denominator": below_end},
            {
                "year": THIS,
                "month": 6,
                "numerator": float(agency_now),
                "denominator": float(pay_now),
            },
        ]
    ).with_columns(value=100 * pl.col("numerator") / pl.col("denominator"))
    assert shown(made(figures, multiplier=100)["expected"]) == shown(expected)


@examples("""
| people    | counted_by_june | of   | expected |
|-----------|-----------------|------|----------|
| stands    | 5               | 1000 | 20.0     |
| adds_up   | 5               | 1000 | 5.0      |
| not known | 5               | 1000 | none     |
""")
def test_what_a_rate_is_held_against(people, counted_by_june, of, expected):
    """A straight line must know whether the denominator grows with the year (cases, pay) or stands
    (people, homes). Where it is not known from how the measure is added up, the latest past year tells:
    a denominator that was nearer to whole than to growing evenly stands. Without one there is no forecast."""
    top, below = float(counted_by_june), float(of)
    figure = {"value": 1000 * top / below, "numerator": top, "denominator": below}
    how = {"multiplier": 1000, "denominator_is": "" if people == "not known" else people}
    row = made(pl.DataFrame([{"year": THIS, "month": 3, **figure}]), **how)
    assert (shown(row["expected"]) or "none") == expected
    assert row["why"] == ("denominator_unknown" if expected == "none" else "")


@examples("""
| september | october | made_from | expected |
|-----------|---------|-----------|----------|
| 60        | 70      | October   | 116.7    |
| 60        |         | September | 120.0    |
|           | 70      | October   | 116.7    |
""")
def test_missing_months(september, october, made_from, expected):
    """The forecast is made from the latest whole figure of the year, and says so: a missing month is never
    zero, and a year to date that lacks one is not whole. Past years are looked at in that same month. Last
    year had reached 50% in September and 60% in October."""
    past = [
        {"year": 2022, "month": month, "value": value} for month, value in ((6, 50.0), (7, 60.0), (12, 100.0))
    ]
    now = [
        {"year": THIS, "month": month, "value": None if value is None else float(value)}
        for month, value in ((6, september), (7, october))
    ]
    row = made(pl.DataFrame(past + now))
    assert (row["month"], shown(row["expected"])) == (
        {"September": 6, "October": 7}[made_from],
        shown(expected),
    )


def test_a_complete_year():
    """Once the last figure is known there is nothing left to expect: the forecast is the outturn."""
    past = by(6, back2="40 of 100", back1="50 of 100", back0="60")
    row = made(pl.concat([past, by(12, back0="104")]), until=12)
    assert (row["expected"], row["expected_lower"], row["method"]) == (104, None, "outturn")


FIVE_YEARS = {"back5": "40 of 100", "back4": "60 of 100", "back3": "50 of 110", "back2": "51 of 100"}
FIVE_YEARS["back1"] = "48 of 98"


@examples("""
| year    | by_september | outturn | mean_share_before | expected_then | out_by |
|---------|--------------|---------|-------------------|---------------|--------|
| 2018-19 | 40           | 100     |                   |               |        |
| 2019-20 | 60           | 100     |                   |               |        |
| 2020-21 | 50           | 110     | 50.0%             | 100.0         | 10.0%  |
| 2021-22 | 51           | 100     | 48.5%             | 105.2         | 4.9%   |
| 2022-23 | 48           | 98      | 49.1%             | 97.7          | 0.3%   |
""")
def test_errors_of_past_years(year, by_september, outturn, mean_share_before, expected_then, out_by):
    """How sure is it? The same method is made to forecast each past year from the years before that one
    alone, and held against what came. The first two years have too few before them: a profile takes two."""
    begins = int(year[:4])
    assert FIVE_YEARS[f"back{THIS - begins}"] == f"{by_september} of {outturn}"
    row = made(by(6, **FIVE_YEARS), year=begins, until=6)
    if row["method"] != "profile":
        assert (mean_share_before, expected_then, out_by) == (None, None, None)
    else:
        out = abs(float(outturn) - row["expected"]) / row["expected"]
        got = (f"{row['share']:.1%}", shown(row["expected"]), f"{out:.1%}")
        assert got == (mean_share_before, expected_then, out_by)


@examples("""
| past_years_known | expected | interval       | chance | errors |
|------------------|----------|----------------|--------|--------|
| 5                | 122.2    | 110.0 to 134.5 | 75%    | 3      |
| 4                | 116.8    |                |        | 2      |
""")
def test_the_interval(past_years_known, expected, interval, chance, errors):
    """The largest of the three errors, 10.0%, is how far out this year's forecast is allowed to be. If this
    year is like any of those, a fourth error is no larger than the largest of three in three of four cases:
    that is the chance said beside it, and in made-up series of like years it comes true to within
    three in a hundred. With more errors the chance comes nearer to the 80% aimed at: of nine
    errors the eighth is taken. With fewer than three there is no interval, and it is said why. Errors of a
    level are told in its unit, others as a share."""
    known = dict(list(FIVE_YEARS.items())[5 - int(past_years_known) :])
    row = made(by(6, **known, back0=60))
    ends = " to ".join(filter(None, (shown(row[name]) for name in ("expected_lower", "expected_upper"))))
    sure = row["coverage"] and f"{row['coverage']:.0%}"
    assert (shown(row["expected"]), ends or None, sure, row["errors"]) == (
        shown(expected), interval, chance, int(errors),
    )  # fmt: skip


@examples("""
| measured_as_now_since | years_used | expected | method        |
|-----------------------|------------|----------|---------------|
| always                | 3          | 133.3    | profile       |
| April 2021            | 2          | 120.0    | profile       |
| April 2022            | 1          | 120.0    | last_year     |
| April 2023            | 0          | 120.0    | straight_line |
""")
def test_measured_differently(measured_as_now_since, years_used, expected, method):
    """Years that were measured in another way show nothing of this one. They are left out and counted."""
    since = int(measured_as_now_since[-4:]) if measured_as_now_since != "always" else 0
    past = by(6, back3="35 of 100", back2="50 of 100", back1="50 of 100", back0=60)
    row = made(past.with_columns(definition=(pl.col("year") >= since).cast(pl.Int64)))
    assert (row["years_used"], shown(row["expected"]), row["method"]) == (
        int(years_used),
        shown(expected),
        method,
    )


@examples("""
| basis      | added_up_by   | measured  | year_end           | why_none      |
|------------|---------------|-----------|--------------------|---------------|
| ytd        | sum           | monthly   | April to March     |               |
| quarter    | ratio_of_sums | monthly   | Q4                 |               |
| rolling_12 | rolling_ratio | monthly   | 12 months to March |               |
| snapshot   | latest        | quarterly | 31 March           |               |
| annual     | annual_only   | annual    | the year           | once_a_year   |
| years_3    | annual_only   | annual    | the three years    | several_years |
| forecast   | latest        | quarterly | 31 March           | is_forecast   |
""")
def test_what_is_forecast(basis, added_up_by, measured, year_end, why_none):
    """Each kind of measure has its figure of the year's end. Where nothing in the year tells of it, there is
    no forecast, with the reason: it is measured once a year, its figure covers several years, or it is itself
    a forecast."""
    definition = {
        "indicator": "A", "basis": basis, "calendar": "financial", "frequency": measured,
        "aggregation": added_up_by, "breaks": [],
    }  # fmt: skip
    frame = pl.DataFrame([definition], schema_overrides={"breaks": pl.List(pl.Date)})
    how, wanted = points.of(frame, periods.parse("2023-24-Q2"))
    ends = {
        "April to March": "ytd-2024-03", "Q4": "2023-24-Q4", "12 months to March": "r12-2024-03",
        "31 March": "at2024-03-31", "the year": "2023-24", "the three years": "2021-22..2023-24",
    }  # fmt: skip
    row = how.row(0, named=True)
    assert (row["year_end_period"], row["why"]) == (ends[year_end], why_none or "")
    assert wanted.is_empty() == bool(why_none)


@examples("""
| basis   | changed | forecast_in_september | first_used |
|---------|---------|-----------------------|------------|
| ytd     | April   | yes                   | April      |
| ytd     | July    | no                    |            |
| quarter | July    | yes                   | July       |
| quarter | January | no                    |            |
""")
def test_a_change_within_the_year(basis, changed, forecast_in_september, first_used):
    """Visits counted in a new way from July cannot be added to those of April to June: the figure of March
    would be a mixture, and there is no forecast. Of a level the figures since the change are looked at, and
    if there are none yet, there is no forecast either."""
    day = {"April": date(2023, 4, 1), "July": date(2023, 7, 1), "January": date(2024, 1, 1)}
    measure = {
        "indicator": "A", "basis": basis, "calendar": "financial", "frequency": "quarterly",
        "aggregation": "sum", "breaks": [day[changed]],
    }  # fmt: skip
    how, wanted = points.of(pl.DataFrame([measure]), periods.parse("2023-24-Q2"))
    assert how["why"].to_list() == ["" if forecast_in_september == "yes" else "break"]
    this_year = wanted.filter((pl.col("year") == 2024) & (pl.col("month") <= 6) & ~pl.col("is_mixed"))
    if forecast_in_september == "yes":
        assert periods.parse(this_year["period"][0]).start == day[first_used]


@examples("""
| now | rating_now | expected | target_in_march | amber_to | expected_rating | the_owner_expects | rated |
|-----|------------|----------|-----------------|----------|-----------------|-------------------|-------|
| 62  | red        | 138      | 180             | 162      | red             | 171               | amber |
| 91  | green      | 181      | 180             | 162      | green           |                   |       |
| 91  | green      | 170      | 180             | 162      | amber           | 185               | green |
""")
def test_the_rating(
    now, rating_now, expected, target_in_march, amber_to, expected_rating, the_owner_expects, rated
):
    """What is expected is rated as the figure of March will be: by the measure's own scheme, against the
    target of the year's end. The rating now stands beside it, always, and the owner's forecast with its own.
    A scheme that looks at more than figure and target (a neighbour, a trend) rates no forecast."""
    row = ratings.rate(
        pl.DataFrame(
            [
                {
                    "value": float(now), "rating": rating_now, "expected": float(expected),
                    "target": float(target_in_march), "amber": float(amber_to), "polarity": "higher",
                    "scheme": "standard", "target_reason": "",
                    "forecast": None if the_owner_expects is None else float(the_owner_expects),
                }
            ],
            schema_overrides={"forecast": pl.Float64},
        ),
        SCHEMES,
    ).row(0, named=True)  # fmt: skip
    assert (row["rating"], row["expected_rating"], row["forecast_rating"]) == (
        rating_now, expected_rating, rated,
    )  # fmt: skip


def test_how_it_is_told():
    """Every forecast explains itself, from the columns that it was computed with:

    > Now (Apr to Sep 2023): 60, amber.
    >
    > Expected at the year's end (Apr 2023 to Mar 2024): 122, green (at an end of its interval red).
    >
    > How: the profile of past years; two past years or more show how the year goes.
    >
    > By this time the 5 past years had reached 49.1% of the outturn on average.
    >
    > Interval: 110 to 134. In all 3 past years in which it can be tried, the same method was out by no more
    > than 10.0% of what it said; if this year is like them, the chance is about 75%.
    >
    > The owner (Head of Regeneration) expects 115, amber: two sites are late.
    """
    figures = by(6, **FIVE_YEARS)
    row = made(pl.concat([figures, by(6, back0=60)]), until=6)
    row |= {
        "unit": "count", "decimals": 0, "value": 60.0, "period": "ytd-2023-09", "rating": "amber",
        "year_end_period": "ytd-2024-03", "expected_rating": "green", "lower_rating": "red",
        "upper_rating": "green", "forecast": 115.0, "forecast_rating": "amber",
        "forecast_basis": "two sites are late", "forecast_author": "Head of Regeneration",
    }  # fmt: skip
    quoted = inspect.getdoc(test_how_it_is_told) or ""
    paragraphs = quoted.split("\n\n", 1)[1].replace("> ", "").split("\n>\n")
    assert told.receipt(row) == [" ".join(each.split("\n")).strip() for each in paragraphs]


@examples("""
| forecasts | mean_error | bias  | inside | said            |
|-----------|------------|-------|--------|-----------------|
| 4         | 10.0%      | +5.0% | 1 of 3 | too few to tell |
| 5         | 8.0%       | +4.0% | 1 of 3 |                 |
""")
def test_scores(forecasts, mean_error, bias, inside, said):
    """Forecasts are kept, and held against what came, by service and never by person. The mean error, and the
    mean error with its sign (the bias), are told in per cent of what came, so that homes and percentages can
    stand together, with how many outturns lay inside their interval. Here 110, 90, 120, 100 and 100 were
    expected, each time 100 came, and three forecasts had an interval. With fewer than five forecasts skill
    cannot be told from luck, and that is said."""
    count = int(forecasts)
    frame = pl.DataFrame(
        {
            "service": ["Housing"] * count,
            "made_by": ["profile"] * count,
            "expected": [110.0, 90.0, 120.0, 100.0, 100.0][:count],
            "outturn": [100.0] * count,
            "expected_lower": [100.0, 80.0, 110.0, None, None][:count],
            "expected_upper": [120.0, 95.0, 130.0, None, None][:count],
        },
        schema_overrides={"expected_lower": pl.Float64, "expected_upper": pl.Float64},
    )
    row = scores.by_service(frame).row(0, named=True)
    got = (f"{row['absolute_error']:.1f}%", f"{row['bias']:+.1f}%")
    within = f"{row['inside'] * row['with_interval']:.0f} of {row['with_interval']}"
    assert (*got, within, row["is_few"]) == (mean_error, bias, inside, said is not None)
