"""Masking: does a good figure hide a poor ward?

The borough clears fly-tips in 1.7 days, better than its target, and one ward waits for six. Such a ward,
group or team is *masked* where the figure of the whole meets its target, the area's own misses it, and
the area lies on the worse side by more than chance. Small areas lie off by chance alone, and among
twenty-two wards one nearly always looks poor; both are allowed for here, so that small areas do not cry
wolf.

Rules: the limits of a funnel plot (D. J. Spiegelhalter, "Funnel plots for comparing institutional
performance", Statistics in Medicine 24, 2005) about the figure of the whole, from the exact binomial
distribution for shares and the exact Poisson distribution for rates; for averages from the spread of
cases or, where only averages are held, from how far areas differ. Of the areas named not more than one in
twenty should be a false alarm (Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate",
Journal of the Royal Statistical Society B 57, 1995). That a difference is more than chance never says why
it is there."""

import numpy as np
import polars as pl

from goldenthread.methods import masking
from goldenthread.methods.masking import discovery
from tests.spec.worked import cells, examples

SAID = {
    "kind": "not judged",
    "missing": "cannot be assessed: a number is missing",
    "of_none": "cannot be assessed: of none",
    "not_counts": "cannot be assessed: not a count",
    "not_a_share": "cannot be assessed: more than all",
    "too_few": "too few to say",
    "too_few_areas": "too few areas to say",
    "no_spread": "cannot be assessed: most areas are the same",
}

WARDS = """
| ward            | days | cases | average | verdict |
|-----------------|------|-------|---------|---------|
| Abbot's Wharf   | 194  | 135   | 1.4     | within  |
| Alder Reach     | 79   | 51    | 1.5     | within  |
| Barleymow       | 65   | 46    | 1.4     | within  |
| Chantry Hill    | 123  | 82    | 1.5     | within  |
| Dovecote Rise   | 97   | 66    | 1.5     | within  |
| Foxmoor         | 186  | 124   | 1.5     | within  |
| Gorse Hollow    | 45   | 32    | 1.4     | within  |
| Hollin Bank     | 70   | 52    | 1.3     | within  |
| Kiln Common     | 228  | 149   | 1.5     | within  |
| Lantern Fields  | 120  | 86    | 1.4     | within  |
| Larkhythe Town  | 273  | 185   | 1.5     | within  |
| Mallard Lock    | 113  | 78    | 1.4     | within  |
| Marl Pits       | 24   | 8     | 3.0     | within  |
| Old Ropery      | 204  | 140   | 1.5     | within  |
| Osier Bank      | 80   | 58    | 1.4     | within  |
| Pilgrim's Stile | 53   | 38    | 1.4     | within  |
| Quarry End      | 44   | 31    | 1.4     | within  |
| Saltings        | 170  | 119   | 1.4     | within  |
| Silkweavers     | 206  | 135   | 1.5     | within  |
| Tallow Street   | 173  | 111   | 1.6     | within  |
| Weir Meadow     | 95   | 66    | 1.4     | within  |
| Windlass Quay   | 561  | 92    | 6.1     | worse   |
"""


def judged(kind, *areas, **about):
    """The rows of areas of one set, each (counted, of) or (average, of, spread of its cases)."""
    names = ("value", "denominator", "case_spread") if kind == "mean" else ("numerator", "denominator")
    rows = [
        {"area": str(at), "kind": kind, **{name: None if cell is None else float(cell)
                                           for name, cell in zip(names, area, strict=False)}}
        for at, area in enumerate(areas)
    ]  # fmt: skip
    frame = pl.DataFrame(rows, schema_overrides=dict.fromkeys(names, pl.Float64))
    return masking.find(frame.with_columns(**{name: pl.lit(value) for name, value in about.items()}))


def one(kind, *area, **about):
    return judged(kind, area, **about).areas.row(0, named=True)


def verdict(row):
    return SAID[row["why"]] if row["why"] else row["verdict"]


def rounded(number, places=4):
    return None if number is None else f"{number:.{places}f}"


@examples("""
| counted | of   | whole | lower_95 | upper_95 | lower_998 | upper_998 | chance | verdict |
|---------|------|-------|----------|----------|-----------|-----------|--------|---------|
| 134     | 640  | 27.8  | 24.3     | 31.4     | 22.4      | 33.4      | 0.0001 | lower   |
| 374     | 1205 | 27.8  | 25.2     | 30.4     | 23.8      | 31.9      | 0.0142 | higher  |
| 16      | 55   | 27.8  | 15.4     | 41.0     | 9.5       | 48.4      | 0.9319 | within  |
| 5       | 10   | 50    | 13.2     | 86.8     | 0.0       | 100.0     | 1.0000 | within  |
""")
def test_shares(counted, of, whole, lower_95, upper_95, lower_998, upper_998, chance, verdict):
    """Of n people a share that is as in the whole council comes out by chance as the binomial distribution
    says. `chance` is how likely a count at least so far off on its side is, doubled, for there are two
    sides. The limits of the funnel are where that is 5% and 0.2%, between two counts in proportion: of
    ten people at 50%, one or fewer have a chance of 1.07%, two or fewer of 5.47%, and 2.5% lies at 1.32
    of ten. The upper limit is found from above in the same way, so that an area outside the limits at 95%
    is one with a chance below 5%. An area judged alone, as here, is named at 5%."""
    row = one("share", counted, of, whole=float(whole), multiplier=100.0)
    names = ("lower_95", "upper_95", "lower_998", "upper_998")
    assert [rounded(row[name], 1) for name in names] == [lower_95, upper_95, lower_998, upper_998]
    assert (rounded(row["chance"]), row["verdict"]) == (chance, verdict)


