"""Rounded figures are shown as such in every paper; where nothing is rounded nothing is said of it."""

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from goldenthread.documents.renderers.html import Style
from goldenthread.methods.disclosure import policy
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.covering import protected
from goldenthread.reports.assemble.equality import few
from tests import office_files
from tests.rooms.reports import reading, rounded, smallham

APPENDIX = "appendix-3-equality-and-breakdowns"
SCORECARD = "appendix-2-corporate-scorecard"
NEAREST = "Figures are rounded to the nearest 5, each by itself: they may not add up to totals."


def rows(document, id):
    table = reading.tables(document)[id]
    return [[c.words(row.header), *map(c.words, row.cells)] for row in table.rows()]


def cell(code, **of):
    found = reading.papers(rounded.material(**of))[SCORECARD]
    return reading.row(reading.tables(found)["lines"], code)["Q2 result"]


def test_a_figure_of_the_scorecard_says_to_what_it_is_rounded():
    """1,164 households leave as 1,165; 91 of 100 things as they are."""
    assert cell("B1") == "1,165 (rounded to 5)"
    assert cell("A2") == "91.0% (91 of 100)"


def test_a_share_stands_with_its_rounded_parts():
    """142 of 145 leave as 140 of 145."""
    assert cell("B2") == "96.6% (140 of 145) (rounded to 5)"


def test_groups_are_printed_rounded_beside_the_rounded_whole():
    """608, 413 and 143 of 1,164: shares are made of what is printed."""
    document = reading.papers(rounded.material())[APPENDIX]
    assert rows(document, "b1-by-ethnicity") == [
        ["White", "610", "52.4%"],
        ["Asian", "415", "35.6%"],
        ["Other", "145", "12.4%"],
        ["Smallham, all", "1,165", "100%"],
    ]
    assert [c.words(note) for note in reading.tables(document)["b1-by-ethnicity"].notes] == [NEAREST]


def test_a_whole_whose_rating_alone_is_hidden_stands_in_the_table_of_its_groups():
    """1,165 may be 1,163, amber, or 1,167, red under a limit of 1,165: the colour goes, not the figure."""
    of_b1 = {"amber": 1165.0, "amber_exact": "1165", "worse_edge": None}
    lines = tuple({**x, **(of_b1 if x["indicator"] == "B1" else {})} for x in smallham.indicators())
    material = rounded.material(indicators=lines)
    (b1,) = [line for line in material.now.sealed.of("indicator") if line["indicator"] == "B1"]
    assert (b1["rating"], b1["reason"], b1["hidden"]) == (None, "hidden", False)
    document = reading.papers(material)[APPENDIX]
    assert rows(document, "b1-by-ethnicity")[3] == ["Smallham, all", "1,165", "100%"]


def test_what_rounds_to_nothing_has_a_sign_of_its_own():
    """2 to the nearest 5: neither 0 nor hidden."""
    document = reading.papers(rounded.material(rounded.FIVE, white=608.0, asian=413.0, other=2.0))[APPENDIX]
    assert rows(document, "b1-by-ethnicity")[2] == ["Other", "[low]", "[low]"]
    notes = [c.words(note) for note in reading.tables(document)["b1-by-ethnicity"].notes]
    assert notes == ["[low]: so little that it rounds to nothing.", NEAREST]
    key = [c.words(item) for block in reading.blocks(document) if isinstance(block, c.BulletList)
           for item in block.items]  # fmt: skip
    assert "[low] so little that it rounds to nothing" in key


def test_a_headline_that_rounds_to_nothing_says_so_in_the_scorecard():
    lines = tuple({**x, "value": 2.0} if x["indicator"] == "B1" else x for x in smallham.indicators())
    found = reading.papers(rounded.material(rounded.FIVE, indicators=lines))[SCORECARD]
    assert reading.row(reading.tables(found)["lines"], "B1")["Q2 result"] == "[low] too small to show"


FORMATS = {
    "html": lambda paper: html.page(paper, style=Style(), pack=[paper]).encode(),
    "pdf": lambda paper: pdf.render(paper, style=Style()),
    "docx": lambda paper: docx.render(paper, style=Style(), template=None),
    "xlsx": lambda paper: xlsx.render(paper, style=Style()),
}


def words(format, paper):
    made = FORMATS[format](paper)
    if format == "html":
        return made.decode()
    return " ".join(said for _, said in office_files.blocks(f"paper.{format}", made))


def test_every_format_has_the_rounded_figure_its_statement_and_no_exact_one():
    given = rounded.material(rounded.FIVE, white=608.0, asian=413.0, other=2.0)
    papers = reading.papers(given)
    for format in FORMATS:
        appendix, card = words(format, papers[APPENDIX]), words(format, papers[SCORECARD])
        told = {text: text in " ".join(appendix.split()) for text in ("610", "608", "[low]", NEAREST[:35])}
        assert told == {"610": True, "608": False, "[low]": True, NEAREST[:35]: True}, format
        told = {text: text in card for text in ("rounded to 5", "1,164", "1164")}
        assert told == {"rounded to 5": True, "1,164": False, "1164": False}, format


def test_a_workbook_does_not_say_that_its_rounded_figures_are_unrounded():
    said = words("xlsx", reading.papers(rounded.material())[APPENDIX])
    assert "It is held unrounded, but where its counts are rounded to protect individuals." in said


def test_the_covering_report_says_how_many_indicators_are_rounded():
    said = protected.in_words(quarter.of(rounded.material()))
    assert said.endswith(" 2 indicators have figures that are rounded to protect individuals.")


def test_the_count_that_is_hidden_is_that_of_the_policy():
    below_ten = policy.preset("ons_10_5")
    told = {
        "a count of 1 to 5 people": smallham.material(),
        "a count of 1 to 7 people": rounded.material(),
        "a count of 0 to 9 people": rounded.material(below_ten),
        "a small count of people": rounded.material(rounded.FIVE),
    }
    assert {words: few.few(quarter.of(given)) for words, given in told.items()} == {x: x for x in told}


def test_where_nothing_is_rounded_no_paper_speaks_of_it():
    for document in reading.papers(smallham.material()).values():
        assert "rounded to" not in " ".join(reading.paragraphs(document))
    assert protected.rounded(quarter.of(smallham.material())) == ""
