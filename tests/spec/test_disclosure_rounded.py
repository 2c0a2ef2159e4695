"""A release whose policy rounds: what leaves of a council's figures, and what an outsider can tell from it.

Sources: NHS Digital, Hospital Episode Statistics (2018); the 10-5 rule of the Office for National Statistics;
Cox (1987) for rounding that adds up.
"""

import itertools
import json

import numpy as np
import polars as pl
import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import attack, policy
from goldenthread.methods.disclosure.policy import Rounding
from goldenthread.methods.disclosure.witness.other import other_tables
from tests.rooms.disclosure.quarters import group, line, sealed

AT = "at2023-09-30"
NHS = policy.preset("nhs_hes")
GROUPS = {"asian": 38, "black": 12, "mixed": 4, "other": 7, "white": 144, "traveller": 0}


def rule(**fields):
    return policy.from_dict({"code": "own", "source": "x", "percentages": "rounded_parts", **fields})


def council(counts, *, total=None, **said):
    """One indicator and its count in each ethnic group."""
    groups = tuple(group("EDU03", AT, f"ethnicity={name}", count) for name, count in counts.items())
    whole = line("EDU03", AT, sum(counts.values()) if total is None else total, **said)
    return sealed(whole, breakdown=groups)


def released(position, policy_):
    return gate.for_publication(position, world=World(otherwise=policy_))


def printed(cleared):
    """What stands for each group, and for all: a number, [c] or [low]."""
    table = cleared.table.figures.filter(pl.col("part") == "value")
    return {
        breakdown.removeprefix("ethnicity=") or "all": text or f"[{symbol}]"
        for breakdown, text, symbol in table.select("breakdown", "text", "symbol").iter_rows()
    }


def possible(cleared, rounding):
    """Every table of counts that agrees with what is printed and how it is rounded and hidden."""
    said = printed(cleared)
    whole, parts = said.pop("all"), said
    ends = {name: _ends(text, rounding) for name, text in parts.items()}
    for counts in itertools.product(*(range(least, most + 1) for least, most in ends.values())):
        least, most = _ends(whole, rounding)
        if least <= sum(counts) <= most:
            yield dict(zip(parts, counts, strict=True))


def _ends(text, rounding):
    if text == "[c]":
        return 1, 30
    least, most = policy.around(np.array([0 if text == "[low]" else int(text)]), rounding)
    return (0, 0) if text == "0" else (max(int(least[0]), 1), int(most[0]))


def test_1_to_7_are_hidden_zeros_stay_and_the_rest_goes_to_the_nearest_5():
    """The preset of NHS Digital, as it stands."""
    assert printed(released(council(GROUPS), NHS)) == {
        "all": "205",
        "asian": "40",
        "black": "10",
        "mixed": "[c]",
        "other": "[c]",
        "traveller": "0",
        "white": "145",
    }


def test_a_share_is_worked_out_from_the_two_rounded_counts():
    """48 of 57 is 84.2%; printed are 50 of 55 and 90.9%."""
    cleared = released(sealed(line("CUS02", AT, 48, 57)), NHS)
    (row,) = cleared.sealed.of("indicator")
    assert (row["numerator"], row["denominator"], row["value_text"]) == (50.0, 55.0, "90.9090909091")
    assert row["rounded"]["statement"] == Rounding(5).statement


def test_ten_five_hides_zeros_too():
    """Below 10 is hidden, the rest to the nearest 5."""
    said = printed(released(council(GROUPS), policy.preset("ons_10_5")))
    assert [name for name, text in said.items() if text == "[c]"] == ["mixed", "other", "traveller"]
    assert (said["black"], said["all"]) == ("10", "205")


def test_what_is_not_hidden_and_rounds_to_nothing_is_low():
    """Where a policy does nothing but round, 2 is [low], and 0 is 0."""
    counts = {"asian": 38, "black": 12, "mixed": 2, "white": 144, "traveller": 0}
    said = printed(released(council(counts), rule(rounding={"base": 5})))
    assert said == {
        "all": "195", "asian": "40", "black": "10", "mixed": "[low]", "white": "145", "traveller": "0",
    }  # fmt: skip


