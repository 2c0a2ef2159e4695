"""Which figures are too telling to print: each rule with a worked example and its source.

Official conventions contradict each other: 5, 7 or 10, the limit itself hidden or not, zeros shown or not,
rounded or not. So the rule is data, a policy for each kind of figure:
[every field](../reference/disclosure-policies.md).
"""

import polars as pl
import pytest

from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy import Policy, PolicyRefused, Reason
from tests.spec.worked import examples

DFE = policy.preset("dfe_children_in_need")
NHS = policy.preset("nhs_hes")
ONS = policy.preset("ons_10_5")
ACRO = policy.preset("acro")


def judged(rule: Policy, **columns):
    """What the rule says of figures, one value of each column a figure."""
    return policy.primary(pl.DataFrame(columns).with_columns(policy=pl.lit("p")), {"p": rule})


def written(**fields) -> Policy:
    return policy.from_dict({"code": "own", "name": "Own", "source": "The council", **fields})


def shown(rule: Policy, count: str) -> str:
    """A count as readers see it: hidden, rounded, or as it is."""
    if judged(rule, numerator=[int(count)])["primary_numerator"][0]:
        return "[c]"
    if rule.rounding is None:
        return count
    rounded = policy.rounded(pl.lit(int(count), pl.Int64), rule.rounding.base)
    return str(pl.select(rounded).item())


@examples("""
| count | printed |
|-------|---------|
| 0     | 0       |
| 1     | [c]     |
| 5     | [c]     |
| 6     | 6       |
""")
def test_children_in_need_hides_1_to_5_and_shows_0(count, printed):
    """Source: Department for Education, Children in need 2020 and 2021."""
    assert shown(DFE, count) == printed


@examples("""
| count | printed |
|-------|---------|
| 0     | 0       |
| 1     | [c]     |
| 7     | [c]     |
| 8     | 10      |
| 12    | 10      |
| 13    | 15      |
""")
def test_hospital_episode_statistics_hide_1_to_7_and_round_the_rest_to_5(count, printed):
    """Source: NHS Digital, Hospital Episode Statistics, 2018."""
    assert shown(NHS, count) == printed


@examples("""
| count | printed |
|-------|---------|
| 0     | [c]     |
| 9     | [c]     |
| 10    | 10      |
| 13    | 15      |
""")
def test_ten_five_hides_below_10_zeros_too_and_rounds_to_5(count, printed):
    """Source: Office for National Statistics, post-tabular methods: the 10-5 rule."""
    assert shown(ONS, count) == printed


@examples("""
| threshold | inclusive | largest_count_hidden |
|-----------|-----------|----------------------|
| 10        | yes       | 10                   |
| 10        | no        | 9                    |
| 5         | yes       | 5                    |
""")
def test_a_threshold_is_inclusive_or_not(threshold, inclusive, largest_count_hidden):
    """Conventions differ: "1 to 5" hides 5, "below 10" does not hide 10."""
    rule = written(threshold=int(threshold), inclusive=inclusive == "yes")

    assert rule.is_small(int(largest_count_hidden))
    assert not rule.is_small(int(largest_count_hidden) + 1)


@examples("""
| count | of  | left_out | hidden |
|-------|-----|----------|--------|
| 142   | 145 | 3        | yes    |
| 140   | 145 | 5        | yes    |
| 139   | 145 | 6        | no     |
| 145   | 145 | 0        | no     |
""")
def test_who_is_left_out_may_be_few_too(count, of, left_out, hidden):
    """Care leavers in suitable accommodation: of 145 all but 3. Source: rule of complements."""
    found = judged(DFE, numerator=[int(count)], denominator=[int(of)])

    assert int(of) - int(count) == int(left_out)
    assert found["why_remainder"].to_list() == ["complement" if hidden == "yes" else None]
    assert found["why_value"].to_list() == ["unsafe_percentage" if hidden == "yes" else None]
    assert not found["primary_numerator"][0]


@examples("""
| in_one_place | of_the_group | hidden |
|--------------|--------------|--------|
| 40           | 40           | yes    |
| 39           | 40           | no     |
| 0            | 40           | no     |
""")
def test_a_whole_group_in_one_cell_tells_of_each_of_its_members(in_one_place, of_the_group, hidden):
    """Who belongs to the group is known to be there. Off unless a policy asks. Source: class disclosure."""
    rule = written(threshold=5, class_disclosure=True)
    found = judged(rule, numerator=[int(in_one_place)], whole=[int(of_the_group)])

    assert found["why_numerator"].to_list() == ["class_disclosure" if hidden == "yes" else None]


@examples("""
| count | of | share | printed |
|-------|----|-------|---------|
| 30    | 60 | 50%   | yes     |
| 3     | 60 | 5%    | no      |
| 0     | 4  | 0%    | no      |
| 58    | 60 | 96.7% | no      |
""")
def test_a_share_is_printed_only_where_all_its_parts_are_safe(count, of, share, printed):
    """5% of a known 60 is 3. The count, of how many, and who is left out must each be safe."""
    found = judged(DFE, numerator=[int(count)], denominator=[int(of)])

    assert f"{100 * int(count) / int(of):.1f}".removesuffix(".0") + "%" == share
    assert found["primary_value"].to_list() == [printed == "no"]


