"""Whole counts: 23.5 people are nobody's return, and nothing leaves until that is put right."""

import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.methods.disclosure.linked import NotACount
from tests.rooms.disclosure.quarters import group, line, sealed

PERIOD = "at2023-09-30"


def cleared(*lines, breakdown=()):
    return gate.clear(Printed(sealed(*lines, breakdown=breakdown)))


def texts(passed):
    return passed.table.figures.filter(passed.table.figures["part"] == "value")["text"].to_list()


@pytest.mark.parametrize("count", [23.5, 3.5, 0.4])
def test_part_of_a_person_is_refused_with_its_place_and_what_would_be_right(count):
    with pytest.raises(NotACount) as refused:
        cleared(line("HOU01", PERIOD, count, unit="count"))
    assert f"HOU01 numerator, SMH, at2023-09-30: {count}" in str(refused.value)
    assert "Correct it in the return and import it again" in str(refused.value)


@pytest.mark.parametrize(
    ("unit", "multiplier", "counts", "part"),
    [
        ("%", 100.0, (23.5, 40), "numerator"),
        ("%", 100.0, (23, 40.5), "denominator"),
        ("per 10,000", 10_000.0, (120.25, 40_000), "numerator"),
        ("days", 1.0, (1200.5, 40.5), "denominator"),
    ],
)
def test_both_parts_of_a_share_and_what_an_average_goes_over_are_whole(unit, multiplier, counts, part):
    given = line("CSC10", PERIOD, *counts, unit=unit, multiplier=multiplier)
    with pytest.raises(NotACount, match=rf"CSC10 {part}, SMH, at2023-09-30: \d+\.\d+\. Correct"):
        cleared(given)


def test_a_group_and_a_point_of_the_history_are_looked_at_too():
    points = [{"period": "at2023-06-30", "value": 30.5, "numerator": None, "denominator": None}]
    whole = line("HOU01", PERIOD, 40, unit="count", history=points)
    with pytest.raises(NotACount) as refused:
        cleared(whole, breakdown=(group("HOU01", PERIOD, "ward=W1", 19.5),))
    assert "SMH, at2023-06-30: 30.5" in str(refused.value)
    assert "SMH, ward=W1, at2023-09-30: 19.5" in str(refused.value)


@pytest.mark.parametrize(
    "given",
    [
        line("CSC03", PERIOD, 1234.5, 40, unit="days", multiplier=1.0),
        line("HR01", PERIOD, 1234.5, 321.7, unit="days per FTE", multiplier=1.0),
        line("FIN01", PERIOD, 1234.56, unit="£"),
        line("HOU01", PERIOD, 23.5, unit="count", aggregation="average_n"),
        line("HR02", PERIOD, 23.4, 321.7, unit="%", numerator_label="Agency staff, FTE",
             denominator_label="Staff, full-time equivalents"),
        line("HR03", PERIOD, 23, 321.5, unit="%", denominator_label="Average headcount of the year"),
    ],
)  # fmt: skip
def test_days_money_full_time_equivalents_and_averages_may_be_parts(given):
    assert texts(cleared(given)) == [f"{given['value']:.12g}"]


def test_a_share_that_is_told_without_its_counts_may_be_a_part_of_a_percent():
    given = line("CSC10", PERIOD, 40, unit="%", multiplier=100.0, value=97.3)
    assert texts(cleared(given)) == ["97.3"]


def test_what_counts_no_people_may_be_anything():
    given = line("WST01", PERIOD, 23.5, unit="count", counts_people=False)
    assert texts(cleared(given)) == ["23.5"]


def test_whole_numbers_that_were_added_up_as_parts_are_whole():
    assert texts(cleared(line("HOU01", PERIOD, 23.000000000000004, unit="count"))) == ["23"]
