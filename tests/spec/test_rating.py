"""Rating: hold a figure against its target."""

from tests.spec.figures import band, rated
from tests.spec.worked import examples


@examples("""
| indicator                     | polarity | value | target | amber_to | rating |
|-------------------------------|----------|-------|--------|----------|--------|
| Complaints answered in time   | higher   | 91.3  | 90     | 85       | green  |
| Reviews of plans held in time | higher   | 64.0  | 75     | 70       | red    |
| Calls answered, seconds       | lower    | 171   | 180    | 198      | green  |
| Sickness, days                | lower    | 8.9   | 8.5    | 9.0      | amber  |
| Households in temporary homes | lower    | 1164  | 1050   | 1103     | red    |
| Over six weeks in B&B         | lower    | 19    | 0      | 2        | red    |
| Over six weeks in B&B         | lower    | 2     | 0      | 2        | amber  |
| Parks with an award           | higher   | 7     | 7      | 7        | green  |
""")
def test_target_and_limit(indicator, polarity, value, target, amber_to, rating):
    """Green: target met or bettered. Amber: missed, but no worse than the limit. Red: worse."""
    assert band(polarity=polarity, value=value, target=target, amber=amber_to) == rating


@examples("""
| value | target | tolerance | tolerance_kind | rating |
|-------|--------|-----------|----------------|--------|
| 1.75  | 2      | 0.3       | absolute       | amber  |
| 1.75  | 2      | 10        | relative       | red    |
| 1.80  | 2      | 10        | relative       | amber  |
""")
def test_tolerance_in_points_or_in_per_cent(value, target, tolerance, tolerance_kind, rating):
    """Instead of a limit there may be a tolerance, in points of the figure or in per cent of the target."""
    tolerated = {"tolerance": tolerance, "tolerance_kind": tolerance_kind}
    assert band(value=value, target=target, **tolerated) == rating


@examples("""
| value | rating |
|-------|--------|
| 11.9  | red    |
| 12    | amber  |
| 15    | green  |
| 17.4  | green  |
| 20    | green  |
| 23    | amber  |
| 23.1  | red    |
""")
def test_a_range_is_best(value, rating):
    """Re-referrals of 15 to 20% are green and 12 to 23% amber: too few are a concern as well as too many."""
    limits = {"lower": 15, "upper": 20, "amber_lower": 12, "amber_upper": 23}
    assert band(polarity="range", value=value, **limits) == rating


@examples("""
| overspend | rating |
|-----------|--------|
| -3        | amber  |
| -0.51     | amber  |
| -0.5      | green  |
| 0         | green  |
| 0.5       | amber  |
| 0.51      | red    |
| 2.09      | red    |
""")
def test_an_uneven_range(overspend, rating):
    """A forecast overspend above 0.5% is red; an underspend beyond 0.5% is amber, and never red."""
    assert band("spending_forecast", polarity="lower", value=overspend, target=0, amber=0.5) == rating


@examples("""
| cases        | in_all | target | amber_to | rating |
|--------------|--------|--------|----------|--------|
| 3146         | 3575   | 92     | 88       | amber  |
| 57           | 95     | 60     | 55       | green  |
| 11           | 20     | 60     | 55       | amber  |
| 109          | 200    | 60     | 55       | red    |
""")
def test_a_figure_on_the_limit(cases, in_all, target, amber_to, rating):
    """3,146 of 3,575 is exactly 88%, and whatever the computer makes of it, it stands on the limit: amber."""
    assert band(value=100 * int(cases) / int(in_all), target=target, amber=amber_to) == rating


@examples("""
| value | decimals | printed | rating | seems_to_contradict |
|-------|----------|---------|--------|---------------------|
| 94.96 | 1        | 95.0    | amber  | yes                 |
| 94.94 | 1        | 94.9    | amber  | no                  |
| 94.96 | 2        | 94.96   | amber  | no                  |
| 95.00 | 1        | 95.0    | green  | no                  |
| 89.96 | 1        | 90.0    | red    | yes                 |
""")
def test_rated_before_rounding(value, decimals, printed, rating, seems_to_contradict):
    """Target 95, amber to 90: figures are rated unrounded, and flagged if the printed one would mislead."""
    got = rated(value=value, target=95, amber=90, decimals=decimals)
    assert got["rating"] == rating
    assert got["printed_contradicts"] == (seems_to_contradict == "yes")


