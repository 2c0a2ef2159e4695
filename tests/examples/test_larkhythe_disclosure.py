"""Larkhythe's policies hide the counts that tell too much of a person, and no others."""

from pathlib import Path

import polars as pl
import pytest

from examples.larkhythe.make_returns import everything
from goldenthread.council_folder import reading
from goldenthread.methods import periods
from goldenthread.methods.disclosure import policy

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "larkhythe"


@pytest.fixture(scope="module")
def folder():
    return reading.read(FOLDER)


@pytest.fixture(scope="module")
def policies(folder):
    stamp = {"default", "effective_from", "known_from", "reason", "approver", "is_withdrawn"}
    return {
        row.code: policy.from_dict({name: v for name, v in row.values().items() if name not in stamp})
        for row in folder.section("policies")
    }


@pytest.fixture(scope="module")
def policy_of(folder):
    default = next(row.code for row in folder.section("policies") if row.get("default"))
    return {
        row.code: row.get("disclosure") or (default if row.get("counts_people") else None)
        for row in folder.section("indicators")
    }


@pytest.fixture(scope="module")
def headlines():
    return {(figure.indicator, figure.period): figure for figure in everything.headlines()}


def hidden(policies, code, pairs):
    """For each (numerator, denominator): whether the policy hides the count, and the share."""
    figures = pl.DataFrame(pairs, schema=["numerator", "denominator"], orient="row")
    found = policy.primary(figures.with_columns(policy=pl.lit(code, pl.String)), policies)
    return [
        any(parts) for parts in found.select("primary_numerator", "primary_remainder", "primary_value").rows()
    ]


def test_the_councils_rule_is_1_to_5_with_zeros_shown(policies, policy_of):
    rule = policies[policy_of["CSC10"]]

    assert [count for count in range(20) if rule.is_small(count)] == [1, 2, 3, 4, 5]
    assert rule.preset == "dfe_children_in_need"


@pytest.mark.parametrize(
    ("indicator", "pair", "is_hidden"),
    [
        ("CSC10", (142, 145), True),  # 3 care leavers are not in suitable accommodation
        ("ASC02", (4, 210_000), True),  # quarter 1
        ("ASC02", (7, 210_000), False),  # quarter 2 to date
        ("CSC05", (4, 51), True),  # one quarter
        ("CSC05", (20, 215), False),  # twelve months
        ("HOU16", (4_197, 4_200), False),  # 3 homes, not people
        ("CSC01", (486, 585), False),
    ],
)
def test_small_numbers_of_the_borough(policies, policy_of, indicator, pair, is_hidden):
    assert hidden(policies, policy_of[indicator], [pair]) == [is_hidden]


def test_of_the_exclusions_by_ethnic_group_the_three_smallest_are_small(policies, policy_of):
    counts = [(9, 11_900), (6, 6_300), (4, 5_200), (3, 3_600), (1, 11_400)]

    assert hidden(policies, policy_of["EDU03"], counts) == [False, False, True, True, True]


def test_wards_with_few_assessments_are_hidden(policies, policy_of):
    """Gorse Hollow 3 assessments, 1 of them late; Quarry End 4, none late."""
    assert hidden(policies, policy_of["CSC01"], [(2, 3), (4, 4), (40, 48)]) == [True, True, False]


def test_direct_payments_by_ethnic_group_are_large_enough(policies, policy_of):
    counted = [(134, 640), (70, 250), (16, 55), (374, 1_205), (39, 130), (9, 30)]

    assert hidden(policies, policy_of["ASC07"], counted) == [False] * 6


def test_the_best_paid_are_never_shown_by_directorate(folder, policies, policy_of):
    row = next(row for row in folder.section("indicators") if row.code == "HR05")

    assert row.get("never_break_down") == ["directorate"]
    assert not policies[policy_of["HR05"]].allows(frozenset({"directorate", "sex"}))


def test_counts_that_are_one_are_equal_since_they_are_said_to_be(folder, headlines):
    """227 children in care, 145 care leavers: in both indicators, in every period."""
    checked = 0
    for row in folder.section("links"):
        counts = [count.split("/") for count in row.get("counts")]
        shared = set.intersection(*({p for code, p in headlines if code == named} for named, _ in counts))
        for period in shared:
            if periods.parse(period).end >= row.stamp.effective_from:
                found = {getattr(headlines[named, period], part) for named, part in counts}
                assert len(found) == 1, (row.code, period, found)
                checked += 1
    assert checked >= 3


def test_groups_said_to_make_up_everybody_do(folder, headlines):
    """Each cut of the made figures is one of the groupings, and adds up to its headline."""
    named = {
        (row.get("dimension"), frozenset(row.get("parts"))): row.get("indicators")
        for row in folder.section("groupings")
        if not row.get("whole")
    }
    about_people = {row.code for row in folder.section("dimensions") if row.get("about_people")}
    cuts = {}
    for figure in everything.cut_all(
        [each for each in headlines.values() if each.period.startswith("at2023")]
    ):
        (dimension, group) = figure.cut[0]
        if dimension in about_people - {"directorate", "road_user"}:
            cuts.setdefault((figure.indicator, figure.period, dimension), {})[group] = figure
    assert cuts
    for (indicator, period, dimension), groups in cuts.items():
        held = named[dimension, frozenset(groups)]
        assert not held or indicator in held
        for part in ("numerator", "denominator"):
            whole = getattr(headlines[indicator, period], part)
            if whole:
                assert sum(int(getattr(each, part)) for each in groups.values()) == int(whole)
