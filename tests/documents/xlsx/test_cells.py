"""What stands in the cells: exact figures, marks and words beside them, and nothing lost or run."""

from dataclasses import replace
from decimal import Decimal

import pytest

from goldenthread.documents import content as c
from goldenthread.documents import counts, places
from goldenthread.documents.renderers.xlsx.words.texts import CUT, length
from tests.documents.xlsx import books
from tests.documents.xlsx.books import displayed, only, paper, table


def number(shown, value=None):
    return c.Number(shown, places.place("2023-24-Q2", "CUS01", "value"), value and Decimal(value))


def row(*cells):
    return tuple(c.line(*cell) if isinstance(cell, tuple) else c.line(cell) for cell in cells)


def figures(*cells):
    """The one column of figures that these cells make."""
    return only(paper(table(*(row(f"Row {n}", cell) for n, cell in enumerate(cells)))))


def test_a_figure_is_a_number_in_full_and_looks_as_printed():
    (cell,) = figures(number("91.3%", "91.265597148")).column("Figure")

    assert cell.value == 91.265597148
    assert displayed(cell.value, cell.number_format) == "91.3%"


def test_a_status_is_told_beside_its_figure():
    grid = figures((number("38.4% [p]", "38.4007801073"), c.Quiet("7,876 of 20,510")), number("9%", "9"))

    assert grid.values("Figure") == [38.4007801073, 9]
    assert grid.values("Figure: details") == ["[p] provisional; 7,876 of 20,510", None]


def test_words_of_a_target_and_what_stands_beneath_it_are_details():
    grid = figures((number("1,050 or fewer", "1050"), c.Quiet("amber to 1,103")))

    assert grid.values("Figure") == [1050]
    assert grid.values("Figure: details") == ["or fewer; amber to 1,103"]


def test_a_time_is_seconds_with_the_time_beside_it():
    grid = figures(number("2 min 51 s", "170.905668959"))

    assert grid.values("Figure") == [170.905668959]
    assert displayed(170.905668959, grid.column("Figure")[0].number_format) == "171 seconds"
    assert grid.values("Figure: details") == ["2 min 51 s"]


def test_a_figure_that_no_number_shows_keeps_its_words_and_its_exact_column():
    grid = figures(number("9 of 9", "100"), number("91.3%", "91.265597148"), "awaited")

    assert grid.values("Figure") == ["9 of 9", 91.265597148, "awaited"]
    assert grid.values("Figure: exact") == [100, 91.265597148, None]


def test_a_count_and_the_whole_it_is_of_are_numbers_in_columns_of_their_own():
    """Words that stand for a count stand for its whole too: neither cell is blank."""
    known, hidden = (number("73", "73"), " of ", number("77", "77")), c.Quiet("[c]")
    grid = figures(known, hidden, ("[c]", " of ", number("1,077", "1077")))

    assert grid.values("Figure") == [73, "[c]", "[c]"]
    assert grid.values("Figure: of") == [77, "[c]", 1077]


def test_no_column_is_made_that_no_row_needs():
    assert figures(number("9%", "9")).labels == ["What", "Figure"]


def test_what_is_missing_or_hidden_is_words_and_never_nought():
    words = ["awaited, expected 30 November", "[c] hidden to protect individuals"]

    assert figures(*map(c.Quiet, words)).values("Figure") == words


def test_a_rating_is_its_word_and_its_reason_beside_it():
    grid = figures(c.RED, replace(c.NOT_RATED, detail="not due"))

    assert grid.values("Figure") == ["Red", "Not rated"]
    assert grid.values("Figure: details") == [None, "not due"]


def test_a_trend_says_which_way_and_whether_that_is_good():
    grid = figures(c.Trend("up", "Worsening", "worse"), c.Trend("flat", "Steady", "same"))

    assert grid.values("Figure") == ["Worsening (up)", "Steady"]


