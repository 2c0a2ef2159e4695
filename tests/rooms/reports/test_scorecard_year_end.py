"""The scorecard's last two columns: what is asked of the end of the year, and what is expected."""

import pytest

from goldenthread.disclosure import gate
from goldenthread.documents import content as c
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import reading, smallham
from tests.rooms.reports.test_scorecard import card

ASKED, EXPECTED = "Year-end target", "Forecast"
ROW = "Expected at the end of the year"


def cells(**said):
    row = reading.row(card(smallham.indicator("A1", **said)), "A1")
    return row[ASKED], row[EXPECTED]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ({"target_year_end": 90.0, "target_year_end_exact": "90"}, "90.0%"),
        ({"target_year_end": 92.25, "target_year_end_exact": "92.25"}, "92.25%"),
        ({"year_end_lower": 15.0, "year_end_upper": 20.0, "polarity": "range"}, "15.0 to 20.0%"),
        ({"target_year_end": 1050.0, "unit": "count", "decimals": 0, "polarity": "lower"}, "1,050 or fewer"),
        ({"year_end_reason": "no_target"}, "no target"),
        ({"year_end_reason": "baseline_year"}, "baseline year"),
        ({"year_end_reason": "no_target_this_period"}, "not set"),
        ({"year_end_reason": "target_not_set"}, "not set"),
        ({}, "not set"),
    ],
)
def test_what_is_asked_of_the_end_of_the_year_is_printed_or_why_nothing_is(said, printed):
    assert cells(**said)[0] == printed


def test_a_forecast_stands_with_the_word_of_its_rating():
    assert cells(forecast=86.0, forecast_exact="86", forecast_rating="amber")[1] == "86.0% (Amber)"
    assert cells(forecast=86.0, forecast_exact="86", forecast_rating=None)[1] == "86.0%"


def test_none_made_is_said_and_a_measure_that_is_a_forecast_points_to_itself():
    assert cells()[1] == "none made"
    assert cells(basis="forecast")[1] == "see result"
    assert cells(basis="forecast", forecast=1.4, forecast_exact="1.4")[1] == "1.4%"


def test_a_hidden_forecast_says_so_whether_or_not_its_figure_is_shown():
    """142 of 145 is hidden with its forecast; 100 of 145 is shown, and 2 of 145 expected is not."""
    people = {"counts_people": True, "denominator": 145.0, "forecast_exact": None}
    hidden = cells(**people, value=97.931, numerator=142.0, forecast=90.0)
    assert hidden[1] == "[c] hidden"
    shown = reading.row(
        card(smallham.indicator("A1", **people, value=69.0, numerator=100.0, forecast=1.4)), "A1"
    )
    assert (shown["Q2 result"], shown[EXPECTED]) == ("69.0% (100 of 145)", "[c] hidden")


def test_a_spreadsheet_gets_both_exactly():
    found = {}
    for span in reading.spans(
        card(smallham.indicator("A1", target_year_end=90.0, forecast=86.04, forecast_exact="86.04"))
    ):
        path = getattr(span, "path", "")
        if path.endswith(("A1/target_year_end", "A1/forecast")):
            found[path.rpartition("/")[2]] = str(span.value)
    assert found == {"target_year_end": "90", "forecast": "86.04"}


def test_the_receipt_says_how_the_forecast_was_arrived_at():
    said = {
        "forecast": 86.0,
        "forecast_rating": "amber",
        "forecast_basis": "As in July",
        "target_year_end": 90.0,
    }
    lines = (smallham.indicator("A1", **said, forecast_author="Head of Service"), smallham.indicator("A2"))
    now = gate.for_publication(smallham.sealed(indicator=lines))
    material = smallham.material(now=now, changes=NOTHING, latest=NOTHING, challenges=NOTHING)
    receipts = reading.panels(reading.papers(material)["receipts"])
    (told,) = [row for row in receipts["r-a1"].rows if row.label == ROW]
    assert c.words(told.blocks[0].line) == "86.0%, amber against 90.0%. As in July. Said by: Head of Service."
    assert ROW not in [row.label for row in receipts["r-a2"].rows]
