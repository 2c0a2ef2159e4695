"""Members' summary: the same counts, the challenges and what is asked, on one sheet."""

from datetime import UTC, datetime

from goldenthread.documents import content as c
from goldenthread.reports.form import Form
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import reading, smallham

ASKED = ("the work be agreed;", "the report be noted.")


def summary(material):
    return reading.papers(material)["members-summary"]


def test_its_counts_are_those_of_the_report():
    counted = reading.tables(summary(smallham.material()))["counts"]
    rows = {c.words(row.header): tuple(map(c.words, row.cells)) for row in counted.rows()}
    assert [column.label for column in counted.columns[1:]] == [
        "Complete", "Green", "Amber", "Red", "Not rated", "Total",
    ]  # fmt: skip
    # No action is unrated and no indicator complete: a nought would count what cannot be.
    assert rows["All Pledges (PL)"] == ("1", "1", "1", "1", "not used", "4")
    assert rows["All performance indicators (PI)"] == ("not used", "3", "1", "2", "2", "8")
    assert rows["PI – Need"] == ("not used", "1", "0", "1", "1", "3")


def test_each_challenge_says_when_it_is_back_on_target():
    table = reading.tables(summary(smallham.material()))["challenges"]
    assert reading.rows(table)["1"] == ("Trouble number 1", "A4 by June 2024.")


def test_what_cabinet_is_asked_stands_where_the_form_says_so():
    form = Form(period="2023-24-Q2", known_at=datetime(2023, 11, 30, tzinfo=UTC), recommendations=ASKED)
    said = reading.paragraphs(summary(smallham.material(form=form)))
    assert said[-1].startswith(
        "Cabinet is asked to agree that the work be agreed and that the report be noted. "
    )
    assert not any("is asked" in text for text in reading.paragraphs(summary(smallham.material())))


def test_how_the_indicators_stand_since_is_told_apart():
    changed = reading.paragraphs(summary(smallham.material()))
    assert (
        "As now known on 30 November 2023, the performance indicators of Q2 stand at 3 green, 2 amber, "
        "2 red, 1 not rated (Appendix 1)."
    ) in changed
    assert "now known" not in " ".join(reading.paragraphs(summary(smallham.material(changes=NOTHING))))


def test_reds_without_a_key_challenge_are_not_passed_over():
    said = reading.paragraphs(summary(smallham.bare()))
    assert "Of those rated red, 2 of 2 belong to no key challenge." in said
    assert not any("belong to no" in text for text in reading.paragraphs(summary(smallham.material())))


def test_it_sends_the_reader_to_actions_only_where_there_are_some():
    assert reading.paragraphs(summary(smallham.material()))[-1].startswith("Every action and every red: ")
    assert reading.paragraphs(summary(smallham.bare()))[-1].startswith("Every red: ")


def test_a_council_without_actions_or_challenges_has_the_rest():
    tables = reading.tables(summary(smallham.bare()))
    assert set(tables) == {"counts"}
    assert [column.label for column in tables["counts"].columns[1:]] == [
        "Green", "Amber", "Red", "Not rated", "Total",
    ]  # fmt: skip
