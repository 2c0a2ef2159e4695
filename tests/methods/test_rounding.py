"""Laws of rounding."""

from decimal import ROUND_HALF_UP, Decimal

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.methods.rounding import half_up, printed

DECIMALS = st.integers(min_value=-3, max_value=8)


@st.composite
def short_decimals(draw):
    """A decimal of at most 15 significant digits, often close to a half."""
    digits = draw(st.integers(min_value=0, max_value=10**15 - 1))
    nines = int("4" + "9" * draw(st.integers(min_value=0, max_value=13)))
    size = draw(st.sampled_from([digits, nines, digits // 10 * 10 + 5 if digits > 10 else 5]))
    exponent = draw(st.integers(min_value=-12, max_value=3))
    return Decimal(draw(st.sampled_from([1, -1])) * size).scaleb(exponent)


def on_paper(figure, decimals):
    return figure.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@given(figures=st.lists(st.tuples(short_decimals(), DECIMALS), min_size=1, max_size=50))
def test_equal_to_exact_decimals(figures):
    frame = pl.DataFrame({"value": [float(f) for f, _ in figures], "decimals": [d for _, d in figures]})

    rounded = frame.select(half_up(pl.col("value"), pl.col("decimals"))).to_series()

    assert rounded.to_list() == [float(on_paper(f, d)) for f, d in figures]


@given(figure=st.one_of(short_decimals().map(float), st.floats(allow_nan=False)), decimals=DECIMALS)
def test_one_figure_or_a_column_is_the_same(figure, decimals):
    column = pl.select(half_up(pl.lit(figure), decimals)).item()

    assert half_up(figure, decimals) == column


@given(figure=short_decimals(), decimals=DECIMALS)
def test_a_binary_number_or_a_decimal_is_the_same(figure, decimals):
    assert half_up(float(figure), decimals) == float(half_up(figure, decimals))


@given(figure=short_decimals(), decimals=st.integers(min_value=0, max_value=6))
@example(figure=Decimal("49999999999.9"), decimals=6)
def test_printed_digits_are_those_on_paper(figure, decimals):
    expected = f"{on_paper(figure, decimals):.{decimals}f}"

    assert printed(float(figure), decimals) == (expected.lstrip("-") if float(expected) == 0 else expected)


@given(figures=st.lists(short_decimals(), min_size=2), decimals=DECIMALS)
def test_a_greater_figure_is_never_printed_smaller(figures, decimals):
    frame = pl.DataFrame({"value": sorted(float(figure) for figure in figures)})

    rounded = frame.select(half_up(pl.col("value"), decimals)).to_series()

    assert rounded.is_sorted()


@given(figure=st.floats(min_value=-1e12, max_value=1e12), decimals=DECIMALS)
def test_rounding_mirrors_at_zero_and_is_done_once(figure, decimals):
    rounded = half_up(figure, decimals)

    assert half_up(-figure, decimals) == -rounded
    assert half_up(rounded, decimals) == rounded


@given(numerator=st.integers(0, 10**6), denominator=st.integers(1, 10**6), decimals=st.integers(0, 3))
def test_a_percentage_of_counts_is_rounded_as_the_exact_fraction(numerator, denominator, decimals):
    step = 10**decimals
    exact = (2 * 100 * numerator * step + denominator) // (2 * denominator)

    assert half_up(100 * (numerator / denominator), decimals) == exact / step


def test_what_is_no_number_stays_so():
    frame = pl.DataFrame({"value": [None, float("inf"), 1e300]}, schema={"value": pl.Float64})

    assert frame.select(half_up(pl.col("value"), 1)).to_series().to_list() == [None, float("inf"), 1e300]
