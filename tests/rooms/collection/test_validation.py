"""Validation: what a figure says held against definitions, periods, other figures and what is usual."""

from datetime import date

import pytest

from goldenthread.collection import actions, mapping
from tests.rooms.collection import council, files
from tests.rooms.collection.council import KNOWN, NOW

pytestmark = pytest.mark.django_db
HEADINGS = "Indicator,Area,Period,Sex,Age,Number,Out of,Value,Status"
MAPPING = """\
mapping: long
title: One row a figure
tables:
  - header: {find: [Indicator, Period]}
    indicator: {column: Indicator}
    area: {column: Area, blank: SMH}
    period: {column: Period}
    breakdown: {sex: {column: Sex}, age: {column: Age}}
    numerator: {column: Number}
    denominator: {column: Out of}
    value: {column: Value}
    status: {column: Status}
"""


@pytest.fixture(autouse=True)
def _council():
    council.load()


def import_(tmp_path, *lines, text=MAPPING, dry_run=True):
    path = files.text(tmp_path / "a.csv", HEADINGS, *lines)
    read = mapping.read(text.encode(), "long.yaml")
    return actions.import_file(path=path, mapping=read, known_from=KNOWN, by="x", at=NOW, dry_run=dry_run)


def found(tmp_path, *lines, text=MAPPING):
    done = import_(tmp_path, *lines, text=text)
    return [(each.cell, each.severity.value, each.code.value) for each in done.findings]


