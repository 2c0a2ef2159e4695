"""Laws of linked figures: what holds for every release that is consistent in itself."""

from datetime import date, timedelta

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import linked, rank
from goldenthread.methods.disclosure.system import NO_LIMIT, Role
from tests.methods.disclosure.linked_figures import borough_of, fixed_by_totals

AGES, SEXES, WARDS, MONTHS = ("a", "b", "c"), ("f", "m"), ("A", "B"), 5
MONTH_ENDS = [date(2023, 4, 1) + timedelta(days=30 * month) for month in range(MONTHS + 1)]
AREAS = borough_of(*WARDS)
GROUPINGS = pl.DataFrame(
    {"dimension": ["age"] * 3 + ["sex"] * 2, "value": [*AGES, *SEXES], "part_of": [""] * 5}
)
SHAPE = (len(WARDS), len(AGES), len(SEXES), MONTHS)


@st.composite
def releases(draw):
    """Figures of one true table: any choice of areas, cuts and stretches, with any of them small."""
    chance = np.random.default_rng(draw(st.integers(0, 2**16)))
    above, left = chance.poisson(draw(st.sampled_from([0.3, 1, 3])), (2, *SHAPE))
    span = st.tuples(st.integers(0, MONTHS - 1), st.integers(1, MONTHS)).filter(
        lambda ends: ends[0] < ends[1]
    )
    cut = st.tuples(
        st.sampled_from(["LKH", *WARDS]), st.sampled_from(["", *AGES]), st.sampled_from(["", *SEXES]), span
    )
    cuts = draw(st.lists(cut, min_size=1, max_size=25, unique=True))
    printed = chance.random(len(cuts)) < draw(st.sampled_from([0.5, 0.8, 1]))
    rows = [
        _figure(above, above + left, *cut, is_printed)
        for cut, is_printed in zip(cuts, printed.tolist(), strict=True)
    ]
    return pl.DataFrame(rows)


def _figure(above, whole, area, age, sex, span, is_printed):
    begin, end = span
    place = (
        slice(None) if area == "LKH" else WARDS.index(area),
        slice(None) if not age else AGES.index(age),
        slice(None) if not sex else SEXES.index(sex),
        slice(begin, end),
    )
    parts = [f"age={age}" if age else "", f"sex={sex}" if sex else ""]
    return {
        "indicator": "X",
        "area": area,
        "breakdown": ";".join(part for part in parts if part),
        "start": MONTH_ENDS[begin],
        "end": MONTH_ENDS[end] - timedelta(days=1),
        "numerator": int(above[place].sum()),
        "denominator": int(whole[place].sum()),
        "primary_numerator": bool(1 <= above[place].sum() <= 5),
        "is_printed": is_printed,
        "zeros_shown": True,
        "denominator_adds_over_time": True,
    }


@settings(max_examples=15, deadline=None)
@given(releases())
def test_every_sum_holds_and_every_count_is_possible(figures):
    system = linked.build(figures, areas=AREAS, groupings=GROUPINGS).system

    assert not np.any(system.sums @ system.counts)
    assert np.all(system.counts >= system.lower)
    assert np.all(system.upper == NO_LIMIT)


@settings(max_examples=15, deadline=None)
@given(releases())
def test_a_true_table_needs_no_notes_and_leaves_nothing_out(figures):
    notes = linked.build(figures, areas=AREAS, groupings=GROUPINGS).notes

    assert [note for note in notes if "overlap" not in note] == []


@settings(max_examples=15, deadline=None)
@given(releases())
def test_each_figure_keeps_its_counts_and_its_parts_make_the_whole(figures):
    release = linked.build(figures, areas=AREAS, groupings=GROUPINGS)

    found = linked.values(release, release.system.counts)
    assert found.equals(figures.select("numerator", "denominator"))
    for above, below, left in release.rows.select("numerator", "denominator", "remainder").rows():
        tie = np.zeros(len(release.system), dtype=int)
        tie[[above, left]] += 1
        tie[below] -= 1
        assert np.any(np.all(release.system.sums.toarray() == tie, axis=1))


@settings(max_examples=15, deadline=None)
@given(releases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(figures, random):
    order = list(range(figures.height))
    random.shuffle(order)

    one, other = (linked.build(rows, areas=AREAS, groupings=GROUPINGS) for rows in (figures, figures[order]))

    assert one.labels.equals(other.labels)
    for name in ("counts", "roles", "lower", "upper", "costs"):
        assert np.array_equal(getattr(one.system, name), getattr(other.system, name))
    assert (one.system.sums != other.system.sums).nnz == 0
    assert one.rows[order].equals(other.rows)


@settings(max_examples=15, deadline=None)
@given(releases())
def test_whatever_the_figures_themselves_give_away_is_given_away_by_the_sums(figures):
    """The finest table is the judge: a hidden figure that follows from the printed ones by adding and
    subtracting, once all is written as sums of months, wards, ages and sexes, is found open here too."""
    release = linked.build(figures, areas=AREAS, groupings=GROUPINGS)
    hidden = release.system.hidden(np.zeros(len(release.system), bool))

    open_here = fixed_by_totals(release.system, hidden)

    small = np.flatnonzero(figures["primary_numerator"])
    printed = [
        place for place in range(figures.height) if figures["is_printed"][place] and place not in small
    ]
    rows = np.array([_as_atoms(figures.row(place, named=True)) for place in range(figures.height)])
    for place in small:
        if len(printed) and _follows(rows[printed], rows[place]):
            assert release.rows["numerator"][int(place)] in open_here


def _as_atoms(row):
    cut = dict(part.split("=") for part in row["breakdown"].split(";") if part)
    inside = np.zeros(SHAPE, dtype=int)
    begin = MONTH_ENDS.index(row["start"])
    end = MONTH_ENDS.index(row["end"] + timedelta(days=1))
    inside[
        slice(None) if row["area"] == "LKH" else WARDS.index(row["area"]),
        slice(None) if "age" not in cut else AGES.index(cut["age"]),
        slice(None) if "sex" not in cut else SEXES.index(cut["sex"]),
        begin:end,
    ] = 1
    return inside.ravel()


def _follows(known, wanted):
    return np.linalg.matrix_rank(known) == np.linalg.matrix_rank(np.vstack([known, wanted]))


@settings(max_examples=15, deadline=None)
@given(releases())
def test_what_is_not_printed_is_never_shown_or_free(figures):
    release = linked.build(figures, areas=AREAS, groupings=GROUPINGS)

    unprinted = release.rows.filter(~pl.col("is_printed"))["numerator"].to_numpy()
    assert not np.any(np.isin(release.system.roles[unprinted], [Role.SHOWN, Role.FREE]))


@settings(max_examples=15, deadline=None)
@given(releases())
def test_the_rank_audit_agrees_with_exact_fractions(figures):
    system = linked.build(figures, areas=AREAS, groupings=GROUPINGS).system
    hidden = system.hidden(np.zeros(len(system), bool))

    assert set(rank.exposed(system, hidden).tolist()) == fixed_by_totals(system, hidden)


@settings(max_examples=15, deadline=None)
@given(releases())
def test_a_protected_release_shows_no_small_figure_and_gives_none_away(figures):
    release = linked.build(figures, areas=AREAS, groupings=GROUPINGS)
    protection = rank.protect(release.system)

    shown = linked.shown(release, protection)
    assert not (shown["numerator_shown"] & figures["primary_numerator"]).any()
    assert fixed_by_totals(release.system, protection.hidden(release.system)) == set()
