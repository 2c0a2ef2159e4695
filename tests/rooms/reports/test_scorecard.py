"""The corporate scorecard: column by column what members read, and in what order."""

from dataclasses import replace

from goldenthread.disclosure import gate
from goldenthread.documents import content as c
from tests.rooms.reports import reading, smallham

COLUMNS = [
    "Ref", "Indicator", "Portfolio", "Q2 2022-23", "Q1", "Q2 result", "Q2 target", "Status", "Against Q1",
    "Against Q2 2022-23", "Year-end target", "Forecast", "Period", "Note",
]  # fmt: skip


def card(*lines):
    """The scorecard of Smallham, some of its lines given instead."""
    sealed = smallham.sealed()
    instead = {line["indicator"]: line for line in lines}
    every = tuple(instead.get(line["indicator"], line) for line in sealed.of("indicator"))
    now = gate.for_publication(replace(sealed, lines={**sealed.lines, "indicator": every}))
    papers = reading.papers(smallham.material(now=now))
    return reading.tables(papers["appendix-2-corporate-scorecard"])["lines"]


def test_the_columns_stand_in_the_order_in_which_members_read_them():
    assert [column.label for column in card().columns] == COLUMNS


def test_ref_and_name_both_head_the_row():
    table = card()
    assert table.heads == 2
    first = next(table.rows())
    assert (c.words(first.header), first.id) == ("A1", "lines-a1")
    assert c.words(first.cells[0]) == "Measure A1 (% · high is good)"


def test_indicators_stand_under_their_priority_and_service():
    assert [(group.label, len(group.rows)) for group in card().groups] == [
        ("Residents first: Customer Services", 5),
        ("Those in need: Customer Services", 3),
    ]


def test_a_trend_is_better_the_same_or_worse():
    table = card()
    assert reading.row(table, "A1")["Against Q1"] == "Better"
    assert reading.row(table, "A2")["Against Q1"] == "Same"
    assert reading.row(table, "B1")["Against Q1"] == "Worse"
    assert reading.row(table, "B3")["Against Q1"] == "No figure"


def test_the_arrow_says_which_way_the_figure_moved():
    """B1 rose, and that is worse."""
    cells = next(row for row in card().rows() if c.words(row.header) == "B1").cells
    (trend, *_) = [span for cell in cells for span in cell if isinstance(span, c.Trend)]
    assert (trend.arrow, trend.word, trend.verdict) == ("up", "Worse", "worse")


def test_a_green_needs_no_comment_and_a_red_leads_to_its_challenge():
    table = card()
    assert reading.row(table, "A1")["Note"] == ""
    assert reading.row(table, "A4")["Note"] == "See Challenge 1."
    assert reading.row(table, "A3")["Note"] == "Two posts are vacant. Both will be filled by December."


def test_a_cumulative_figure_says_so():
    ytd = smallham.indicator(
        "A1", basis="ytd", period="ytd-2023-09", trend_previous=None, why_previous="cumulative"
    )
    row = reading.row(card(ytd), "A1")
    assert (row["Against Q1"], row["Note"], row["Period"]) == ("Cumulative", "", "Apr to Sep 2023")


def test_a_cumulative_figure_whose_trend_is_hidden_says_so_in_its_note():
    ytd = smallham.indicator(
        "A1", basis="ytd", period="ytd-2023-09", trend_previous=None, why_previous="hidden"
    )
    row = reading.row(card(ytd), "A1")
    assert (row["Against Q1"], row["Note"]) == ("[c] hidden", "Cumulative.")


def test_a_share_of_pounds_has_its_money_beside_it():
    money = smallham.indicator("A1", display="money", value=2.09, numerator=4.1e6, denominator=196.4e6)
    assert reading.row(card(money), "A1")["Q2 result"] == "2.1% (£4.1m of £196.4m)"


def test_few_cases_are_shown_as_counts():
    few = smallham.indicator("A1", display="counts", value=100.0, numerator=11.0, denominator=11.0)
    assert reading.row(card(few), "A1")["Q2 result"] == "11 of 11 (100.0%)"


def test_an_earlier_figure_of_another_time_says_which():
    """In arrears: the column of quarter 1 holds the figure of quarter 4."""
    late = smallham.indicator("A1", period="2023-24-Q1", previous_period="2022-23-Q4", in_arrears=True)
    row = reading.row(card(late), "A1")
    assert (row["Q1"], row["Q2 2022-23"]) == ("88.0% (Q4 2022-23)", "86.0%")
    assert row["Period"] == "Q1 2023-24"


def test_a_yearly_measure_that_is_not_known_fills_no_quarter():
    """The figure of the year before belongs under no quarter's head."""
    yearly = smallham.missing("A5", "awaited", expected="2023-11-30", frequency="annual", basis="annual")
    row = reading.row(card({**yearly, "like_value": 65.9, "like_period": "2021-22"}), "A5")
    assert (row["Q2 2022-23"], row["Q1"]) == ("annual", "annual")
    assert row["Q2 result"] == "awaited, expected 30 November"


def test_every_figure_has_its_exact_value_for_a_spreadsheet():
    """What is shown is rounded; a target that is a range, or counts, has none."""
    numbers = [span for span in reading.spans(card()) if isinstance(span, c.Number)]
    assert numbers
    assert all(number.value is not None for number in numbers)
    b1 = [number for number in numbers if number.path == "2023-24-Q2/B1/target"]
    assert [(number.shown, number.value) for number in b1] == [("1,050 or fewer", 1050)]


def test_one_path_means_one_figure_wherever_it_is_printed():
    found = {}
    for document in reading.papers(smallham.material()).values():
        for span in reading.spans(document.blocks):
            if isinstance(span, c.Number) and span.value is not None:
                found.setdefault(span.path, set()).add(span.value)
    assert found
    assert {path: values for path, values in found.items() if len(values) > 1} == {}


def test_a_forecast_does_not_pass_for_a_result_of_the_quarter():
    outturn = smallham.indicator("A1", basis="forecast", period="at2023-09-30")
    assert reading.row(card(outturn), "A1")["Period"] == "forecast at end of Q2"


def test_the_shorter_scorecards_have_two_heads_too():
    papers = reading.papers(smallham.material())
    _, table = reading.tables(papers["scorecards-services"]).values()
    assert table.heads == 2
    assert [column.label for column in table.columns][:3] == ["Ref", "Indicator", "Q2 result"]
