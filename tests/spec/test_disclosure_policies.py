"""Which figures are too telling to print: each rule with a worked example and its source."""

import polars as pl
import pytest

from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy import Policy, PolicyRefused, Reason

DFE = policy.preset("dfe_children_in_need")
NHS = policy.preset("nhs_hes")
ONS = policy.preset("ons_10_5")
ACRO = policy.preset("acro")


def judged(rule: Policy, **columns):
    """What the rule says of figures, one value of each column a figure."""
    return policy.primary(pl.DataFrame(columns).with_columns(policy=pl.lit("p")), {"p": rule})


def written(**fields) -> Policy:
    return policy.from_dict({"code": "own", "name": "Own", "source": "The council", **fields})


def test_children_in_need_hides_1_to_5_and_shows_0():
    """Source: Department for Education, Children in need 2020 and 2021."""
    found = judged(DFE, numerator=[0, 1, 5, 6])

    assert found["primary_numerator"].to_list() == [False, True, True, False]
    assert found["why_numerator"].to_list() == [None, "threshold", "threshold", None]
    assert found["zeros_shown"].all()


def test_hospital_episode_statistics_hide_1_to_7_and_round_the_rest_to_5():
    """Source: NHS Digital, Hospital Episode Statistics, 2018."""
    found = judged(NHS, numerator=[0, 7, 8, 12, 13])
    printed = found.select(policy.rounded(pl.col("numerator"), NHS.rounding.base)).to_series()

    assert found["primary_numerator"].to_list() == [False, True, False, False, False]
    assert printed.to_list() == [0, 5, 10, 10, 15]


def test_ten_five_hides_below_10_and_rounds_to_5():
    """Source: Office for National Statistics, post-tabular methods."""
    found = judged(ONS, numerator=[0, 9, 10])

    assert found["why_numerator"].to_list() == ["zero", "threshold", None]


def test_a_threshold_is_inclusive_or_not():
    up_to = written(threshold=10, inclusive=True)
    below = written(threshold=10, inclusive=False)

    assert [up_to.is_small(10), below.is_small(10)] == [True, False]


def test_who_is_left_out_may_be_few_too():
    """142 of 145 care leavers in suitable accommodation: 3 are not. Source: rule of complements."""
    found = judged(DFE, numerator=[142, 139], denominator=[145, 145])

    assert found["why_remainder"].to_list() == ["complement", None]
    assert found["why_value"].to_list() == ["unsafe_percentage", None]
    assert found["primary_numerator"].to_list() == [False, False]


def test_a_whole_group_in_one_cell_tells_of_each_of_its_members():
    """All 40 of a group in one place: who belongs to it is known to be there. Source: class disclosure."""
    rule = written(threshold=5, class_disclosure=True)
    found = judged(rule, numerator=[40, 39, 0], whole=[40, 40, 40])

    assert found["why_numerator"].to_list() == ["class_disclosure", None, None]


def test_a_share_is_printed_only_where_both_its_parts_are_safe():
    """3 of 60 is 5%: whoever knows the 60 works out the 3."""
    found = judged(DFE, numerator=[3, 0, 30], denominator=[60, 4, 60])

    assert found["why_value"].to_list() == ["unsafe_percentage", "unsafe_percentage", None]
    assert found["why_denominator"].to_list() == [None, "threshold", None]


def test_a_population_below_the_line_is_not_judged_as_a_group():
    found = judged(DFE, numerator=[0], denominator=[4], denominator_counts=[False])

    assert found["primary_denominator"].to_list() == [False]


def test_a_survey_prints_no_share_of_fewer_answers_than_its_minimum():
    rule = written(threshold=5, minimum_base=50)
    found = judged(rule, numerator=[20, 20], denominator=[49, 50])

    assert found["why_value"].to_list() == ["small_base", None]


def test_no_total_that_two_make_up():
    """(n,k) dominance with 2 and 90%. Source: ACRO, default parameters."""
    amounts = [[60.0, 31.0, *[0.9] * 10], [50.0, 30.0, *[2.0] * 10]]
    found = judged(ACRO, numerator=[100, 100], contributions=amounts)

    assert found["why_numerator"].to_list() == ["dominance", None]


def test_no_total_from_which_the_second_can_work_out_the_first():
    """The rest, 9, is below 10% of the largest, 100. Source: p% rule; ACRO, default parameters."""
    rule = written(p_percent=0.1)
    amounts = [[100.0, 50.0, 9.0], [100.0, 50.0, 10.0], [100.0]]
    found = judged(rule, numerator=[159, 160, 100], contributions=amounts)

    assert found["why_numerator"].to_list() == ["p_percent", None, "p_percent"]


def test_no_total_of_too_few_contributors():
    rule = written(minimum_contributors=3)
    found = judged(rule, numerator=[900, 900, 0], contributors=[2, 3, 0])

    assert found["why_numerator"].to_list() == ["contributors", None, None]


def test_zeros_may_tell_too():
    """Source: ACRO, default parameters: zeros are disclosive."""
    found = judged(ACRO, numerator=[0], denominator=[50])

    assert found["why_numerator"].to_list() == ["zero"]
    assert not found["zeros_shown"][0]


def test_what_counts_nobody_needs_no_policy_and_a_policy_of_none_needs_a_reason():
    found = policy.primary(
        pl.DataFrame({"policy": [None, ""], "numerator": [3, 4]}, strict=False), {"p": DFE}
    )

    assert found["primary_numerator"].to_list() == [False, False]
    assert written(from_preset="none", none_because="It counts homes").protects is False
    with pytest.raises(PolicyRefused, match=r"protects nothing: write a threshold.*none_because"):
        policy.preset("none")


def test_a_reason_says_to_staff_what_was_too_few():
    assert Reason.THRESHOLD.in_words(DFE) == "It counts 1 to 5: few enough to tell of a person."
    assert Reason.DOMINANCE.in_words(ACRO) == "The 2 largest contributors make up more than 90% of it."


def test_a_policy_starts_from_a_convention_and_differs_where_it_says_so():
    own = policy.from_dict({"code": "own", "from_preset": "dfe_children_in_need", "threshold": 9})

    assert (own.largest_hidden, own.zeros, own.complement, own.preset) == (
        9,
        "shown",
        True,
        "dfe_children_in_need",
    )


def test_what_a_convention_sets_can_be_taken_back():
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


def test_one_dimension_and_areas_may_be_crossed_and_more_only_where_the_policy_says_so():
    rule = written(threshold=5, may_cross=[["age", "sex"]], never_cross=[["ward", "age"]])

    assert rule.allows(frozenset({"ethnicity"}))
    assert rule.allows(frozenset({"ward", "ethnicity"}))
    assert rule.allows(frozenset({"age", "sex"}))
    assert not rule.allows(frozenset({"age", "ethnicity"}))
    assert not rule.allows(frozenset({"ward", "age"}))


def test_a_figure_whose_policy_is_not_there_is_refused():
    with pytest.raises(policy.UnknownPolicy, match="there is no policy 'lost'; known are dfe"):
        policy.primary(pl.DataFrame({"policy": ["lost"], "numerator": [3]}), {"dfe": DFE})
