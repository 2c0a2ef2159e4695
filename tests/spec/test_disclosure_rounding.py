"""Rounding as the alternative to hiding: what is printed, and what an outsider can tell from it."""

import numpy as np
import polars as pl
from scipy import sparse

from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy import Rounding
from goldenthread.methods.disclosure.policy.controlled import controlled


def own(**fields):
    return policy.from_dict({"code": "own", "source": "x", "percentages": "rounded_parts", **fields})


def ends(printed, *, is_low=False, **fields):
    least, most = policy.possible(np.array([printed]), own(**fields), np.array([is_low]))
    return int(least[0]), int(most[0])


def test_each_by_itself_need_not_add_up_and_readers_are_told_so():
    """8 + 8 + 8 = 24 is printed as 10 + 10 + 10 and 25. Source: NHS Digital, 2018."""
    printed = pl.DataFrame({"count": [8, 8, 8, 24]}).select(policy.rounded(pl.col("count"), 5)).to_series()

    assert printed.to_list() == [10, 10, 10, 25]
    assert "may not add up" in Rounding(5).statement


def test_a_half_goes_up():
    printed = pl.DataFrame({"count": [4, 5, 14, 15]}).select(policy.rounded(pl.col("count"), 10)).to_series()

    assert printed.to_list() == [0, 10, 10, 20]


def test_controlled_rounding_adds_up():
    """8 + 8 + 8 = 24 to multiples of 5 nearby: the total is 25, two of the parts go up, one down."""
    sums = sparse.csr_array(np.array([[1, 1, 1, -1]]))

    found = controlled(np.array([8, 8, 8, 24]), sums, 5)

    assert found.is_additive
    assert sorted(found.counts[:3].tolist()) == [5, 10, 10]
    assert found.counts[3] == 25
    assert found.statement == "Figures are rounded to a multiple of 5 nearby, so that they add up to totals."


def test_where_nothing_adds_up_each_is_rounded_by_itself_and_readers_are_told():
    """Three times 2 is 6. To multiples of 5 the 2 is 0 or 5, which makes 0 or 15; the 6 is 5 or 10."""
    sums = sparse.csr_array(np.array([[3, -1]]))

    found = controlled(np.array([2, 6]), sums, 5)

    assert found.counts.tolist() == [0, 5]
    assert not found.is_additive
    assert found.statement.startswith("No table adds up. Figures are rounded to the nearest 5")


def test_what_an_outsider_can_tell_of_a_rounded_count():
    assert ends(10, rounding={"base": 5}) == (8, 12)
    assert ends(10, rounding={"base": 10}) == (5, 14)
    assert ends(10, rounding={"base": 5, "kind": "controlled"}) == (6, 14)


def test_what_rounds_to_nothing_and_is_not_nothing_is_low():
    """Base 5: 1 and 2 are printed as [low] and 0 as 0; where zeros may be hidden, all three as [low]."""
    counts = pl.DataFrame({"count": [0, 1, 2, 3]})
    rounded = policy.rounded(pl.col("count"), 5)
    printed = {
        zeros: counts.select(
            policy.rounds_to_nothing(pl.col("count"), rounded, own(rounding={"base": 5}, zeros=zeros))
        )
        .to_series()
        .to_list()
        for zeros in ("shown", "may_hide")
    }

    assert printed == {"shown": [False, True, True, False], "may_hide": [True, True, True, False]}
    assert ends(0, is_low=True, rounding={"base": 5}) == (1, 2)
    assert ends(0, is_low=True, rounding={"base": 5}, zeros="may_hide") == (0, 2)
    assert ends(0, rounding={"base": 5}) == (0, 0)


def test_who_knows_what_is_hidden_can_tell_more():
    """1 to 7 are hidden: a printed 10 is 8 to 12, and a printed 0 is 0."""
    assert ends(10, rounding={"base": 5}, threshold=9) == (10, 12)
    assert ends(0, rounding={"base": 5}, threshold=7) == (0, 0)


def test_shares_are_worked_out_from_rounded_parts():
    """13 of 38 is 34.2%; printed as 15 of 40 it is 37.5%. Source: NHS Digital, 2018."""
    parts = pl.DataFrame({"n": [13, 1], "d": [38, 2]}).select(
        n=policy.rounded(pl.col("n"), 5), d=policy.rounded(pl.col("d"), 5)
    )

    shares = parts.select(policy.share_of_rounded(pl.col("n"), pl.col("d"))).to_series()

    assert shares.to_list() == [37.5, None]
