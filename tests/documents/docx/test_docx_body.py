"""The body of a Word paper: real styles, headings in order, real lists, tables with header rows, contents."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import docx as python_docx
import pytest

from goldenthread.documents import content as c
from goldenthread.documents.renderers.docx.tables import widths
from tests.documents import sample, sample_parts
from tests.documents.docx.opened import NS, W, made, words

EMU_PER_TWIP = 635
CELL_MARGIN = 75
SINGLE = 240  # a line less than single crops a picture that stands in it


@pytest.fixture(scope="module")
def appendix():
    return made(sample.appendix_1())


@pytest.fixture(scope="module")
def scorecard():
    return made(sample.appendix_2())


def headings(opened):
    return [(s, w) for s, w in opened.paragraphs() if s.startswith("heading") or s == "Title"]


def expected_headings(document):
    for block, level in c.walk(document.blocks):
        if isinstance(block, c.Section | c.Panel):
            yield f"heading {level - 1}", block.title
        if isinstance(block, c.Pillars):
            yield from ((f"heading {level - 1}", pillar.title) for pillar in block.columns)


def test_the_title_is_a_title_and_every_section_a_heading_of_its_level(appendix):
    found = headings(appendix)

    assert found[0] == ("Title", "Strategic Performance Report")
    assert found[1:] == list(expected_headings(sample.appendix_1()))


def test_no_level_of_heading_is_skipped(appendix):
    levels = [1 if s == "Title" else int(s[-1]) + 1 for s, _ in headings(appendix)]

    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_python_docx_reads_title_author_and_dates(appendix):
    read = python_docx.Document(BytesIO(appendix.file)).core_properties

    assert (read.title, read.author) == ("Strategic Performance Report", sample.COUNCIL)
    assert read.created.year == read.modified.year == 1980
    assert read.language == "en-GB"


def test_the_first_page_carries_council_title_subtitle_dates_and_notice(appendix):
    opening = [w for _, w in appendix.paragraphs()][:5]

    assert opening == [
        sample.COUNCIL,
        "Strategic Performance Report",
        sample.PERIOD,
        sample.DATES,
        sample.NOTICE,
    ]


def test_the_foot_carries_running_title_pages_and_notice_above_the_lowest_20_mm(appendix):
    foot = appendix.xml("word/footer1.xml")
    said = "\n".join(words(p) for p in foot.iter(f"{W}p"))
    fields = [e.text.strip() for e in foot.iter(f"{W}instrText")]
    margins = appendix.find(".//w:sectPr/w:pgMar")

    assert "Appendix 1: Strategic Performance Report, Quarter 2 2023-24" in said
    assert sample.NOTICE in said
    assert fields == ["PAGE", "NUMPAGES"]
    assert all(int(m.get(f"{W}footer")) >= 1134 and int(m.get(f"{W}top")) >= 1134 for m in margins)


def test_the_contents_read_without_being_worked_out_and_lead_to_their_headings(appendix):
    entries = [p for p in appendix.document.iter(f"{W}p") if _style(appendix, p).startswith("toc ")]
    marks = {m.get(f"{W}name") for m in appendix.find(".//w:bookmarkStart")}
    wanted = [w for s, w in headings(appendix) if s == "heading 1"]

    assert [words(p) for p in entries] == wanted
    assert {h.get(f"{W}anchor") for p in entries for h in appendix.find("w:hyperlink", p)} <= marks
    assert any("TOC" in e.text for e in appendix.find(".//w:instrText"))


def _style(opened, paragraph):
    return opened.styles()[paragraph.find("w:pPr/w:pStyle", NS).get(f"{W}val")]


def test_lists_are_lists_and_a_numbered_one_starts_at_1(appendix):
    styles = [s for s, _ in appendix.paragraphs()]
    numbers = appendix.find(".//w:pPr/w:numPr/w:numId")
    starts = appendix.xml("word/numbering.xml").findall(".//w:startOverride", NS)

    assert styles.count("Report Points") == 9
    assert styles.count("List Number") == 2
    assert len({n.get(f"{W}val") for n in numbers}) == 1
    assert [s.get(f"{W}val") for s in starts] == ["1"]


def for_layout(table):
    return table.find("w:tblPr/w:tblDescription", NS).get(f"{W}val").startswith("For layout only")


def test_lists_beside_each_other_are_read_each_after_its_heading(appendix):
    (table,) = (table for table in appendix.find(".//w:tbl") if for_layout(table))
    look = table.find("w:tblPr/w:tblLook", NS)
    cells = appendix.find("w:tr/w:tc", table)
    each = [[_style(appendix, p) for p in appendix.find("w:p", cell)] for cell in cells]

    assert len(appendix.find("w:tr", table)) == 1
    assert each == [["heading 2", *["Report Points"] * 3]] * 3
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("0", "0")


def test_lists_that_hold_more_than_words_stand_one_below_the_other():
    pillars = c.Pillars(
        (c.Pillar("One", (sample_parts.scorecard(),)), c.Pillar("Two", (c.Note(c.line("x")),)))
    )
    opened = made(replace(sample.appendix_2(), blocks=(c.Section("both", "Both", (pillars,)),)))

    assert not [table for table in opened.find(".//w:tbl") if for_layout(table)]
    assert [w for s, w in opened.paragraphs() if s == "heading 2"] == ["One", "Two"]


def test_every_table_repeats_a_header_row_and_says_what_it_is(appendix, scorecard):
    for opened in (appendix, scorecard):
        tables = [table for table in opened.find(".//w:tbl") if not for_layout(table)]
        assert tables
        for table in tables:
            first, *others = opened.find("w:tr", table)
            assert first.find("w:trPr/w:tblHeader", NS) is not None
            assert not any(row.find("w:trPr/w:tblHeader", NS) is not None for row in others)
            assert table.find("w:tblPr/w:tblCaption", NS).get(f"{W}val")
            assert table.find("w:tblPr/w:tblDescription", NS).get(f"{W}val")
            look = table.find("w:tblPr/w:tblLook", NS)
            assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")


def test_a_table_has_its_columns_rows_and_words(scorecard):
    table = python_docx.Document(BytesIO(scorecard.file)).tables[0]
    model = sample_parts.scorecard()

    assert [cell.text for cell in table.rows[0].cells] == [column.label for column in model.columns]
    assert len(table.rows) == 1 + len(model.groups) + sum(1 for _ in model.rows())
    assert table.rows[1].cells[0].text.startswith(sample_parts.RESIDENTS)


def test_no_row_stands_on_a_page_by_itself(scorecard):
    every = scorecard.find(".//w:tbl/w:tr")
    rows = [row for row in every if not scorecard.find("w:tc/w:tcPr/w:gridSpan", row)]
    kept = [scorecard.find("w:tc/w:p/w:pPr/w:keepNext", row) != [] for row in rows]

    assert kept == [True, True, *[False] * (len(rows) - 4), True, False]


def by_ward(rows, page="portrait"):
    columns = (c.Column("Ward"), c.Column("Number", "number"))
    body = tuple(c.Row(c.line(f"Ward {i}"), (c.line(f"{i}"),)) for i in range(rows))
    about = c.Paragraph(c.line("What is counted."), "quiet")
    table = c.rows_table("t", "By ward", columns, body)
    return made(
        replace(sample.appendix_1(), blocks=(c.Section("why", "A measure", (about, table)),), page=page)
    )


def keeps(opened, path):
    return [opened.find(".//w:pPr/w:keepNext", element) != [] for element in opened.find(path)]


def test_a_short_table_stays_on_one_page():
    assert keeps(by_ward(8), ".//w:tbl/w:tr") == [True] * 8 + [False]
    assert keeps(by_ward(40), ".//w:tbl/w:tr").count(False) == 38


def test_no_row_of_a_front_sheet_stands_on_a_page_by_itself():
    def kept(count):
        facts = tuple(c.Fact(f"Officer {i}", (c.line("Signed"),)) for i in range(count))
        opened = made(replace(sample.appendix_1(), blocks=(c.Facts("f", "Clearance", facts, "front"),)))
        rows = opened.find("w:body/w:tbl/w:tr")
        return [opened.find("w:tc/w:p/w:pPr/w:keepNext", row) != [] for row in rows]

    assert kept(6) == [True, True, False, False, False, True, False]
    assert kept(3) == [True, False, False, False]


def test_on_a_page_on_its_side_a_table_of_half_a_page_stays_whole_too():
    assert keeps(by_ward(11, "landscape"), ".//w:tbl/w:tr") == [True] * 11 + [False]


def test_no_year_at_the_head_of_a_column_is_broken_at_its_hyphen():
    heads = (c.Column("Ref"), c.Column("Q2 2022-23 to Q1 2023-24"))
    rows = (c.Row(c.line("A1"), (c.line("1"),)),)
    opened = made(replace(sample.appendix_1(), blocks=(c.rows_table("t", "T", heads, rows),)))

    (head,) = [p for p in opened.find(".//w:p") if words(p) == "Q2 2022-23 to Q1 2023-24"]
    assert len(head.findall(".//w:noBreakHyphen", NS)) == 2


def test_no_year_in_a_cell_is_broken_at_its_hyphen_and_running_text_keeps_plain_ones():
    cells = (
        c.line("Tranche 3, 2022-23"),
        c.line(c.Number("38.1%", "2023-24-Q2/ENV01/before"), c.Quiet("Q1 2022-23")),
    )
    heads = (c.Column("Ref"), c.Column("Period"), c.Column("Before"))
    rows = c.rows_table("t", "T", heads, (c.Row(c.line("A1"), cells),))
    blocks = (rows, c.Paragraph(c.line("In 2022-23 it rose.")))
    opened = made(replace(sample.appendix_1(), blocks=blocks))
    held = {words(p): len(p.findall(".//w:noBreakHyphen", NS)) for p in opened.find(".//w:p")}

    assert (held["Tranche 3, 2022-23"], held["38.1%\nQ1 2022-23"], held["In 2022-23 it rose."]) == (1, 1, 0)


def test_a_count_stays_on_one_line_with_its_whole_and_a_limit_with_its_words():
    cells = (
        c.line("Emergency highway incidents attended within two hours of a report"),
        c.line(c.Number("91.4%", "2023-24-Q2/A1/value"), c.Quiet("64,058 of 70,085")),
        c.line("92.0%", c.Quiet("amber to 90.0%")),
        c.line("The note says in many words what has been done about it"),
    )
    heads = (
        c.Column("Ref"), c.Column("Indicator"), c.Column("Result", kind="value"),
        c.Column("Target", kind="number"), c.Column("Note"),
    )  # fmt: skip
    rows = tuple(c.Row(c.line(f"A{i}"), cells) for i in range(9))
    *_, result, target, _ = widths.of(c.rows_table("t", "T", heads, rows), 7_000, 9.0, widths.NARROW)

    assert result >= 75 * 20, "16 letters of 9 points, and the margins of a cell"
    assert target >= 65 * 20, "14 letters of 9 points, and the margins of a cell"


def test_the_reason_of_a_missing_rating_stands_under_it_in_a_table():
    mark = c.Mark("ring", "grey", "Not rated", "not due")
    rows = (c.Row(c.line("A1"), (c.line(mark),)),)
    heads = (c.Column("Ref"), c.Column("Status"))
    opened = made(replace(sample.appendix_1(), blocks=(c.rows_table("t", "T", heads, rows),)))

    assert "Not rated\nnot due" in opened.text()


def test_a_rating_of_two_short_words_stays_on_one_line():
    mark = c.Mark("ring", "grey", "Not rated", "not available")
    rows = tuple(c.Row(c.line(f"A{i}"), (c.line("words " * 60), c.line(mark))) for i in range(9))
    heads = (c.Column("Ref", share=1), c.Column("Indicator", share=30), c.Column("Q1", share=1))
    *_, rating = widths.of(c.rows_table("t", "T", heads, rows), 3_000, 9.0)

    assert rating > 1_200, "about 52 points of words with a shape before them, and the margins of a cell"


def test_what_leads_up_to_a_table_stays_on_its_page():
    opened = by_ward(8)
    (about,) = [p for p in opened.find("w:body/w:p") if words(p) == "What is counted."]

    assert about.find("w:pPr/w:keepNext", NS) is not None


def test_columns_fill_the_page_and_no_more(appendix, scorecard):
    for opened in (appendix, scorecard):
        for table in opened.find("w:body/w:tbl"):
            grid = [int(g.get(f"{W}w")) for g in opened.find("w:tblGrid/w:gridCol", table)]
            assert sum(grid) <= 16838 - 2 * 850
            assert min(grid) > 0


def test_a_sparkline_is_seen_whole_within_its_column_and_its_line(scorecard):
    seen = 0
    for table in scorecard.find(".//w:tbl"):
        widths = [int(c.get(f"{W}w")) for c in table.findall("w:tblGrid/w:gridCol", NS)]
        for row in table.findall("w:tr", NS):
            for width, cell in zip(widths, row.findall(".//w:tc", NS), strict=False):
                for extent in cell.findall(".//wp:inline/wp:extent", NS):
                    assert int(extent.get("cx")) / EMU_PER_TWIP <= width - 2 * CELL_MARGIN
                    seen += 1
    small = scorecard.xml("word/styles.xml").find(".//w:style[@w:styleId='ReportCellSmall']", NS)
    assert seen
    assert int(small.find("w:pPr/w:spacing", NS).get(f"{W}line")) >= SINGLE


def test_captions_count_tables_and_charts_as_fields_that_word_can_list(appendix):
    captions = [w for s, w in appendix.paragraphs() if s == "caption"]
    codes = {e.text.split()[1] for e in appendix.find(".//w:instrText") if "SEQ" in e.text}

    assert [w.split(":")[0] for w in captions if w.startswith("Chart")] == ["Chart 1", "Chart 2"]
    assert [w.split(":")[0] for w in captions if w.startswith("Table")] == [f"Table {i}" for i in range(1, 8)]
    assert codes == {"Table", "Chart"}


def test_a_section_on_its_side_is_a_section_of_its_own_with_the_same_foot(appendix, scorecard):
    lies = [s.find("w:pgSz", NS).get(f"{W}orient") for s in appendix.find(".//w:sectPr")]
    feet = [len(appendix.find("w:footerReference", s)) for s in appendix.find(".//w:sectPr")]

    assert (lies[0], lies[-1]) == (None, None)
    assert "landscape" in lies
    assert set(feet) == {1}
    assert [s.find("w:pgSz", NS).get(f"{W}orient") for s in scorecard.find(".//w:sectPr")] == ["landscape"]


def test_no_blank_paragraph_stands_as_spacing(appendix):
    empty = [
        s
        for p in appendix.document.iter(f"{W}p")
        if not words(p) and not appendix.find(".//w:drawing", p) and (s := _style(appendix, p))
    ]

    assert set(empty) <= {"Report Break"}


def test_links_within_the_paper_hold_and_links_to_other_papers_are_plain_words(appendix, scorecard):
    marks = {m.get(f"{W}name") for m in appendix.find(".//w:bookmarkStart")}

    assert {h.get(f"{W}anchor") for h in appendix.find(".//w:hyperlink")} <= marks
    assert not scorecard.find(".//w:hyperlink")
    assert "See Challenge 10" in scorecard.text()


def test_a_key_challenge_stays_together(appendix):
    body = list(appendix.find("w:body")[0])
    start = next(i for i, e in enumerate(body) if words(e).startswith("Challenge 10."))
    end = next(i for i, e in enumerate(body) if words(e).startswith("Back on target. HOU03 by June"))
    assert words(body[start + 3]).startswith("Position. ")
    styles_that_keep = {"heading 3", "Report Label", "caption", "Report Figures"}

    for element in body[start:end]:
        for paragraph in element.iter(f"{W}p"):
            kept = paragraph.find("w:pPr/w:keepNext", NS) is not None
            assert kept or _style(appendix, paragraph) in styles_that_keep, words(paragraph)
    assert body[end].find("w:pPr/w:keepNext", NS) is None


def test_a_key_challenge_of_more_than_half_a_page_may_part_between_its_parts():
    (panel,) = (b for b, _ in c.walk(sample.appendix_1().blocks) if isinstance(b, c.Panel))
    said = c.Paragraph(c.line("Families came to us. " * 150))
    longer = replace(panel, rows=(c.PanelRow("Position", (said,)), *panel.rows))
    opened = made(replace(sample.appendix_1(), blocks=(c.Section("why", "Why", (longer,)),)))
    parts = [p for p in opened.find("w:body/w:p") if words(p).startswith(("Position.", "Why."))]

    assert len(parts) == 3
    assert not [p for p in parts if p.find("w:pPr/w:keepNext", NS) is not None]


def test_a_rating_is_a_shape_and_a_word_in_ink(appendix):
    said = appendix.text()

    for shape, word in (("●", "Green"), ("■", "Red"), ("▲", "Amber"), ("◆", "Complete"), ("○", "Not rated")):
        assert f"{shape}\u00a0{word}" in said
    coloured = [words(r) for r in appendix.find(".//w:r") if r.find("w:rPr/w:color", NS) is not None]
    assert {"●", "■", "▲", "◆", "○"} >= {w for w in coloured if w not in ("=", "Steady")}