@examples("""
| events | of    | whole | expected | lower_998 | upper_998 | chance | verdict |
|--------|-------|-------|----------|-----------|-----------|--------|---------|
| 36     | 17137 | 38.5  | 66.0     | 24.4      | 54.2      | 0.0001 | lower   |
| 44     | 16250 | 38.5  | 62.6     | 24.1      | 54.7      | 0.0170 | lower   |
| 59     | 6377  | 38.5  | 24.6     | 16.0      | 65.5      | 0.0000 | higher  |
""")
def test_rates(events, of, whole, expected, lower_998, upper_998, chance, verdict):
    """Events per 10,000 people vary as Poisson's counts do: 66 children were to be expected, 36 are."""
    row = one("rate", events, of, whole=float(whole), multiplier=10000.0)
    assert rounded(float(of) * float(whole) / 10000, 1) == expected
    assert [rounded(row[name], 1) for name in ("lower_998", "upper_998")] == [lower_998, upper_998]
    assert (rounded(row["chance"]), row["verdict"]) == (chance, verdict)


@examples("""
| average | cases | own_spread | whole | chance | verdict        |
|---------|-------|------------|-------|--------|----------------|
| 6.1     | 92    | 5.2        | 1.7   | 0.0000 | higher         |
| 3.0     | 8     | 2.4        | 1.7   | 0.1694 | within         |
| 9.0     | 4     | 8.0        | 1.7   |        | too few to say |
""")
def test_averages_with_the_spread_of_cases(average, cases, own_spread, whole, chance, verdict):
    """Where it is held how far cases lie from each other (their standard deviation), an average of n cases
    is that over √n uncertain, by Student's t. The spreads of several areas are pooled."""
    row = one("mean", average, cases, own_spread, whole=float(whole))
    assert (rounded(row["chance"]), globals()["verdict"](row)) == (chance, verdict)


def test_averages_alone():
    """Where only averages are held, the areas themselves tell: by chance an area's average lies off the
    whole by the spread of one case / √n, so that its gap times √n is a look at that spread, from a large
    ward as from a small one. The median of these looks, times 1.4826 as for a normal distribution, is the
    spread; a few poor wards do not move it. As a median knows less than all of them, Student's t is taken
    with 0.37 times the wards less one as degrees of freedom. The 22 wards above are those of the example
    council: the whole is 1.70 days, a case spreads by 3.2, and the 1.3 days by which Marl Pits' eight
    cases lie off are 1.1 of its standard deviations, the 4.4 days of Windlass Quay's ninety-two are 13."""
    rows = [dict(zip(cells(WARDS)[0], row, strict=True)) for row in cells(WARDS)[1:]]
    areas = [(int(row["days"]) / int(row["cases"]), row["cases"]) for row in rows]
    found = judged("mean", *areas, polarity="lower", target=2.0)
    assert [rounded(value, 1) for value in found.areas["value"]] == [row["average"] for row in rows]
    assert found.areas["verdict"].to_list() == [row["verdict"] for row in rows]
    assert found.areas["is_masked"].to_list() == [row["ward"] == "Windlass Quay" for row in rows]
    (said,) = found.sets.iter_rows(named=True)
    assert said["method"] == "robust spread between areas"
    assert (rounded(said["expected"], 2), rounded(said["case_spread"], 1)) == ("1.70", "3.2")
    off = [(row - 1.7001) * int(cases) ** 0.5 / said["case_spread"] for row, cases in (areas[12], areas[21])]
    assert [rounded(each, 1) for each in off] == ["1.1", "13.1"]


CHANCES = """
| chance | false_alarms | named |
|--------|--------------|-------|
| 0.0001 | 0.0015       | yes   |
| 0.0004 | 0.0030       | yes   |
| 0.0019 | 0.0095       | yes   |
| 0.0095 | 0.0356       | yes   |
| 0.0201 | 0.0603       | no    |
| 0.0278 | 0.0639       | no    |
| 0.0298 | 0.0639       | no    |
| 0.0344 | 0.0645       | no    |
| 0.0459 | 0.0765       | no    |
| 0.3240 | 0.4860       | no    |
| 0.4262 | 0.5812       | no    |
| 0.5719 | 0.7149       | no    |
| 0.6528 | 0.7532       | no    |
| 0.7590 | 0.8132       | no    |
| 1.0000 | 1.0000       | no    |
"""


