"""Which areas the good figures of a quarter hide, from lines as they are sealed and as they leave."""

import pytest

from goldenthread.methods.masking import VERDICTS
from goldenthread.positions import masked

WHOLE = {
    "indicator": "A1", "unit": "%", "aggregation": "ratio_of_sums", "numerator_label": "In time",
    "denominator_label": "Answered", "polarity": "higher", "multiplier": 100, "value": 92.0, "target": 90.0,
    "reason": "",
}  # fmt: skip


def ward(name, above, below, **said):
    value = None if above is None else 100 * above / below
    return {
        "indicator": "A1",
        "area": f"X-{name}",
        "breakdown": "",
        "dimensions": [{"code": "ward", "value": f"X-{name}", "value_label": name}],
        "numerator": above,
        "denominator": below,
        "value": value,
        "reason": "",
        **said,
    }


WARDS = [ward("Eastward", 950, 1000), ward("Northward", 60, 100), ward("Tiny", 2, 3)]


def verdicts(lines, **of_whole):
    found = masked.judged([{**WHOLE, **of_whole}], lines).areas
    return {row["name"]: row["verdict"] or row["why"] for row in found.iter_rows(named=True)}


def hidden_behind(lines, **of_whole):
    return masked.judged([{**WHOLE, **of_whole}], lines).hidden_behind["name"].to_list()


def test_a_poor_ward_is_named_and_a_tiny_one_is_too_few_to_say():
    assert verdicts(WARDS) == {"Eastward": "better", "Northward": "worse", "Tiny": "too_few"}
    assert hidden_behind(WARDS) == ["Northward"]


def test_a_hidden_ward_has_no_verdict_though_its_denominator_stands():
    gone = ward("Northward", 60, 100, hidden=True, value=None)

    assert verdicts([WARDS[0], gone, WARDS[2]])["Northward"] == "missing"
    assert hidden_behind([WARDS[0], gone, WARDS[2]]) == []


def test_a_hidden_ward_changes_nothing_about_the_others():
    """Whatever it counts: the verdicts follow from what is shown alone."""
    lines = [[WARDS[0], ward("Northward", above, 100, hidden=True, value=None)] for above in (0, 60, 100)]
    found = [masked.judged([WHOLE], each).areas for each in lines]

    assert found[0].equals(found[1])
    assert found[1].equals(found[2])


def test_beside_a_hidden_figure_of_the_whole_no_ward_is_judged():
    assert verdicts(WARDS, value=None, hidden=True) == {}


@pytest.mark.parametrize("said", [{"reason": "hidden"}, {"rounded": {"statement": "to the nearest 5"}}])
def test_where_the_rating_of_the_whole_is_hidden_or_unsure_nothing_tells_it(said):
    assert hidden_behind(WARDS, **said) == []
    assert verdicts(WARDS, **said)["Northward"] == "worse"


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ({}, "share"),
        ({"unit": "per 10,000"}, "rate"),
        ({"unit": "days"}, "mean"),
        ({"unit": "days", "aggregation": "rolling_ratio"}, "level"),
        ({"denominator_label": ""}, "count"),
        ({"denominator_label": None}, "count"),
    ],
)
def test_the_kind_of_a_figure_is_told_by_its_definition(about, kind):
    assert masked.kind({**WHOLE, **about}) == kind


@pytest.mark.parametrize(
    "label", ["Rent due in the year", "Household waste collected, tonnes", "Net budget, £"]
)
def test_shares_of_money_or_weight_are_not_judged_as_if_they_were_counted(label):
    assert set(verdicts(WARDS, denominator_label=label).values()) == {"kind"}


def test_each_indicator_and_each_way_of_breaking_it_down_is_a_set_of_its_own():
    by_age = [{**line, "area": "SMH", "breakdown": f"age={line['area']}",
               "dimensions": [{"code": "age", "value": "x", "value_label": line["area"]}]}
              for line in WARDS]  # fmt: skip
    found = masked.judged([WHOLE, {**WHOLE, "indicator": "A2"}], [*WARDS, *by_age])

    assert found.sets.select("indicator", "cut", "areas", "masked").rows() == [
        ("A1", "ward", 3, 1),
        ("A1", "age", 3, 1),
    ]


def test_a_quarter_without_breakdowns_hides_nothing():
    found = masked.judged([WHOLE], [])

    assert (found.areas.height, found.sets.height, found.hidden_behind.height) == (0, 0, 0)
    assert found.areas.schema["verdict"] == VERDICTS