def test_groups_parts_and_totals_are_told_in_words():
    columns = (c.Column("Action"), c.Column("Lines", "number"))
    one = c.line(counts.count(1, "q", "lines"))
    residents = c.RowGroup(
        (
            c.Row(c.line("R2 Replace the account"), (one,)),
            c.Row(c.line("R2a Reporting"), (one,), kind="part"),
            c.Row(c.line("R3 Open a hub"), (one,)),
        ),
        "Residents first",
        "2 of 3 on course",
    )
    both = c.RowGroup((c.Row(c.line("All"), (one,), kind="total"),), "Everything")
    book = books.opened(paper(c.Table("t", "Actions", columns, (residents, both))))
    (sheet,) = books.table_sheets(book)
    grid = books.grid(sheet)

    assert grid.values("Group") == ["Residents first"] * 3 + ["Everything"]
    assert grid.values("Part of") == ["not a part", "R2 Replace the account", "not a part", "not a part"]
    assert grid.values("Kind of row") == ["row", "row", "row", "total"]
    assert "Residents first: 2 of 3 on course" in books.grid(book["Notes"]).values("Meaning")
    assert sheet["A1"].value == "Actions [note 1]"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(A1)", "+44 20 7946 0000", "-2+3", "{=1}", "http://example.org/", "שלום עולם", "🙂 ŵ ŷ",
     "a & b <b>", "#let x", "{{ x }}", "_x0041_", "'quoted'"],
)  # fmt: skip
def test_text_is_text(text):
    document = paper(table(row(text, text), caption=f"About {text}"), title=text, notice=text)
    (sheet,) = books.table_sheets(books.opened(document))
    (cell,) = books.grid(sheet).column("Figure")

    assert books.calamine(document)[sheet.title][-1] == [text, text]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_what_a_spreadsheet_might_run_is_marked_as_text():
    """So that it stays text even where somebody edits the cell."""
    cells = only(paper(table(row("=1+1", "plain")))).rows[0]

    assert cells["What"].quotePrefix
    assert not cells["Figure"].quotePrefix


def test_what_no_file_may_hold_becomes_a_visible_mark():
    assert figures("a\x00b\x1fc\ud800d\uffffe").values("Figure") == ["a\ufffdb\ufffdc\ufffdd\ufffde"]


def test_five_thousand_characters_stay():
    assert figures("word " * 1000 + "end").values("Figure") == ["word " * 1000 + "end"]


def test_what_is_too_long_for_a_cell_is_cut_and_says_so():
    (text,) = figures("🙂" * 20_000).values("Figure")

    assert text.endswith(CUT)
    assert length(text) in (32_766, 32_767)


def test_links_to_the_web_stay_and_links_to_other_files_become_words():
    web, mail = c.Link("Guidance", "https://example.org/a"), c.Link("Write", "mailto:a@example.org")
    grid = figures(web, mail, c.Link("Receipt", "receipts.html#r-cus01"))
    cells = grid.column("Figure")

    assert [cell.value for cell in cells] == ["Guidance", "Write", "Receipt"]
    assert [cell.hyperlink and cell.hyperlink.target for cell in cells] == [
        "https://example.org/a",
        "mailto:a@example.org",
        None,
    ]


def test_several_links_in_a_cell_are_followed_by_their_addresses():
    two = (c.Link("One", "https://example.org/1"), " and ", c.Link("two", "https://example.org/2"))

    assert figures(two).values("Figure") == ["One (https://example.org/1) and two (https://example.org/2)"]


def test_a_link_within_the_paper_leads_to_the_row():
    target = c.rows_table(
        "t",
        "Targets",
        (c.Column("Code"), c.Column("Target")),
        (c.Row(c.line("A"), (c.line("1"),)), c.Row(c.line("B"), (c.line("2"),), id="row-b")),
    )
    links = table(row("B", c.Link("see B", "#row-b")), row("B", c.Link("see B", "paper.html#row-b")))
    first, second = books.table_sheets(books.opened(paper(target, links)))

    for cell in books.grid(second).column("Figure"):
        sheet, place = cell.hyperlink.location.split("!")
        assert sheet == f"'{first.title}'"
        assert first[place].value == "B"


def test_a_figure_has_room_in_its_column():
    """One that has not is shown as hashes."""
    shown = "£196,400,000,000.25"
    exact = number("9 of 9", "92.3076923076923")
    document = paper(table(row("a", number(shown, "196400000000.25")), row("b", exact)))
    (sheet,) = books.table_sheets(books.opened(document))
    grid = books.grid(sheet)

    for label, longest in (("Figure", len(shown)), ("Figure: exact", len("196400000000.25"))):
        assert sheet.column_dimensions[grid.column(label)[0].column_letter].width > longest + 1


def test_the_first_figure_of_a_panel_is_there_in_full():
    """The others, such as its target, are told in words."""
    head = (
        c.line(number("91.3%", "91.265597148")),
        c.line("target ", number("90.0%", "90")),
        c.line(c.GREEN),
    )
    said = (c.PanelRow("Why", (c.Paragraph(c.line("Because.")),)),)
    grid = only(paper(c.Panel("p", "Challenge 1. Late answers", said, head)))

    assert grid.values("Figures") == ["91.3%; target 90.0%; Green"]
    assert grid.values("Figures: exact") == [91.265597148]