def test_a_population_below_the_line_is_not_judged_as_a_group():
    """4 people who live in a street are no secret; what is counted among them may be."""
    found = judged(DFE, numerator=[0], denominator=[4], denominator_counts=[False])

    assert found["primary_denominator"].to_list() == [False]


@examples("""
| yes | answers | share_printed |
|-----|---------|---------------|
| 20  | 49      | no            |
| 20  | 50      | yes           |
""")
def test_a_survey_prints_no_share_of_fewer_answers_than_its_minimum(yes, answers, share_printed):
    """`minimum_base: 50`: of fewer, the share says more of who answered than of the group."""
    rule = written(threshold=5, minimum_base=50)
    found = judged(rule, numerator=[int(yes)], denominator=[int(answers)])

    assert found["why_value"].to_list() == [None if share_printed == "yes" else "small_base"]


def amounts_of(text):
    return [float(amount) for amount in text.split()]


@examples("""
| amounts                          | two_largest | hidden |
|----------------------------------|-------------|--------|
| 60 31 1 1 1 1 1 1 1 1 1          | 91 of 100   | yes    |
| 60 30 2 1 1 1 1 1 1 1 1          | 90 of 100   | no     |
""")
def test_no_total_that_two_make_up(amounts, two_largest, hidden):
    """(n,k) dominance: the 2 largest contributors make more than 90%. Source: ACRO, default parameters."""
    parts = amounts_of(amounts)
    found = judged(ACRO, numerator=[int(sum(parts))], contributions=[parts])

    assert f"{sum(sorted(parts)[-2:]):g} of {sum(parts):g}" == two_largest
    assert found["why_numerator"].to_list() == ["dominance" if hidden == "yes" else None]


@examples("""
| amounts   | rest | tenth_of_largest | hidden |
|-----------|------|------------------|--------|
| 100 50 9  | 9    | 10               | yes    |
| 100 50 10 | 10   | 10               | no     |
| 100       | 0    | 10               | yes    |
""")
def test_no_total_from_which_the_second_can_work_out_the_first(amounts, rest, tenth_of_largest, hidden):
    """p%: the second largest knows its own 50 and the total, and so the largest to within the rest.

    Source: p% rule; ACRO, default parameters."""
    parts = amounts_of(amounts)
    found = judged(written(p_percent=0.1), numerator=[int(sum(parts))], contributions=[parts])

    assert [sum(parts[2:]), parts[0] / 10] == [float(rest), float(tenth_of_largest)]
    assert found["why_numerator"].to_list() == ["p_percent" if hidden == "yes" else None]


@examples("""
| total | contributors | hidden |
|-------|--------------|--------|
| 900   | 2            | yes    |
| 900   | 3            | no     |
| 0     | 0            | no     |
""")
def test_no_total_of_too_few_contributors(total, contributors, hidden):
    """`minimum_contributors: 3`: of two, each knows the other."""
    rule = written(minimum_contributors=3)
    found = judged(rule, numerator=[int(total)], contributors=[int(contributors)])

    assert found["why_numerator"].to_list() == ["contributors" if hidden == "yes" else None]


@examples("""
| zeros    | printed | least_that_a_hidden_count_can_be |
|----------|---------|----------------------------------|
| shown    | 0       | 1                                |
| may_hide | 0       | 0                                |
| hidden   | [c]     | 0                                |
""")
def test_zeros_may_tell_too(zeros, printed, least_that_a_hidden_count_can_be):
    """Where zeros are shown, everybody knows that a hidden count is 1 or more. `may_hide`: a 0 may be hidden
    to protect others. Source for hiding them: ACRO, default parameters, zeros are disclosive."""
    rule = written(threshold=5, zeros=zeros)

    assert shown(rule, "0") == printed
    assert rule.lower == int(least_that_a_hidden_count_can_be)
    assert judged(ACRO, numerator=[0], denominator=[50])["why_numerator"].to_list() == ["zero"]


def test_some_official_returns_hide_nothing():
    """The Department for Education suppresses nothing in education, health and care plans (its data
    guidance of 2023 and 2024). A council that follows it says so, with the reason."""
    rule = written(from_preset="none", none_because="Published unsuppressed by the Department for Education")

    assert judged(rule, numerator=[3])["primary_numerator"].to_list() == [False]


def test_what_counts_nobody_needs_no_policy_and_a_policy_of_none_needs_a_reason():
    """Homes are no people. Who protects nothing on people says why in `none_because`."""
    found = policy.primary(
        pl.DataFrame({"policy": [None, ""], "numerator": [3, 4]}, strict=False), {"p": DFE}
    )

    assert found["primary_numerator"].to_list() == [False, False]
    assert written(from_preset="none", none_because="It counts homes").protects is False
    with pytest.raises(PolicyRefused, match=r"protects nothing: write a threshold.*none_because"):
        policy.preset("none")


