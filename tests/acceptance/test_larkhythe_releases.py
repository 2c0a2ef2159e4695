"""Larkhythe's releases: each held against all before it, whatever the order, and none that can be opened."""

from datetime import UTC, datetime

import numpy as np
import polars as pl
import pytest

from goldenthread.disclosure import actions, queries, verify
from goldenthread.methods.disclosure import attack
from goldenthread.reports import gather
from tests.acceptance.larkhythe import NOW, Frozen

Q1, Q2 = "2023-24-Q1", "2023-24-Q2"
LATER = datetime(2024, 1, 31, 12, tzinfo=UTC)


def release(period, known_at=None):
    passed = gather.passed(period, known_at=known_at)
    actions.publish(passed=passed, known_at=known_at or NOW, by="Head of Performance", at=NOW)
    return passed


def hidden(passed):
    return set(passed.draft.stated.filter("hidden").select("indicator", "area", "breakdown", "period").rows())


def printed_counts(figures):
    """The cells of which a text tells the count exactly, each with that count."""
    told = figures.filter(
        pl.col("text").is_not_null() & pl.col("base").is_null() & (pl.col("cells").list.len() == 1)
    )
    return {cells[0]: int(text) for cells, text in told.select("cells", "text").rows()}


@pytest.mark.xdist_group("larkhythe-releases")
class Releases(Frozen):
    """Both quarters frozen, nothing published yet."""

    def test_in_either_order_the_same_is_hidden_and_the_same_again_is_the_same_release(self):
        first, second = release(Q1), release(Q2)
        assert release(Q1).code == first.code
        assert queries.out() == [first.code, second.code]
        for code in queries.out():
            actions.withdraw(code=code, reason="Never left", by="Data Protection Lead", at=NOW)
        assert hidden(release(Q2)) == hidden(second)
        assert hidden(release(Q1)) == hidden(first)
        assert verify.faults() == []

    def test_restated_figures_and_later_months_open_nothing_that_was_hidden(self):
        """The same quarter told anew in January: what was hidden stays so, and nobody recovers a count."""
        told = [release(Q1), release(Q2), release(Q2, LATER), release(Q1, LATER)]
        assert hidden(told[1]) <= hidden(told[2])
        for passed in told:
            system, protection = passed.draft.system, passed.draft.protection
            assert len(attack.recovered(system, protection.hidden(system))) == 0
        assert verify.faults() == []

    def test_wherever_all_numbers_of_a_sum_are_printed_they_add_up(self):
        """Groups to their total, wards to the borough, months to their quarter, as the texts say them."""
        passed = release(Q2)
        sums, printed = passed.draft.system.sums, printed_counts(passed.table.figures)
        rows = [dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in sums]
        told = [row for row in rows if printed.keys() >= row.keys()]
        assert len(told) > 100
        assert all(sum(sign * printed[cell] for cell, sign in row.items()) == 0 for row in told)

    def test_an_outsider_recovers_what_would_be_printed_without_the_gate(self):
        """Were only the small counts themselves hidden, some could be worked out: the attack does it."""
        system = release(Q2).draft.system
        naive = system.hidden(np.zeros(len(system), bool))
        assert len(attack.recovered(system, naive)) > 0
