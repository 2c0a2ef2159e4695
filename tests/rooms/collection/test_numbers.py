"""Numbers: whatever people write is read exactly, or refused; nothing becomes a nought."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.collection.values.markers import REASONS, STANDARD, Markers
from goldenthread.collection.values.numbers import NumberReader
from goldenthread.collection.values.statuses import STANDARD as STATUS_WORDS
from goldenthread.observations import decimals

DIGITS = st.decimals(min_value=-(10**12), max_value=10**12, places=4, allow_nan=False)
PLAIN = NumberReader()


@given(DIGITS)
def test_a_number_reads_as_itself_however_it_is_dressed(number):
    exact = decimals.canonical(number)
    sign, bare = ("-", -number) if number < 0 else ("", number)
    for written in (
        f"{number:f}",
        f"{number:,f}",
        f" {number:f} ",
        f"{sign}£{bare:,f}",
        f"{number:f}%",
        f"{number:f} %",
        f"{number:f} [p]",
        f"{number:f}(prov)",
    ):
        assert PLAIN.read(written).exact == exact, written


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False))
def test_a_number_cell_keeps_the_shortest_decimal_that_is_it(number):
    exact = PLAIN.read(number).exact
    assert exact is None or float(exact) == number


@given(st.text(max_size=12))
def test_text_is_a_number_a_reason_or_a_fault_and_never_two_of_them(written):
    found = PLAIN.read(written)
    assert [found.exact is not None, found.reason != "", found.fault is not None].count(True) == 1
    if found.exact is not None:
        assert decimals.is_canonical(found.exact)
        assert any(character.isdigit() for character in written)


@pytest.mark.parametrize("marker", sorted(STANDARD))
def test_no_marker_is_ever_a_nought(marker):
    for written in (marker, marker.upper(), f" {marker} "):
        found = PLAIN.read(written)
        assert found.exact is None
        assert found.reason in REASONS


@given(DIGITS, st.sampled_from([Decimal(1000), Decimal("0.001"), Decimal(1_000_000)]))
def test_scale_multiplies_exactly(number, scale):
    assert NumberReader(scale=scale).read(f"{number:f}").exact == decimals.canonical(number * scale)


@pytest.mark.parametrize("written", ["0.93", 0.93, "93%", "93.0 %"])
def test_fractions_are_per_cent_only_where_the_mapping_says_so(written):
    assert NumberReader(percent="fraction").read(written).exact == "93"


@pytest.mark.parametrize(
    "written",
    [
        "007",
        "000",
        "£000",
        "1,16",
        "1,1640",
        "1 164",
        "1.2E+05",
        "12*",
        "12a",
        "(12)",
        "--5",
        "- -5",
        "½",
    ],
)
def test_what_could_be_two_things_is_refused(written):
    assert PLAIN.read(written).fault == "not_a_number"


@pytest.mark.parametrize(
    "written", ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1:A9)", "-cmd|x", "=HYPERLINK(1)"]
)
def test_what_begins_like_a_formula_is_not_run_and_not_kept(written):
    found = PLAIN.read(written)
    assert found.exact is None
    assert found.fault in ("formula_text", "formula_without_value")


def test_more_digits_than_are_kept_are_refused():
    assert PLAIN.read("1." + "1" * 24).exact == "1." + "1" * 24
    assert PLAIN.read("1." + "1" * 25).fault == "too_many_digits"


def test_a_returns_own_marker_goes_before_the_standard_one():
    assert NumberReader(markers=Markers({"-": "awaited"})).read("-").reason == "awaited"


def test_status_words_are_not_taken_for_markers():
    assert not set(STATUS_WORDS) & set(STANDARD)
