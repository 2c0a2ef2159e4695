"""Trend tests: has it moved, or only wavered?

A figure is seldom exactly what it was. Held against one earlier period nearly everything is "up" or
"down". A test over several years says "steady" unless chance alone would hardly have drawn such a line, so
that most measures are steady and those that are not deserve to be read. There are four ways to tell a
trend, and the way is named beside every trend that is told:

- *change on the period before* and *change on the like period a year earlier* compare two figures; their
  rules are on the page on trend.
- *regression over the charted window*: a straight line through all points of the chart. It is the practice
  of Kent County Council's quarterly performance report, where of 39 measures 29 were stable. Rules: least
  squares, and the 95% interval of the slope by Student's t, as in any textbook. *Regression within
  seasons* is the same for measures with seasons.
- *recent trend (DHSC)*: the test of the Department of Health and Social Care over the latest five years,
  by their confidence intervals. Rules: "Fingertips trend markers" in the public health technical guidance
  of the Office for Health Improvement and Disparities, as the program FingertipsNext works them out. All
  cases that come with that program are reproduced."""

from datetime import date

import polars as pl

from goldenthread.methods import trend_tests
from tests.spec.worked import examples

ANSCOMBE = "4.26 5.68 7.24 4.82 6.95 8.81 8.04 8.33 10.84 7.58 9.96"

WHY = {
    "too_few": "too few points",
    "no_interval": "a year has no interval",
    "no_width": "an interval of no width",
    "all_counted": "all were counted",
    "not_yearly": "not one figure a year",
    "overlaps": "figures overlap",
    "value_type": "not a proportion or rate",
    "neutral": "neither way is better",
    "range": "the range is best",
}


def numbers(text):
    return [None if word == "-" else float(word) for word in text.split()]


