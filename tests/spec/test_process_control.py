"""Process control: has anything changed, or is it chance?

Every figure goes up and down. A process control chart says how much of that is chance: it draws the mean and,
on both sides, limits within which nearly all points lie as long as nothing changes. A point that chance does
not explain is a *special cause*, and worth asking about. All others are *common cause*: asking about each of
them wears everybody out and finds nothing.

Rules: NHS England, "Making Data Count" (XmR charts), as the NHS-R Community's package NHSRplotthedots 0.2.2
works them out; run charts after Anhøj and Olesen, "Run Charts Revisited" (PLOS ONE, 2014). The command
`goldenthread spc` applies them to files.

Of 111 series, real and made up, for which the package's results are at hand, 101 are reproduced point by
point, limits to nine digits; on the other ten the package fails, or gives an answer that no council should
print. What is said instead stands at the end of this page.
"""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from goldenthread.methods import discrete, periods, spc
from goldenthread.methods import run_chart as run_charts
from goldenthread.methods.spc import faults, rebases, suited, words
from goldenthread.methods.variation import variation
from tests.spec.worked import examples

VIGNETTE = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1"
MONTHS = pl.date_range(date(2020, 4, 1), date(2026, 3, 1), "1mo", eager=True)


QUARTERS = MONTHS.gather_every(3)
PERCENTAGE = pl.DataFrame(
    {"indicator": ["REV01"], "frequency": ["monthly"], "multiplier": [100.0], "is_count": [False]}
)


def years_to_date(numerators, denominators):
    """Years to date from April 2023 as the ledger has them, of words such as 98 195 -."""
    rows = []
    for month, words_of_it in enumerate(zip(numerators.split(), denominators.split(), strict=True), start=4):
        period = periods.parse(f"ytd-2023-{month:02d}")
        above, below = (None if "-" in words_of_it else float(word) for word in words_of_it)
        rows.append({
            "indicator": "REV01", "area": "LKH", "breakdown": "", "period": period.code, "kind": "ytd",
            "start": period.start, "end": period.end, "numerator": above, "denominator": below,
            "value": None, "value_exact": None, "status": "missing" if above is None else "actual",
        })  # fmt: skip
    return pl.DataFrame(rows, schema_overrides={"value": pl.Float64, "value_exact": pl.String})


def rows(values):
    """A row a month from April 2020, of words such as 3 4.5 - 6, where - is a missing value."""
    found = [None if word == "-" else float(word) for word in values.split()]
    return pl.DataFrame({"date": MONTHS[: len(found)], "value": pl.Series(found, dtype=pl.Float64)})


def charted(values, polarity="higher", **more):
    return spc.chart(rows(values), spc.Parameters(polarity, **more))


def rounded(number, places="0.01"):
    return None if number is None else str(Decimal(repr(number)).quantize(Decimal(places)))


def causes(chart):
    return chart.points["special_cause_type"].to_list()


def of_cause(chart, word):
    """The places, from 1 on, of the points whose cause has that word in it."""
    return " ".join(str(n) for n, cause in enumerate(causes(chart), start=1) if word in cause)


@examples("""
| values | mean | moving_ranges | mean_range | lower | upper |
|---|---|---|---|---|---|
| 10 12 11 13 | 11.50 | 2 1 2 | 1.67 | 7.07 | 15.93 |
| 10 12 - 11 13 | 11.50 | 2 and 2 | 2.00 | 6.18 | 16.82 |
""")
def test_limits(values, mean, moving_ranges, mean_range, lower, upper):
    """The moving range is the step from each point to the next, up or down. The limits are the mean, plus
    and minus 2.66 times the mean moving range. A missing value has no step to either side."""
    group = charted(values).groups.row(0, named=True)
    assert rounded(group["mean"]) == mean
    ranges = [int(word) for word in moving_ranges.replace("and", "").split()]
    assert rounded(sum(ranges) / len(ranges)) == mean_range
    assert (rounded(group["lpl"]), rounded(group["upl"])) == (lower, upper)


