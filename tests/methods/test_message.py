"""Message: every combination of what can be known has its sentence, and the same one by other means."""

from functools import cache
from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import message, run_chart, spc
from goldenthread.methods.message import order, words
from goldenthread.methods.message.states import KNOWN
from goldenthread.methods.trend import PeriodsRepeated

NUMBERS = (None, 40.0, 50.0, 60.0)
TARGETS = (None, 50.0)


@cache
def everything():
    """Every combination of the words and flags, with figures below, on and above the target and missing."""
    return pl.DataFrame(
        list(product(*KNOWN.values(), NUMBERS, TARGETS, (None, True), (False, True), (None, True))),
        schema=[*KNOWN, "value", "target", "is_trial", "is_constant", "is_overlapping"],
        orient="row",
    )


def spoken(row):
    """The rules once more, as one would say them: an oracle that shares nothing with the table."""
    value, target, higher = row["value"], row["target"], row["polarity"] == "higher"
    if value is None:
        return words.NO_FIGURE
    if row["polarity"] not in ("higher", "lower"):
        return words.NO_BETTER_WAY
    if row["is_overlapping"]:
        return words.OVERLAPPING
    icon = row["variation_icon"]
    if icon and not row["is_trial"]:
        if icon.startswith("concern"):
            return words.DETERIORATING
        return words.IMPROVING if icon.startswith("improvement") else by_target(row, value, target, higher)
    if row["run_variation"] == run_chart.NON_RANDOM and row["run_side"]:
        return words.IMPROVING if (row["run_side"] == "high") == higher else words.DETERIORATING
    return words.TOO_FEW


def by_target(row, value, target, higher):
    if not row["assurance_icon"] or not (row["rating_group"] or target is not None):
        return words.NO_TARGET
    group = row["rating_group"]
    met = group == "met" if group else (value >= target if higher else value <= target)
    certain = {"pass": met, "fail": not met, "inconsistent": False}[row["assurance_icon"]]
    if row["is_constant"]:
        certain = True
    if met:
        return words.MET_RELIABLY if certain else words.MET_BY_CHANCE
    return words.WILL_KEEP_MISSING if certain else words.MISSED_BY_CHANCE


def test_every_combination_says_what_the_oracle_says_and_why():
    found = message.messages(everything())

    assert found.height == 5 * 4 * 8 * 4 * 3 * 3 * 4 * 2 * 2 * 2 * 2
    assert found.select(pl.col(message.COLUMNS).null_count().sum()).row(0) == (0, 0)
    assert found["message"].cast(pl.String).to_list() == [spoken(row) for row in found.iter_rows(named=True)]


def test_each_state_leads_somewhere_and_each_rule_is_needed():
    numbers, whys = order.answers()

    assert numbers.shape == tuple(len(states) for states in order.STATES.values())
    assert {order.WHY.categories[int(n)] for n in set(whys.ravel())} == {rule.why for rule in order.ORDER}
    assert {message.MESSAGES.categories[int(n)] for n in set(numbers.ravel())} == set(message.LABELS)


def test_rules_name_known_states():
    for rule in order.ORDER:
        for name, allowed in rule.when.items():
            assert set(allowed.split(" or ")) <= set(order.STATES[name])


def test_public_words_hold_nothing_of_process_control():
    public = " ".join([*message.SENTENCES.values(), *message.LABELS.values()]).lower()

    assert message.SENTENCES.keys() == message.LABELS.keys()
    assert not any(
        word in public for word in ("special cause", "common cause", "limit", "icon", "xmr", "spc")
    )


@given(st.permutations(range(8)))
def test_the_order_of_indicators_changes_nothing(places):
    frame = everything().sample(8, seed=1)

    assert message.messages(frame[list(places)]).equals(message.messages(frame)[list(places)])


def test_what_a_frame_lacks_counts_as_empty():
    bare = pl.DataFrame({"polarity": ["higher", "higher"], "value": [5.0, float("nan")]})

    assert message.messages(bare)["message"].to_list() == [words.TOO_FEW, words.NO_FIGURE]
    assert message.messages(bare.clear()).columns == ["polarity", "value", *message.COLUMNS]


