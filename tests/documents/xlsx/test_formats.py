"""The number format under which an exact figure looks as it is printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents import wording
from goldenthread.documents.renderers.xlsx.cells.formats import held, shape, unmarked
from tests.documents.xlsx.books import displayed

UNITS = ("%", "% change", "count", "£", "£m", "£000s", "days", "score", "per 10,000")
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**6), max_value=10**6)


@pytest.mark.parametrize(
    ("shown", "value", "form"),
    [
        ("91.3%", "91.265597148", '#,##0.0"%"'),
        ("1,164", "1164", "#,##0"),
        ("268,900", "268900", "#,##0"),
        ("9%", "9.4", '#,##0"%"'),
        ("1912", "1912", "0"),
        ("£4.1m", "4.0998", '"£"#,##0.0"m"'),
        ("£91,711", "91711.159", '"£"#,##0'),
        ("−14.6%", "-14.6", '#,##0.0"%";"−"#,##0.0"%"'),
        ("−£0.4m", "-0.38", '"£"#,##0.0"m";"−£"#,##0.0"m"'),
        ("0.0%", "-0.04", '#,##0.0"%";#,##0.0"%"'),
        ("+3.1", "3.14", '"+"#,##0.0'),
    ],
)
def test_a_figure_is_held_exact_beneath_what_is_printed(shown, value, form):
    found = shape(shown, Decimal(value))

    assert (found.format, found.words) == (form, "")
    assert displayed(float(value), form) == shown


@pytest.mark.parametrize(
    ("shown", "value", "words"),
    [("1,050 or fewer", "1050", "or fewer"), ("12.0% or less", "12", "or less"), ("28 days", "28", "days")],
)
def test_words_of_a_figure_stand_beside_it(shown, value, words):
    assert shape(shown, Decimal(value)).words == words


@pytest.mark.parametrize(
    ("shown", "value", "seconds"),
    [
        ("2 min 51 s", "170.905668959", "171 seconds"),
        ("3 min or less", "180", "180 seconds"),
        ("1 h 4 s", "3604.2", "3,604 seconds"),
        ("0 s", "0", "0 seconds"),
        ("−51 s", "-51", "−51 seconds"),
    ],
)
def test_a_time_is_held_in_seconds_and_told_beside(shown, value, seconds):
    found = shape(shown, Decimal(value))

    assert found.words == shown
    assert displayed(float(value), found.format) == seconds


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("9 of 9", "100"),
        ("18 of 27 (66.7%)", "66.7"),
        ("15 to 20%", "15"),
        ("91.3%", "91.4"),
        ("1,2", "12"),
        ("awaited", "3"),
        ("2 minutes 51 seconds", "171"),
        ("38.5 per 10,000", "38.5"),
        ("3 min", "171"),
        ('5 "x" 6', "5"),
    ],
)
def test_what_no_format_prints_is_left_to_words(shown, value):
    assert shape(shown, Decimal(value)) is None


def test_a_half_that_a_spreadsheet_would_print_otherwise_is_left_to_words():
    """88.05 was computed as a hair less: what is printed as 88.1, a spreadsheet would show as 88.0."""
    assert shape("88.1%", Decimal("88.0499999999999")) is None
    assert shape("88.1%", Decimal("88.05")).format == '#,##0.0"%"'


@given(amounts, st.sampled_from(UNITS), st.integers(0, 4))
def test_what_is_printed_is_what_a_spreadsheet_shows(value, unit, decimals):
    """The law: words and displayed figure together are the printed figure, for whatever is printed."""
    shown = wording.figure(value, wording.Measure(unit, decimals))
    found = shape(shown, value)

    if found is not None:
        assert f"{displayed(held(value), found.format)} {found.words}".strip() == shown
        assert held(value) == float(value)


@given(amounts, st.sampled_from(UNITS), st.integers(0, 4))
def test_nearly_every_printed_figure_has_a_format(value, unit, decimals):
    """Only a figure within a hair of a half has none."""
    shown = wording.figure(value, wording.Measure(unit, decimals))
    scaled = abs(value.scaleb(decimals)) % 1
    assert shape(shown, value) is not None or abs(scaled - Decimal("0.5")) < Decimal("1e-2")


@given(st.integers(-(10**6), 10**6), st.sampled_from(["higher", "lower"]))
def test_a_target_is_a_number_with_its_words(value, polarity):
    shown = wording.target(Decimal(value), wording.Measure("count", 0, polarity))
    found = shape(shown, Decimal(value))

    assert f"{displayed(float(value), found.format)} {found.words}".strip() == shown


def test_a_mark_is_taken_off_a_figure():
    assert unmarked("38.4% [p]") == ("38.4%", "[p]")
    assert unmarked("1,829 [r]") == ("1,829", "[r]")
    assert unmarked("91.3%") == ("91.3%", "")
    assert unmarked("[c]") == ("[c]", "")


def test_a_figure_too_large_for_a_cell_stays_words():
    assert shape("1" + "0" * 400, Decimal(10) ** 400) is None