@examples("""
| screening | mean | lower | upper |
|---|---|---|---|
| on | 1.94 | -0.72 | 4.60 |
| off | 1.94 | -3.06 | 6.95 |
""")
def test_screening(screening, mean, lower, upper):
    """One very large step should not widen the limits so far that it hides itself. Moving ranges of 3.267
    times their mean and more are left out, once, and the mean of the others is taken. The series is the
    package's own example, 1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1, with its published limits."""
    group = charted(VIGNETTE, screen=screening == "on").groups.row(0, named=True)
    assert [rounded(group[name]) for name in ("mean", "lpl", "upl")] == [mean, lower, upper]


def test_limits_may_be_fixed():
    """With `fix_after_n_points` the limits rest on the first so many points, at least 12, and later ones are
    held against them. Here on the first 12, with a mean of 10.5; the points after those no longer move
    it."""
    values = "10 11 " * 6 + "14 14 14"
    assert charted(values, fix_after_n_points=12).groups["mean"].to_list() == [10.5]
    assert charted(values).groups["mean"].to_list() == [11.2]
    with pytest.raises(faults.ParameterNotPossible, match="12 or more"):
        spc.Parameters(fix_after_n_points=11)


def test_outside_the_limits():
    """The 10 lies above the upper limit of 4.60. A point exactly on a limit is not outside."""
    chart = charted(VIGNETTE)
    assert of_cause(chart, "Above UCL") == "5"
    assert chart.groups["n_common_cause"].to_list() == [17]


@examples("""
| values | rising | falling |
|---|---|---|
| 5 4 6 5 4 1 2 3 4 5 6 7 4 6 5 4 6 5 | 6 7 8 9 10 11 12 | |
| 5 4 6 5 4 1 2 3 4 4 5 6 7 4 6 5 4 6 | | |
| 5 4 6 5 4 1 2 3 - 4 5 6 7 4 6 5 4 6 | | |
| 5 4 6 5 4 1 2 3 4 5 6 7 6 5 4 3 2 1 5 4 | 6 7 8 9 10 11 | 12 13 14 15 16 17 18 |
""")
def test_a_trend_of_seven_points(values, rising, falling):
    """Six steps in a row the same way: all seven points are flagged. A level step or a missing value ends
    it. Where a way up turns into a way down the point at the top takes the direction of the step to its
    right, so long as the next point is in a trend too."""
    chart = charted(values)
    assert of_cause(chart, "Increasing") == (rising or "")
    assert of_cause(chart, "Decreasing") == (falling or "")


@examples("""
| near_the_limits | flagged |
|---|---|
| 60 60 51 | 1 2 |
| 60 51 60 | 1 3 |
| 60 60 49 | |
| 60 51 51 | |
| 60 40 60 | |
""")
def test_two_of_three(near_the_limits, flagged):
    """Of three points in a row, all on one side of the mean, two or more lie beyond two thirds of the way to
    the limit: those are flagged, not the third. Here the limits are 50 ± 13.3 (fixed on twelve points
    before), and near is beyond 58.87. A point outside the limits does not count as near."""
    chart = charted("52.5 47.5 " * 6 + near_the_limits, fix_after_n_points=12)
    places = [int(place) - 12 for place in of_cause(chart, "2 in 3").split()]
    assert places == [int(place) for place in (flagged or "").split()]


@examples("""
| after_the_base | flagged |
|---|---|
| 51 52 51 52 51 52 51 | 1 2 3 4 5 6 7 |
| 51 52 51 50 52 51 52 51 | |
| 51 52 51 - 52 51 52 51 | |
""")
def test_a_shift_of_seven_points(after_the_base, flagged):
    """Seven points in a row on one side of the mean, here of 50. A point that equals the mean, or a missing
    value, breaks it."""
    chart = charted(
        "47.5 52.5 47.5 52.5 47.5 52.5 47.5 52.5 47.5 52.5 52.5 47.5 " + after_the_base, fix_after_n_points=12
    )
    places = [int(place) - 12 for place in of_cause(chart, "7 Points Above").split()]
    assert places == [int(place) for place in (flagged or "").split()]


