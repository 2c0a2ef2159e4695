"""Message: what does the figure say?

A rating says whether a figure met its target, process control whether anything has changed. Neither is enough
alone: a red figure may be bad luck or may stay red for ever, a green one may be on its way down. So each
indicator says one plain sentence, made of both. The public reads the rating and these words; the icons of
process control are for staff.

The rules below are tried from the first on, and the first whose conditions all hold gives the message. What
changes is told first, for limits foretell only as long as nothing changes. An empty cell may be anything.

- *evidence* is what tells change from chance: *limits* of 13 figures or more, or *runs*, a run chart, where
  the figures are fewer. *Constant* limits have no width. Trial limits count as *few*. Years to date and
  rolling figures are *overlapping*: neighbours are alike whatever happens, and the single periods beneath
  are charted instead.
- *variation* is *improving* or *worsening* where the latest figure has a special cause, or where a run chart
  shows that the figures have gone over to one side of their median and stayed there.
- *limits* says where all lies that chance allows: beyond the target on its good side, short of it, or around.
- *standing* is the rating. Amber has not met its target. A figure that is not rated is held against the
  target itself.
"""

import polars as pl

from goldenthread.methods import message, run_chart, spc
from goldenthread.methods.message import order
from goldenthread.methods.message.pressing import LABELS
from tests.spec.test_process_control import rows
from tests.spec.worked import cells, examples

ORDER = """
| latest | better | evidence | variation | limits | standing | message |
|---|---|---|---|---|---|---|
| missing | | | | | | No latest figure |
| | in a range | | | | | Neither way is better |
| | neither way | | | | | Neither way is better |
| | | overlapping | | | | Figures overlap |
| | | few | | | | Too few points to say |
| | | | worsening | | | Deteriorating |
| | | | improving | | | Improving |
| | | runs | unclear | | | Too few points to say |
| | | runs | | | | Too few points to say |
| | | | | no target | | No target to judge by |
| | | | | | unknown | No target to judge by |
| | | constant | | | met | Met reliably |
| | | constant | | | | Will keep missing unless something changes |
| | | | | beyond the target | met | Met reliably |
| | | | | short of the target | not met | Will keep missing unless something changes |
| | | | | around the target | met | Met this time by chance |
| | | | | around the target | not met | Missed by chance |
| | | | | short of the target | met | Met this time by chance |
| | | | | beyond the target | not met | Missed by chance |
"""


def said(values, target=None, polarity="higher", rating=None):
    """Message and reason of the series, as charted."""
    frame = rows(values)
    wanted = None if target is None else float(target)
    chart = spc.chart(frame, spc.Parameters(polarity, target=wanted))
    runs = message.of_run_chart(run_chart.run_chart(frame)).drop("value")
    read = (
        message.of_chart(chart)
        .join(runs, on="series")
        .with_columns(polarity=pl.lit(polarity), rating_group=pl.lit(rating, pl.String))
    )
    row = message.messages(read).row(0, named=True)
    return message.LABELS[row["message"]], row["why_message"]


def test_the_order_above():
    """It is the order in the program: a table there too."""
    header, *printed = cells(ORDER)
    made = [
        [*(rule.when.get(name, "") for name in order.STATES), message.LABELS[rule.message]]
        for rule in order.ORDER
    ]
    assert header == [*order.STATES, "message"]
    assert printed == made


@examples("""
| target | rating | message |
|---|---|---|
| 40 | | Met reliably |
| 49 | | Met this time by chance |
| 51 | | Missed by chance |
| 51 | near | Missed by chance |
| 60 | | Will keep missing unless something changes |
| 60 | met | Met this time by chance |
| | | No target to judge by |
""")
def test_nothing_has_changed(target, rating, message):
    """Fourteen months between 48 and 52, the latest 50, and more is better: chance allows 45 to 55. Which
    targets are met is then known beforehand. A scheme may rate 50 as met although the target is 60, such as
    one that asks for less than the target; then it is met, and nobody should rely on it."""
    assert said("50 52 48 51 49 50 51 49 52 50 48 51 49 50", target, rating=rating)[0] == message


@examples("""
| values | better | message |
|---|---|---|
| 50 52 48 51 49 50 51 49 52 50 48 51 49 70 | higher | Improving |
| 50 52 48 51 49 50 51 49 52 50 48 51 49 70 | lower | Deteriorating |
| 50 52 48 51 49 50 53 52 50 49 48 47 46 45 | higher | Deteriorating |
| 50 52 48 51 49 50 51 49 52 50 48 51 49 70 | range | Neither way is better |
| 50 52 48 51 49 50 51 49 52 50 48 51 49 70 | neutral | Neither way is better |
""")
def test_something_has_changed(values, better, message):
    """The latest month lies outside the limits, or ends a trend of seven. Then that is the message,
    whatever the target (here 40): the limits rest on what was."""
    assert said(values, "40", better)[0] == message


