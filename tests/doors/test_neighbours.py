"""`goldenthread neighbours`: who is compared with, why, how close, and where the council stands."""

import pytest

Q2 = ("--period", "2023-24-Q2")


@pytest.fixture(scope="module")
def page(door, tmp_path_factory):
    """The page of Larkhythe's nearest neighbours."""
    place = tmp_path_factory.mktemp("page") / "neighbours.html"
    done = door("neighbours", "neighbours", *Q2, "--to", place)
    assert (done.code, done.err) == (0, "")
    assert f"Open {place}" in done.out
    return place.read_text(encoding="utf-8")


def test_who_why_and_how_close_are_told(door):
    said = door("neighbours", "neighbours", *Q2).out
    assert (
        "Larkhythe is compared with 10 areas. The closest are Meresham, Cinderhythe and Upper Sallow." in said
    )
    assert "In force from: 1 April 2023" in said
    assert "The nearest of 14 areas by 7 characteristics: homes rented from the council, people" in said
    assert "homes rented from the council: 13.4% against 4.8%" in said
    assert said.startswith("As frozen: position at 30 September 2023")
    assert "Larkhythe is a fictional borough. Every figure is invented." in said


def test_the_page_says_it_too_and_is_for_staff(page):
    assert "For staff: the council's own figures stand here as they are" in page.replace("&#39;", "'")
    for words in (
        "Meresham",
        "Ostlebury",
        "0.61",
        "What Larkhythe and its 10 neighbours are like",
        "fictional",
    ):
        assert words in page
    assert 'src="http' not in page


def test_as_json_every_part_can_be_computed_with(door):
    done = door("neighbours", "neighbours", *Q2, "--json")
    (group,) = done.json["groups"]
    assert (group["code"], group["of"], len(group["members"])) == ("neighbours", "LKH", 10)
    assert group["members"][0] == {
        "area": "X06900009",
        "name": "Meresham",
        "rank": 1,
        "distance": pytest.approx(0.0384, abs=1e-4),
    }
    assert len(group["reasons"]) == 70
    line = next(line for line in done.json["lines"] if line["indicator"] == "CUS01")
    assert line["value"] == pytest.approx(100 * 512 / 561)
    assert line["caveat"].startswith("Compared with: Ten nearest neighbours")


def test_an_unknown_group_is_answered_with_those_there_are(door):
    done = door("neighbours", "neighbors", *Q2)
    assert done.code == 2
    assert "there is no comparator group neighbors on 30 September 2023; there are: neighbours" in done.err


def test_before_the_group_was_known_no_indicator_is_compared_and_that_is_said(door):
    done = door("neighbours", "--period", "2023-24-Q1", "--known-at", "2023-03-28")
    assert done.code == 0
    assert "No indicator is compared with a group that was in force" in done.out
    assert "ASC09: of its group neighbours nothing was known on the day." in done.out


def test_figures_of_others_give_the_council_its_place(door, tmp_path):
    found = door("neighbours", "neighbours", *Q2, "--json").json
    hou12 = next(line for line in found["lines"] if line["indicator"] == "HOU12")
    assert (hou12["rank"], hou12["ranked"], hou12["peers"], hou12["missing"]) == (6, 11, 10, 0)
    assert hou12["aim_gap"] < 0
    part = next(line for line in found["lines"] if line["indicator"] == "HOU15")
    assert part["caveat"].endswith("The own figure covers 2 of 3 months.")
    said = door("neighbours", "neighbours", *Q2).out
    assert "Not compared: 53 indicators without a figure" in said
    assert "1.0 days above the median, worse" in said
    door("neighbours", "neighbours", *Q2, "--to", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("area by area") == 13
    assert "Larkhythe has 34.2 days, above the line in the middle (Median of the others" in page
    assert "No figure is shown for Cinderhythe, Lynfield and Meresham." in page
