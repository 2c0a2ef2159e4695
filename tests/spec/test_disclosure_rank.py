"""Small counts that others give away.

A count of people from 1 to the threshold is hidden: it is primary. Where its row or column has a total,
whoever can subtract finds it again, so that others must be hidden beside it: they are secondary. The level
`rank` says that no primary cell is fixed by the published cells and the sums between them, however many of
them are put together. It does not yet reckon with readers who know the rule: that is for the levels above it.

Method: start with every free cell hidden, and publish one after the other as long as no primary cell becomes
fixed, after Langsrud, "Secondary cell suppression by Gaussian elimination" (Privacy in Statistical Databases,
2024); then choose anew in one neighbourhood after the other and keep what hides less.

The examples are of exclusions by ward and sex, printed with all totals; counts of 1 to 4 are small:
"""

import polars as pl
import pytest

from goldenthread.methods.disclosure import rank, trees
from goldenthread.methods.disclosure.system import Role
from tests.spec.worked import cells as cells_of
from tests.spec.worked import examples

EXCLUSIONS = """
| ward  | girls | boys |
|-------|-------|------|
| Ash   | 3     | 20   |
| Birch | 9     | 14   |
| Elm   | 30    | 25   |
"""


def table(text, **options):
    """Wards by sex, with all totals."""
    header, *lines = cells_of(text)
    rows = [
        (line[0], sex, int(count)) for line in lines for sex, count in zip(header[1:], line[1:], strict=True)
    ]
    frame = pl.DataFrame(rows, schema=["ward", "sex", "freq"], orient="row")
    return trees.build(frame, {"ward": ("ward",), "sex": ("sex",)}, **options)


def names(made, flags):
    """The cells flagged, as "Ash, girls"."""
    return sorted(", ".join(row) for row in made.labels().filter(pl.Series(flags)).rows())


def test_a_small_count_alone_is_found_by_subtraction():
    """Three girls of Ash are hidden and nothing else: 23 in Ash less 20 boys are three."""
    made = table(EXCLUSIONS)
    alone = made.system.is_(Role.PRIMARY)

    assert names(made, alone) == ["Ash, girls"]
    assert rank.exposed(made.system, alone, basis=made.basis).tolist() == alone.nonzero()[0].tolist()


def test_others_are_hidden_so_that_no_sum_gives_it_away():
    """With the boys of Ash and all of Birch hidden beside it, every sum with one hidden cell has two."""
    made = table(EXCLUSIONS)
    protection = rank.protect(made.system, basis=made.basis)

    assert names(made, protection.secondary) == ["Ash, boys", "Birch, boys", "Birch, girls"]
    assert protection.loss(made.system) == (3, 43)
    assert len(rank.exposed(made.system, protection.hidden(made.system), basis=made.basis)) == 0


def test_every_hidden_cell_is_needed():
    """Publish any one of the three again, and the small count is open."""
    made = table(EXCLUSIONS)
    protection = rank.protect(made.system, basis=made.basis)

    for cell in protection.secondary.nonzero()[0]:
        less = protection.hidden(made.system)
        less[cell] = False
        assert len(rank.exposed(made.system, less, basis=made.basis)) == 1


def test_two_hidden_in_its_row_and_its_column_are_not_enough():
    """Girls and boys of Ash and girls of Birch are hidden: two in the row of Ash, two in the column of girls.

    Yet the column of boys gives the boys of Ash, and with them the girls.
    """
    made = table(EXCLUSIONS)
    labels = made.labels().rows()
    hidden = made.system.is_(Role.PRIMARY)
    for cell in (("Ash", "boys"), ("Birch", "girls")):
        hidden[labels.index(cell)] = True

    assert len(rank.exposed(made.system, hidden, basis=made.basis)) == 1


def test_zeros_are_published_and_never_hidden_for_others():
    """Birch has no boys: everybody may know it, so Birch is no partner, and Elm is hidden in its place."""
    made = table(EXCLUSIONS.replace("| 14   |", "| 0    |"))
    protection = rank.protect(made.system, basis=made.basis)

    assert "Birch, boys" not in names(made, protection.secondary)
    assert len(rank.exposed(made.system, protection.hidden(made.system), basis=made.basis)) == 0


@examples("""
| threshold | small_counts                                       |
|-----------|----------------------------------------------------|
| 2         |                                                    |
| 4         | Ash, girls                                         |
| 9         | Ash, girls; Birch, girls                           |
""")
def test_the_threshold_says_what_is_small(threshold, small_counts):
    """Counts of 1 up to and including the threshold are primary."""
    made = table(EXCLUSIONS, threshold=int(threshold))

    assert "; ".join(names(made, made.system.is_(Role.PRIMARY))) == (small_counts or "")


def test_a_row_of_totals_that_does_not_add_up_is_refused():
    """A table in which Ash is given as 24 and its cells come to 23 is refused, with the cell named."""
    frame = pl.DataFrame(
        [("Ash", "girls", 3), ("Ash", "boys", 20), ("Ash", "Total", 24)],
        schema=["ward", "sex", "freq"],
        orient="row",
    )
    said = "the table does not add up: Ash x Total is given as 24, its cells come to 23"
    with pytest.raises(trees.BadCounts, match=said):
        trees.build(frame, {"ward": ("ward",), "sex": ("sex",)})
