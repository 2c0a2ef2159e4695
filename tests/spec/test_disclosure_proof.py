"""The proof that a small count cannot be worked out.

A rank condition is not protection. Everybody knows the rule: where zeros are published, every hidden cell is
at least 1. With that and a linear programme, tables that pass the rank condition give small counts away. So
there are two more levels. `rule-aware`: no small count is fixed for an outsider who knows the rule, too.
`witness`: for each small count there are two tables of whole numbers that agree with everything published
and differ there by the width or more. Whoever checks the witness only adds: each table adds up in every sum,
is unchanged where a number is printed, and holds nothing impossible.

Sources: Fischetti and Salazar-González, "Solving the cell suppression problem on tabular data with linear
constraints" (Management Science 47, 2001), for intervals as the measure of protection; Jewett, "Disclosure
analysis for the 1992 Economic Census" (US Bureau of the Census, 1993), for singletons, who know themselves
([they are not reckoned with](disclosure-attack.md#who-knows-one-hidden-count-may-work-out-another)).

The first examples are of children by ward and ethnic group, printed with all totals; 1 to 4 are small:
"""

import numpy as np
import polars as pl
import pytest

from goldenthread.methods.disclosure import attack, rank, rule_aware, trees, witness
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of
from tests.spec.worked import cells as cells_of

SINGLE = """
| ward  | white | mixed | asian |
|-------|-------|-------|-------|
| Ash   | 20    | 1     | 1     |
| Birch | 30    | 1     | 1     |
| Elm   | 15    | 9     | 12    |
"""


def table(text):
    """Wards by group, with all totals."""
    header, *lines = cells_of(text)
    rows = [
        (line[0], group, int(count))
        for line in lines
        for group, count in zip(header[1:], line[1:], strict=True)
    ]
    frame = pl.DataFrame(rows, schema=["ward", "group", "freq"], orient="row")
    return trees.build(frame, {"ward": ("ward",), "group": ("group",)})


def named(made, cells):
    """The names of cells, as "Ash, mixed"."""
    labels = made.labels().rows()
    return [", ".join(labels[cell]) for cell in cells]


def test_the_rank_condition_is_opened_by_whoever_knows_the_rule():
    """Four hidden cells in a square: none stands alone. But each pair counts 2, and none is 0."""
    made = table(SINGLE)
    only_small = made.system.is_(Role.PRIMARY)

    assert not len(rank.exposed(made.system, only_small, basis=made.basis))
    assert len(rule_aware.exposed(made.system, only_small, basis=made.basis)) == 4
    assert named(made, attack.recovered(made.system, only_small)) == [
        "Ash, asian",
        "Ash, mixed",
        "Birch, asian",
        "Birch, mixed",
    ]


def test_rule_aware_hides_so_much_more_that_each_can_be_something_else():
    """Others are hidden too, until at least two counts are possible for each of the four."""
    made = table(SINGLE)
    protection = rule_aware.protect(made.system, basis=made.basis)
    hidden = protection.hidden(made.system)

    assert protection.level is Level.RULE_AWARE
    assert protection.secondary.any()
    cells = np.flatnonzero(made.system.is_(Role.PRIMARY))
    lowest, highest = attack.intervals(made.system, hidden, cells)
    assert (highest - lowest >= 1).all()


def test_the_witness_is_another_table_that_fits_everything_printed():
    """What is printed stays, every sum holds, no hidden count is 0; and the proof is found without fault."""
    made = table(SINGLE)
    protection = witness.protect(made.system, basis=made.basis)
    printed = ~protection.hidden(made.system)

    for other in witness.other_tables(made.system, protection.witness):
        assert (other[printed] == made.system.counts[printed]).all()
        assert not (made.system.sums @ other).any()
        assert (other[~printed] >= 1).all()
    assert witness.faults(made.system, protection) == []


def test_the_proof_is_written_by_name_and_read_again():
    """0 stands for the true table, 1 for the first of the list; a table names the cells that differ."""
    system = system_of([23, 3, 20], [[1, -1, -1]])
    found = witness.find(system, np.array([False, True, True]))
    names = ["both", "girls", "boys"]

    plain = witness.as_plain(found, names)
    assert plain["pairs"]["girls"] in ([0, 1], [1, 0])
    (other,) = plain["tables"]
    assert other["girls"] + other["boys"] == 0
    again = witness.from_plain(plain, names)
    assert (again.changes != found.changes).nnz == 0
    assert again.first.tolist() == found.first.tolist()


def test_nothing_is_released_where_no_other_table_exists():
    """Two groups of one in a total of two that has already been published: nothing can protect them."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.PRIMARY]
    system = system_of([2, 1, 1], [[1, -1, -1]], roles=roles)

    with pytest.raises(NotProtected) as refused:
        witness.protect(system)
    assert refused.value.cells.tolist() == [1, 2]
    assert refused.value.keeping.tolist() == [0]


def test_where_zeros_may_be_hidden_less_is_known():
    """The same two ones: if a hidden cell may be 0, the total of 2 could be 2 + 0 as well."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.PRIMARY]
    system = system_of([2, 1, 1], [[1, -1, -1]], lower=0, roles=roles)

    protection = witness.protect(system)
    assert not protection.secondary.any()
    assert witness.faults(system, protection) == []


def test_a_limit_that_is_known_counts_too():
    """Kept ratings tell that neither can be more than it is: what cannot rise cannot fall either."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.UNSEEN]
    system = system_of([22, 3, 19], [[1, -1, -1]], roles=roles, upper=[22, 3, 19])

    assert attack.recovered(system, np.array([False, True, True])).tolist() == [1]
    with pytest.raises(NotProtected):
        witness.protect(system)


def test_everybody_in_one_category_is_said_although_no_small_count_is_printed():
    """All twelve of a ward in one group: that tells the group of each of them."""
    system = system_of([12, 0, 12, 0], [[1, -1, -1, -1]])
    assert attack.whole_groups(system, np.zeros(4, bool)) == [attack.Group(group=0, category=2)]
