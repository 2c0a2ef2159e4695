"""Twins: every plot stands in a document with its words and its numbers, whatever the format."""

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest
from lxml import etree
from openpyxl import load_workbook

from goldenthread.documents import content as c
from goldenthread.documents import twins
from goldenthread.documents.charts import plots
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from goldenthread.documents.spans import Number
from tests.documents import plotted
from tests.documents.pdf import tags

STYLE = html.Style()
each_plot = pytest.mark.parametrize("name", plotted.PLOTS)


def twin(name, plot=None):
    plot = plot or plotted.ALL[name]
    return twins.table("t", "Caption", plot, plotted.keys(plot))


def cells(table):
    return [[c.words(line) for line in (row.header, *row.cells)] for row in table.rows()]


def numbers(table):
    return [span for row in table.rows() for line in row.cells for span in line if isinstance(span, Number)]


def test_a_control_chart_is_a_row_a_point_with_the_lines_of_its_time():
    table = twin("control-chart")

    assert [column.label for column in table.columns] == [
        "Period", "Value", "Average", "Lower limit", "Upper limit", "Target", "Remark",
    ]  # fmt: skip
    found = cells(table)
    assert found[0] == ["Apr 2021", "49.0%", "52.4%", "43.1%", "61.7%", "55.0%", ""]
    assert found[9][:2] == ["Jan 2022", "No figure"]
    assert found[12] == [
        "Apr 2022",
        "56.0%",
        "56.1%",
        "49.3%",
        "62.9%",
        "58.0%",
        "Limits start anew: new definition",
    ]
    assert found[23][-1] == "Worse, by more than chance; Two psychologist posts vacant"


def test_a_run_chart_has_its_median_and_no_limits():
    table = twin("run-chart")

    assert [column.label for column in table.columns] == ["Period", "Value", "Median", "Target", "Remark"]
    assert cells(table)[4] == ["Q1 2022/23", "No figure", "119", "120", ""]


def test_areas_have_their_intervals_and_the_middle_stands_beneath():
    table = twin("caterpillar-plot")

    assert cells(table)[0] == ["Alder Green", "78.0%", "69.0%", "86.0%", ""]
    assert cells(table)[5] == ["Dene Park", *["Hidden: small number"] * 3, ""]
    assert cells(table)[10][-1] == "below chance"
    assert [c.words(note) for note in table.notes] == ["The borough: 55.5%."]
    assert [c.words(note) for note in twin("dot-plot").notes][1] == "Middle half: 65.5% to 72.8%."


def test_bars_have_target_rating_and_earlier_figure():
    assert cells(twin("bullet"))[0] == ["Council tax collected", "96.2%", "97.0%", "95.0%", "95.8%", "Amber"]
    assert cells(twin("bullet"))[3][1] == "Not due until March"


def test_small_multiples_stand_area_by_area_or_with_few_periods_side_by_side():
    beneath, beside = twin("small-multiples"), twin("few-periods")

    assert [group.label for group in beneath.groups][:2] == ["Alder Green", "Brookfield"]
    assert all(len(group.rows) == 30 for group in beneath.groups)
    assert [column.label for column in beside.columns] == ["Area", *plotted.MONTHS[:3]]
    assert cells(beside)[-1] == ["The borough", "62", "62", "62"]


def test_a_remark_column_stands_only_where_something_is_said():
    assert "Remark" not in [column.label for column in twin("one-area").columns]
    assert "Remark" not in [column.label for column in twin("bullet").columns]


@each_plot
def test_each_number_has_a_place_of_its_own_and_its_exact_value(name):
    plot = plotted.ALL[name]
    found = numbers(twin(name))
    paths = [number.path for number in found]

    if name != "small-multiples":
        assert len(set(paths)) == len(paths)
    assert all(number.value is not None for number in found)
    given = {Decimal(each) for each in re.findall(r"-?\d+(?:\.\d+)?", repr(plot))}
    assert {number.value for number in found} <= given