@pytest.mark.parametrize(("base", "limit"), [(3, {"threshold": 5}), (10, {})])
def test_controlled_rounding_adds_up(base, limit):
    """To multiples of 3 or of 10 nearby: the printed groups come to the printed total."""
    counts = {"asian": 38, "black": 14, "mixed": 21, "other": 17, "white": 144}
    own = rule(rounding={"base": base, "kind": "controlled"}, **limit)
    said = {name: int(text) for name, text in printed(released(council(counts), own)).items()}
    total = said.pop("all")
    assert sum(said.values()) == total
    assert all(number % base == 0 and abs(number - counts[name]) < base for name, number in said.items())


def test_ends_that_meet_would_give_a_small_count_away_so_one_more_figure_is_hidden():
    """Four groups of 2 are [low] each, which is 1 or 2. Their 8 would print as 10, which is 8 or more: so all
    four are 2. One of the five figures is hidden, and then nobody can tell."""
    counts = dict.fromkeys(("asian", "black", "mixed", "white"), 2)
    cleared = released(council(counts), rule(rounding={"base": 5}))
    said = printed(cleared)
    assert sorted(said.values()) != ["10", *["[low]"] * 4]
    assert list(said.values()).count("[c]") == 1
    found = list(possible(cleared, Rounding(5)))
    assert all(len({table[name] for table in found}) > 1 for name in counts)


def test_what_adds_up_tells_a_hidden_multiple_so_one_figure_alone_is_not_enough():
    """Three groups of 1 and their 3, to multiples of 4 that add up, are [low] all four: 1 to 3, so all are 1.
    Were 3 hidden alone, its multiple would still be 0 + 0 + 0. A group is hidden with it."""
    own = rule(rounding={"base": 4, "kind": "controlled"})
    said = list(printed(released(council(dict.fromkeys(("asian", "black", "white"), 1)), own)).values())
    assert sorted(said) == ["[c]", "[c]", "[low]", "[low]"]


RULES = {
    "NHS": NHS,
    "5": rule(rounding={"base": 5}),
    "10": rule(rounding={"base": 10}),
    "10 controlled": rule(rounding={"base": 10, "kind": "controlled"}),
    "3 controlled": rule(threshold=5, rounding={"base": 3, "kind": "controlled"}),
}
TABLES = (
    {"asian": 7, "black": 7, "white": 7},
    {"asian": 12, "black": 4, "white": 9},
    {"asian": 2, "black": 2, "white": 3},
    {"asian": 1, "black": 8, "white": 12, "other": 0},
)


@pytest.fixture(scope="module", params=list(itertools.product(RULES, TABLES)), ids=str)
def case(request):
    """Each rule with each table: the rule, the true counts, and what leaves."""
    name, counts = request.param
    return RULES[name], counts, released(council(counts), RULES[name])


def test_no_small_count_can_be_told(case):
    """Every table that agrees with what is printed, tried: each small count takes two values or more."""
    own, counts, cleared = case
    found = list(possible(cleared, own.rounding))
    assert counts in found
    small = own.largest_hidden or own.rounding.base - 1
    for name, count in counts.items():
        if 0 < count <= small:
            assert len({table[name] for table in found}) > 1, (name, printed(cleared))


def test_the_attacker_opens_nothing(case):
    """With every text, every sum and the rule, and a solver."""
    draft = case[2].passed.draft
    assert not len(attack.recovered(draft.system, draft.protection.hidden(draft.system)))


def test_the_other_tables_of_the_witness_print_the_same_bytes(case):
    """Each of them in the place of the true one: the same lines, and the same multiples by the same rule."""
    own, _, cleared = case
    draft, said = cleared.passed.draft, printed(cleared)
    for other in other_tables(draft.system, draft.protection.witness):
        rows = draft.stated.select("breakdown", "cell_numerator").iter_rows()
        cells = {breakdown.removeprefix("ethnicity="): int(other[cell]) for breakdown, cell in rows}
        again = gate.position(council(cells, total=cells.pop("")), cleared.passed)
        assert json.dumps(again.sealed.lines) == json.dumps(cleared.sealed.lines)
        if own.rounding.kind == "independent":
            nearest = pl.DataFrame({"n": list(cells.values())}).select(
                policy.rounded(pl.col("n"), own.rounding.base)
            )
            for name, number in zip(cells, nearest.to_series(), strict=True):
                assert said[name] in ("[c]", str(number) if number or not cells[name] else "[low]")


