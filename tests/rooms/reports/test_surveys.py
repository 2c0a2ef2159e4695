"""The note beside a survey's figure: its interval as given and how many answered, where both may be told."""

import pytest

from tests.rooms.reports import reading, rounded, smallham
from tests.rooms.reports.test_scorecard import card

SURVEY = {"respondents": 842.0, "given_lower": 88.0, "given_upper": 94.0}
SHARE = {"value": 91.0, "numerator": None, "denominator": 842.0}


def note(survey, **said):
    line = smallham.indicator("A1", **{**SHARE, "survey": {**SURVEY, **survey}, **said})
    return reading.row(card(line), "A1")["Note"]


def test_the_note_says_between_which_figures_and_how_many_answered():
    assert note({}) == "Between 88.0% and 94.0%, as given, 842 answers."


@pytest.mark.parametrize(
    ("survey", "printed"),
    [
        ({"given_lower": None, "given_upper": None}, "842 answers."),
        ({"respondents": None}, "Between 88.0% and 94.0%, as given."),
    ],
)
def test_of_what_is_not_given_nothing_is_said(survey, printed):
    assert note(survey) == printed


def test_of_people_an_interval_is_told_only_with_the_answers_it_rests_on():
    """Its width alone would tell that few answered; an average has no denominator that was looked at."""
    assert note({}, counts_people=True) == "Between 88.0% and 94.0%, as given, 842 answers."
    assert note({"respondents": None}, counts_people=True) == ""
    assert note({}, counts_people=True, denominator=None, unit="days") == ""


def test_a_hidden_figure_keeps_its_interval_and_its_answers_to_itself():
    few = {"value": 75.0, "numerator": 3.0, "denominator": 4.0, "counts_people": True}
    row = note({"respondents": 4.0, "given_lower": 40.0, "given_upper": 95.0}, **few)

    assert row == ""


def test_a_rounded_figure_is_told_without_either():
    line = smallham.indicator("A1", **{**SHARE, "numerator": 766.0, "value": 90.97, "counts_people": True})
    line = {**line, "survey": SURVEY, "with_care": True}
    others = tuple(each for each in smallham.indicators() if each["indicator"] != "A1")
    made = rounded.material(indicators=(line, *others))
    told = {each["indicator"]: each for each in made.now.sealed.of("indicator")}["A1"]

    assert told["rounded"]
    assert (told["survey"], told["with_care"]) == (None, None)
