"""No figure is printed but what a protected table shows, with that very value, wherever it stands."""

from dataclasses import dataclass
from decimal import Decimal

import polars as pl
import pytest

from goldenthread.documents import content as c
from goldenthread.documents import places, protected
from goldenthread.documents.datasets import Dataset, Field
from goldenthread.documents.protected import NotProtected

WARD, GROUP = "X00000001", "household_type=couple-with-children"


@dataclass
class Table:
    """As much of a protected table as the documents look at."""

    figures: pl.DataFrame


def table(*rows):
    """Rows of indicator, area, breakdown, part, text; the council's own area is SMH."""
    columns = ("indicator", "area", "breakdown", "part", "text")
    return Table(pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row"))


SHOWN = protected.shown(
    table(
        ("A1", "SMH", "", "value", "92"),
        ("A1", "SMH", "", "value", "88.123456789"),
        ("A1", "SMH", "", "numerator", "184"),
        ("A1", WARD, "", "value", "95"),
        ("A1", "SMH", GROUP, "value", "40.5"),
        ("A1", "SMH", GROUP, "denominator", "640"),
        ("A1", "SMH", "sex=female", "value", None),
        ("B1", "SMH", "", "value", None),
        ("B1", WARD, "", "value", "7"),
    ),
    area="SMH",
)


def paper(*numbers):
    """A paper in which the numbers stand in every kind of place that a number has."""
    words = c.Paragraph(c.line("At ", *numbers))
    cells = c.rows_table(
        "t", "A table", (c.Column("What"), c.Column("Figure")), (c.Row(c.line("x"), (c.line(*numbers),)),)
    )
    panel = c.Panel("p", "A panel", (c.PanelRow("Row", (words,)),), figures=(c.line(*numbers),))
    return c.Document(
        "paper", "Paper", "Position", "Smallham", (c.Section("s", "Section", (words, cells, panel)),)
    )


def number(*place, value="92"):
    return c.Number("shown", places.place("2023-24-Q2", *place), Decimal(value) if value else None)


@pytest.mark.parametrize(
    "place",
    [
        ("A1", "value", "92"),
        ("A1", "previous", "88.123456789"),
        ("A1", "like", "88.123456789"),
        ("A1", "now-known", "92"),
        ("A1", "numerator", "184"),
        ("A1", WARD, "value", "95"),
        ("A1", GROUP, "value", "40.5"),
        ("A1", GROUP, "denominator", "640"),
    ],
)
def test_a_figure_that_is_shown_may_stand(place):
    *parts, value = place

    protected.check(paper(number(*parts, value=value)), SHOWN)


def test_a_place_that_was_cut_is_known_all_the_same():
    long = ("A1", GROUP, "denominator")
    assert "~" in places.place("cy2023-01..cy2024-12", *long)

    protected.check(paper(c.Number("640", places.place("cy2023-01..cy2024-12", *long), Decimal(640))), SHOWN)


@pytest.mark.parametrize(
    "planted",
    [
        number("A1", "value", value="93"),
        number("A1", "numerator", value="185"),
        number("A1", "denominator", value="200"),
        number("A1", "sex=female", "value", value="92"),
        number("A1", "sex=male", "value", value="92"),
        number("A1", WARD, "value", value="92"),
        number("A1", WARD, "numerator", value="95"),
        number("B1", "value", value="7"),
        number("C1", "value"),
        number("A1", "value", value=None),
        number("A1", "somewhere-else"),
        number("A1", "sex=female", "gap", value=None),
        number("B1", WARD, "share", value=None),
    ],
    ids=lambda each: each.path,
)
def test_a_planted_number_is_refused_wherever_it_stands(planted):
    """Another value, another part, another group, a hidden figure, a gap to a hidden one, a new place."""
    for put in (paper(planted), paper(number("A1", "value"), planted)):
        with pytest.raises(NotProtected, match="is not among the protected figures"):
            protected.check(put, SHOWN)


@pytest.mark.parametrize(
    "place",
    [
        ("A1", "target", "90"),
        ("A1", "target_year_end", "95"),
        ("A1", "forecast", "91"),
        ("A1", "old-target-2023-07-11", "70"),
        ("indicators", "all", "green", "30"),
        ("actions", "RF", "red", "1"),
        ("scorecards", "card-res", "total", "17"),
    ],
)
def test_targets_forecasts_and_counts_of_ratings_are_no_figures(place):
    *parts, value = place

    protected.check(paper(number(*parts, value=value)), SHOWN)


def test_a_gap_may_stand_where_both_its_ends_are_shown():
    protected.check(paper(number("A1", GROUP, "gap", value=None)), SHOWN)


FIELDS = (
    Field("period", "string", "Period", is_required=True),
    Field("indicator", "string", "Indicator", is_required=True),
    Field("area", "string", "Area"),
    Field("breakdown", "string", "Group"),
    Field("value", "number", "Figure"),
    Field("target", "number", "Target"),
)


def data(*row):
    return Dataset("history", "History", "Figures", FIELDS, [("2023-24-Q2", *row)], ("period", "indicator"))


@pytest.mark.parametrize(
    "row",
    [
        ("A1", None, None, 92.0, 90.0),
        ("A1", "SMH", GROUP, Decimal("40.50"), None),
        ("A1", WARD, None, 95, None),
        ("B1", None, None, None, 3.0),
    ],
)
def test_open_data_holds_what_is_shown(row):
    protected.check_data(data(*row), SHOWN, area="SMH")


@pytest.mark.parametrize(
    "row",
    [
        ("A1", None, None, 93.0, None),
        ("A1", "SMH", "sex=female", 92.0, None),
        ("B1", None, None, 7.0, None),
        ("A1", WARD, GROUP, 40.5, None),
    ],
)
def test_a_figure_planted_in_open_data_is_refused(row):
    with pytest.raises(NotProtected, match="is not among the protected figures"):
        protected.check_data(data(*row), SHOWN, area="SMH")
