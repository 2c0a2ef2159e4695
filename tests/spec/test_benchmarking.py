"""Benchmarking: where does a figure stand among those of other areas?

A rank is easily read as a verdict. It is none: areas differ in need and in how they count, and areas next to
each other may differ by chance alone. So each comparison says with whom, for which period, how far from the
middle of the others, how many had no figure, and by which method its quarters were cut. What differs in
period, definition or unit is not compared at all.

Sources: the ranks and percentiles of the Local Government Benchmarking Framework (Improvement Service), all
3,027 of one edition reproduced; the types of quartiles after R. J. Hyndman and Y. Fan, "Sample Quantiles in
Statistical Packages" (The American Statistician 50, 1996); median and distances from it in MADs as the Office
for Local Government (Oflog) compared areas with their nearest neighbours.
"""

import polars as pl
import pytest

from goldenthread.methods import benchmarking
from goldenthread.methods.benchmarking import faults
from tests.spec.worked import examples


def numbers(text):
    return [None if word == "-" else float(word) for word in text.split()]


def compared(values, polarity="higher", *, own=None, midpoint=None, method="type7"):
    figures = numbers(values)
    rows = pl.DataFrame({"area": [f"A{n}" for n in range(len(figures))], "value": figures}).with_columns(
        period=pl.lit("2023-24"),
        definition=pl.lit("one"),
        unit=pl.lit("%"),
        polarity=pl.lit(polarity),
        midpoint=pl.lit(None if midpoint is None else float(midpoint), pl.Float64),
        is_self=pl.int_range(pl.len()) == (-1 if own is None else own),
    )
    return benchmarking.compare(rows, quartile_method=method)


def printed(found):
    return " ".join("-" if each is None else f"{each:g}" for each in found)


@examples("""
| figures             | better  | midpoint | ranks         |
|---------------------|---------|----------|---------------|
| 91 88 88 85 70      | higher  |          | 1 2 2 4 5     |
| 91 88 88 85 70      | lower   |          | 5 3 3 2 1     |
| 91 - 88 85          | higher  |          | 1 - 2 3       |
| 0.42 0.50 0.61 0.58 | range   | 0.5      | 2 1 4 2       |
| 12 30 7             | neutral |          | 2 1 3         |
""")
def test_ranks(figures, better, midpoint, ranks):
    """The best figure is first. Equal figures share the better place, and the place after them stays empty. A
    missing figure has no place. Where a figure is best near a midpoint ("Goldilocks"), the nearest is first:
    0.42 and 0.58 are equally far from 0.5. Where neither way is better, places go by size alone."""
    assert printed(compared(figures, better, midpoint=midpoint).areas["rank"]) == ranks


@examples("""
| figures                 | percentiles                             | quarters        |
|-------------------------|-----------------------------------------|-----------------|
| 8 7 6 5 4 3 2 1         | 0.125 0.25 0.375 0.5 0.625 0.75 0.875 1 | 1 1 2 2 3 3 4 4 |
| 9 8 7 6 5               | 0.2 0.4 0.6 0.8 1                       | 1 2 3 4 4       |
| 5 5 5 1                 | 0.25 0.25 0.25 1                        | 1 1 1 4         |
| 3 2 1                   | 0.333333 0.666667 1                     | - - -           |
""")
def test_percentiles_and_quarters(figures, percentiles, quarters):
    """The percentile is the rank by the number of figures, the area's own among them: 0.25 is a quarter of
    the way down. The first quarter, to 0.25, holds the best. Fewer than four figures make no quarters."""
    areas = compared(figures).areas
    assert (printed(areas["percentile"]), printed(areas["quarter"])) == (percentiles, quarters)


@examples("""
| figures           | method | cut_points   |
|-------------------|--------|--------------|
| 2 4 4 5 7 9 12    | type7  | 4 5 8        |
| 2 4 4 5 7 9 12    | type6  | 4 5 9        |
| 2 4 4 5 7 9 12    | ntile  | 4 5 9        |
| 2 4 4 5 7 9 12 20 | type7  | 4 6 9.75     |
| 2 4 4 5 7 9 12 20 | type6  | 4 6 11.25    |
| 2 4 4 5 7 9 12 20 | ntile  | 4 5 9        |
| 1 2 3             | type7  | 1.5 2 2.5    |
| 1 2 3             | type6  | 1 2 3        |
| 1 2 3             | ntile  | - - -        |
""")
def test_quartiles_by_three_methods(figures, method, cut_points):
    """There are several ways to cut figures into four, and they differ. Ours is type 7 unless another is
    asked for: it is that of R, of NumPy and of Excel's QUARTILE.INC. Type 6 is that of Excel's QUARTILE.EXC;
    n-tile deals the figures into four parts, the first ones larger where four do not divide them. The method
    is named beside each comparison."""
    row = compared(figures, method=method).sets.row(0, named=True)
    assert printed(row[name] for name in ("q1", "q2", "q3")) == cut_points


