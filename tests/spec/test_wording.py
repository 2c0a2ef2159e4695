"""Words from numbers.

Every figure in a report is put into words in one place, so that a table, a sentence and a chart never say the
same thing in two ways. "Above" and "below" describe the number; "better" and "worse" the performance.
"""

from datetime import date
from decimal import Decimal

from goldenthread.documents import wording
from goldenthread.documents.wording import Measure
from tests.spec.worked import examples

PERCENT = Measure("%", 1, "higher")
HOUSEHOLDS = Measure("count", 0, "lower")
CALLS = Measure("seconds", 0, "lower", "minutes_seconds")


@examples("""
| unit             | decimals | figure  | table      | sentence               |
|------------------|----------|---------|------------|------------------------|
| %                | 1        | 91.27   | 91.3%      | 91.3%                  |
| %                | 0        | 93      | 93%        | 93%                    |
| count            | 0        | 318400  | 318,400    | 318,400                |
| days             | 1        | 19.8    | 19.8       | 19.8 days              |
| days             | 0        | 1       | 1          | 1 day                  |
| days per FTE     | 1        | 8.9     | 8.9        | 8.9 days per FTE       |
| per 10,000       | 1        | 38.5    | 38.5       | 38.5 per 10,000        |
| kg per household | 0        | 128     | 128        | 128 kg per household   |
| £m               | 1        | 4.1     | £4.1m      | £4.1m                  |
| £                | 0        | 1204    | £1,204     | £1,204                 |
| £m               | 1        | -0.45   | −£0.5m     | −£0.5m                 |
| % change         | 1        | -2      | −2.0%      | −2.0%                  |
""")
def test_a_figure_is_printed_with_its_unit(unit, decimals, figure, table, sentence):
    """A figure keeps the decimals of its definition; in a table the unit stands once, under the name."""
    measure = Measure(unit, int(decimals))

    assert wording.figure(Decimal(figure), measure) == table
    assert wording.figure(Decimal(figure), measure, place="sentence") == sentence


@examples("""
| seconds | table      | sentence                     |
|---------|------------|------------------------------|
| 171     | 2 min 51 s | 2 minutes 51 seconds         |
| 170.5   | 2 min 51 s | 2 minutes 51 seconds         |
| 60      | 1 min      | 1 minute                     |
| 1       | 1 s        | 1 second                     |
| 3661    | 1 h 1 min 1 s | 1 hour 1 minute 1 second  |
| 0       | 0 s        | 0 seconds                    |
""")
def test_a_time_is_said_as_a_time(seconds, table, sentence):
    """A time is printed in minutes and seconds, never as 171 seconds."""
    assert wording.figure(float(seconds), CALLS) == table
    assert wording.figure(float(seconds), CALLS, place="sentence") == sentence


def test_few_cases_are_shown_as_counts():
    """Under ten cases, or where the definition asks for it, the counts are printed: 11 of 11, not 100%."""
    majors = Measure("%", 1, "higher", "counts")

    assert wording.figure(100, majors, counts=(11, 11)) == "11 of 11"
    assert wording.figure(100, majors) == "100.0%"


@examples("""
| part    | whole     | words              |
|---------|-----------|--------------------|
| 4100000 | 196400000 | £4.1m of £196.4m   |
| 853614  | 8600000   | £853,614 of £8.6m  |
| -410000 | 196400000 | −£410,000 of £196.4m |
""")
def test_a_share_of_pounds_has_the_pounds_beside_it(part, whole, words):
    """Where the counts behind a percentage are pounds, they are said as money; millions to one place."""
    assert wording.of_money(Decimal(part), Decimal(whole)) == words


@examples("""
| unit  | decimals | polarity | target | words          |
|-------|----------|----------|--------|----------------|
| %     | 1        | higher   | 90     | 90.0%          |
| count | 0        | lower    | 1050   | 1,050 or fewer |
| days  | 1        | lower    | 28     | 28.0 or less   |
| %     | 1        | lower    | 10     | 10.0% or less  |
| count | 0        | lower    | 0      | 0              |
""")
def test_a_ceiling_says_that_it_is_one(unit, decimals, polarity, target, words):
    """Where low is good the target is a ceiling, and says so in words, not with a sign."""
    assert wording.target(Decimal(target), Measure(unit, int(decimals), polarity)) == words


def test_a_range_names_both_limits():
    """A measure that can be too low as well as too high has a range: 15 to 20%."""
    referrals = Measure("%", 0, "range")

    assert wording.target_range(15, 20, referrals) == "15 to 20%"
    assert wording.polarity(referrals, (15, 20)) == "best between 15 and 20"
    assert wording.polarity(PERCENT) == "high is good"
    assert wording.polarity(HOUSEHOLDS) == "low is good"


@examples("""
| before | now   | trend     | words                                                    |
|--------|-------|-----------|----------------------------------------------------------|
| 87.0   | 90.1  | improving | up 3.1 percentage points on last quarter, better         |
| 87.0   | 85.2  | worsening | down 1.8 percentage points on last quarter, worse        |
| 87.0   | 87.3  | steady    | up 0.3 percentage points on last quarter, same           |
| 87.0   | 87.0  | steady    | the same as last quarter                                 |
| 87.0   | 87.02 | steady    | up less than 0.1 percentage points on last quarter, same |
| 29.02  | 55.92 |           | up 26.9 percentage points on last quarter                |
""")
def test_a_change_says_how_far_which_way_and_whether_that_is_better(before, now, trend, words):
    """A change of a percentage is in percentage points; whether it is better is a verdict of its own."""
    assert wording.change(Decimal(now), Decimal(before), PERCENT, on="last quarter", trend=trend) == words


