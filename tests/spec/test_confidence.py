"""Confidence: how sure is a figure?

142 of 145 children is 97.9%. Another year with children just as well cared for might have brought 139 of 145.
A confidence interval says how far a figure may lie, by chance alone, from what it stands for: of intervals at
95%, nineteen in twenty hold it. Small numbers have wide intervals.

Rules: for proportions E. B. Wilson's score interval (Journal of the American Statistical Association 22,
1927); for rates and counts Byar's approximation, below ten events the exact limits of Poisson's distribution.
These are the methods of the Association of Public Health Observatories' Technical Briefing 3, "Commonly used
public health statistics and their confidence intervals" (2008), and of Public Health England's guide
"Confidence Intervals" (2018). A survey's interval depends on how people were drawn and is taken as published.
"""

import polars as pl

from goldenthread.methods import confidence
from goldenthread.methods.confidence.margins import margins
from goldenthread.methods.rounding import half_up
from tests.spec.figures import rated
from tests.spec.worked import examples

SAID = {
    "none": "none asked for",
    "missing": "cannot be assessed: a number is missing",
    "of_none": "cannot be assessed: of none",
    "not_given": "cannot be assessed: no interval given",
}


def found(kind, level=0.95, **cells):
    """The row that the cells describe, with everything that `intervals` adds."""
    row = {name: None if cell is None else float(cell) for name, cell in cells.items()}
    frame = pl.DataFrame([{"interval": kind, **row}], schema_overrides=dict.fromkeys(row, pl.Float64))
    return confidence.intervals(frame, level=level).row(0, named=True)


def limits(row, decimals):
    if row["why_interval"]:
        return SAID[row["why_interval"]]
    lower, upper = (half_up(row[name], decimals) for name in ("interval_lower", "interval_upper"))
    return f"{lower:.{decimals}f} to {upper:.{decimals}f}"


@examples("""
| counted | of  | interval         |
|---------|-----|------------------|
| 81      | 263 | 0.2553 to 0.3662 |
| 15      | 148 | 0.0624 to 0.1605 |
| 0       | 20  | 0.0000 to 0.1611 |
| 1       | 29  | 0.0061 to 0.1718 |
| 29      | 29  | 0.8830 to 1.0000 |
""")
def test_proportions(counted, of, interval):
    """Wilson: the true shares from which the counted one lies not more than 1.96 standard deviations off. It
    never leaves 0 to 1, and has a width even where none or all were counted. The first four are the
    examples of R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (Statistics in
    Medicine 17, 1998), with the limits that he printed."""
    assert limits(found("proportion", numerator=counted, denominator=of), 4) == interval


@examples("""
| events | interval        | method        |
|--------|-----------------|---------------|
| 0      | 0.00 to 3.69    | exact Poisson |
| 3      | 0.62 to 8.77    | exact Poisson |
| 9      | 4.12 to 17.08   | exact Poisson |
| 10     | 4.79 to 18.39   | Byar          |
| 100    | 81.36 to 121.63 | Byar          |
""")
def test_counts(events, interval, method):
    """A number of events, such as fires, varies from year to year as its own size does. From ten events on
    Byar's formula is as good as the exact limits, which stand below."""
    row = found("count", numerator=events)
    assert (limits(row, 2), row["interval_method"]) == (interval, method)


@examples("""
| events | people | per    | interval       |
|--------|--------|--------|----------------|
| 59     | 6377   | 10000  | 70.4 to 119.3  |
| 3      | 6377   | 10000  | 1.0 to 13.7    |
| 1502   | 250000 | 100000 | 570.8 to 632.0 |
""")
def test_rates(events, people, per, interval):
    """A rate is a count of events held against people: its limits are those of the count, each divided by the
    people and told per so many."""
    assert limits(found("rate", numerator=events, denominator=people, multiplier=per), 1) == interval


@examples("""
| answers | figure | lower | upper | interval                              |
|---------|--------|-------|-------|---------------------------------------|
| 1100    | 64     | 61    | 67    | 61 to 67                              |
| 1100    | 64     |       |       | cannot be assessed: no interval given |
""")
def test_surveys(answers, figure, lower, upper, interval):
    """Who answers a survey is seldom a plain draw: people are weighted, drawn by streets or households. Only
    whoever ran it knows how much wider that makes the interval, so it is taken as given, or not at all."""
    row = found("given", denominator=answers, value=figure, given_lower=lower, given_upper=upper)
    assert limits(row, 0) == interval


@examples("""
| kind       | counted | of | interval                                |
|------------|---------|----|-----------------------------------------|
| proportion | 0       | 0  | cannot be assessed: of none             |
| rate       | 4       | 0  | cannot be assessed: of none             |
| proportion |         | 20 | cannot be assessed: a number is missing |
| rate       | 4       |    | cannot be assessed: a number is missing |
""")
def test_what_cannot_be_assessed(kind, counted, of, interval):
    """A share of nobody is no share. A negative count, or more counted than there are, is refused by name."""
    assert limits(found(kind, numerator=counted, denominator=of), 1) == interval


@examples("""
| of | at_least | said                |
|----|----------|---------------------|
| 29 | 30       | interpret with care |
| 30 | 30       |                     |
| 30 |          |                     |
""")
def test_interpret_with_care(of, at_least, said):
    """A measure may say how many cases a figure needs at least before it is read like others."""
    row = found("proportion", numerator=20, denominator=of, min_denominator=at_least)
    assert row["interpret_with_care"] == (said == "interpret with care")


@examples("""
| polarity | figure | lower | upper | target | rating        |
|----------|--------|-------|-------|--------|---------------|
| higher   | 64     | 61    | 67    | 60     | green         |
| higher   | 64     | 61    | 67    | 61     | no_difference |
| higher   | 64     | 61    | 67    | 66     | no_difference |
| higher   | 64     | 61    | 67    | 67     | no_difference |
| higher   | 64     | 61    | 67    | 68     | red           |
| lower    | 64     | 61    | 67    | 68     | green         |
| lower    | 64     | 61    | 67    | 62     | no_difference |
| lower    | 64     | 61    | 67    | 60     | red           |
""")
def test_a_rating_by_the_interval(polarity, figure, lower, upper, target, rating):
    """Trillium Health colours a figure only where its target lies outside the figure's interval: what chance
    alone could explain is neither green nor red. A council picks the rule by its name, `trillium`."""
    row = found("given", value=figure, given_lower=lower, given_upper=upper)
    sides = margins(pl.DataFrame([{**row, "polarity": polarity}])).row(0, named=True)
    margin = {name: sides[name] for name in ("interval_worse", "interval_better")}
    assert rated("trillium", polarity=polarity, value=figure, target=target, **margin)["rating"] == rating


def test_without_an_interval_there_is_no_such_rating():
    """The figure stays without a rating, and says why."""
    assert rated("trillium", value=64, target=60)["reason"] == "no_interval"
