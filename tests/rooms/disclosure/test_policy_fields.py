"""Policy fields: each field of a policy changes what a pack shows, or the pack is refused for it by name."""

from dataclasses import fields, replace

import polars as pl
import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.adversary import playing
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import EXCEPTIONS, World
from goldenthread.methods.disclosure import linked, policy
from goldenthread.methods.disclosure.policy import Policy, PolicyRefused
from tests.rooms.disclosure.quarters import group, line, sealed

PERIOD = "at2023-09-30"
PLACES = pl.DataFrame(
    [("SMH", "", ""), ("north", "SMH", "ward"), ("south", "SMH", "ward")], schema=linked.AREAS, orient="row"
)
SEXES = pl.DataFrame(
    {"dimension": "sex", "grouping": "sex", "value": value, "part_of": ""} for value in ("female", "male")
).select(linked.GROUPINGS.names())


def rule(**said):
    return policy.from_dict({"code": "own", "name": "Own", "source": "invented", "threshold": 5, **said})


def world(**said):
    return World(otherwise=rule(**said), areas=PLACES, groupings=SEXES)


def cleared(*lines, breakdown=(), **said):
    return gate.clear(Printed(sealed(*lines, breakdown=breakdown)), world(**said))


def texts(passed):
    figures = passed.table.figures.filter(pl.col("part") == "value")
    return [text or f"[{symbol}]" for text, symbol in figures.select("text", "symbol").iter_rows()]


def by_sex(female, male):
    return (group("EDU03", PERIOD, "sex=female", female), group("EDU03", PERIOD, "sex=male", male))


def one(count, of=None, **said):
    """What a single figure is printed as."""
    (text,) = texts(cleared(line("EDU03", PERIOD, count, of), **said))
    return text


def of_groups(female, male, **said):
    """What a total by sex is printed as: itself, female, male."""
    total = female + male
    passed = cleared(line("EDU03", PERIOD, total), breakdown=by_sex(female, male), **said)
    order = {"": 0, "sex=female": 1, "sex=male": 2}
    figures = passed.table.figures.filter(pl.col("part") == "value")
    told = sorted(figures.iter_rows(named=True), key=lambda row: order[row["breakdown"]])
    return [row["text"] or f"[{row['symbol']}]" for row in told]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("threshold", lambda: (one(8, threshold=8), one(8, threshold=7)) == ("[c]", "8")),
        ("inclusive", lambda: (one(5), one(5, inclusive=False)) == ("[c]", "5")),
        ("zeros", lambda: (one(0), one(0, zeros="hidden")) == ("0", "[c]")),
        ("complement", lambda: (one(142, 145, complement=True), one(142, 145)[:4]) == ("[c]", "97.9")),
        ("class_disclosure", lambda: (one(43, 43, class_disclosure=True), one(43, 43)) == ("[c]", "100")),
        ("minimum_base", lambda: (one(20, 40, minimum_base=50), one(20, 40)) == ("[c]", "50")),
        (
            "rounding",
            lambda: one(23, rounding={"base": 5}, percentages="rounded_parts") == "25",
        ),
    ],
)  # fmt: skip
def test_what_a_field_does_to_one_figure(field, told):
    assert told(), field


def test_a_nought_is_hidden_to_protect_others_only_where_the_policy_lets_it():
    """3, 17 and 0 make up 20; 17 and 20 stay in print. The 3 needs a partner, and a shown 0 is none."""
    ages = (("under-5", 3), ("5-9", 17), ("10-15", 0))
    groups = tuple(group("EDU03", PERIOD, f"age={name}", count) for name, count in ages)
    printed = Printed(sealed(line("EDU03", PERIOD, 20), breakdown=groups))
    stay = pl.DataFrame(
        [("EDU03", "SMH", breakdown, "", "shown") for breakdown in ("", "age=5-9")],
        schema=EXCEPTIONS,
        orient="row",
    )
    with pytest.raises(CannotBeProtected):
        gate.clear(printed, replace(world(), exceptions=stay))
    may_hide = replace(world(zeros="may_hide"), exceptions=stay)
    assert texts(gate.clear(printed, may_hide)) == ["20", "[c]", "17", "[c]"]


def test_a_whole_group_in_one_category_of_plain_counts_is_hidden_where_the_policy_asks():
    """40 of 40 are female: that says so of each of them. The total must go too, for no man is shown as 0."""
    assert of_groups(40, 0) == ["40", "40", "0"]
    assert of_groups(40, 0, class_disclosure=True) == ["[c]", "[c]", "0"]
    assert of_groups(40, 0, class_disclosure=True, zeros="hidden") == ["40", "[c]", "[c]"]
    assert of_groups(30, 10, class_disclosure=True) == ["40", "30", "10"]


