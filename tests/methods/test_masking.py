"""Masking held against a plain restatement, its laws, how often it cries wolf, and what it refuses."""

import random
from collections import Counter
from fractions import Fraction

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import masking
from goldenthread.methods.closed_words import WordUnknown
from tests.methods import plain_masking as plain

NUMBERS = ("numerator", "denominator", "value", "multiplier", "whole", "case_spread", "target")
MIRRORED = {"better": "worse", "worse": "better", "higher": "lower", "lower": "higher"}


def frame(sets):
    """A frame of sets, each a kind and rows of cells; areas and sets are numbered."""
    rows = [
        {"indicator": f"S{n}", "area": f"A{at}", "kind": kind, **dict.fromkeys(NUMBERS), **row}
        for n, (kind, areas) in enumerate(sets)
        for at, row in enumerate(areas)
    ]
    schema = {"indicator": pl.String, "area": pl.String, "kind": pl.String, "polarity": pl.String}
    rows = [{"polarity": "lower", **row} for row in rows]
    return pl.DataFrame(rows, schema={**schema, **dict.fromkeys(NUMBERS, pl.Float64)}, orient="row")


def counted(areas, **more):
    return [{"numerator": count, "denominator": of, **more} for count, of in areas]


def averaged(areas, **more):
    return [
        {"value": float(mean), "denominator": of, "case_spread": None if own is None else float(own), **more}
        for mean, of, own in areas
    ]


def made_up(chance):
    """Sets such as councils have: alike or not, tiny areas, none and all, ties, constants, poor ones."""
    kind = chance.choice(["share", "rate", "mean", "mean"])
    sizes = [chance.choice([0, 2, 5, 8, 20, 45, 60]) or 1 for _ in range(chance.randint(1, 14))]
    if kind == "share":
        usual = chance.choice([0.0, 0.05, 0.5, 0.9, 1.0])
        areas = [(sum(chance.random() < usual for _ in range(of)), of) for of in sizes]
        if chance.random() < 0.5:
            areas[0] = (chance.randint(0, sizes[0]), sizes[0])
        return kind, areas, plain.shares(areas)
    if kind == "rate":
        areas = [(min(round(chance.gammavariate(1 + of / 10, 1)), 40), of * 10) for of in sizes]
        return kind, areas, plain.rates(areas)
    wobble, has_spread = chance.choice([0, 5, 40]), chance.random() < 0.4
    areas = [
        (Fraction(150 + chance.randint(-wobble, wobble), 100), of,
         Fraction(chance.randint(50, 200), 100) if has_spread and of > 1 else None)
        for of in sizes
    ]  # fmt: skip
    if chance.random() < 0.5:
        areas[0] = (Fraction(chance.randint(100, 900), 100), *areas[0][1:])
    return kind, areas, plain.means(areas)


def test_thousands_of_areas_at_once_are_judged_as_the_definition_judges_one_set_after_the_other():
    chance = random.Random(1905)
    wanted = [made_up(chance) for _ in range(1200)]
    rows = frame([(kind, (averaged if kind == "mean" else counted)(areas)) for kind, areas, _ in wanted])
    found = masking.find(rows.sample(fraction=1.0, shuffle=True, seed=5)).areas
    by_set = {n: part for (n,), part in found.partition_by("indicator", as_dict=True).items()}
    said = Counter()
    for n, (kind, areas, (whole, each)) in enumerate(wanted):
        part = {row["area"]: row for row in by_set[f"S{n}"].iter_rows(named=True)}
        for at, ((far, why, _), (rate, _)) in enumerate(zip(each, plain.verdicts(each), strict=True)):
            row = part[f"A{at}"]
            assert row["why"] == why, (kind, areas, at)
            assert row["expected"] == pytest.approx(float(whole), rel=1e-9)
            if far is not None:
                assert row["chance"] == pytest.approx(far, rel=1e-7, abs=1e-12)
            if why == "" and abs(rate - 0.05) > 1e-9:
                assert row["false_discoveries"] == pytest.approx(rate, rel=1e-7, abs=1e-12)
                is_above = areas[at][0] > whole if kind == "mean" else Fraction(*areas[at]) > whole
                beyond = "worse" if is_above else "better"
                assert row["verdict"] == (beyond if rate <= 0.05 else "within")
            said[kind, row["verdict"], row["why"]] += 1
    assert {verdict for _, verdict, _ in said} == {None, "within", "worse", "better"}
    assert {why for _, _, why in said} == {"", "too_few", "too_few_areas", "no_spread"}
    assert sum(said.values()) > 5000