def charted(values, *, every=12, **about):
    """A row for each of the values, so many months apart from April 2004."""
    found = numbers(values)
    dates = [date(2004 + (3 + at * every) // 12, (3 + at * every) % 12 + 1, 1) for at in range(len(found))]
    rows = pl.DataFrame({"date": dates, "value": found}, schema_overrides={"value": pl.Float64})
    return rows.with_columns(
        **{name: pl.lit(value) for name, value in ({"polarity": "higher"} | about).items()}
    )


def regressed(values, **about):
    return trend_tests.regression(charted(values, **about)).row(0, named=True)


def told(row):
    """The trend, or the direction and why it is no trend, or why there is neither."""
    if row["trend"]:
        return row["trend"]
    return ", ".join(filter(None, [row["arrow"], WHY[row["why"]]]))


def two(number):
    return f"{number:.2f}"


@examples("""
| values                                                  | slope | slope_from | to   | said      |
|---------------------------------------------------------|-------|------------|------|-----------|
| 4.26 5.68 7.24 4.82 6.95 8.81 8.04 8.33 10.84 7.58 9.96 | 0.50  | 0.23       | 0.77 | improving |
""")
def test_a_line_and_how_sure_it_is(values, slope, slope_from, to, said):
    """The first of the four sets of F. J. Anscombe, "Graphs in Statistical Analysis" (The American
    Statistician 27, 1973), read as a figure a year. He prints the slope as 0.5 with a standard error of
    0.118; with eleven points Student's t is 2.262, and 0.5 ± 2.262 × 0.118 is 0.23 to 0.77. It leaves out
    zero: a trend."""
    found = regressed(values)
    got = [two(found[name]) for name in ("slope", "slope_lower", "slope_upper")]
    assert got == [slope, slope_from, to]
    assert (found["method"], told(found)) == ("regression over the charted window", said)


@examples("""
| values                  | polarity | slope_from | to    | said                          |
|-------------------------|----------|------------|-------|-------------------------------|
| 82 84 83 86 85 88 87 90 | higher   | 0.61       | 1.42  | improving                     |
| 82 84 83 86 85 88 87 90 | lower    | 0.61       | 1.42  | worsening                     |
| 82 84 83 86 85 88 87 90 | neutral  | 0.61       | 1.42  | up, neither way is better     |
| 82 84 83 86 85 88 87 90 | range    | 0.61       | 1.42  | up, the range is best         |
| 82 90 79 88 84 91 80 89 | higher   | -1.52      | 2.26  | steady                        |
| 82 82 82 82 82 82 82 82 | higher   | 0.00       | 0.00  | steady                        |
| 82 - 83 86 - 88 87 90   | higher   | 0.59       | 1.59  | improving                     |
| 82 84 83 86             | higher   |            |       | too few points                |
""")
def test_steady_unless_the_interval_leaves_out_zero(values, polarity, slope_from, to, said):
    """From 82 to 89 in eight years is no trend while the figure wavers by ten. A missing year is a gap in
    time: the line passes over it. Fewer than five points are not assessed."""
    found = regressed(values, polarity=polarity)
    ends = [None if found[name] is None else two(found[name]) for name in ("slope_lower", "slope_upper")]
    assert (*ends, told(found)) == (slope_from, to, said)


@examples("""
| quarters                                        | seasons | slope_from | to    | said           |
|-------------------------------------------------|---------|------------|-------|----------------|
| 20 40 60 30 22 42 62 32 24 44 64 34 26 46 66 36 | no      | -4.17      | 10.29 | steady         |
| 20 40 60 30 22 42 62 32 24 44 64 34 26 46 66 36 | yes     | 2.00       | 2.00  | improving      |
| 20 40 60 30 20 40 60                            | no      | -21.74     | 44.60 | steady         |
| 20 40 60 30 20 40 60                            | yes     |            |       | too few points |
""")
def test_seasons(quarters, seasons, slope_from, to, said):
    """Recycling rises every summer. Where a measure is marked as seasonal, each quarter (or month) is
    compared with the like ones of other years alone: one slope for all, each season at a height of its
    own. That finds the two points a year that the seasons would hide; and it takes a year more of figures,
    eight quarters.
    `goldenthread trends` takes months and quarters for seasonal once there are three years of them."""
    found = regressed(quarters, every=3, is_seasonal=seasons == "yes")
    ends = [None if found[name] is None else two(found[name]) for name in ("slope_lower", "slope_upper")]
    method = "regression within seasons" if seasons == "yes" else "regression over the charted window"
    assert (*ends, told(found), found["method"]) == (slope_from, to, said, method)


@examples("""
| aggregation   | said            |
|---------------|-----------------|
| sum           | improving       |
| cumulative    | figures overlap |
| rolling_ratio | figures overlap |
""")
def test_figures_that_hold_each_other(aggregation, said):
    """A year to date holds the month before it, a rolling year eleven twelfths of its neighbour. Such figures
    drift smoothly whatever happens, and every line looks sure. They have no test; the single periods
    beneath them have."""
    assert told(regressed(ANSCOMBE, aggregation=aggregation)) == said


def recent(values, half_widths, polarity="higher", **about):
    """The recent trend of those yearly figures, each so sure."""
    rows = charted(values, polarity=polarity, **about)
    half = pl.Series(numbers(half_widths))
    rows = rows.with_columns(interval_lower=pl.col("value") - half, interval_upper=pl.col("value") + half)
    return trend_tests.recent(rows).row(0, named=True)


@examples("""
| values         | plus_or_minus       | polarity | chi_squared | said                  |
|----------------|---------------------|----------|-------------|-----------------------|
| 60 61 62 63 64 | 1 1 1 1 1           | higher   | 38.42       | improving             |
| 60 61 62 63 64 | 1 1 1 1 1           | lower    | 38.42       | worsening             |
| 60 61 62 63 64 | 1 1 1 1 1           | neutral  | 38.42       | up, neither way is better |
| 60 61 62 63 64 | 2.1 2.1 2.1 2.1 2.1 | higher   | 8.71        | steady                |
| 60 61 62 63 64 | 2 2 2 2 2           | higher   | 9.60        | improving             |
""")
def test_five_years_by_their_intervals(values, plus_or_minus, polarity, chi_squared, said):
    """A line through the latest five years, in which a year counts for more the narrower its interval is. The
    slope is held against its own standard error, squared: above 9.55, which chance alone exceeds twice in
    a thousand, it is a trend. With intervals of ± 1 every year's standard error is 2 / 3.92 = 0.51, that
    of the slope 0.51 / √10 = 0.16, and (1 / 0.16)² is 38.4. The same figures with intervals twice as wide
    only just are a trend."""
    found = recent(values, plus_or_minus, polarity)
    assert (two(found["chi_squared"]), told(found)) == (chi_squared, said)
    assert found["method"] == "recent trend (DHSC)"


@examples("""
| values         | chi_squared | said      |
|----------------|-------------|-----------|
| 60 60 60 60 64 | 24.59       | steady    |
| 64 60 60 60 60 | 24.59       | steady    |
| 60 60 60 61 64 | 31.12       | improving |
""")
def test_no_single_year_makes_a_trend(values, chi_squared, said):
    """The line must go the same way with any one of the five years left out. Without the last year the first
    of these is level. (The Department's program takes a level line for one that rises, so that it calls
    the first increasing, and the second, its mirror image, no change; here both are steady.)"""
    found = recent(values, "1 1 1 1 1")
    assert (two(found["chi_squared"]), told(found)) == (chi_squared, said)


@examples("""
| values               | plus_or_minus | since | said      |
|----------------------|---------------|-------|-----------|
| 99 99 60 61 62 63 64 | 1 1 1 1 1 1 1 | 2006  | improving |
| 60 61 - 62 63 64     | 1 1 1 1 1 1   | 2004  | improving |
""")
def test_the_latest_five_years_that_count(values, plus_or_minus, since, said):
    """Earlier years do not matter. A year without a figure, an interval or (where counts are given) a count
    and a denominator does not count; the five that do are numbered 1 to 5, as the Department does, gap or
    not."""
    found = recent(values, plus_or_minus)
    assert (str(found["from_date"].year), told(found)) == (since, said)


@examples("""
| values         | plus_or_minus | value_type                         | months | said                     |
|----------------|---------------|------------------------------------|--------|--------------------------|
| 60 61 62 63    | 1 1 1 1       | Proportion                         | 12     | too few points           |
| 60 61 62 63 64 | 1 1 - 1 1     | Proportion                         | 12     | a year has no interval   |
| 60 61 62 63 64 | 1 1 0 1 1     | Proportion                         | 12     | an interval of no width  |
| 60 61 62 63 64 | 1 1 1 1 1     | Indirectly standardised proportion | 12     | not a proportion or rate |
| 60 61 62 63 64 | 1 1 1 1 1     | Proportion                         | 3      | not one figure a year    |
""")
def test_what_has_no_recent_trend(values, plus_or_minus, value_type, months, said):
    """Cannot be assessed, with the reason: the Department tests yearly proportions, crude rates and directly
    standardised rates alone."""
    found = recent(values, plus_or_minus, value_type=value_type, every=int(months))
    assert (told(found), found["marker"]) == (said, "CannotBeCalculated")


@examples("""
| counted           | of                | said             |
|-------------------|-------------------|------------------|
| 60 61 62 63 64    | 100 100 100 100 100 | improving        |
| 60 61 100 63 64   | 100 100 100 100 100 | all were counted |
""")
def test_where_all_were_counted(counted, of, said):
    """Where in any year as many were counted as there are, the Department gives no trend."""
    rows = charted("60 61 62 63 64").with_columns(
        numerator=pl.Series(numbers(counted)), denominator=pl.Series(numbers(of))
    )
    rows = rows.with_columns(interval_lower=pl.col("value") - 1, interval_upper=pl.col("value") + 1)
    assert told(trend_tests.recent(rows).row(0, named=True)) == said
