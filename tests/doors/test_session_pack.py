"""The paper of a performance session at the command line: what presses, one sheet each, for staff alone."""

import re
from html import unescape
from io import BytesIO

import docx
import pytest

Q2 = ("session-pack", "2023-24-Q2")
LEAD = ("--by", "Data Protection Lead")
PRESSING = ["CUS05", "HOU12", "CSC11", "ENV05", "HR04", "CUS02", "HOU08", "FIN01", "ENV01"]
"""Of what no policy protects: red again and worse, red and worse, red again, and bound to stay amber."""


@pytest.fixture(scope="module")
def made(door, tmp_path_factory):
    """The paper of the whole council, without what a policy protects."""
    folder = tmp_path_factory.mktemp("session") / "pack"
    done = door(*Q2, "--to", folder)
    assert (done.code, done.err) == (0, "")
    return done, folder


@pytest.fixture(scope="module")
def page(made):
    return (made[1] / "session-pack-2023-24-q2.html").read_text(encoding="utf-8")


def sheets(page):
    """The indicators that have a sheet, in order."""
    return re.findall(r"<h3[^>]*>\s*([A-Z]+\d+) ", page)


def test_three_files_are_written_and_the_mark_is_said(made):
    done, folder = made

    assert sorted(each.suffix for each in folder.iterdir()) == [".docx", ".html", ".pdf"]
    assert "For staff: unprotected, not for publication." in done.out
    assert "39 indicators, 9 exceptions. Answered by no key challenge: ENV01." in done.out


def test_what_presses_first_comes_first_with_a_sheet_each(page):
    assert sheets(page) == PRESSING


def test_a_sheet_holds_chart_trend_interval_forecast_neighbours_and_answer(page):
    start = page.index("HOU12 Average time to re-let a home</h3>")
    sheet = page[start : page.index("CSC11 Agency rate", start)]
    text = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", sheet)))

    for words in (
        "Deteriorating; red two periods running",
        "regression within seasons, 42 figures",
        "Expected at the year's end",
        ": 33.4 days, red.",
        "The owner (Deputy Head of Landlord Services) expects 30.0 days, amber",
        "6 of 11, third quartile; 1.0 days above the median, worse.",
        "Key challenge 5:",
        "Appoint the Head of Landlord Services",
    ):
        assert words in text
    assert "<svg" in sheet


def test_word_has_the_same_sheets(made):
    paper = docx.Document(BytesIO((made[1] / "session-pack-2023-24-q2.docx").read_bytes()))
    heads = [each.text for each in paper.paragraphs if each.style.name == "Heading 2"]

    assert [head.split()[0] for head in heads if re.match(r"[A-Z]+\d+ ", head)] == PRESSING


def test_nothing_that_a_policy_protects_is_in_it_unasked(made, page):
    done, _ = made
    left_out = re.search(r"protects their figures: (.*)\.", done.out)[1].split(", ")

    assert "ASC08" in left_out
    assert not set(sheets(page)) & set(left_out)
    assert "Children looked after" not in re.sub(r"<[^>]+>", " ", page)


def test_the_same_quarter_gives_the_same_bytes(door, made, tmp_path):
    door(*Q2, "--to", tmp_path / "again")

    for file in made[1].iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_one_part_of_the_council_with_every_sheet(door, tmp_path):
    done = door(*Q2, "--part", "HOU", "--every", "--to", tmp_path / "hou", "--json")

    assert done.json["sheets"] == ["HOU12", "HOU08", "HOU15", "HOU16"]
    assert {"HOU01", "HOU03"} <= set(done.json["left_out"])


def test_protected_measures_are_for_those_entitled_and_go_on_record(fresh, tmp_path):
    asked = ("--to", tmp_path / "all", "--unprotected")
    refused = fresh(*Q2, *asked, "--reason", "For the session", "--by", "Head of Waste and Street Scene")
    without = fresh(*Q2, *asked, *LEAD)
    done = fresh(*Q2, "--part", "HOU", *asked, "--reason", "For the session", *LEAD)
    page = (tmp_path / "all" / "session-pack-hou-2023-24-q2.html").read_text(encoding="utf-8")

    assert refused.code == without.code == 2
    assert "may not see protected figures" in refused.err
    assert "--reason" in without.err
    assert done.code == 0
    assert "Unprotected: only for those entitled, not to leave the council." in page
    assert sheets(page)[0] == "HOU03"


def test_it_is_written_beside_nothing_else(door, tmp_path):
    (tmp_path / "cabinet-report.pdf").write_bytes(b"x")
    refused = door(*Q2, "--to", tmp_path)

    assert refused.code == 2
    assert "cabinet-report.pdf" in refused.err
    assert [each.name for each in tmp_path.iterdir()] == ["cabinet-report.pdf"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--part", "HUO"), "HUO"),
        (("--reason", "why not"), "--unprotected"),
        (("--group", "nobody"), "nobody"),
    ],
)
def test_what_is_asked_for_wrongly_is_said_and_nothing_is_written(door, tmp_path, words, why):
    refused = door(*Q2, *words, "--to", tmp_path / "new")

    assert (refused.code, why in refused.err) == (2, True), refused.err
    assert not (tmp_path / "new").exists()