@examples("""
| own | others         | better  | midpoint | median | gap  | better_by | mad | in_mads |
|-----|----------------|---------|----------|--------|------|-----------|-----|---------|
| 66  | 70 72 75 80    | higher  |          | 73.5   | -7.5 | -7.5      | 2.5 | -3      |
| 66  | 70 72 75 80    | lower   |          | 73.5   | -7.5 | 7.5       | 2.5 | -3      |
| 66  | 70 72 75 80    | neutral |          | 73.5   | -7.5 | -         | 2.5 | -3      |
| 66  | 70 72 75 80    | range   | 70       | 73.5   | -7.5 | -0.5      | 2.5 | -3      |
| 66  | 70 70 70 80    | higher  |          | 70     | -4   | -4        | 0   | -       |
| 66  | -              | higher  |          | -      | -    | -         | -   | -       |
| -   | 70 72 75 80    | higher  |          | 73.5   | -    | -         | 2.5 | -       |
""")
def test_the_gap_to_the_middle_of_the_others(
    own, others, better, midpoint, median, gap, better_by, mad, in_mads
):
    """The median is the middle of the peers; the area itself is no peer of its own. The gap is its figure
    less the median; "better_by" is the gap so turned that above zero is good, for a midpoint by how much
    nearer it lies. The MAD is the median of the peers' distances to their median: the gap in MADs says
    whether it is large for these figures. Where half of the peers are equal the MAD is 0, and no such number
    is given."""
    found = compared(f"{own} {others}", better, own=0, midpoint=midpoint)
    area, peers = found.areas.row(0, named=True), found.sets.row(0, named=True)
    assert printed([peers["median"], area["gap"], area["aim_gap"], peers["mad"], area["mads"]]) == " ".join(
        [median, gap, better_by, mad, in_mads]
    )


@examples("""
| own | others     | rank | of | peers | without | own_figure |
|-----|------------|------|----|-------|---------|------------|
| 66  | 70 72 - 80 | 4    | 4  | 3     | 1       | yes        |
| -   | 70 72 - 80 | -    | 3  | 3     | 1       | no         |
""")
def test_who_is_counted(own, others, rank, of, peers, without, own_figure):
    """A rank is among all figures, the own one too; the median and the quartiles are of the peers without it.
    Peers without a figure are left out, counted and named."""
    found = compared(f"{own} {others}", own=0)
    area, row = found.areas.row(0, named=True), found.sets.row(0, named=True)
    assert printed([area["rank"], area["ranked"], row["peers"], row["missing"]]) == " ".join(
        [rank, of, peers, without]
    )
    assert row["missing_areas"] == ["A3"]
    assert row["has_own_figure"] == (own_figure == "yes")


@examples("""
| figures        | said                                                                      |
|----------------|---------------------------------------------------------------------------|
| 66 70 72 - 80  | Without a figure, and left out: 1 of 4.                                   |
| - 70 72 75 80  | The area itself has no figure.                                            |
| 66 70 70 75 80 | Equal figures share the better place.                                     |
| 66 70 72 75 80 | Quartiles by R's type 7                                                   |
| 66 70 72 75 80 | Peers with a figure: 4, too few for quartiles to say much.                |
| 66 70 72 75 80 | Figures of 2023-24.                                                       |
| 66 70 72 75 80 | A place is no verdict: areas differ in need and in how they count |
""")
def test_caveats(figures, said):
    """Every comparison carries what has to be known to read it, in words, and the last sentence always."""
    assert said in compared(figures, own=0).sets["caveat"][0]


@examples("""
| differs    | refused_as        |
|------------|-------------------|
| period     | PeriodsDiffer     |
| definition | DefinitionsDiffer |
| unit       | UnitsDiffer       |
| polarity   | PolaritiesDiffer  |
""")
def test_what_is_not_compared(differs, refused_as):
    """Like is compared with like. A figure of another period, by another definition or in another unit is not
    ranked with the others: the comparison is refused, and it is said whose figure differs from whose."""
    rows = pl.DataFrame({"area": ["Upper Sallow", "Wexcombe"], "value": [66.0, 62.0], "period": "2023-24"})
    rows = rows.with_columns(definition=pl.lit("one"), unit=pl.lit("%"), polarity=pl.lit("higher"))
    other = pl.when(pl.col("area") == "Wexcombe").then(pl.lit("lower")).otherwise(pl.col(differs))
    with pytest.raises(getattr(faults, refused_as), match="Wexcombe has lower where Upper Sallow has"):
        benchmarking.compare(rows.with_columns(other.alias(differs)))


@examples("""
| now  | before | better | unit | midpoint | change | counted_in |
|------|--------|--------|------|----------|--------|------------|
| 4.8  | 6      | lower  | £    |          | 0.2    | share      |
| 4.8  | 6      | higher | £    |          | -0.2   | share      |
| 72.5 | 70     | higher | %    |          | 2.5    | points     |
| 72.5 | 70     | lower  | %    |          | -2.5   | points     |
| 52   | 45     | range  | %    | 50       | 3      | nearer     |
| 3    | 0      | higher | days |          | -      | -          |
| 3    | 2      | neutral | days |         | -      | -          |
""")
def test_change_adjusted_for_the_aim(now, before, better, unit, midpoint, change, counted_in):
    """How far a figure has moved since an earlier one, above zero where it is for the better: of a percentage
    in points, of other figures as a share of the earlier one (there is none of 0), of a figure that is best
    near a midpoint by how much nearer it has come. After the Local Government Benchmarking Framework."""
    row = pl.DataFrame(
        {
            "value": [float(now)],
            "earlier": [float(before)],
            "polarity": better,
            "unit": unit,
            "midpoint": [None if midpoint is None else float(midpoint)],
        },
        schema_overrides={"midpoint": pl.Float64},
    )
    found = benchmarking.aim_adjusted(row).row(0, named=True)
    assert printed([found["aim_change"]]) == change
    assert (found["aim_change_kind"] or "-") == counted_in