def test_one_cause_for_each_point():
    """A point may satisfy several rules and has one cause: outside the limits before a trend, a trend before
    two of three, two of three before a shift. Twenty points that only rise are outside at both ends."""
    chart = charted(" ".join(str(n) for n in range(1, 21)))
    assert of_cause(chart, "LCL") == "1 2 3 4 5 6 7"
    assert of_cause(chart, "Trend") == "8 9 10 11 12 13"
    assert of_cause(chart, "UCL") == "14 15 16 17 18 19 20"


def test_rebasing():
    """Where the process was changed on purpose, limits start anew: a rebase at the date of a point starts a
    new group with that very point. Nothing runs across it: neither a step, nor a trend, nor a shift."""
    values = "10 11 " * 7 + "20 21 " * 7
    chart = charted(values, rebases=(date(2021, 6, 1),))
    assert chart.groups["mean"].to_list() == [10.5, 20.5]
    assert chart.groups["first_date"].to_list() == [date(2020, 4, 1), date(2021, 6, 1)]
    assert set(causes(chart)) == {"Common Cause"}
    unused = charted(values, rebases=(date(2021, 6, 15),))
    assert unused.groups["mean"].to_list() == [15.5]
    assert unused.unused_rebases["date"].to_list() == [date(2021, 6, 15)]


@examples("""
| better | latest_point | icon |
|---|---|---|
| higher | high | improvement_high |
| higher | low | concern_low |
| lower | high | concern_high |
| lower | low | improvement_low |
| neutral | high | neutral_high |
| neutral | low | neutral_low |
| higher | neither | common_cause |
""")
def test_the_variation_icon(better, latest_point, icon):
    """The latest point decides. Where neither more nor less is better, the icon says where it went and does
    not judge."""
    latest = {"high": "20", "low": "1", "neither": "10"}[latest_point]
    chart = charted("10 11 " * 7 + latest, better)
    assert chart.groups["variation_icon"].to_list() == [icon]


@examples("""
| better | target | icon |
|---|---|---|
| higher | 7 | pass |
| higher | 14 | fail |
| lower | 7 | fail |
| lower | 14 | pass |
| higher | 10 | inconsistent |
| neutral | 7 | |
| higher | | |
""")
def test_the_assurance_icon(better, target, icon):
    """Limits of 7.84 to 13.16: a target below both will be met, month after month, if more is better and
    nothing changes; one above both will be missed; one between them, or on a limit, will be met and
    missed by chance. Without a target there is no icon."""
    chart = charted("10 11 " * 7, better, target=target and float(target))
    assert chart.groups["assurance_icon"].to_list() == [icon]


@examples("""
| values | said |
|---|---|
| 10 11 10 11 10 11 10 11 | trial limits: 8 of the 13 values that limits need |
| 10 11 10 11 10 11 10 11 10 11 10 11 10 | |
| 10 | cannot be assessed: there is one value, and limits need two neighbouring ones |
| 10 - 11 | cannot be assessed: no two of the values that limits rest on are neighbours |
""")
def test_how_many_points_it_takes(values, said):
    """With fewer than 13 values limits are trial limits, and marked. With fewer than two that are neighbours
    there are none: nothing is guessed."""
    assert charted(values).groups.select(words.remarks()).item() == (said or "")


@examples("""
| aggregation | basis | refused |
|---|---|---|
| sum | month | |
| ratio_of_sums | quarter | |
| cumulative | ytd | cumulative: each figure holds the one before |
| sum | ytd | ytd: each figure holds the one before |
| rolling_ratio | rolling_12 | rolling_ratio: neighbouring figures share most of their data |
""")
def test_series_that_may_not_be_charted(aggregation, basis, refused):
    """April to September holds April to August, and twelve months to September hold eleven of the twelve to
    August. Such figures are alike because they are made of the same data: limits would be too narrow, and
    shifts would appear out of nothing. The single months or quarters beneath can be charted."""
    assert suited.overlap(aggregation, basis).startswith(refused or "")
    assert bool(suited.overlap(aggregation, basis)) == bool(refused)


