"""Figures to link in tests, and an independent check of what the totals give away."""

from datetime import date
from fractions import Fraction

import numpy as np
import polars as pl

from goldenthread.methods.disclosure import linked

DAY = (date(2023, 9, 30), date(2023, 9, 30))
Q1 = (date(2023, 4, 1), date(2023, 6, 30))
Q2 = (date(2023, 7, 1), date(2023, 9, 30))
TO_SEPTEMBER = (date(2023, 4, 1), date(2023, 9, 30))
YEAR_TO_JUNE = (date(2022, 7, 1), date(2023, 6, 30))
YEAR_TO_SEPTEMBER = (date(2022, 10, 1), date(2023, 9, 30))
BOROUGH = pl.DataFrame({"area": ["LKH"], "parent": [""]})


def figure(indicator, numerator, denominator=None, *, area="LKH", breakdown="", span=DAY, small="", **flags):
    """One row; `small` names the parts that the policy protects: "numerator remainder"."""
    row = {
        "indicator": indicator,
        "area": area,
        "breakdown": breakdown,
        "start": span[0],
        "end": span[1],
        "numerator": numerator,
        "denominator": denominator,
    }
    primary = {f"primary_{part}": True for part in small.split()}
    return row | primary | flags


def frame(rows):
    """The rows as a frame; a flag that a row does not say has its default."""
    names = {name for row in rows for name in row}
    full = [
        {name: row.get(name, DEFAULTS.get(name)) for name in linked.FIGURES if name in names} for row in rows
    ]
    schema = {name: kind for name, kind in linked.FIGURES.items() if name in names}
    return pl.DataFrame(full, schema=schema)


DEFAULTS = {
    "is_printed": True,
    "zeros_shown": True,
    "cost": 1.0,
    "earlier": "",
    "numerator_adds_over_time": True,
    **dict.fromkeys(
        (
            "primary_numerator",
            "primary_denominator",
            "primary_remainder",
            "complements",
            "keep",
            "suppressed",
        ),
        False,
    ),
}


def borough_of(*wards):
    """The borough and its wards."""
    return pl.DataFrame({"area": ["LKH", *wards], "parent": ["", *["LKH"] * len(wards)]})


def build(rows, areas=BOROUGH, **given):
    """The rows as one system."""
    return linked.build(frame(rows), areas=areas, **given)


def cell(release, indicator, part="numerator", *, area="LKH", breakdown="", span=DAY, kind=None):
    """The number of a cell, by its label."""
    labels = release.labels.with_row_index("cell").filter(
        (pl.col("indicator") == indicator)
        & (pl.col("part") == part)
        & (pl.col("area") == area)
        & (pl.col("breakdown") == breakdown)
        & (pl.col("start") == span[0])
        & (pl.col("end") == span[1])
        & (
            pl.col("kind").is_in(["figure", "earlier", "elementary", "sum"])
            if kind is None
            else pl.col("kind") == kind
        )
    )
    assert labels.height == 1, labels
    return labels["cell"][0]


def given_away(release, *secondary):
    """The protected cells that the published ones fix: (indicator, part, area, breakdown, count)."""
    system = release.system
    flags = np.zeros(len(system), bool)
    flags[list(secondary)] = True
    fixed = fixed_by_totals(system, system.hidden(flags))
    labels = release.labels.with_columns(count=pl.Series(system.counts))[sorted(fixed)]
    return labels.select("indicator", "part", "area", "breakdown", "count").rows()


def fixed_by_totals(system, hidden):
    """The primary cells that the sums over hidden cells fix: those alone in a row of the reduced sums."""
    columns = np.flatnonzero(hidden)
    rows = [[Fraction(int(entry)) for entry in row] for row in system.sums[:, columns].toarray()]
    place = 0
    for column in range(len(columns)):
        pivot = next((row for row in range(place, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[place], rows[pivot] = rows[pivot], rows[place]
        lead = rows[place][column]
        rows[place] = [entry / lead for entry in rows[place]]
        for row in range(len(rows)):
            if row != place and (factor := rows[row][column]):
                rows[row] = [
                    entry - factor * above for entry, above in zip(rows[row], rows[place], strict=True)
                ]
        place += 1
    alone = {row.index(1) for row in rows if sum(entry != 0 for entry in row) == 1}
    return {int(columns[column]) for column in alone} & set(np.flatnonzero(system.roles == 3))
