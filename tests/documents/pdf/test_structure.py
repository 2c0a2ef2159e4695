"""What a screen reader is given: declared standards, tags, heads, alternative text, bookmarks."""

import itertools

import pytest

from tests.documents import sample
from tests.documents.pdf import papers, tags

each_paper = pytest.mark.parametrize("name", papers.NAMES)


@each_paper
def test_the_file_declares_the_standards_it_is_written_to(name):
    with papers.opened(papers.rendered(name)) as file, file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


@each_paper
def test_the_file_names_title_author_and_language_and_shows_the_title(name):
    (paper,) = (p for p in sample.papers() if p.name == name)
    with papers.opened(papers.rendered(name)) as file, file.open_metadata() as metadata:
        assert metadata["dc:title"] == paper.title
        assert metadata["dc:creator"] == [paper.council]
        assert str(file.Root.Lang) == "en-GB"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(file.Root.MarkInfo.Marked)


@each_paper
def test_headings_start_at_one_and_skip_no_level(name):
    order = tags.reading_order(papers.rendered(name))
    levels = [int(tag[1]) for tag, _ in order if len(tag) == 2 and tag[0] == "H" and tag[1].isdigit()]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_kind_of_tag_is_there():
    found = {tag for tag, _ in tags.reading_order(papers.rendered(papers.NAMES[0]))}

    assert found >= {"Document", "H1", "H2", "H3", "H4", "P", "L", "LI", "LBody", "Table", "Caption", "THead",
                     "TBody", "TR", "TH", "TD", "Figure", "TOC", "TOCI"}  # fmt: skip


@each_paper
def test_every_figure_says_its_finding(name):
    figures = [found for _, tag, found in tags.elements(papers.rendered(name)) if tag == "Figure"]

    assert figures
    assert all(figure.get("/Alt", "").strip() for figure in figures)


@each_paper
def test_every_table_has_heads_of_columns_and_of_rows(name):
    tables = tags.tables(papers.rendered(name))

    assert tables
    for rows in tables:
        body = [row for row in rows if any(cell == "TD" for cell, _ in row)]
        assert all(row[0] == ("TH", "/Row") and row[1][0] == "TD" for row in body)
        columns = [row for row in rows if all(cell == ("TH", "/Column") for cell in row)]
        assert columns or all(len(row) == 2 for row in rows), "only facts stand without heads of columns"


def test_a_table_with_two_heads_a_row_tags_both():
    columns = tuple(papers.c.Column(name) for name in ("Priority", "Indicator", "Value"))
    row = papers.c.Row(papers.c.line("Safe"), (papers.c.line("ENV01"), papers.c.line("3")))
    table = papers.c.rows_table("t", "Two heads", columns, (row,), heads=2)

    (rows,) = tags.tables(papers.made(papers.document(papers.c.Section("s", "S", (table,)))))

    assert rows[1] == [("TH", "/Row"), ("TH", "/Row"), ("TD", None)]


@each_paper
def test_bookmarks_lead_to_the_sections(name):
    (paper,) = (p for p in sample.papers() if p.name == name)
    titles = [block.title for block in paper.blocks if isinstance(block, papers.c.Section)]
    with papers.opened(papers.rendered(name)) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == titles


def test_what_stands_on_every_page_is_not_read_out_on_every_page():
    order = tags.reading_order(papers.rendered(papers.NAMES[0]))

    assert sum("Appendix 1: Strategic Performance Report, Quarter 2" in text for _, text in order) == 0


def test_the_order_read_out_is_that_of_the_document():
    order = [text.strip() for _, text in tags.reading_order(papers.rendered(papers.NAMES[0]))]
    front = (sample.COUNCIL, "Strategic Performance Report", sample.PERIOD, "Report for")
    quarter = ("Summary and recommendations", "The quarter on one page", "All indicators", "Improved")
    challenge = ("Key challenges", "Position", "Why", "What we are doing", "Complete eight purchases")
    at = 0
    for part in (*front, *quarter, *challenge):
        at = order.index(part, at) + 1


@pytest.mark.parametrize("language", ["cy", "en", "gd-GB"])
def test_the_language_is_that_of_the_document(language):
    made = papers.made(papers.document(papers.c.Paragraph(papers.c.line("Tŷ")), language=language))

    with papers.opened(made) as file:
        assert str(file.Root.Lang) == language