def test_places_lead_from_the_period_to_the_figure():
    paths = {number.path for number in numbers(twin("control-chart"))}

    assert {"2021-04/EDU03/value", "2021-04/EDU03/average", "2021-04/EDU03/upper-limit"} <= paths
    assert numbers(twin("caterpillar-plot"))[0].path == "2023-24-Q2/EDU03/area-0/value"
    assert numbers(twin("small-multiples"))[0].path == "2021-04/ENV01/ward-0/value"


@pytest.mark.parametrize(("plot", "keys"), [
    (plotted.control(), twins.Keys(("X",), ("a",))),
    (plotted.control(), twins.Keys(("X",), ("a",) * 30)),
    (plotted.dots(), twins.Keys(("X",), tuple("abcdef"))),
    (plotted.multiples(), twins.Keys(("X",), tuple("abcdefghijkl"))),
])  # fmt: skip
def test_keys_that_do_not_fit_are_refused(plot, keys):
    with pytest.raises(c.ContentRefused, match=r"differ|one period"):
        twins.table("t", "Caption", plot, keys)


@pytest.fixture(scope="module")
def paper():
    return plotted.paper(plotted.PLOTS | {"strange-names": plotted.EDGES["strange-names"]})


def test_a_page_has_each_plot_for_a_desk_and_for_a_phone(paper):
    page = html.page(paper, style=STYLE)
    root = etree.HTML(page)

    for name, plot in plotted.PLOTS.items():
        found = root.xpath(f"//div[@id='plot-{name}']//svg[@role='img']")
        assert [each.get("class") for each in found] == ["gt-wide", "gt-narrow"]
        assert {each.get("aria-label") for each in found} == {plots.finding(plot)}
        assert root.xpath(f"//div[@id='plot-{name}']//table")
    assert "<script>" not in page
    assert "display:none" in page


def test_a_pdf_reads_each_plot_out_and_holds_its_table(paper):
    file = pdf.render(paper, style=STYLE)

    assert pdf.render(paper, style=STYLE) == file
    told = [found for _, name, found in tags.elements(file) if name == "Figure"]
    assert {plots.finding(plot) for plot in plotted.PLOTS.values()} <= {
        str(each.get("/Alt")) for each in told
    }
    words = " ".join(text for _, text in tags.reading_order(file))
    assert "Worse, by more than chance; Two psychologist posts vacant" in words


def test_several_plots_run_over_as_many_pages_as_they_need():
    figures = tuple(
        replace(twins.figure(f"plot-{name}", name, plot, plotted.keys(plot)), twin_place="end")
        for name, plot in list(plotted.PLOTS.items())[:4]
    )
    section = c.Section("all", "All", figures)
    file = pdf.render(c.Document("plots", "Plots", "Dates", "Larkhythe", (section,)), style=STYLE)

    with pikepdf.open(io.BytesIO(file)) as opened:
        pages = {
            each.Pg.objgen
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure" and "/Pg" in each
        }
    assert len(pages) >= 2


def test_a_word_file_holds_each_plot_as_a_picture_with_its_words(paper):
    file = docx.render(paper, style=STYLE)

    assert docx.render(paper, style=STYLE) == file
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
        pictures = [name for name in parts.namelist() if name.startswith("word/media/")]
        assert all(parts.read(name).startswith(b"\x89PNG") for name in pictures if name.endswith(".png"))
    said = [each.get("descr") for each in body.iter("{*}docPr")]
    assert {plots.finding(plot) for plot in plotted.PLOTS.values()} <= set(said)


def test_a_workbook_holds_the_numbers_of_each_plot(paper):
    book = load_workbook(io.BytesIO(xlsx.render(paper, style=STYLE)))
    held = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {46.2, 62.9, 95.8, 118.5} <= set(held)
    assert {"Alder Green", "Council tax collected", "Sep 2023"} <= set(held)