@examples("""
| to_date | of | single |
|---|---|---|
| 98 195 291 388 | 1000 1000 1000 1000 | 9.8 9.7 9.6 9.7 |
| 90 170 266 350 | 100 200 300 400 | 90.0 80.0 96.0 84.0 |
| 98 195 - 388 | 1000 1000 1000 1000 | 9.8 9.7 - - |
""")
def test_single_months_beneath_years_to_date(to_date, of, single):
    """Each year to date less the one before it leaves a single month: of council tax 98, then 195 of the 1000
    that are due in the year are 9.8% in April and 9.7% in May. Where what stands below the line is a running
    total too, it is taken apart as well. Where a figure is missing, so is the month after it, for nobody
    knows which of the two months the difference belongs to. Totals that keep falling are no running totals,
    and are refused. Beneath rolling years alone there is nothing that could be known. Where a season shows,
    the same months stand out year after year, as the two without an instalment of council tax: no news."""
    found = discrete.beneath(years_to_date(to_date, of), PERCENTAGE)
    written = [rounded(value, "0.1") or "-" for value in found.figures["value"]]
    assert [*written, *["-"] * (4 - len(written))] == single.split()


@examples("""
| quarters_before | quarters_since | chart |
|---|---|---|
| 14 | | xmr |
| 14 | 8 | run |
| 8 | 14 | xmr |
""")
def test_a_series_begins_anew_with_its_latest_rebase(quarters_before, quarters_since, chart):
    """Which chart suits is asked of the values since the latest rebase alone: with it, too few may be left. A
    rebase is decided by people, with the reason, in the council folder. Where the way of measuring changed,
    which an indicator's definition says, limits start anew by themselves. They do so with the first period
    that begins on that day or after it."""
    before, since = int(quarters_before), int(quarters_since or 0)
    values = " ".join(["10 11"] * 11).split()[: before + since]
    days = [QUARTERS[before]] if since else []
    how = pl.DataFrame(
        {"polarity": "higher", "target": 10.0, "rebases": [days], "frequency": "quarterly", "why": ""},
        schema_overrides={"rebases": pl.List(pl.Date)},
    ).with_columns(series=pl.lit(""))
    frame = rows(" ".join(values)).with_columns(QUARTERS[: len(values)].alias("date"), series=pl.lit(""))
    assert variation(frame, how, keys=["series"]).series["chart"].item() == chart


@examples("""
| values | frequency | chart |
|---|---|---|
| 24 | monthly | xmr |
| 8 | monthly | xmr |
| 10 | quarterly | run |
| 20 | quarterly | xmr |
| 1 | monthly | none |
""")
def test_the_chart_that_suits(values, frequency, chart):
    """A monthly series soon has 13 values; until then its limits are trial limits. A quarterly one would
    wait for three years: until then it has a run chart."""
    assert suited.chart_for(values=int(values), frequency=frequency).chart == chart


@examples("""
| values | useful | longest | limit | crossings | fewest | variation |
|---|---|---|---|---|---|---|
| 3 8 4 9 2 7 1 6 3 8 4 9 | 12 | 1 | 7 | 11 | 3 | random |
| 1 2 3 1 2 3 8 9 7 8 9 7 | 12 | 6 | 7 | 1 | 3 | non-random |
| 3 5 4 5 2 7 | 6 | 1 | 6 | 5 | 1 | |
""")
def test_run_charts(values, useful, longest, limit, crossings, fewest, variation):
    """A run chart has no limits, only the median, and needs ten values that are not the median itself.
    Chance alone seldom gives more than log2(n) + 3 values in a row on one side, or fewer crossings of the
    median than the 5% point of n - 1 throws of a coin. With fewer than ten values there is no verdict."""
    found = run_charts.run_chart(rows(values)).series.row(0, named=True)
    assert (found["n_useful"], found["longest_run"], found["crossings"]) == (
        int(useful),
        int(longest),
        int(crossings),
    )
    assert (found["longest_run_limit"], found["fewest_crossings"]) == (int(limit), int(fewest))
    assert found["variation"] == variation