@examples("""
| values | better | message |
|---|---|---|
| 10 12 11 13 12 | higher | Too few points to say |
| 10 12 10 12 10 12 10 12 10 12 | higher | Too few points to say |
| 10 11 10 12 11 10 15 16 15 16 17 15 | higher | Improving |
| 10 11 10 12 11 10 15 16 15 16 17 15 | lower | Deteriorating |
| 10 11 10 15 16 15 16 17 15 12 11 10 | higher | Too few points to say |
""")
def test_few_figures(values, better, message):
    """With fewer than thirteen figures limits are on trial and foretell nothing. From ten on, a run chart may
    show a change. The third series has crossed its median once, where chance crosses it three times or
    more: six figures below, then six above. The last has crossed it twice: that is no chance either, but it
    is back where it was, and no direction is told."""
    assert said(values, "5", better)[0] == message


@examples("""
| values | target | better | message |
|---|---|---|---|
| 100 100 100 100 100 100 100 100 100 100 100 100 100 | 100 | higher | Met reliably |
| 95 95 95 95 95 95 95 95 95 95 95 95 95 | 100 | higher | Will keep missing unless something changes |
| 95 95 95 95 95 95 95 95 95 95 95 95 95 | 100 | lower | Met reliably |
""")
def test_every_figure_the_same(values, target, better, message):
    """A duty that is met every month, without exception, is not met by chance."""
    assert said(values, target, better)[0] == message


def test_years_to_date():
    """Each month of a year to date holds all the months before. Its own series has no chart, and says so;
    charted month by month it has a message like any other."""
    frame = pl.DataFrame({"polarity": ["higher"], "value": [50.0], "is_overlapping": [True]})
    assert message.messages(frame)["message"].to_list() == ["overlapping"]


def test_no_latest_figure():
    """Twelve good months do not speak for a month that is missing."""
    assert said("50 52 48 51 49 50 51 49 52 50 48 51 49 50 -", "40") == (
        "No latest figure",
        "the latest figure is missing",
    )


@examples("""
| quarters | message | exception |
|---|---|---|
| missed missed | missed_by_chance | red two periods running |
| near missed | missed_by_chance | |
| missed near | missed_by_chance | |
| missed met | met_by_chance | |
| met met | deteriorating | deteriorating |
| missed missed | will_keep_missing | will keep missing unless something changes; red two periods running |
| missed - missed | missed_by_chance | |
""")
def test_exceptions(quarters, message, exception):
    """Scorecards and sessions look first at what gets worse, at what will keep missing, and at what is red
    for the second period running. The ratings are of quarters one after the other, a dash one without."""
    found = exceptions_of(quarters, message)
    assert (found["is_exception"], found["why_exception"] or None) == (exception is not None, exception)


@examples("""
| quarters | says | pressing |
|---|---|---|
| missed missed | will_keep_missing | Red two periods running, and getting worse or bound to stay so |
| near missed | deteriorating | Red, and getting worse or bound to stay so |
| missed missed | missed_by_chance | Red two periods running |
| missed near | will_keep_missing | Off target, and getting worse or bound to stay so |
| met met | deteriorating | Getting worse, though on target or not rated |
| near missed | missed_by_chance | |
| missed - | deteriorating | Getting worse, though on target or not rated |
""")
def test_pressing(quarters, says, pressing):
    """A session takes exceptions in this order, by how little will mend by itself: a red that gets worse or
    is bound to stay comes before one that may be back on target by chance."""
    found = message.pressing(latest(quarters, says)).row(0, named=True)["pressing"]
    assert (LABELS[found] if found else None) == pressing


def exceptions_of(quarters, says):
    return message.exceptions(latest(quarters, says)).row(0, named=True)


def latest(quarters, says):
    """The last of some quarters with what it says, and whether it is red again."""
    ratings = [None if word == "-" else word for word in quarters.split()]
    periods = [f"2023-24-Q{number}" for number in range(1, len(ratings) + 1)]
    history = pl.DataFrame({"indicator": "X", "period": periods, "rating_group": ratings})
    return history.with_columns(message.red_again(history)).tail(1).with_columns(message=pl.lit(says))