def test_a_reason_says_to_staff_what_was_too_few():
    """Outside there is only [c]; inside, "It counts 1 to 5: few enough to tell of a person."."""
    assert Reason.THRESHOLD.in_words(DFE) == "It counts 1 to 5: few enough to tell of a person."
    assert Reason.DOMINANCE.in_words(ACRO) == "The 2 largest contributors make up more than 90% of it."


def test_a_policy_starts_from_a_convention_and_differs_where_it_says_so():
    """`from_preset: dfe_children_in_need` with `threshold: 9` hides 1 to 9, and shows 0 as before."""
    own = policy.from_dict({"code": "own", "from_preset": "dfe_children_in_need", "threshold": 9})

    assert (own.largest_hidden, own.zeros, own.complement, own.preset) == (
        9,
        "shown",
        True,
        "dfe_children_in_need",
    )


def test_what_a_convention_sets_can_be_taken_back():
    """`from_preset: nhs_hes`, `rounding: null`, `percentages: safe_parts`: 1 to 7 hidden, nothing rounded."""
    own = policy.from_dict(
        {"code": "own", "from_preset": "nhs_hes", "rounding": None, "percentages": "safe_parts"}
    )

    assert own.rounding is None


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"threshold": 1, "inclusive": False}, "hides zeros alone, and zeros are not hidden"),
        ({"zeros": "hidden"}, "zeros are hidden but counts above them are not"),
        (
            {"zeros": "hide", "threshold": 5},
            "zeros: 'hide' is not a choice; write one of shown, may_hide, hidden",
        ),
        ({"complement": True, "minimum_base": 5}, "complement judges what is left by the threshold"),
        (
            {"threshold": 5, "complement": True, "class_disclosure": True},
            "a numerator of 0 puts the whole group among the others",
        ),
        (
            {"threshold": 3, "rounding": {"base": 10}, "percentages": "rounded_parts"},
            "a count of 4 would be printed as 0 though it is none",
        ),
        (
            {"threshold": 5, "rounding": {"base": 10, "kind": "controlled"}, "percentages": "rounded_parts"},
            "controlled rounding may print 9 as 0",
        ),
        ({"threshold": 5, "percentages": "rounded_parts"}, "rounded_parts needs a rounding"),
        ({"rounding": {"base": 5}}, "safe_parts would print shares of unrounded parts"),
        ({"threshold": 5, "width": 3, "level": "rank"}, "a width of 3 is held at the level witness alone"),
        ({"threshold": 5, "none_because": "No need"}, "leave out one of the two"),
        (
            {"threshold": 5, "may_cross": [["age", "sex", "ward"]], "never_cross": [["ward", "age"]]},
            "age x sex x ward is both allowed and never crossed",
        ),
        ({"threshold": 5, "unprotected_for": ["public"]}, "names public, to whom it protects nothing"),
        ({"threshold": 5, "symbols": {"*": "Other"}}, r"every hidden figure is \[c\]"),
        ({"threshold": 5, "dominance": {"n": 2, "k": 90}}, r"k between 0 and 1, as \{n: 2, k: 0.9\}"),
        ({"threshold": "5"}, "policy own, threshold: '5' is no whole number"),
        ({"treshold": 5}, "policy own: 'treshold' is unknown"),
        ({"from_preset": "dfe"}, "from_preset: 'dfe' is not a choice; write one of dfe_children_in_need"),
        ({"threshold": 5, "source": ""}, "source is missing"),
    ],
)
def test_a_policy_that_contradicts_itself_is_refused(fields, says):
    with pytest.raises(PolicyRefused, match=says):
        written(**fields)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"dominance": {"n": 2, "k": 0.9}}, "returns bring the total alone"),
        ({"p_percent": 0.1}, "returns bring the total alone"),
        ({"minimum_contributors": 10}, "returns do not say so"),
        ({"level": "rank"}, "no release leaves without a witness"),
    ],
)
def test_a_policy_that_no_release_can_keep_is_refused_where_it_protects_one(fields, says):
    """The rule book keeps the rules on contributors where a table brings them; a release has none."""
    rule = written(threshold=5, **fields)

    (field,) = fields
    with pytest.raises(PolicyRefused, match=f"^policy own, {field}: .*{says}"):
        policy.check([rule])


@examples("""
| broken_down_by | allowed |
|----------------|---------|
| ethnicity      | yes     |
| ward ethnicity | yes     |
| age sex        | yes     |
| age ethnicity  | no      |
| ward age       | no      |
""")
def test_one_dimension_and_areas_may_be_crossed_and_more_only_where_the_policy_says_so(
    broken_down_by, allowed
):
    """With `may_cross: [[age, sex]]` and `never_cross: [[ward, age]]`."""
    rule = written(threshold=5, may_cross=[["age", "sex"]], never_cross=[["ward", "age"]])

    assert rule.allows(frozenset(broken_down_by.split())) == (allowed == "yes")


def test_a_figure_whose_policy_is_not_there_is_refused():
    with pytest.raises(policy.UnknownPolicy, match="there is no policy 'lost'; known are dfe"):
        policy.primary(pl.DataFrame({"policy": ["lost"], "numerator": [3]}), {"dfe": DFE})