def test_a_rebase_is_suggested_and_never_made():
    """When a shift has lasted for twelve points up to the latest, the limits describe a process that is
    gone. The first point of the shift is named as the date of a rebase. Whether the cause is known, and
    the change is meant to stay, is for a person to say."""
    chart = charted("10 11 9 10 11 9 10 11 9 10 11 9 " + "15 16 " * 6, fix_after_n_points=12)
    (found,) = rebases.suggested(chart).to_dicts()
    assert (found["date"], found["points"], found["is_due"]) == (date(2021, 4, 1), 12, True)
    assert chart.groups.height == 1


def test_missing_values_where_the_package_stops():
    """The package stops with an error where six steps the same way have a gap among them. Here a missing
    value ends a trend, a shift and two of three, is neither inside nor outside the limits, and nothing
    else happens. A period without a row is something else: its neighbours become neighbours of each
    other. Give each period that should have a figure a row, and none to those still to come, for a
    latest point without a value is common cause."""
    chart = charted("5 6 7 - 8 9 10 11 12 5 4 6 5 6")
    assert of_cause(chart, "Trend") == ""
    assert chart.points["outside_limits"][3] is None


def test_constant_series():
    """The package gives no limits, and calls every target inconsistent. Here the limits have no width, all
    points are common cause, and a target of 60 where the figure is always 50 is missed."""
    chart = charted("50 " * 15, target=60.0)
    group = chart.groups.row(0, named=True)
    assert (group["lpl"], group["upl"], group["variation_icon"], group["assurance_icon"]) == (
        50,
        50,
        "common_cause",
        "fail",
    )
    assert chart.groups.select(words.remarks()).item() == "constant: limits without width"


def test_mostly_constant_series():
    """A figure is 100% but for two quarters. The few steps that it has are all more than 3.267 times their
    mean; screened, nothing but zeros is left, the limits have no width, and for the package all twenty
    points are special causes. Where more than half of the moving ranges are zero nothing is screened, and
    that is said: two points lie outside the limits, the first eight are a shift, the other ten are common
    cause."""
    chart = charted("100 " * 8 + "98 " + "100 " * 4 + "98 " + "100 " * 6)
    assert of_cause(chart, "LCL") == "9 14"
    assert of_cause(chart, "7 Points Above") == "1 2 3 4 5 6 7 8"
    assert chart.groups["n_common_cause"].item() == 10
    assert (
        chart.groups.select(words.remarks()).item()
        == "not screened: more than half of the moving ranges are zero"
    )


def test_rounding_of_the_computer():
    """For a computer 0.1 + 0.2 is not quite 0.3. Figures that differ by less than a ten-million-millionth of
    the largest of their group count as equal, so that no label hangs on such a difference."""
    chart = spc.chart(rows("0.3 0.3").with_columns(value=pl.Series([0.3, 0.1 + 0.2])), spc.Parameters())
    assert chart.points["relative_to_mean"].to_list() == [0, 0]


def test_two_trends_side_by_side():
    """A way up ends, a level step follows, and another way up begins. The package calls the point before the
    level step decreasing, for the step to its right does not rise. Here it stays what it is, the end of a way
    up. Where the step between the two leads down, that point is decreasing, here as in the package.
    """
    up_again = "8 9 10 11 12 13 7 6 8 7 6 8 7 5 9 6 8"
    assert causes(charted("1 2 3 4 5 6 7 7 " + up_again))[6] == "7 Point Trend (Increasing)"
    assert causes(charted("2 3 4 5 6 7 8 7 " + up_again))[6] == "7 Point Trend (Decreasing)"