def test_a_rating_stands_where_every_count_has_it_that_the_rounded_one_leaves_possible():
    """48 of 57 is printed as 50 of 55: 48 to 52 of 53 to 57, which is 84.2% to 98.1%. Against 80% all of it
    is green; against 90% some is, and the colour would narrow it."""
    bands = [
        {"code": code, "label": code, "short": code[0], "shape": "circle", "token": code, "group": group_}
        for code, group_ in (("green", "met"), ("red", "missed"))
    ]
    scheme = {"code": "standard", "name": "S", "bands": bands, "edges": [{"at": "target"}]}
    told = {}
    for target, true in ((80.0, "green"), (90.0, "red")):
        rated = line("CUS02", AT, 48, 57, scheme="standard", polarity="higher", target=target, rating=true)
        position = sealed(rated)
        cleared = released(
            type(position)(**{**_fields(position), "lines": {**position.lines, "scheme": (scheme,)}}), NHS
        )
        (row,) = cleared.sealed.of("indicator")
        told[target] = (row["rating"], row["reason"])
    assert told == {80.0: ("green", ""), 90.0: (None, "hidden")}


def _fields(position):
    return {name: getattr(position, name) for name in position.__dataclass_fields__}


def test_words_beside_a_rounded_figure_may_hold_no_number():
    """48 of 57 in a comment would be exact where the table is rounded."""
    base = {"indicator": "CUS02", "why": "", "next": ""}
    comments = tuple(
        {**base, "happened": said} for said in ("48 of 57 in time.", "Better than in June 2023.")
    )
    position = sealed(line("CUS02", AT, 48, 57))
    given = type(position)(**{**_fields(position), "lines": {**position.lines, "commentary": comments}})
    said = [one["happened"] for one in released(given, NHS).sealed.of("commentary")]
    assert said == [gate.WITHHELD, "Better than in June 2023."]


def test_words_on_something_else_may_not_tell_it_exactly_either():
    """A comment on a priority with 38 of 120 for one group, or that names the measure beside a number."""
    comments = tuple(
        {"priority": "SN", "why": "", "next": "", "happened": said}
        for said in ("Of one group 38 of 120 were.", "EDU03 was 31 in the end.", "12 roads were resurfaced.")
    )
    shares = [
        {**group("EDU03", AT, "ethnicity=asian", 0), "value": 31.7, "numerator": 38, "denominator": 120}
    ]
    position = sealed(line("EDU03", AT, 205, 640, multiplier=100.0), breakdown=tuple(shares))
    given = type(position)(**{**_fields(position), "lines": {**position.lines, "commentary": comments}})
    said = [one["happened"] for one in released(given, NHS).sealed.of("commentary")]
    assert said == [gate.WITHHELD, gate.WITHHELD, "12 roads were resurfaced."]


def test_history_and_what_it_is_held_against_are_rounded_and_no_trend_is_told():
    """12 now, 18 a year ago, 14 in June: 10, 20 and 15. How far it fell, only exact figures could tell."""
    point = {"period": "at2023-06-30", "value": 14.0, "numerator": None, "denominator": None, "target": None}
    held = {"like_period": "at2022-09-30", "like_value": 18.0, "trend_like": "improving", "change_like": -6.0}
    (row,) = released(sealed(line("EDU03", AT, 12, history=[point], **held)), NHS).sealed.of("indicator")
    assert (row["value"], row["like_value"], row["history"][0]["value"]) == (10.0, 20.0, 15.0)
    assert (row["trend_like"], row["change_like"], row["why_like"]) == (None, None, "hidden")


def test_a_percentage_whose_counts_nobody_knows_cannot_be_rounded_and_is_hidden():
    """97.3% without counts: to the nearest 5 it would be a figure of its own making."""
    given = line("CUS02", AT, 97.3, multiplier=100.0)
    (row,) = released(sealed(given), NHS).sealed.of("indicator")
    assert row["hidden"]
    assert row["value"] is None


@pytest.mark.parametrize(("count", "said"), [(2, "[low]"), (4, "5"), (7, "5")])
def test_an_exception_from_hiding_is_none_from_rounding(count, said):
    """A small count that the data protection lead lets stand is rounded all the same."""
    world = World(otherwise=NHS)
    row = {"indicator": "EDU03", "area": "SMH", "breakdown": "ethnicity=mixed", "period": "", "keep": "shown"}
    kept = pl.DataFrame([row], schema_overrides=world.exceptions.schema).select(world.exceptions.columns)
    cleared = gate.for_publication(
        council({**GROUPS, "mixed": count}), world=World(otherwise=NHS, exceptions=kept)
    )
    assert printed(cleared)["mixed"] == said
