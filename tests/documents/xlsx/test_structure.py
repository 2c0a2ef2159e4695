"""A workbook as the rules for accessible spreadsheets want it, read by openpyxl."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from goldenthread.documents import content as c
from tests.documents import sample
from tests.documents.xlsx import books
from tests.documents.xlsx.books import grid, paper, rendered, table, table_sheets

PAPERS = (*sample.papers(), paper(c.Paragraph(c.line("Nothing but words."))))
BOOKS = [load_workbook(io.BytesIO(rendered(document))) for document in PAPERS]
SHEETS = [pytest.param(sheet, id=f"{n}-{sheet.title}") for n, book in enumerate(BOOKS) for sheet in book]


def box(sheet):
    """The cells of a sheet's table, its labels first."""
    (only,) = sheet.tables.values()
    return sheet[only.ref]


@pytest.mark.parametrize("sheet", SHEETS)
class TestEachSheet:
    def test_holds_one_marked_up_table_in_column_a_with_nothing_below_or_beside_it(self, sheet):
        (only,) = sheet.tables.values()
        start, end = only.ref.split(":")

        assert start.startswith("A")
        assert sheet.dimensions == f"A1:{end}"

    def test_has_one_row_of_labels_that_differ_and_are_the_tables_columns(self, sheet):
        (only,) = sheet.tables.values()
        labels = [cell.value for cell in box(sheet)[0]]

        assert labels == [column.name for column in only.tableColumns]
        assert len({label.casefold() for label in labels}) == len(labels)
        assert only.headerRowCount == 1

    def test_has_no_blank_row_and_no_blank_column(self, sheet):
        rows = list(sheet.iter_rows(values_only=True))
        assert all(any(value not in (None, "") for value in row) for row in rows)
        body = [[cell.value for cell in row] for row in box(sheet)[1:]]
        assert all(any(value not in (None, "") for value in column) for column in zip(*body, strict=True))

    def test_has_no_merged_cells_filters_panes_fills_pictures_or_page_headers(self, sheet):
        (only,) = sheet.tables.values()

        assert not sheet.merged_cells.ranges
        assert only.autoFilter is None
        assert sheet.auto_filter.ref is None
        assert sheet.freeze_panes is None
        assert not sheet._images
        assert not sheet._charts
        assert not only.tableStyleInfo or not only.tableStyleInfo.name
        assert all(cell.fill.fill_type is None for row in sheet.iter_rows() for cell in row)
        assert not any(part.text for part in (sheet.oddHeader.center, sheet.oddFooter.center))

    def test_opens_at_a1_with_its_title_there(self, sheet):
        assert sheet.sheet_view.selection[0].activeCell == "A1"
        assert sheet["A1"].value
        assert sheet["A1"].font.bold

    def test_wraps_the_text_of_its_table(self, sheet):
        assert all(
            cell.alignment.wrap_text for row in box(sheet) for cell in row if isinstance(cell.value, str)
        )

    def test_says_so_where_cells_are_blank(self, sheet):
        blank = any(cell.value in (None, "") for row in box(sheet) for cell in row)
        told = any("Where a cell is blank" in str(row[0]) for row in sheet.iter_rows(values_only=True))
        assert told == blank

    def test_is_visible_and_plainly_named(self, sheet):
        assert sheet.sheet_state == "visible"
        assert 0 < len(sheet.title) <= 31
        assert not set(sheet.title) & set("[]:*?/\\")


@pytest.mark.parametrize("book", BOOKS)
def test_a_workbook_opens_on_its_cover_and_lists_every_sheet_with_a_link(book):
    assert book.active.title == "Cover"
    assert book.sheetnames[:2] == ["Cover", "Notes"]
    contents = grid(book["Cover"])
    assert contents.values("Sheet") == book.sheetnames[1:]
    for cell, name in zip(contents.column("What it holds"), book.sheetnames[1:], strict=True):
        assert cell.hyperlink.location == f"'{name}'!A1"
        assert book[name]["A1"].value.startswith(cell.value)
    for sheet in book.worksheets[1:]:
        assert any(
            row[0].hyperlink and row[0].hyperlink.location == "'Cover'!A1" for row in sheet.iter_rows()
        )