def test_a_whole_group_in_one_ward_is_hidden_too():
    def ward(code, count):
        return {**group("EDU03", PERIOD, "", count), "area": code}

    given = (line("EDU03", PERIOD, 40), (ward("north", 40), ward("south", 0)))
    strict = cleared(given[0], breakdown=given[1], class_disclosure=True)
    assert texts(strict) == ["[c]", "[c]", "0"]


def test_the_outsider_finds_no_whole_group_that_a_policy_forbids_and_those_that_are_planted():
    said = {"class_disclosure": True, "zeros": "hidden"}
    passed = cleared(line("EDU03", PERIOD, 40), breakdown=by_sex(40, 0), **said)
    open_ = passed.draft.as_printed.with_columns(hidden=pl.lit(value=False))
    assert playing.played([passed.draft.as_printed], world(**said)).opens is False
    assert playing.played([open_], world(**said)).opens is True


def test_controlled_rounding_adds_up_where_each_by_itself_does_not():
    """12 and 12 make 24: 10 and 10 beside 25, or 10 and 15."""
    alone = of_groups(12, 12, rounding={"base": 5}, percentages="rounded_parts")
    together = {"base": 5, "kind": "controlled"}
    total, *parts = of_groups(12, 12, rounding=together, percentages="rounded_parts")
    assert alone == ["25", "10", "10"]
    assert int(total) == sum(map(int, parts))


def test_shares_are_of_whole_counts_or_of_rounded_parts_as_percentages_says():
    """23 of 48 are 47.9%, and 25 of 50 half."""
    both = {"rounding": {"base": 5}, "percentages": "rounded_parts"}
    assert (one(23, 48)[:4], one(23, 48, **both)) == ("47.9", "50")


def test_the_width_is_that_of_the_proof():
    passed = cleared(line("EDU03", PERIOD, 3), width=4)
    assert passed.table.width == 4


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"may_cross": [["age", "sex"]]}, True),
        ({}, False),
        ({"may_cross": [["age", "sex"]], "never_cross": [["age", "sex", "ward"]]}, True),
    ],
)
def test_a_crossing_that_may_not_be_is_left_out(said, told):
    dimensions = [{"code": code} for code in ("age", "sex")]
    crossed = {**group("EDU03", PERIOD, "age=under-5;sex=male", 20), "dimensions": dimensions}
    passed = cleared(line("EDU03", PERIOD, 40), breakdown=(crossed,), **said)
    assert ("20" in texts(passed)) is told


@pytest.mark.parametrize(
    ("said", "why", "instead"),
    [
        ({"dominance": {"n": 2, "k": 0.9}}, "what each contributor adds", "Write dominance: null"),
        ({"p_percent": 0.1}, "what each contributor adds", "Write p_percent: null"),
        ({"minimum_contributors": 10}, "how many contribute", "Write minimum_contributors: null"),
        ({"level": "rank"}, "no release leaves without a witness", "Write level: witness"),
        ({"level": "rule-aware"}, "no release leaves without a witness", "Write level: witness"),
    ],
)
def test_a_pack_whose_policy_asks_what_no_release_can_keep_is_refused(said, why, instead):
    (field,) = said
    with pytest.raises(PolicyRefused) as refused:
        cleared(line("EDU03", PERIOD, 40), **said)
    words = str(refused.value)
    assert words.startswith(f"policy own, {field}: ")
    assert why in words
    assert instead in words


def test_a_policy_that_protects_no_figure_of_the_pack_stops_nobody():
    amounts = rule(code="amounts", p_percent=0.1)
    beside = World(policies={"FIN01": amounts}, otherwise=rule())
    assert gate.clear(Printed(sealed(line("EDU03", PERIOD, 40))), beside).table.level == "witness"


def test_the_thresholds_of_acro_can_be_used_without_its_rules_on_amounts():
    taken_back = dict.fromkeys(("dominance", "p_percent", "minimum_contributors"))
    of_counts = policy.from_dict({"code": "own", "from_preset": "acro", **taken_back})
    found = [
        gate.clear(Printed(sealed(line("EDU03", PERIOD, count))), World(otherwise=of_counts))
        for count in (0, 9, 10)
    ]
    assert [texts(passed) for passed in found] == [["[c]"], ["[c]"], ["10"]]


# Where each field of a policy takes effect, beside those that are tried above.
ELSEWHERE = {
    "code", "name", "source", "none_because", "symbols", "note", "preset", "unprotected_for",
}  # fmt: skip
HERE = {
    "threshold", "is_inclusive", "zeros", "complement", "class_disclosure", "percentages", "minimum_base",
    "dominance", "p_percent", "minimum_contributors", "rounding", "width", "level", "may_cross",
    "never_cross",
}  # fmt: skip


def test_no_field_is_left_without_an_effect():
    """A new field is tried here, or printed, or who may look goes by it."""
    assert {field.name for field in fields(Policy)} == ELSEWHERE | HERE
