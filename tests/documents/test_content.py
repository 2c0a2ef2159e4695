"""Content: what a document refuses when it is made."""

from dataclasses import FrozenInstanceError, replace

import pytest

from goldenthread.documents import content as c
from goldenthread.documents import counts, marks, refusals
from goldenthread.documents.charts.specs import NotAChart
from goldenthread.documents.links import NotALink
from tests.documents import sample, sample_parts

COLUMNS = (c.Column("Indicator"), c.Column("Value", "number"), c.Column("Note", "note"))


def table(*rows, **more):
    return c.rows_table("t", "A table", COLUMNS, rows, **more)


def document(*blocks):
    return c.Document("paper", "A paper", sample.DATES, sample.COUNCIL, blocks)


def test_the_sample_pack_holds_every_kind_of_block():
    found = {type(block).__name__ for paper in sample.pack() for block, _ in c.walk(paper.blocks)}

    assert found == {block.__name__ for block in c.Block.__args__}


def test_content_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        sample.appendix_1().title = "Another"


@pytest.mark.parametrize("blank", ["", " ", "-", "–", "n/a"])
def test_a_missing_figure_is_words(blank):
    with pytest.raises(refusals.CellBlank, match="say in words why 'Value' has no figure"):
        table(c.Row(c.line("CUS01"), (c.line(blank), ())))


def test_a_note_may_be_left_out():
    assert table(c.Row(c.line("CUS01"), (c.line("91.3%"), ())))


def test_rows_are_as_wide_as_the_columns():
    with pytest.raises(refusals.RowsNotAsWideAsColumns, match="'CUS01': 2 cells under 3 columns"):
        table(c.Row(c.line("CUS01"), (c.line("91.3%"),)))


def test_a_table_has_a_caption():
    with pytest.raises(refusals.CaptionMissing):
        replace(table(), caption=" ")


def test_groups_of_rows_are_labelled():
    with pytest.raises(c.ContentRefused, match="needs a label"):
        replace(table(), groups=(c.RowGroup((), "One"), c.RowGroup(())))


def test_a_figure_says_what_it_shows():
    with pytest.raises(refusals.FigureWithoutWords):
        c.Drawing("All indicators", "", c.Doughnut((c.Slice(c.GREEN, 1),), "indicators"))


def test_a_chart_and_its_table_come_from_the_same_counts():
    slices = (c.Slice(c.GREEN, 30), c.Slice(c.AMBER, 14), c.Slice(c.RED, 13), c.Slice(c.NOT_RATED, 9))
    figure = counts.doughnut_figure(
        id="all",
        caption="Indicators by rating",
        place=("2023-24-Q2", "indicators"),
        keys=("all",),
        drawings=(counts.doughnut("All indicators", slices, "indicators"),),
    )

    row = next(figure.twin.rows())
    assert [c.words(cell) for cell in row.cells] == ["30", "14", "13", "9", "66"]
    assert row.cells[0][0].path == "2023-24-Q2/indicators/all/green"
    assert figure.drawings[0].alt == "All indicators: 66 indicators. 30 green, 14 amber, 13 red, 9 not rated."


def test_doughnuts_side_by_side_have_the_same_ratings_in_the_same_order():
    one = counts.doughnut("One", (c.Slice(c.GREEN, 1), c.Slice(c.RED, 1)), "indicators")
    other = counts.doughnut("Other", (c.Slice(c.RED, 1), c.Slice(c.GREEN, 1)), "indicators")

    with pytest.raises(c.ContentRefused, match="same ratings in the same order"):
        counts.doughnut_figure(
            id="f", caption="Ratings", place=("p",), keys=("a", "b"), drawings=(one, other)
        )


def test_ids_stand_once_in_a_document():
    with pytest.raises(refusals.IdsRepeat, match="'a' stands twice"):
        document(c.Section("a", "One", ()), c.Section("b", "Two", (c.Section("a", "Three", ()),)))


def test_an_id_is_a_word_for_an_address():
    with pytest.raises(c.ContentRefused, match="is no id"):
        document(c.Section("Part 1", "One", ()))


def test_the_depth_of_a_section_is_its_level():
    inner = c.Section("c", "Three", ())
    blocks = (c.Section("a", "One", (c.Section("b", "Two", (inner,)),)),)

    assert [(block.id, level) for block, level in c.walk(blocks)] == [("a", 2), ("b", 3), ("c", 4)]


def test_sections_may_not_nest_without_end():
    block = c.Section("s0", "Deep", ())
    for i in range(1, 5):
        block = c.Section(f"s{i}", "Deep", (block,))

    with pytest.raises(refusals.HeadingsTooDeep):
        document(block)


@pytest.mark.parametrize("shape", ["octagon", "half-ring", ""])
def test_a_mark_has_a_known_shape(shape):
    with pytest.raises(marks.NotAShape):
        c.Mark(shape, "green", "Green")


def test_a_mark_has_a_word():
    with pytest.raises(c.ContentRefused):
        c.Mark("circle", "green", "")


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "a b.html", ""]
)
def test_a_link_leads_to_a_page_and_not_to_a_script(href):
    with pytest.raises(NotALink):
        c.Link("here", href)


@pytest.mark.parametrize("href", ["#part", "paper.html", "data/lines.csv", "https://example.org/a?b=c"])
def test_links_lead_to_parts_files_and_web_addresses(href):
    assert c.Link("here", href).href == href


def test_a_sparkline_needs_two_values():
    with pytest.raises(NotAChart, match="print the one value in words"):
        c.Sparkline((None, 3.0), "One value")


def test_a_sparkline_has_one_target_a_value():
    with pytest.raises(NotAChart, match="2 values but 1 targets"):
        c.Sparkline((1.0, 3.0), "Two values", target=(2.0,))


def test_the_words_of_a_line_are_what_is_read_aloud():
    line = c.line(
        "Q2: ", c.Number("91.3%", "p"), c.Quiet("512 of 561"), ", ", c.GREEN, ", ", sample_parts.BETTER
    )

    assert c.words(line) == "Q2: 91.3% (512 of 561), Green, Improving"
    assert c.words(c.line(replace(c.NOT_RATED, detail="not due"))) == "Not rated: not due"