@pytest.mark.parametrize("book", BOOKS)
def test_no_two_sheets_or_tables_have_one_name(book):
    names = [name.casefold() for name in book.sheetnames]
    tables = [name.casefold() for sheet in book for name in sheet.tables]

    assert len(set(names)) == len(names)
    assert len(set(tables)) == len(tables)


def test_the_cover_says_whose_it_is_as_of_when_and_that_it_is_invented():
    lines = [row[0] for row in books.calamine(sample.appendix_1())["Cover"]]

    assert lines[:5] == [
        "Strategic Performance Report",
        sample.PERIOD,
        sample.COUNCIL,
        sample.DATES,
        sample.NOTICE,
    ]
    assert "As frozen. Seal 4f2a 9c1e." in lines


def test_every_sheet_stands_on_its_own_with_both_dates_and_the_notice():
    for name, rows in books.calamine(sample.appendix_1()).items():
        lines = [row[0] for row in rows[:8]]
        assert sample.DATES in lines, name
        assert sample.NOTICE in lines, name


def test_the_properties_name_the_paper_and_its_council_and_no_clock():
    known = datetime(2023, 11, 10, 17, tzinfo=UTC)
    properties = books.opened(paper(table(), subtitle="Quarter 2", known_at=known)).properties

    assert (properties.title, properties.creator) == ("A paper: Quarter 2", "Larkhythe")
    assert (properties.created, properties.modified) == (datetime(2023, 11, 10, 17),) * 2
    assert books.opened(paper(table())).properties.created == datetime(1980, 1, 1)


def test_every_table_of_a_paper_has_a_sheet_in_reading_order():
    captions = [sheet["A1"].value.split(" [note")[0] for sheet in table_sheets(BOOKS[0])]

    assert captions == [
        "Report details",
        "Ratings of the corporate indicators at 30 September 2023, all and by priority",
        "Actions by rating",
        "Indicators by rating",
        "Changes to targets and definitions",
        "Flagship actions, a borough that is clean and safe",
        "Key challenges",
        "Key challenges: What we are doing",
        "Flagship actions by line and by adopted action",
        "Receipt of the rating: CUS01",
        "Definition",
    ]


def test_a_tally_is_counts_with_their_changes_beside_them():
    tally = grid(table_sheets(BOOKS[0])[1])

    assert tally.labels[:3] == ["Group", "Red", "Red: change"]
    assert tally.values("Red") == [13, 6, 2, 5]
    assert tally.values("Red: change")[0] == "1 more than Q1"
    assert tally.values("Rated of all")[0] == "57 of 66"


def test_facts_are_labels_with_their_answers_a_row_a_line():
    facts = grid(table_sheets(BOOKS[0])[0])

    assert facts.labels == ["Item", "Answer"]
    assert facts.values("Item")[-2:] == ["Enclosures", "Enclosures"]
    assert facts.values("Answer")[1] == "24 January 2024"


def test_key_challenges_are_one_table_and_their_actions_another():
    challenges, actions = (grid(sheet) for sheet in table_sheets(BOOKS[0])[6:8])
    title = "Challenge 10. More families in temporary accommodation (HOU01 and HOU03)"

    assert challenges.labels == [
        *("Challenge", "Figures", "About", "History", "Position", "Why", "What we are doing"),
        "Back on target",
    ]
    assert challenges.values("Figures") == ["1,164; target 1,050 or fewer; Red"]
    assert challenges.values("Challenge") == [title]
    assert actions.values("Challenge") == [title, title]
    assert actions.values("What it should change") == ["8 fewer households", "HOU03 under 10"]
    link = challenges.column("What we are doing")[0].hyperlink.location
    sheet, place = link.split("!")
    assert BOOKS[0][sheet.strip("'")][place].value == title


