"""Small tables to protect, made of numbers, and an independent way to tell what is open in them."""

from fractions import Fraction

import numpy as np
import polars as pl
from hypothesis import strategies as st

from goldenthread.methods.disclosure import trees
from goldenthread.methods.disclosure.system import Role

DIMENSIONS = {"area": ("area", "ward"), "band": ("band",)}
WARDS = (("North", "Ash"), ("North", "Birch"), ("South", "Cedar"), ("South", "Doe"), ("East", "Elm"))
BANDS = ("under 5", "5 to 10", "11 to 17")

counts = st.lists(
    st.one_of(st.integers(0, 6), st.integers(0, 40)),
    min_size=len(WARDS) * len(BANDS),
    max_size=len(WARDS) * len(BANDS),
)


def rows(numbers):
    """Inner rows: five wards in three areas, by three bands of age."""
    cells = [(*ward, band) for ward in WARDS for band in BANDS]
    return pl.DataFrame(
        [(*cell, number) for cell, number in zip(cells, numbers, strict=True)],
        schema=["area", "ward", "band", "freq"],
        orient="row",
    )


def table(numbers, **options):
    """The table of these inner cells."""
    return trees.build(rows(numbers), DIMENSIONS, **options)


def open_cells(system, hidden):
    """Primary cells fixed by the sums, by exact elimination over fractions: no code of ours takes part.

    A hidden cell is fixed when it is 0 in every change that the sums allow among hidden cells.
    """
    places = np.flatnonzero(hidden)
    reduced, pivots = _reduced([[Fraction(int(x)) for x in row] for row in system.sums.toarray()[:, places]])
    free = [column for column in range(len(places)) if column not in pivots]
    fixed = {
        place
        for column, place in enumerate(places.tolist())
        if column in pivots and not any(reduced[pivots.index(column)][other] for other in free)
    }
    primary = np.flatnonzero(system.is_(Role.PRIMARY)).tolist()
    return [cell for cell in primary if cell in fixed or not hidden[cell]]


def _reduced(matrix):
    pivots, done = [], 0
    for column in range(len(matrix[0]) if matrix else 0):
        found = next((row for row in range(done, len(matrix)) if matrix[row][column]), None)
        if found is None:
            continue
        matrix[done], matrix[found] = matrix[found], matrix[done]
        scale = matrix[done][column]
        matrix[done] = [value / scale for value in matrix[done]]
        for row in range(len(matrix)):
            if row != done and matrix[row][column]:
                factor = matrix[row][column]
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[done], strict=True)]
        pivots.append(column)
        done += 1
    return matrix, pivots
