"""Laws of roll-up."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import delivery, rollup

RATINGS = st.lists(st.tuples(st.sampled_from([*rollup.STANDARD, None]), st.sampled_from("abc")), max_size=60)
STATUSES = st.lists(st.sampled_from(delivery.STATUSES), min_size=1, max_size=5)


def frame(ratings):
    return pl.DataFrame(ratings, schema={"rating": pl.String, "unit": pl.String}, orient="row")


@given(ratings=RATINGS)
def test_groups_add_up_to_the_whole_and_every_line_is_counted_once(ratings):
    whole = rollup.tally(frame(ratings)).row(0, named=True)
    parts = rollup.tally(frame(ratings), ["unit"])

    assert {name: parts[name].sum() for name in whole} == whole
    assert whole["all"] == len(ratings) == sum(whole[step] for step in rollup.STANDARD) + whole["not_rated"]


@given(ratings=RATINGS)
def test_the_note_stands_exactly_where_the_printed_percentages_miss_100(ratings):
    row = rollup.shares(rollup.tally(frame(ratings))).row(0, named=True)
    printed = [row[f"{step}_share"] for step in rollup.STANDARD]

    if row["rated"]:
        assert row["may_not_sum"] == (sum(printed) != 100)
        assert abs(sum(printed) - 100) <= 1
    else:
        assert printed == [None, None, None]


@given(statuses=STATUSES, order=st.randoms(use_true_random=False))
def test_the_order_of_its_parts_does_not_change_an_action(statuses, order):
    shuffled = list(statuses)
    order.shuffle(shuffled)

    assert adopted(statuses) == adopted(shuffled)


@given(statuses=STATUSES)
def test_an_action_of_like_parts_stands_as_they_do(statuses):
    assert adopted(statuses[:1] * 3) == statuses[0]


@given(statuses=STATUSES, further=st.sampled_from(delivery.STATUSES))
def test_a_further_part_never_hides_a_red_one(statuses, further):
    if adopted(statuses) == "red":
        assert adopted([*statuses, further]) == "red"


def adopted(statuses):
    rows = [(f"R2.{number}", "R2", status) for number, status in enumerate(statuses)]
    lines = pl.DataFrame(rows, schema=["action", "parent", "status"], orient="row")
    return delivery.worst_part(lines)["status"].item()


def test_an_action_without_parts_keeps_its_other_columns():
    lines = pl.DataFrame({"action": ["R1"], "parent": [None], "status": ["green"], "priority": ["residents"]})

    made = delivery.worst_part(lines.cast({"parent": pl.String}))
    assert made.row(0, named=True) == {
        "action": "R1",
        "status": "green",
        "parts": [],
        "priority": "residents",
    }
    assert str(delivery.reconciliation(lines)) == "Each of the 1 adopted actions is reported on one line."