def test_notes_are_numbered_named_in_titles_and_say_where_they_belong():
    (scorecard,) = table_sheets(BOOKS[1])
    notes = grid(BOOKS[1]["Notes"])
    beneath = "[c]: hidden to protect individuals. Dashed line: target."
    found = {row["Meaning"].value: row for row in notes.rows}

    assert scorecard["A1"].value == "Corporate scorecard at 30 September 2023 [note 1] [note 2]"
    assert found[beneath]["Note"].value == "[note 1]"
    assert found[beneath]["Where"].hyperlink.location == f"'{scorecard.title}'!A1"


def test_only_the_shorthand_in_use_is_explained():
    first, second = (grid(book["Notes"]).values("Note") for book in BOOKS[:2])

    assert "[c]" in second
    assert not {"[c]", "[e]", "[p]", "[r]", "[x]", "[z]"} & set(first)


def test_a_remark_that_must_not_be_missed_stands_among_the_notes():
    found = {row["Meaning"].value: row["Where"].value for row in grid(BOOKS[0]["Notes"]).rows}
    (where,) = [place for said, place in found.items() if said.startswith("Restated since the freeze.")]

    assert where == "Summary and recommendations"


def test_a_paper_without_tables_is_a_workbook_that_says_so():
    assert BOOKS[2].sheetnames == ["Cover", "Notes"]
    lines = [row[0].value for row in BOOKS[2]["Cover"].iter_rows()]
    assert any("This paper has no tables" in str(line) for line in lines)


def test_a_table_without_rows_says_so():
    assert books.only(paper(table())).values("What") == ["No rows"]


def test_labels_that_are_alike_are_told_apart():
    one = tuple(c.line(text) for text in "abcd")
    grid = books.only(paper(table(one, labels=("Q1", "q1", "Q1: details", "Q1"), kinds=("text",) * 4)))

    assert grid.labels == ["Q1", "q1 (2)", "Q1: details", "Q1 (3)"]


def test_captions_that_are_alike_are_told_apart_by_their_part():
    parts = [
        c.Section(f"s{n}", title, (c.Facts(f"f{n}", "Objectives", (c.Fact("a", (c.line("b"),)),)),))
        for n, title in enumerate(("Homes", "Streets"))
    ]
    titles = [sheet["A1"].value for sheet in table_sheets(books.opened(paper(*parts)))]

    assert titles == ["Homes: Objectives", "Streets: Objectives"]


def test_tables_keep_their_names_from_paper_to_paper():
    """So that a workbook that draws on one quarter's table finds the next quarter's."""
    assert [name for sheet in BOOKS[1] for name in sheet.tables] == ["t_contents", "t_notes", "t_scorecard"]


def test_no_macros_no_outside_links_and_fixed_dates_in_the_archive():
    archive = zipfile.ZipFile(io.BytesIO(rendered(PAPERS[0])))

    assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_link_finds_a_sheet_with_an_apostrophe_in_its_name():
    facts = c.Facts("f", "Children's services", (c.Fact("a", (c.line("b"),)),))
    book = books.opened(paper(facts))
    links = [cell.hyperlink.location for cell in grid(book["Cover"]).column("What it holds")]

    assert links == ["'Notes'!A1", "'1 Children''s services'!A1"]


def test_a_label_is_no_longer_than_a_table_takes():
    one = tuple(c.line(text) for text in "abc")
    labels = ("What", "long " * 100, "long " * 100)
    grid = books.only(paper(table(one, labels=labels, kinds=("text",) * 3)))

    assert all(len(label) <= 255 for label in grid.labels)
    assert grid.labels[1].endswith("long ...")
    assert grid.labels[2].endswith("... (2)")


def test_only_what_a_workbook_needs_is_explained():
    plain = paper(table(tuple(c.line(text) for text in "ab")))
    moved = paper(table((c.line("a"), c.line(c.Trend("up", "Worsening", "worse")))))

    assert grid(books.opened(plain)["Notes"]).values("Note") == ["Figures", "Blank cells", "Text"]
    assert "Trends" in grid(books.opened(moved)["Notes"]).values("Note")