@pytest.mark.parametrize(
    ("line", "code", "cell", "right"),
    [
        ("CUS1,,2023-09,,,1,2,,", "unknown_indicator", "A2", 'Did you mean "CUS01"?'),
        ("CUS01,Abbots Wharf,2023-09,,,1,2,,", "unknown_area", "B2", 'Did you mean "Abbot\'s Wharf"?'),
        ("CUS01,,2023-09,femal,,1,2,,", "unknown_breakdown", "F2", 'Did you mean "female"?'),
        ("CUS07,,2023-09,female,,,,5,", "unknown_breakdown", "H2", "Add sex to the dimensions of CUS07"),
        ("CUS01,,2023-09,,,1,2,,maybe", "unknown_status", "I2", "Write actual, provisional"),
        ("PH01,,2023-09,,,,,5,", "period_outside_frequency", "C2", "Give the figure for the whole period"),
        ("HOU07,,2023-24 Q2,,,,,5,", "period_outside_frequency", "C2", "correct the frequency"),
        ("FIN01,,at2023-08-31,,,,,5,", "period_outside_frequency", "C2", "whole period"),
        ("EDU03,,2022-23,,,,,5,", "period_outside_frequency", "C2", "say the calendar"),
        ("CUS01,,2023-11,,,1,2,,", "future_period", "C2", "the day from which the figure is known"),
        ("CUS01,,2023-09,,,0,0,,", "denominator_zero", "F2", "write n/a for all three"),
        ("CUS01,,2023-09,,,1,-2,,", "out_of_range", "F2", "Write how many there were"),
        ("CUS01,,2023-09,,,1,,,", "denominator_missing", "F2", "Write the denominator"),
        ("CUS01,,2023-09,,,139,126,,", "numerator_above_denominator", "F2", "swapped"),
        ("CUS01,,2023-09,,,1,2,,missing", "unknown_status", "A2", "Correct the status"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_what_would_be_right(tmp_path, line, code, cell, right):
    done = import_(tmp_path, line)
    told = [(each.cell, each.severity.value, each.code.value) for each in done.findings]
    assert told == [(cell, "refused row", code)]
    assert right in done.findings[0].right
    assert done.added == 0


@pytest.mark.parametrize(
    "line",
    [
        "CUS01,,2023-24 Q2,,,512,561,91.3,",
        "CUS01,,2023-09,female,65+,1,2,50,",
        "FIN01,,at2024-03-31,,,,,2.09,",
        "FIN02,,ytd-2023-09,,,110,100,110,",
        "PH01,,r12-2023-06,,,,,2.6,",
        "HOU07,,at2022-11-15,,,,,9,",
        "EDU03,,ac2022-23,,,,,0.06,",
        "CUS01,,2023-10,,,1,2,,provisional",
        "CUS07,,2023-09,,,n/a,n/a,n/a,",
    ],
)
def test_what_is_as_defined_comes_in_without_a_word(tmp_path, line):
    done = import_(tmp_path, line)
    assert done.findings == ()
    assert done.added == 1


def test_a_period_that_runs_on_is_mentioned_unless_the_figure_is_called_provisional(tmp_path):
    assert found(tmp_path, "CUS01,,2023-10,,,1,2,,") == [("C2", "warning", "unfinished_period")]


def test_a_value_its_own_numerator_and_denominator_contradict_is_mentioned(tmp_path):
    done = import_(tmp_path, "CUS01,,2023-09,,,512,561,93.1,", "CUS01,,2023-08,,,512,561,91.2,")
    assert [(each.cell, each.code.value) for each in done.findings] == [("H2", "value_disagrees")]
    assert done.findings[0].right == "Did you mean 91.3?"
    assert done.added == 2


def test_a_difference_that_would_not_show_in_print_is_not_mentioned(tmp_path):
    lines = ["CUS01,,2023-09,,,512,561,91.27065,", "CUS01,,2023-08,,,512,561,91.37065,"]
    assert found(tmp_path, *lines) == [("H3", "warning", "value_disagrees")]


def test_ten_times_off_the_range_of_the_definition(tmp_path):
    done = import_(
        tmp_path, "REV03,,2023-09,,,,,198,", "REV03,,2023-08,,,,,6000,", "REV03,,2023-07,,,,,19.8,"
    )
    assert [(each.cell, each.code.value) for each in done.findings] == [
        ("H2", "ten_times_off"),
        ("H3", "out_of_range"),
    ]
    assert "Did you mean 19.8?" in done.findings[0].right
    assert "at least 2 and at most 60" in done.findings[1].wrong
    assert done.added == 3


def test_ten_times_off_what_is_usual_in_the_file_or_in_the_ledger(tmp_path):
    months = [f"CUS07,,2023-0{month},,,,,{41 + month / 10}," for month in range(1, 7)]
    done = import_(tmp_path, *months, "CUS07,,2023-07,,,,,420,", dry_run=False)
    assert [(each.cell, each.code.value, each.right) for each in done.findings] == [
        ("H8", "ten_times_off", "Did you mean 42.0?")
    ]
    assert found(tmp_path, "CUS07,,2023-08,,,,,4.2,") == [("H2", "warning", "ten_times_off")]
    assert found(tmp_path, "CUS07,,2023-08,,,,,43,") == []


def test_nothing_is_usual_where_figures_do_not_keep_together(tmp_path):
    lines = [
        f"CUS07,,2023-0{month},,,,,{figure},"
        for month, figure in enumerate((1, 10, 100, 9, 120, 11), start=1)
    ]
    assert found(tmp_path, *lines) == []


def test_the_same_figure_twice_is_one_and_two_different_ones_are_none(tmp_path):
    lines = [
        "CUS07,,2023-09,,,,,5,",
        "CUS07,,2023-09,,,,,5,",
        "CUS07,,2023-08,,,,,5,",
        "CUS07,,2023-08,,,,,6,",
    ]
    done = import_(tmp_path, *lines)
    assert [(each.cell, each.severity.value, each.code.value) for each in done.findings] == [
        ("H3", "note", "same_twice"),
        ("H4", "refused row", "twice_and_different"),
        ("H5", "refused row", "twice_and_different"),
    ]
    assert done.added == 1
    expected = import_(tmp_path, *lines[:2], text=MAPPING + "    repeats: expected\n")
    assert (expected.findings, expected.added, expected.repeated) == ((), 1, 1)


def test_what_a_file_says_many_times_is_judged_once(tmp_path):
    lines = ["CUS01,,2023-09,,,512,561,93.1,"] * 3
    assert found(tmp_path, *lines, text=MAPPING + "    repeats: expected\n") == [
        ("H2", "warning", "value_disagrees")
    ]


def test_definitions_that_ended_still_hold_for_figures_known_then(tmp_path):
    from goldenthread.indicators import actions as indicators

    stamp = council.STAMP | {"effective_from": date(2024, 4, 1), "reason": "Given up", "is_withdrawn": True}
    row = {"code": "CUS07", "name": "CUS07", "unit": "seconds", "polarity": "lower", "frequency": "monthly"}
    row |= {"basis": "month", "aggregation": "sum", "scheme": "standard"}
    indicators.load({"indicators": [row | stamp]}, by="Test", at=NOW)
    assert found(tmp_path, "CUS07,,2023-09,,,,,5,") == []
