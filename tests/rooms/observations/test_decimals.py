from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.observations import decimals


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("93", "93"),
        ("93.0", "93"),
        ("+93.50", "93.5"),
        (" 0093 ", "93"),
        ("-0.0", "0"),
        ("1.2E3", "1200"),
        ("1e-7", "0.0000001"),
        (".5", "0.5"),
        ("5.", "5"),
        (0.1, "0.1"),
        (0.93, "0.93"),
        (1e22, "10000000000000000000000"),
        (-12, "-12"),
        (Decimal("12345678901234567.12345678"), "12345678901234567.12345678"),
    ],
)
def test_one_spelling(given_, kept):
    assert decimals.canonical(given_) == kept
    assert decimals.is_canonical(kept)


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "1,200", "93%", "£5", "1_000", "nan", "inf", "--5", "1" * 26, "1e30", "1e-60", "1e999999"],
)
def test_what_is_no_exact_number_is_refused(text):
    with pytest.raises(decimals.NotADecimal):
        decimals.canonical(text)


@pytest.mark.parametrize(
    "text", ["93.0", "+1", "-0", "01", ".5", "5.", "1e3", "", "1.", "0.10", "1" * 26, "1\n"]
)
def test_other_spellings_are_not_canonical(text):
    assert not decimals.is_canonical(text)


exact = st.decimals(allow_nan=False, allow_infinity=False).filter(lambda d: abs(d.adjusted()) <= 20)


@given(st.integers(-(10**25) + 1, 10**25 - 1), st.integers(0, 30))
def test_canonical_text_is_the_number_and_spelled_once(digits, places):
    number = Decimal(digits).scaleb(-places)

    text = decimals.canonical(number)

    assert Decimal(text) == number
    assert decimals.is_canonical(text)
    assert decimals.canonical(text) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e20, max_value=1e20))
def test_a_float_comes_back_as_itself(number):
    if number == 0 or abs(number) > 1e-7:
        assert float(decimals.canonical(number)) == number


def test_a_column_is_brought_into_one_form():
    column = pl.Series(["93.0", None, "93", "1e2", "0.50"])

    assert decimals.canonical_column(column).to_list() == ["93", None, "93", "100", "0.5"]


def test_a_column_names_what_is_no_number():
    with pytest.raises(decimals.NotADecimal, match="tbc"):
        decimals.canonical_column(pl.Series(["93", "tbc"]))


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(-(10**24), 10**24).map(str),
            st.from_regex(r"-?[0-9]{1,6}\.[0-9]{1,6}", fullmatch=True),
        )
    )
)
def test_a_column_and_a_single_number_agree(texts):
    column = pl.Series(texts, dtype=pl.String)

    assert decimals.canonical_column(column).to_list() == [t and decimals.canonical(t) for t in texts]