@examples("""
| target | tolerance | tolerance_kind | value | rating | reason       |
|--------|-----------|----------------|-------|--------|--------------|
|        | 10        | relative       | 5     |        | no_target    |
| 0      | 10        | relative       | 5     |        | no_tolerance |
| -2     | 10        | relative       | 5     |        | no_tolerance |
| 10     |           |                | 5     |        | no_tolerance |
| 0      | 2         | absolute       | 2     | amber  |              |
| -2     | 1         | absolute       | -2    | green  |              |
| -2     | 1         | absolute       | -1    | amber  |              |
""")
def test_per_cent_of_nothing(target, tolerance, tolerance_kind, value, rating, reason):
    """Low is good. 10% of a target of zero or less means nothing: it needs a tolerance in points."""
    tolerated = {"tolerance": tolerance, "tolerance_kind": tolerance_kind}
    got = rated(polarity="lower", value=value, target=target, **tolerated)
    assert (got["rating"], got["reason"]) == (rating, reason or "")


def test_limits_that_contradict_each_other():
    """A limit better than the target is a mistake, and is said instead of rated."""
    got = rated(value=92, target=90, amber=95)
    assert (got["rating"], got["reason"]) == (None, "edges_disordered")


@examples("""
| value | given         | target_reason  | polarity | rating | reason         |
|-------|---------------|----------------|----------|--------|----------------|
|       |               |                | higher   |        | awaited        |
|       | not due       |                | higher   |        | not_due        |
|       | carried over  |                | higher   |        | carried_over   |
| 91    | discontinued  |                | higher   |        | discontinued   |
| 91    | hidden        |                | higher   |        | hidden         |
| 91    | awaited       |                | higher   | green  |                |
| 91    |               |                | neutral  |        | neutral        |
""")
def test_reasons_for_no_rating(value, given, target_reason, polarity, rating, reason):
    """Every missing rating has its reason. A figure of which only a part is awaited is rated."""
    got = rated(polarity=polarity, value=value, reason=given, target=90, amber=85)
    assert (got["rating"], got["reason"]) == (rating, reason or "")


@examples("""
| target_reason         | reason                |
|-----------------------|-----------------------|
|                       | no_target             |
| target_not_set        | target_not_set        |
| baseline_year         | baseline_year         |
| no_target_this_period | no_target_this_period |
""")
def test_reasons_for_no_target(target_reason, reason):
    """A figure without a target is shown for context, and says which kind of "no target" it is."""
    assert rated(value=25.3, target_reason=target_reason)["reason"] == reason


@examples("""
| value | rating | better_from | better | worse_from  | worse |
|-------|--------|-------------|--------|-------------|-------|
| 91    | green  |             |        | below 90    | amber |
| 87    | amber  | at or above 90 | green | below 85  | red   |
| 60    | red    | at or above 85 | amber |           |       |
""")
def test_the_next_band_up_and_down(value, rating, better_from, better, worse_from, worse):
    """With every rating: from where on it would be better, and from where on worse."""
    got = rated(value=value, target=90, amber=85)
    assert got["rating"] == rating
    assert (_limit(got, "better"), got["better_band"]) == (better_from, better)
    assert (_limit(got, "worse"), got["worse_band"]) == (worse_from, worse)


def test_both_ends_of_a_range():
    """Inside a range a figure can get worse either way; the nearer end comes first."""
    got = rated(polarity="range", value=17.4, lower=15, upper=20, amber_lower=12, amber_upper=23)
    assert (got["worse_side"], got["worse_edge"]) == ("below", 15)
    assert (got["other_side"], got["other_edge"]) == ("above", 20)


def _limit(got, which):
    return got[f"{which}_side"] and f"{got[f'{which}_side']} {got[f'{which}_edge']:g}"
