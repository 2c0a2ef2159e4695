"""The tables say what the papers say: counts as charted, challenges as written, codes as printed."""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache

import pytest

from goldenthread.disclosure import beside, gate
from goldenthread.documents.content import Number
from goldenthread.publication import open_data
from goldenthread.reports.assemble import pack
from goldenthread.reports.assemble.changed import since
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import smallham

WORD = {"not-rated": "not_rated", "not-started": "not_started", "not-reported": "not_reported"}
GROUPS = {"all": "all", "adopted": "all", "rf": "RF", "sn": "SN"}
KINDS = {"indicators": "indicators", "actions": "actions_as_reported"}


def read(material):
    return {
        each.name: [dict(zip([f.name for f in each.fields], row, strict=True)) for row in each.rows]
        for each in open_data.datasets(material)
    }


@cache
def tables():
    return read(smallham.material())


def one(table, **wanted):
    (found,) = [row for row in tables()[table] if all(row[name] == value for name, value in wanted.items())]
    return found


def numbers(part):
    if isinstance(part, Number):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from numbers(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from numbers(getattr(part, field.name))


@cache
def printed():
    """Every figure that the papers print, exact, by its place."""
    papers = pack.assemble(smallham.material())
    return {number.path: number.value for number in numbers([paper.blocks for paper in papers])}


def test_every_count_of_the_papers_charts_stands_in_the_data():
    found = 0
    for path, value in printed().items():
        period, kind, group, word, *_ = [*path.split("/"), "", ""]
        if kind not in KINDS or group not in GROUPS or word in ("total", "rated", "done"):
            continue
        counted = "actions_as_adopted" if group == "adopted" else KINDS[kind]
        rows = [
            row
            for row in tables()["counts"]
            if (row["counted"], row["group"]) == (counted, GROUPS[group])
            and row["rating_or_status"] == WORD.get(word, word)
        ]
        assert sum(row["count"] for row in rows) == value, path
        assert {row["period"] for row in rows} <= {period}
        found += bool(rows)
    assert found > 15


def test_counts_add_up_to_the_lines_they_count():
    rows = tables()["counts"]
    corporate = [row for row in tables()["indicators"] if row["is_corporate"]]
    lines = [row for row in tables()["actions"] if not row["is_split"]]
    adopted = [row for row in tables()["actions"] if not row["part_of"]]

    for counted, those in (
        ("indicators", corporate),
        ("actions_as_reported", lines),
        ("actions_as_adopted", adopted),
    ):
        of_kind = [row for row in rows if row["counted"] == counted]
        whole = sum(row["count"] for row in of_kind if row["group"] == "all")
        parts = sum(row["count"] for row in of_kind if row["group"] != "all")
        assert whole == parts == len(those)


def test_a_count_is_of_the_ratings_that_the_indicators_have():
    for rating in ("green", "amber", "red"):
        rated = [row for row in tables()["indicators"] if row["is_corporate"] and row["rating"] == rating]
        assert one("counts", counted="indicators", group="all", rating_or_status=rating)["count"] == len(
            rated
        )


def test_a_challenge_stands_with_its_code_its_number_and_what_is_said_of_it():
    first = one("challenges", number=1)

    assert (first["challenge"], first["title"], first["portfolio"]) == (
        "challenge_1",
        "Trouble number 1",
        "customer",
    )
    assert first["lead"] == smallham.POSTS["cd_resources"]
    assert first["why"] == "More people came."


def test_what_a_challenge_answers_for_is_a_row_each():
    covered = [row for row in tables()["challenge-lines"] if row["challenge"] == "challenge_1"]

    assert [(row["kind"], row["line"]) for row in covered] == [("indicator", "A4"), ("action", "R2b")]


def test_what_is_done_has_a_post_a_date_and_a_number_to_move():
    step = one("challenge-actions", challenge="challenge_1", step=1)

    assert step["action"] == "fill both posts"
    assert step["post"] == smallham.POSTS["hos_customer"]
    assert (step["due"].isoformat(), step["should_change"]) == ("2023-12-31", "A4 above 80%")


def test_words_that_were_withheld_are_withheld_in_the_data_too():
    told = smallham.challenge(1, indicators=["B2"], actions=[], why="Two children moved twice in August.")
    cleared = beside.challenges([told], gate.for_publication(smallham.sealed()))
    (row,) = read(smallham.material(challenges=cleared))["challenges"]

    assert "children" not in row["why"]


def test_a_split_action_has_the_status_of_its_worst_part():
    assert (one("actions", action="R2")["status"], one("actions", action="R2")["status_as_adopted"]) == (
        None,
        "red",
    )
    part = one("actions", action="R2b")
    assert (part["status"], part["previous_status"], part["status_as_adopted"]) == ("red", "amber", None)


@pytest.mark.parametrize(("code", "letter"), [("A1", None), ("B2", "c"), ("A5", "x")])
def test_shorthand_stands_beside_the_figure_as_in_the_papers(code, letter):
    assert one("indicators", indicator=code)["shorthand"] == letter


def test_a_trend_is_there_or_says_why_not():
    for row in tables()["indicators"]:
        for when in ("previous", "like"):
            assert bool(row[f"trend_on_{when}"]) != bool(row[f"why_no_trend_on_{when}"])
    assert one("indicators", indicator="B2")["why_no_trend_on_previous"] == "hidden"


def test_figures_are_not_rounded_to_what_is_printed():
    for row in tables()["indicators"]:
        value = printed().get(f"{row['period']}/{row['indicator']}/value")
        if value is not None:
            assert Decimal(str(row["value"])) == value


def test_the_end_of_the_year_stands_with_its_target_and_forecast_or_why_not():
    """A range has both ends; a forecast its rating and how it was arrived at; what is empty says why."""
    year_end = {"year_end_lower": 15.0, "year_end_upper": 20.0, "year_end_period": "2023-24-Q4"}
    made = {
        "forecast": 17.5,
        "forecast_exact": "17.50",
        "forecast_rating": "amber",
        "forecast_basis": "So far",
    }
    lines = (
        smallham.indicator("A1", **year_end, **made),
        smallham.indicator("A2", target_year_end=90.0, target_year_end_exact="90.00"),
        smallham.indicator("A3", year_end_reason="no_target_this_period"),
        smallham.indicator("A4", counts_people=True, forecast=1.0, forecast_basis="Nearly none"),
    )
    now = gate.for_publication(smallham.sealed(indicator=lines))
    found = {
        row["indicator"]: row
        for row in read(smallham.material(now=now, changes=NOTHING, latest=NOTHING, challenges=NOTHING))[
            "indicators"
        ]
    }

    def said(code, *names):
        return tuple(found[code][name] for name in names)

    target = ("year_end_target", "year_end_target_lower", "year_end_target_upper", "why_no_year_end_target")
    forecast = ("forecast", "forecast_rating", "forecast_basis", "why_no_forecast")
    assert said("A1", "year_end_period", *target) == ("2023-24-Q4", None, 15.0, 20.0, None)
    assert said("A1", *forecast) == (Decimal("17.50"), "amber", "So far", None)
    assert said("A2", *target, *forecast) == (Decimal(90), None, None, None, None, None, None, "none_made")
    assert said("A3", *target) == (None, None, None, "no_target_this_period")
    assert said("A4", *forecast) == (None, None, None, "hidden")


def test_why_a_figure_changed_is_said_as_it_is_printed_and_not_with_the_name_of_a_file():
    printed = {change["indicator"]: since.why_words(change) for change in smallham.material().changes.lines}
    rows = {row["indicator"]: row for row in tables()["changes"]}
    assert printed
    assert {code: row["why"] or "" for code, row in rows.items()} == printed
    assert any(why == "arrived after the freeze" for why in printed.values())