def test_among_many_areas():
    """Of 22 wards that differ by nothing but chance one will lie beyond the limits at 95%. The chances of
    all m areas of a set are put in order; the k-th may be as large as k / m of 5%. The table of chances
    above is the example of Benjamini and Hochberg's paper, from a trial of two treatments of heart
    attacks: of fifteen comparisons four are named, although nine are below 5%. What stands beside each is
    the rate of false alarms at which it would just be named."""
    rows = [dict(zip(cells(CHANCES)[0], row, strict=True)) for row in cells(CHANCES)[1:]]
    chances = np.array([float(row["chance"]) for row in rows])
    rates = discovery.adjusted(chances, np.zeros(len(rows), np.int64))
    assert [rounded(rate) for rate in rates] == [row["false_alarms"] for row in rows]
    assert ["yes" if rate <= 0.05 else "no" for rate in rates] == [row["named"] for row in rows]


@examples("""
| kind  | counted | of  | whole | verdict        |
|-------|---------|-----|-------|----------------|
| share | 3       | 4   | 0.1   | too few to say |
| share | 0       | 5   | 0.5   | too few to say |
| share | 0       | 6   | 0.5   | lower          |
| share | 9       | 10  | 0.97  | within         |
| share | 6       | 10  | 0.97  | lower          |
| rate  | 3       | 100 | 0.001 | too few to say |
| rate  | 5       | 100 | 0.001 | higher         |
| rate  | 0       | 100 | 0.04  | too few to say |
| rate  | 0       | 100 | 0.05  | lower          |
""")
def test_too_few_to_say(kind, counted, of, whole, verdict):
    """Of fewer than five people or cases nothing is said; nor where even the most extreme result, none or
    all of them, would be within chance, nor of fewer than five events where fewer are expected."""
    assert globals()["verdict"](one(kind, counted, of, whole=float(whole))) == verdict


@examples("""
| polarity | whole | area | target | verdict | masked |
|----------|-------|------|--------|---------|--------|
| higher   | 91    | 60   | 85     | worse   | yes    |
| higher   | 91    | 60   | 95     | worse   | no     |
| higher   | 91    | 60   | 50     | worse   | no     |
| higher   | 91    | 99   | 85     | better  | no     |
| lower    | 9     | 40   | 15     | worse   | yes    |
| neutral  | 9     | 40   | 15     | higher  |        |
| lower    | 9     | 40   |        | worse   |        |
""")
def test_masked(polarity, whole, area, target, verdict, masked):
    """The whole meets its target, the area is worse by more than chance and misses it. A whole that misses
    its target hides nothing, and an area that meets it is not poor. Without a target, or where neither
    way is better, no area is masked, but its verdict stands."""
    about = {"target": None if target is None else float(target), "polarity": polarity}
    row = one("share", area, 100, whole=float(whole), multiplier=100.0, **about)
    said = {True: "yes", False: "no", None: None}[row["is_masked"]]
    assert (row["verdict"], said) == (verdict, masked)


@examples("""
| counted_of_100                    | overdispersion | more_than_chance |
|-----------------------------------|----------------|------------------|
| 30 28 33 31 27 30 35 26 30 30     | 0.20           | no               |
| 10 50 20 40 15 45 30 30 25 35     | 5.62           | yes              |
| 30 28 33 31 27 30 35 26 30 90     | 1.70           | no               |
| 10 50 20                          |                | no               |
""")
def test_overdispersion(counted_of_100, overdispersion, more_than_chance):
    """Areas may differ for reasons of their own, as age groups do: then many lie beyond chance, and that one
    does is less of a surprise. It is said how many times chance they vary: the mean square of their
    distances from the whole in standard deviations, after the outer tenths have been drawn in, as
    Spiegelhalter does (winsorised); from eight areas on. More than 1 + 2 √(2 / areas) is more than
    chance. The verdicts are not changed by it."""
    areas = [(count, 100) for count in counted_of_100.split()]
    (said,) = judged("share", *areas).sets.iter_rows(named=True)
    found = rounded(said["overdispersion"], 2), "yes" if said["is_overdispersed"] else "no"
    assert found == (overdispersion, more_than_chance)


@examples("""
| kind  | counted | of  | verdict                                 |
|-------|---------|-----|-----------------------------------------|
| share |         | 60  | cannot be assessed: a number is missing |
| share | 0       | 0   | cannot be assessed: of none             |
| share | 20      | 10  | cannot be assessed: more than all       |
| share | 4.2     | 10  | cannot be assessed: not a count         |
| mean  | 4.2     | 10  | too few areas to say                    |
| count | 42      | 10  | not judged                              |
""")
def test_what_cannot_be_assessed(kind, counted, of, verdict):
    """Plain counts are not judged, for areas differ in size, nor averages over staff, who are counted again
    each month. Averages without the spread of their cases need eight areas. Negative or infinite numbers,
    an area that stands twice in its set and areas held against different wholes are refused by name."""
    row = one(kind, counted, of, whole=5.0 if kind == "mean" else 0.5)
    assert globals()["verdict"](row) == verdict
