"""Additive rounding and what comes after it: a later release opens nothing of one that was rounded together.

Who trusts that the multiples of the first add up holds them against whatever the second says, in any form.
"""

import polars as pl
import pytest
from django.db import transaction
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.disclosure import actions, gate, worlds
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure import readers
from tests.rooms.disclosure.quarters import NOW, group, line, sealed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"
MOST = 7
"""No count of these tables is taken to be larger by the reader; some are."""


def together(base, **said):
    rounding = {"base": base, "kind": "controlled"}
    return policy.from_dict(
        {"code": "together", "source": "x", "percentages": "rounded_parts", "rounding": rounding, **said}
    )


def nearest(base):
    return policy.from_dict(
        {"code": "nearest", "source": "x", "percentages": "rounded_parts", "rounding": {"base": base}}
    )


def exactly(threshold):
    return policy.from_dict(
        {"code": "exactly", "source": "x", "percentages": "safe_parts", "threshold": threshold}
    )


def passed(rule, counts, names, period):
    groups = tuple(group("EDU03", PERIOD, name, counts[name]) for name in names if name)
    printed = Printed(sealed(line("EDU03", PERIOD, counts[""]), breakdown=groups, period=period))
    return gate.clear(printed, World(otherwise=rule, **worlds.ledger_of_releases()))


def publish(first):
    actions.publish(passed=first, known_at=NOW, by="Head of Performance", at=NOW)


def said(found):
    """What is printed of each figure: a number, 0 for [low], None where it is hidden."""
    figures = found.table.figures.filter(pl.col("part") == "value")
    rows = figures.select("breakdown", "text", "symbol").iter_rows()
    return {name: None if symbol == "c" else int(text or 0) for name, text, symbol in rows}


def held_possible(first, base, second, how):
    """Every table that agrees with both."""
    named = {**first, **second}
    return [
        counts
        for counts in readers.tables(MOST, named)
        if readers.agrees_together(first, base, set(), counts) and how(second, counts)
    ]


ONE = readers.table((6, 2, 1, 4))
"""Of a: 6 f and 2 m; of b: 1 f and 4 m."""


def test_exact_counts_after_rounded_ones_leave_the_small_one_open():
    """To multiples of 4, the 1 is [low] and the rest adds up. 5 of b, of whom 4 are m, would tell it."""
    first = passed(together(4), ONE, readers.PARTS, "2023-24-Q2")
    publish(first)
    asked = ["", "ethnicity=a;sex=m", "ethnicity=b", "ethnicity=b;sex=m", "sex=m"]
    second = passed(exactly(2), ONE, asked, "2023-24-Q3")
    told, later = said(first), said(second)
    assert told["ethnicity=b;sex=f"] == 0
    assert None in (later["ethnicity=b"], later["ethnicity=b;sex=m"])
    left = held_possible(told, 4, later, readers.agrees_exactly)
    assert ONE in left
    assert len({counts["ethnicity=b;sex=f"] for counts in left}) > 1


def test_what_tells_nothing_new_may_be_printed_exactly():
    """The total alone, beside multiples of 4: 13 is within all that they leave possible."""
    publish(passed(together(4), ONE, readers.PARTS, "2023-24-Q2"))
    assert said(passed(exactly(2), ONE, [""], "2023-24-Q3")) == {"": 13}


@st.composite
def sequels(draw):
    """A table rounded together, and what a later release asks to say of it in another way."""
    base = draw(st.sampled_from((3, 4, 5)))
    counts = readers.table(tuple(draw(st.integers(1, base + 1)) for _ in readers.CELLS))
    groups = [name for name in readers.PARTS if name]
    first = ["", *draw(st.lists(st.sampled_from(groups), min_size=4, unique=True))]
    second = ["", *draw(st.lists(st.sampled_from(groups), max_size=5, unique=True))]
    threshold, other = draw(st.sampled_from((1, 2))), draw(st.sampled_from((3, 4, 5)))
    how = draw(
        st.sampled_from(
            (
                (exactly(threshold), readers.agrees_exactly),
                (nearest(5), lambda told, counts: readers.agrees_nearest(told, 5, counts)),
                (together(other), lambda told, counts: readers.agrees_together(told, other, set(), counts)),
            )
        )
    )
    return base, counts, first, second, *how


