"""No figure is printed but what a protected table shows, with that very value, wherever it stands."""

from dataclasses import dataclass, replace
from decimal import Decimal

import polars as pl
import pytest

from goldenthread.documents import content as c
from goldenthread.documents import places, protected
from goldenthread.documents.charts.areas.specs import Area, AreaPlot
from goldenthread.documents.charts.timed.specs import RunChart
from goldenthread.documents.datasets import Dataset, Field
from goldenthread.documents.protected import NotProtected
from goldenthread.documents.wording import Measure

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


BESIDE = protected.shown(
    table(("A1", "SMH", "", "value", "92"), ("B1", "SMH", "", "value", None)),
    area="SMH",
    others={code: frozenset(map(Decimal, ("85.5", "90", "94.5"))) for code in ("A1", "B1")},
)


@pytest.mark.parametrize("last", ["rank", "quartile", "from-median"])
def test_a_place_among_others_stands_only_where_the_figure_does(last):
    protected.check(paper(number("A1", last, value=None)), BESIDE)

    with pytest.raises(NotProtected, match="B1"):
        protected.check(paper(number("B1", last, value=None)), BESIDE)


def test_what_others_reached_stands_also_beside_a_hidden_figure_and_is_theirs_alone():
    protected.check(paper(*(number(code, "others-median", value="90") for code in ("A1", "B1"))), BESIDE)

    for wrong in ("92", "91", None):
        with pytest.raises(NotProtected, match="others-median"):
            protected.check(paper(number("A1", "others-median", value=wrong)), BESIDE)


def dots(code, own, *, others=(85.5, 94.5), at="2023-24-Q2", **said):
    areas = [Area(f"Council {number}", value) for number, value in enumerate(others)]
    mine = Area("Smallham", own, word="" if own is not None else "hidden", is_own=True)
    place = {"place": f"{at}/{code}/value"} if at else {}
    plot = AreaPlot(f"{code} area by area", Measure("%", 1), (*areas, mine), **{**place, **said})
    twin = c.rows_table(
        "t", "A table", (c.Column("Area"), c.Column("Figure")), (c.Row(c.line("x"), (c.line("y"),)),)
    )
    figure = c.Figure("dots", (c.Drawing(code, "What it says", plot),), twin)
    panel = c.Panel("p", "A panel", (c.PanelRow("Row", (c.Details("More", (figure,)),)),))
    return c.Document("paper", "Paper", "Position", "Smallham", (panel,))


def test_a_dot_plot_may_stand_where_its_own_figure_is_shown():
    protected.check(dots("A1", 92.0, middle=90.0, middle_name="Median"), BESIDE)


@pytest.mark.parametrize(
    "planted",
    [
        dots("A1", 93.0),
        dots("B1", 92.0),
        dots("B1", None),
        dots("A1", 92.0, others=(85.5, 93.0)),
        dots("A1", 92.0, middle=91.0, middle_name="Median"),
        dots("A1", 92.0, band=(85.5, 93.0), band_name="Middle half"),
        dots("A1", 92.0, at=""),
        dots("C1", 92.0),
    ],
)
def test_a_chart_of_anything_else_is_refused(planted):
    """Another figure, a hidden one, one left out of the order, others that nobody reported, no place."""
    with pytest.raises(NotProtected, match="is not drawn from protected figures"):
        protected.check(planted, BESIDE)


def test_a_chart_whose_figures_have_no_place_is_refused():
    history = RunChart("A1 over time", Measure("%", 1), ("Q1", "Q2"), (88.0, 92.0), 90.0)
    made = dots("A1", 92.0)
    (panel,) = made.blocks
    figure = panel.rows[0].blocks[0].blocks[0]
    drawn = replace(figure, drawings=(c.Drawing("A1", "What it says", history),))
    with pytest.raises(NotProtected, match="'A1' is not drawn"):
        protected.check(replace(made, blocks=(drawn,)), BESIDE)