@pytest.mark.parametrize(("frame", "error", "said"), [
    ({"value": [1.0]}, message.ColumnsMissing, "polarity"),
    ({"value": [1.0], "polarity": ["up"]}, message.WordsUnknown, "polarity 'up': write higher"),
    ({"value": [1.0], "polarity": ["lower"], "rating_group": ["amber"]}, message.WordsUnknown, "write met"),
])  # fmt: skip
def test_a_frame_that_cannot_be_read_is_refused(frame, error, said):
    with pytest.raises(error, match=said):
        message.messages(pl.DataFrame(frame))


def months(series):
    days = pl.date_range(pl.date(2022, 4, 1), pl.date(2024, 9, 1), "1mo", eager=True)
    return pl.concat(
        pl.DataFrame(
            {"indicator": name, "date": days[: len(values)], "value": pl.Series(values, dtype=pl.Float64)}
        )
        for name, values in series.items()
    )


def test_many_charts_are_read_at_once_and_each_keeps_its_own():
    frame = months({"B": [5.0, 6.0] * 8, "A": [5.0, 6.0] * 8 + [30.0], "C": [None, None], "D": [1.0]})
    read = message.of_chart(spc.chart(frame, spc.Parameters("higher", target=1.0)))
    said = message.messages(read.with_columns(polarity=pl.lit("higher")))

    assert dict(said.select("indicator", pl.col("message").cast(pl.String)).rows()) == {
        "B": words.MET_RELIABLY, "A": words.IMPROVING, "C": words.NO_FIGURE, "D": words.TOO_FEW,
    }  # fmt: skip


def test_a_key_that_is_empty_is_a_key_and_a_frame_without_rows_has_no_message():
    frame = months({"A": [5.0, 6.0] * 8}).with_columns(area=pl.lit(None, pl.String))
    read = message.of_chart(spc.chart(frame, spc.Parameters("higher", target=1.0)))
    none = message.of_chart(spc.chart(frame.clear(), spc.Parameters("higher")))

    assert message.messages(read.with_columns(polarity=pl.lit("higher")))["message"].to_list() == [
        words.MET_RELIABLY
    ]
    assert message.messages(none.with_columns(polarity=pl.lit("higher"))).height == 0
    assert message.of_run_chart(run_chart.run_chart(frame))["run_side"].to_list() == [""]


def test_a_run_on_the_median_does_not_end_it_and_a_missing_value_is_passed_over():
    run = [1.0, 2.0, 1.0, 2.0, 5.0, 8.0, 9.0, 8.0, None, 9.0, 5.0, 8.0, 9.0, 8.0, 9.0, 8.0]
    read = message.of_run_chart(run_chart.run_chart(months({"A": [*run[:4], *run], "B": [None]})))

    assert read["run_side"].to_list() == ["high", ""]
    assert read["value"].to_list() == [8.0, None]


def test_a_long_run_that_is_over_gives_no_direction():
    values = [1.0, 2.0] * 5 + [8.0, 1.0, 9.0, 1.0, 8.0] + [9.0, 8.0] * 5 + [1.0, 9.0]
    chart = run_chart.run_chart(months({"A": values}))

    assert chart.series["variation"].to_list() == [run_chart.NON_RANDOM]
    assert message.of_run_chart(chart)["run_side"].to_list() == [""]


def test_red_again_keeps_series_apart_in_any_order():
    frame = pl.DataFrame(
        [("A", "2023-24-Q2", "missed"), ("B", "2023-24-Q2", "missed"), ("A", "2023-24-Q1", "missed"),
         ("B", "2023-24-Q1", None), ("B", "2022-23-Q4", "missed")],
        schema=["indicator", "period", "rating_group"], orient="row",
    )  # fmt: skip

    assert message.red_again(frame).to_list() == [True, False, False, False, False]
    assert message.red_again(frame.clear()).to_list() == []
    with pytest.raises(PeriodsRepeated, match="A has two rows for 2023-24-Q2"):
        message.red_again(pl.concat([frame, frame.head(1)]))
    with pytest.raises(message.ColumnsMissing, match="period"):
        message.red_again(frame.drop("period"))


def test_exceptions_need_messages():
    with pytest.raises(message.ColumnsMissing, match="messages"):
        message.exceptions(pl.DataFrame({"indicator": ["A"]}))