@given(sequels())
@settings(max_examples=25)
def test_no_later_release_opens_a_count_that_was_rounded_together(sequel):
    base, counts, names, later_names, rule, how = sequel
    with transaction.atomic():
        first = passed(together(base), counts, names, "2023-24-Q2")
        publish(first)
        try:
            second = passed(rule, counts, later_names, "2023-24-Q3")
        except CannotBeProtected:
            assume(False)
        finally:
            transaction.set_rollback(True)
    told, later = said(first), said(second)
    left = held_possible(told, base, later, how)
    assert counts in left
    small = [name for name in told if counts[name] < base]
    assert all(len({table[name] for table in left}) > 1 for name in small)


def test_a_restated_total_does_not_free_what_was_rounded_together():
    """Of b, 3 f and 1 m went out as 3 and [low]. Now there are 4 f: the 4 with 9 and 4 of a would leave 1."""
    publish(passed(together(3), readers.table((2, 2, 3, 1)), readers.PARTS, "2023-24-Q2"))
    asked = ["", "ethnicity=a", "ethnicity=b;sex=f", "ethnicity=b;sex=m"]
    later = said(passed(exactly(1), readers.table((2, 2, 4, 1)), asked, "2023-24-Q3"))
    assert later == {"": 9, "ethnicity=a": 4, "ethnicity=b;sex=f": None, "ethnicity=b;sex=m": None}


@given(st.data())
@settings(max_examples=15)
def test_no_release_of_a_restated_table_opens_what_was_rounded_together(data):
    """One of the four counts is another now; who holds both against each other knows which."""
    base = data.draw(st.sampled_from((3, 4)))
    before = [data.draw(st.integers(1, base + 1)) for _ in readers.CELLS]
    place, change = data.draw(st.integers(0, 3)), data.draw(st.sampled_from((-1, 1, 2)))
    after = [max(1, count + change) if n == place else count for n, count in enumerate(before)]
    rule, agrees = data.draw(
        st.sampled_from(
            (
                (exactly(2), readers.agrees_exactly),
                (nearest(5), lambda told, counts: readers.agrees_nearest(told, 5, counts)),
            )
        )
    )
    with transaction.atomic():
        first = passed(together(base), readers.table(tuple(before)), readers.PARTS, "2023-24-Q2")
        publish(first)
        try:
            second = passed(rule, readers.table(tuple(after)), readers.PARTS, "2023-24-Q3")
        except CannotBeProtected:
            assume(False)
        finally:
            transaction.set_rollback(True)
    told, later = said(first), said(second)
    pairs = [
        (old, new)
        for old in readers.tables(MOST, told)
        if readers.agrees_together(told, base, set(), old)
        for new in _restated(old, place)
        if agrees(later, new)
    ]
    assert (readers.table(tuple(before)), readers.table(tuple(after))) in pairs
    small = [name for name in told if readers.table(tuple(before))[name] < base]
    assert all(len({old[name] for old, _ in pairs}) > 1 for name in small)


def _restated(counts, place):
    """The tables that differ from one in the count at a place, or not at all."""
    cells = [counts[f"ethnicity={x};sex={y}"] for x, y in readers.CELLS]
    for count in range(MOST + 1):
        found = readers.table((*cells[:place], count, *cells[place + 1 :]))
        if all(found.values()):
            yield found


def test_what_cannot_be_held_beside_it_is_refused_with_the_figures_named():
    """Sums of 4 went out as 3, and are 4 or 5, for up to 3 is hidden; all 8 as 6, so at most 8: each is 4.
    By a policy that hides up to 4 that of b is small, and nothing left out would take it back."""
    publish(passed(together(3, threshold=3), readers.table((2, 2, 2, 2)), readers.PARTS, "2023-24-Q2"))
    with pytest.raises(CannotBeProtected, match=r"EDU03 numerator, ethnicity=b, 2023-09-30") as refused:
        passed(
            nearest(5), readers.table((2, 2, 2, 2)), ["", "ethnicity=b", "ethnicity=a;sex=m"], "2023-24-Q3"
        )
    assert "withdraw it" in str(refused.value)