def test_funnel_limits_are_the_interpolated_ones_of_the_exact_distributions():
    for count, of in [(0, 3), (3, 17), (20, 40), (39, 40), (50, 50), (1, 80)]:
        share = Fraction(count, of)
        rows = frame([("share", counted([(count, of)])), ("rate", counted([(count, of)]))])
        for row in masking.find(rows).areas.iter_rows(named=True):
            chance_of, top = (lambda n, of=of, share=share: plain.binomial(n, of, share)), of
            if row["kind"] == "rate":
                chance_of, top = (lambda n, count=count: plain.poisson(n, count)), 200
            for name, tail in (("95", 0.025), ("998", 0.001)):
                ends = plain.lower(tail, chance_of), min(plain.upper(tail, chance_of, top), top)
                got = [row[f"{side}_{name}"] * of for side in ("lower", "upper")]
                assert got == pytest.approx(ends, rel=1e-7, abs=1e-9), (row["kind"], count, of)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 90)), min_size=2, max_size=9))
@settings(max_examples=60)
def test_an_area_lies_outside_a_limit_just_where_its_chance_is_below_that_limits(found):
    areas = [(min(count, of), of) for count, of in found]
    rows = frame([(kind, counted(areas)) for kind in ("share", "rate")])
    for row in masking.find(rows).areas.iter_rows(named=True):
        figure = row["numerator"] / row["denominator"]
        for name, level in (("95", 0.05), ("998", 0.002)):
            if abs(row["chance"] - level) > 1e-9:
                is_outside = not row[f"lower_{name}"] <= figure <= row[f"upper_{name}"]
                assert is_outside == (row["chance"] < level), row


def test_overdispersion_is_the_winsorised_mean_square_of_the_distances():
    chance = random.Random(7)
    for _ in range(60):
        areas = [(chance.randint(0, of), of) for of in (chance.randint(10, 400) for _ in range(9))]
        whole = sum(count for count, _ in areas) / sum(of for _, of in areas)
        distances = [(count - of * whole) / (of * whole * (1 - whole)) ** 0.5 for count, of in areas]
        (row,) = masking.find(frame([("share", counted(areas))])).sets.iter_rows(named=True)
        if row["tested"] == len(areas):
            assert row["overdispersion"] == pytest.approx(plain.winsorised(distances), rel=1e-9)
            assert row["is_overdispersed"] == (row["overdispersion"] > 1 + 2 * (2 / 9) ** 0.5)


sets = st.lists(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 400)), min_size=1, max_size=12),
    min_size=1,
    max_size=4,
).map(lambda found: [[(min(count, of), of) for count, of in areas] for areas in found])
RESULTS = ["expected", "chance", "false_discoveries", "verdict", "why"]


@given(sets, st.sampled_from(["share", "rate"]), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_neither_the_order_of_the_rows_nor_other_sets_change_a_verdict(found, kind, chance):
    rows = frame([(kind, counted(areas)) for areas in found])
    together = masking.find(rows).areas
    order = list(range(rows.height))
    chance.shuffle(order)
    assert (
        masking.find(rows[order]).areas.sort("indicator", "area").equals(together.sort("indicator", "area"))
    )
    alone = [masking.find(part).areas for part in rows.partition_by("indicator", maintain_order=True)]
    assert pl.concat(alone).equals(together)


@given(sets, st.sampled_from(["share", "rate"]))
@settings(max_examples=40)
def test_the_other_polarity_mirrors_the_words_and_another_unit_changes_nothing(found, kind):
    rows = frame([(kind, counted(areas)) for areas in found])
    before = masking.find(rows).areas
    other = masking.find(rows.with_columns(polarity=pl.lit("higher"))).areas
    assert [MIRRORED.get(word, word) for word in before["verdict"]] == other["verdict"].to_list()
    percent = masking.find(rows.with_columns(multiplier=pl.lit(100.0))).areas
    assert percent["verdict"].to_list() == before["verdict"].to_list()
    for scaled, plainly in zip(percent["upper_998"], before["upper_998"], strict=True):
        assert scaled == pytest.approx(plainly * 100)


@given(sets)
@settings(max_examples=40)
def test_shares_of_the_others_mirror_those_of_some(found):
    some = masking.find(frame([("share", counted(areas)) for areas in found])).areas
    others = [[(of - count, of) for count, of in areas] for areas in found]
    rest = masking.find(frame([("share", counted(areas)) for areas in others])).areas
    assert some["chance"].to_list() == pytest.approx(rest["chance"].to_list(), rel=1e-6, abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(5, 200)), min_size=8, max_size=20))
@settings(max_examples=40)
def test_averages_may_be_shifted_and_stretched(found):
    areas = averaged([(mean / 10, of, None) for mean, of in found])
    before = masking.find(frame([("mean", areas)])).areas
    moved = [{**area, "value": area["value"] * 60 + 7} for area in areas]
    after = masking.find(frame([("mean", moved)])).areas
    assert after["why"].to_list() == before["why"].to_list()
    far = [one or 0 for one in before["chance"]]
    assert [one or 0 for one in after["chance"]] == pytest.approx(far, rel=1e-5, abs=1e-9)


