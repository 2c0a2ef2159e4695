"""What holds of every policy and every rounding, whatever the figures."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy.controlled import controlled

COUNTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=30)


def own(**fields):
    return policy.from_dict({"code": "own", "source": "x", **fields})


def judged(rule, pairs):
    parts = {"numerator": [n for n, _ in pairs], "denominator": [n + rest for n, rest in pairs]}
    return policy.primary(pl.DataFrame({**parts, "policy": ["p"] * len(pairs)}), {"p": rule})


@given(COUNTS, st.integers(1, 20), st.integers(0, 20), st.sampled_from(["shown", "hidden", "may_hide"]))
def test_a_higher_threshold_never_shows_what_a_lower_one_hid(pairs, lower, more, zeros):
    few, many = (
        judged(own(threshold=threshold, complement=True, zeros=zeros), pairs)
        for threshold in (lower, lower + more)
    )

    for part in ("numerator", "denominator", "remainder", "value"):
        assert (few[f"primary_{part}"] <= many[f"primary_{part}"]).all()


@given(COUNTS, st.integers(1, 20), st.sampled_from(["shown", "hidden"]))
def test_those_counted_and_those_left_out_are_judged_alike(pairs, threshold, zeros):
    rule = own(threshold=threshold, complement=True, zeros=zeros)

    one_way, other_way = judged(rule, pairs), judged(rule, [(rest, n) for n, rest in pairs])

    assert one_way["primary_numerator"].to_list() == other_way["primary_remainder"].to_list()
    assert one_way["primary_value"].to_list() == other_way["primary_value"].to_list()


@given(COUNTS)
def test_inclusive_at_a_number_hides_as_not_inclusive_at_the_next(pairs):
    at, below = own(threshold=5), own(threshold=6, inclusive=False)

    assert (
        judged(at, pairs)["primary_numerator"].to_list()
        == judged(below, pairs)["primary_numerator"].to_list()
    )


@given(COUNTS, st.randoms(use_true_random=False))
def test_the_order_of_figures_does_not_matter(pairs, chance):
    rule, mixed = own(threshold=5, complement=True), list(pairs)
    chance.shuffle(mixed)
    why = dict(zip(pairs, judged(rule, pairs)["why_value"], strict=True))

    assert judged(rule, mixed)["why_value"].to_list() == [why[pair] for pair in mixed]


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=40), st.integers(2, 20), st.sampled_from([None, 5, 30])
)
def test_the_true_count_is_among_those_an_outsider_holds_possible(counts, base, threshold):
    fields = {"zeros": "may_hide"} if threshold is None or base > threshold else {"threshold": threshold}
    rule = own(rounding={"base": base}, percentages="rounded_parts", **fields)
    shown = np.array([count for count in counts if not rule.is_small(count)], np.int64)
    printed = policy.rounded(pl.col("n"), base)
    told = pl.DataFrame({"n": shown}).select(
        printed=printed, is_low=policy.rounds_to_nothing(pl.col("n"), printed, rule)
    )

    least, most = policy.possible(told["printed"].to_numpy(), rule, told["is_low"].to_numpy())

    assert ((least <= shown) & (shown <= most)).all()


TABLES = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**31))


@given(TABLES, st.sampled_from([3, 5, 10]))
def test_a_table_of_two_dimensions_is_always_rounded_so_that_it_adds_up(shape, base):
    counts, sums = table(*shape)

    found = controlled(counts, sums, base, seed=1)

    assert found.is_additive
    assert not (sums @ found.counts).any()
    assert not (found.counts % base).any()
    assert (abs(found.counts - counts) < base).all()
    assert found.counts.tolist() == controlled(counts, sums, base, seed=1).counts.tolist()


def table(rows, columns, seed):
    """Random counts with both margins and the total, and their sums."""
    inner = np.random.default_rng(seed).integers(0, 60, (rows, columns))
    whole = np.block([[inner, inner.sum(1, keepdims=True)], [inner.sum(0, keepdims=True), inner.sum()]])
    places = np.arange(whole.size).reshape(whole.shape)
    lines = [*places, *places.T]
    sums = np.zeros((len(lines), whole.size), np.int64)
    for number, line in enumerate(lines):
        sums[number, line] = [*[1] * (len(line) - 1), -1]
    return whole.ravel(), sparse.csr_array(sums)


@pytest.mark.parametrize("code", sorted(policy.PRESETS))
def test_every_convention_is_read_and_written_back(code):
    reason = {"none_because": "x"} if code == "none" else {}
    rule = policy.from_dict({"code": "own", "from_preset": code, **reason})

    assert policy.from_dict(policy.to_dict(rule)) == rule


def test_a_convention_that_was_taken_back_in_part_is_written_back_too():
    rule = own(from_preset="nhs_hes", rounding=None, percentages="safe_parts", may_cross=[["age", "sex"]])

    assert policy.from_dict(policy.to_dict(rule)) == rule
