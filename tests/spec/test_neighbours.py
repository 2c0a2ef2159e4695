"""Nearest neighbours: which areas are most like one?

Councils are compared best with councils whose places are alike: as dense, as old, as poor. Nobody chooses: a
table says of each area what it is like, never how well it is served, and the distance follows. It is how the
Chartered Institute of Public Finance and Accountancy (CIPFA) describes its nearest neighbours model: each
characteristic to mean 0 and standard deviation 1, the distance between two areas by Euclid, rebased so that
the farthest is at 1. A list that somebody else publishes is taken as it is.

The areas below are invented:

    area          people per hectare   aged 65 and over, %   in rented homes, %
    Larkhythe                     40                    10                   30
    Penmarsh                      40                    20                   30
    Upper Sallow                  60                    10                   30
    Wexcombe                      60                    20                   30
"""

import polars as pl
import pytest

from goldenthread.methods import neighbours
from goldenthread.methods.neighbours import faults
from tests.spec.worked import examples

TABLE = pl.DataFrame(
    {
        "area": ["Larkhythe", "Penmarsh", "Upper Sallow", "Wexcombe"],
        "density": [40.0, 40.0, 60.0, 60.0],
        "old": [10.0, 20.0, 10.0, 20.0],
        "rented": [30.0, 30.0, 30.0, 30.0],
    }
)


@examples("""
| area         | density_apart | old_apart | distance       | rebased | rank |
|--------------|---------------|-----------|----------------|---------|------|
| Penmarsh     | 0             | 2         | 2              | 0.7071  | 1    |
| Upper Sallow | 2             | 0         | 2              | 0.7071  | 1    |
| Wexcombe     | 2             | 2         | 2.8284         | 1       | 3    |
""")
def test_how_far_an_area_is(area, density_apart, old_apart, distance, rebased, rank):
    """From Larkhythe. People per hectare have mean 50 and standard deviation 10, the aged 15 and 5: so 60
    against 40 is 2 standard deviations apart. The distance is the root of the sum of squares, and Wexcombe's,
    the largest, becomes 1. Equal distances share a rank; the areas then stand in order of their names."""
    found = neighbours.nearest(TABLE, of="Larkhythe")
    row = found.nearest.row(by_predicate=pl.col("area") == area, named=True)
    apart = dict(found.reasons.filter(pl.col("area") == area).select("characteristic", "apart").iter_rows())
    assert apart == {"density": float(density_apart), "old": float(old_apart)}
    assert (float(density_apart) ** 2 + float(old_apart) ** 2) ** 0.5 == pytest.approx(
        float(distance), abs=1e-4
    )
    assert row["distance"] == pytest.approx(float(rebased), abs=1e-4)
    assert row["rank"] == int(rank)


@examples("""
| wanted | found                            |
|--------|----------------------------------|
| 1      | Penmarsh, Upper Sallow           |
| 2      | Penmarsh, Upper Sallow           |
| 3      | Penmarsh, Upper Sallow, Wexcombe |
| 9      | Penmarsh, Upper Sallow, Wexcombe |
""")
def test_so_many_neighbours(wanted, found):
    """As many as are wanted, or as there are; areas as close as the last one wanted are among them, for
    nothing but their names could part them."""
    nearest = neighbours.nearest(TABLE, of="Larkhythe", count=int(wanted)).nearest
    assert ", ".join(nearest["area"]) == found


def test_a_characteristic_that_is_the_same_everywhere():
    """As many homes are rented in each of the areas. That tells nobody apart: it is left out, and named."""
    found = neighbours.nearest(TABLE, of="Larkhythe")
    assert (found.used, found.constant) == (["density", "old"], ["rented"])


@examples("""
| missing               | left_out | by              | nearest                      |
|-----------------------|----------|-----------------|------------------------------|
| old of Wexcombe       |          | density and old | Upper Sallow, then Penmarsh  |
| both of Wexcombe      | Wexcombe | density and old | Penmarsh, then Upper Sallow  |
| old of Larkhythe      |          | density         | Penmarsh, then Upper Sallow  |
""")
def test_a_characteristic_that_is_missing(missing, left_out, by, nearest):
    """A missing characteristic is never guessed. The distance is over the characteristics that both areas
    have, made as long as it would be over all of them; an area that has fewer than half of them is left out,
    and named. What the area asked about does not have itself is not gone by."""
    what, area = missing.split(" of ")
    names = ["density", "old"] if what == "both" else [what]
    emptied = TABLE.with_columns(pl.when(pl.col("area") != area).then(name).alias(name) for name in names)
    found = neighbours.nearest(emptied, of="Larkhythe")
    assert found.left_out == ([left_out] if left_out else [])
    assert " and ".join(found.used) == by
    assert ", then ".join(found.nearest["area"][:2]) == nearest


@examples("""
| asked                      | refused_as    |
|----------------------------|---------------|
| neighbours of Kelborough   | AreaUnknown   |
| going by homes rented only | NothingToGoBy |
""")
def test_what_cannot_be_answered(asked, refused_as):
    """An area that is not in the table has no neighbours there; and where all are alike in everything, nobody
    is nearest."""
    of = "Kelborough" if "Kelborough" in asked else "Larkhythe"
    by = ["rented"] if "rented" in asked else []
    with pytest.raises(getattr(faults, refused_as)):
        neighbours.nearest(TABLE, of=of, characteristics=by)