@pytest.mark.parametrize(
    ("kind", "at_most"), [("share", 0.05), ("rate", 0.05), ("mean", 0.05), ("mean with cases", 0.08)]
)
def test_where_all_areas_are_alike_few_searches_cry_wolf(kind, at_most):
    """Of 1,000 councils whose 22 wards differ by chance alone, about 50 may name a ward at all.

    The averages are of waits as skewed as an exponential distribution, down to five in a ward, which is
    further from normal than Student's t takes it to be.
    """
    chance = np.random.default_rng(5)
    sizes = np.maximum(5, np.exp(chance.normal(3.8, 0.9, (1000, 22)))).astype(int)
    drawn = {"share": chance.binomial(sizes, 0.1), "rate": chance.poisson(sizes * 0.2)}
    found = []
    for at, of in enumerate(sizes):
        if kind in drawn:
            found.append((kind, counted(zip(drawn[kind][at].tolist(), of.tolist(), strict=True))))
        else:
            means = chance.gamma(of * 1.0, 1.0) / of
            own = [float(chance.chisquare(n - 1) / (n - 1)) ** 0.5 if kind != "mean" else None for n in of]
            found.append(("mean", averaged(zip(means.tolist(), of.tolist(), own, strict=True))))
    sets = masking.find(frame(found)).sets
    assert (sets["beyond"] > 0).mean() <= at_most


def test_a_poor_ward_is_found_among_many_and_the_good_whole_it_hides_behind_is_named():
    wards = [(9, 100)] * 21 + [(40, 100)]
    found = masking.find(frame([("share", counted(wards, target=0.15))]))
    assert found.areas["verdict"].to_list()[-1] == "worse"
    assert found.areas["is_masked"].to_list() == [False] * 21 + [True]
    assert found.sets.select("beyond", "masked").row(0) == (1, 1)
    poor = masking.find(frame([("share", counted(wards, target=0.05))])).areas
    assert not poor["is_masked"].any(), "a whole that misses its target hides nothing"
    lenient = masking.find(frame([("share", counted(wards, target=0.5))])).areas
    assert not lenient["is_masked"].any(), "a ward that meets the target is not poor"


def test_a_hundred_thousand_areas_are_judged_at_once():
    rows = pl.DataFrame(
        {"indicator": np.repeat(np.arange(20_000), 5), "area": np.tile(list("ABCDE"), 20_000)}
    )
    rows = rows.with_columns(kind=pl.lit("share"), denominator=pl.lit(40.0), numerator=pl.lit(4.0))
    found = masking.find(rows)
    assert found.sets.height == 20_000
    assert found.areas["verdict"].unique().to_list() == ["within"]


def test_no_rows_hide_nothing():
    found = masking.find(frame([("share", counted([(1, 20)]))]).clear())
    assert (found.areas.height, found.sets.height) == (0, 0)
    assert set(masking.COLUMNS) <= set(found.areas.columns)


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (
            {"denominator": pl.lit(-1.0)},
            masking.NumberNotPossible,
            "row 1, A0, denominator: -1 is below zero",
        ),
        ({"numerator": pl.lit(float("inf"))}, masking.NumberNotPossible, "row 1, A0, numerator: inf is no"),
        ({"whole": pl.lit(float("nan"))}, masking.NumberNotPossible, "row 1, A0, whole: nan is no number"),
        ({"multiplier": pl.lit(0.0)}, masking.NumberNotPossible, "multiplier: 0 makes nothing"),
        ({"denominator": pl.lit("many")}, masking.ColumnsMissing, "denominator must hold numbers; it holds"),
        ({"area": pl.lit("A0")}, masking.AreasRepeated, "row 1, S0, A0: the area stands there twice"),
        ({"whole": pl.col("denominator")}, masking.SetNotOne, "S0: they differ in whole"),
        ({"kind": pl.lit("ratio")}, WordUnknown, "kind 'ratio' is not known"),
    ],
)
def test_bad_rows_are_refused_with_their_place(change, error, says):
    rows = frame([("share", counted([(3, 20), (4, 30)]))])
    with pytest.raises(error, match=says):
        masking.find(rows.with_columns(**change))


def test_a_frame_without_areas_and_an_impossible_rate_are_refused():
    with pytest.raises(masking.ColumnsMissing, match="needs area, kind, denominator, numerator or value"):
        masking.find(pl.DataFrame({"ward": ["A"]}))
    with pytest.raises(masking.RateNotPossible, match="a discovery rate of 5; write a share"):
        masking.find(frame([("share", counted([(3, 20)]))]), discovery_rate=5)