def test_a_change_is_in_the_unit_of_its_figure():
    """Counts change by counts, times by times, money by money."""
    year, quarter = "the same quarter last year", "last quarter"

    assert wording.change(1164, 978, HOUSEHOLDS, on=year, trend="worsening") == f"up 186 on {year}, worse"
    assert wording.change(171, 243, CALLS, on=year) == f"down 1 minute 12 seconds on {year}"
    assert wording.change(4.1, 3.4, Measure("£m", 1, "lower"), on=quarter) == "up £0.7m on last quarter"
    assert (
        wording.change(34.2, 31.8, Measure("days", 1, "lower"), on=quarter) == "up 2.4 days on last quarter"
    )


@examples("""
| value | target | words                                    |
|-------|--------|------------------------------------------|
| 91.3  | 90     | 1.3 percentage points above target       |
| 84.2  | 90     | 5.8 percentage points below target       |
| 90    | 90     | on target                                |
| 89.99 | 90     | less than 0.1 percentage points below target |
""")
def test_a_gap_is_above_or_below(value, target, words):
    """Above and below describe the number, whichever of them is good; nearly on target is not on target."""
    assert wording.gap(Decimal(value), Decimal(target), PERCENT) == words


@examples("""
| now | before | words           |
|-----|--------|-----------------|
| 13  | 12     | 1 more than Q1  |
| 14  | 16     | 2 fewer than Q1 |
| 9   | 9      | same as Q1      |
""")
def test_counts_are_held_against_the_last_quarter(now, before, words):
    """A count of ratings says how many more or fewer there were."""
    assert wording.count_change(int(now), int(before), than="Q1") == words


def test_a_percentage_of_a_count_shows_the_counts():
    """A percentage never stands without what it is a percentage of."""
    assert wording.share(18, 27) == "18 of 27 (66.7%)"
    assert wording.share(0, 0) == "0 of 0"


def test_percentages_are_rounded_singly():
    """30, 14 and 13 of 57 are 53, 25 and 23%, which is 101: the page says so, and nothing is made to fit."""
    assert wording.rounding_note((30, 14, 13)) == "may not sum to 100 because of rounding"
    assert wording.rounding_note((30, 14, 13), decimals=1) == ""


@examples("""
| rated | total | earlier              | words                                                        |
|-------|-------|----------------------|--------------------------------------------------------------|
| 57    | 66    | 6                    | 57 of 66 rated; 6 of these on an earlier period; 9 not rated |
| 66    | 66    | 0                    | 66 of 66 rated                                               |
| 14    | 17    | 0                    | 14 of 17 rated; 3 not rated                                  |
""")
def test_ratings_are_counted_out_of_all(rated, total, earlier, words):
    """Those without a rating are counted too; none is dropped from the total."""
    assert wording.rated_of(rated=int(rated), total=int(total), earlier=int(earlier)) == words


def test_a_roll_up_says_how_many_have_reported():
    """A roll-up of services says how much of it is there: 12 of 15 reported, 2 provisional."""
    assert wording.reported_of(reported=12, total=15, provisional=2) == "12 of 15 reported, 2 provisional"
    assert wording.coverage(present=2, expected=3, status="provisional") == "2 of 3 months, provisional"
    assert wording.coverage(present=3, expected=3) == ""


@examples("""
| reason        | expected   | words                             |
|---------------|------------|-----------------------------------|
| awaited       | 2023-11-30 | awaited, expected 30 November     |
| awaited       | 2024-02-01 | awaited, expected 1 February 2024 |
| awaited       |            | awaited                           |
| no_target     |            | no target                         |
| baseline_year |            | baseline year                     |
| hidden        |            | [c] hidden to protect individuals |
| discontinued  |            | discontinued                      |
""")
def test_a_missing_figure_is_words(reason, expected, words):
    """A missing figure is never a gap, a dash or a nought: it says why, and when it will come."""
    day = date.fromisoformat(expected) if expected else None

    assert wording.missing(reason, expected=day, position=date(2023, 9, 30)) == words


def test_a_figure_not_yet_due_says_when_it_will_be():
    """An annual figure between its years says that it is annual and when it falls due."""
    assert wording.missing("not_due", frequency="annual", due=["Q4"]) == "annual, next due Q4"
    assert wording.missing("not_due") == "not due"


def test_the_first_page_has_two_dates():
    """A report says what day it is about and what was known when: never "current"."""
    words = wording.known_line(position=date(2023, 9, 30), known=date(2023, 11, 10))

    assert words == "Position at 30 September 2023. Figures as known on 10 November 2023."


def test_lists_and_plurals_read_as_one_says_them():
    """One indicator, nine indicators; Finance, Revenues and Customer."""
    assert wording.plural(1, "indicator") == "1 indicator"
    assert wording.plural(9, "indicator") == "9 indicators"
    assert wording.plural(2, "family", "families") == "2 families"
    assert wording.joined(["Finance", "Revenues", "Customer"]) == "Finance, Revenues and Customer"
    assert wording.joined(["Finance"]) == "Finance"


def test_figures_that_are_not_final_are_marked():
    """Provisional, estimated and revised figures carry their mark."""
    marks = [wording.status_mark(s) for s in ("actual", "provisional", "estimated", "revised", "missing")]

    assert marks == ["", "[p]", "[e]", "[r]", "[x]"]
