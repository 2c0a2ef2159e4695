"""Additive rounding: who trusts that multiples add up can tell a hidden one, and must tell no count by it.

Counts of 1 to base - 1 are printed as [low] by a policy that does nothing but round, and must not be told.
"""

import itertools

import polars as pl
import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.adversary import playing
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.proof import faults
from tests.rooms.disclosure.quarters import group, line, sealed

PERIOD = "at2023-09-30"
MOST = 12
"""No count of these tables is taken to be larger by the reader; some are."""


def rule(base):
    rounding = {"base": base, "kind": "controlled"}
    return policy.from_dict(
        {"code": "own", "source": "x", "percentages": "rounded_parts", "rounding": rounding}
    )


def released(counts, base):
    groups = tuple(group("EDU03", PERIOD, f"ethnicity=g{n}", count) for n, count in enumerate(counts))
    printed = Printed(sealed(line("EDU03", PERIOD, sum(counts)), breakdown=groups))
    return gate.clear(printed, World(otherwise=rule(base)))


def said(given):
    """What is printed of all, then of each group: a multiple, or None where it is hidden."""
    table = given.table.figures.filter(given.table.figures["part"] == "value").sort("breakdown")
    found = zip(table["text"], table["symbol"], strict=True)
    return [None if symbol == "c" else int(text or 0) for text, symbol in found]


def possible(told, base):
    """Every table that agrees with what is printed, with multiples that add up, hidden ones too."""
    for counts in itertools.product(range(1, MOST + 1), repeat=len(told) - 1):
        whole = [sum(counts), *counts]
        nearby = [
            [multiple for multiple in range(0, 99 * base, base) if abs(multiple - count) < base]
            if printed is None
            else [printed] * (abs(printed - count) < base)
            for printed, count in zip(told, whole, strict=True)
        ]
        if any(total == sum(parts) for total, *parts in itertools.product(*nearby)):
            yield whole


# 3 of three groups of 1, to multiples of 4: all print as [low]. 3 hidden alone would still be 0 + 0 + 0.
MEETING = ((3, (1, 1)), (4, (1, 1, 1)), (5, (1, 1, 1, 1)))


@pytest.mark.parametrize(("base", "counts"), MEETING)
def test_a_total_hidden_alone_would_be_told_by_the_sum_of_its_multiples(base, counts):
    alone = [None, *(0 for _ in counts)]
    assert list(possible(alone, base)) == [[sum(counts), *counts]]


@pytest.mark.parametrize(("base", "counts"), MEETING)
def test_so_a_group_is_hidden_with_it_and_no_small_count_can_be_told(base, counts):
    given = released(counts, base)
    told = said(given)
    assert told.count(None) == 2
    found = list(possible(told, base))
    assert [sum(counts), *counts] in found
    assert all(len({table[place] for table in found}) > 1 for place in range(1, len(told)))


SMALL = [
    (base, counts)
    for base in (3, 4, 5)
    for size in (2, 3)
    for counts in itertools.combinations_with_replacement((1, 2, 3), size)
    if sum(counts) <= base + 1
]


@pytest.mark.parametrize(("base", "counts"), SMALL)
def test_no_small_table_tells_a_count_below_the_base(base, counts):
    given = released(counts, base)
    told, draft = said(given), given.draft
    assert not faults(draft.system, draft.protection)
    found = list(possible(told, base))
    assert [sum(counts), *counts] in found
    small = [place for place, count in enumerate([sum(counts), *counts]) if count < base]
    assert all(len({table[place] for table in found}) > 1 for place in small)


def test_a_multiple_is_no_figure_of_its_own():
    """Two figures are hidden; the multiples that go with them are not counted beside them."""
    draft = released((1, 1, 1), 4).draft
    assert draft.protection.secondary.sum() == 2


def test_the_adversary_trusts_the_sums_and_opens_a_total_that_is_hidden_alone():
    given = released((1, 1, 1), 4)
    sound = playing.played([given.draft.as_printed], given.world)
    is_total = pl.col("breakdown") == ""
    weak = playing.played([given.draft.as_printed.with_columns(hidden=is_total)], given.world)
    assert (sound.opens, weak.opens) == (False, True)
    assert sorted(weak.recovered["count"].to_list()) == [1, 1, 1, 3]
