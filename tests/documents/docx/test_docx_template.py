"""Templates: any ordinary Word file of a council takes a paper, and one that would do more is refused."""

import re
from dataclasses import replace
from io import BytesIO

import docx as python_docx
import pytest
from docx.shared import Mm, Pt

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx
from goldenthread.documents.renderers.docx import shipped
from goldenthread.documents.renderers.docx.archive import packed, unpacked
from tests.documents import sample
from tests.documents.docx.opened import NS, W, made, words


def saved(file):
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def letterhead():
    """A council's own paper: its header, its Heading 1, a line before and after the body, other margins."""
    file = python_docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = Mm(30)
    section.header.paragraphs[0].text = "Town Hall, High Street. {{ council }}"
    section.footer.paragraphs[0].text = "{{ running }} ({{ notice }})"
    file.styles["Heading 1"].font.size = Pt(31)
    file.add_paragraph("Committee paper")
    title = file.add_paragraph()
    for piece in ("{{ ti", "tle", " }}"):  # as Word breaks a word that was corrected in the middle
        title.add_run(piece).bold = piece == "tle"
    file.add_paragraph("{{ body }}")
    file.add_paragraph("End of paper")
    return file


def changed(name, before, after):
    """The shipped template with one part edited."""
    parts = unpacked(shipped.file())
    assert before in parts[name]
    return packed(parts | {name: parts[name].replace(before, after)})


def test_an_ordinary_word_file_is_a_template():
    opened = made(sample.appendix_1(), template=saved(python_docx.Document()))
    said = list(opened.paragraphs())

    assert said[:2] == [("Report Council", sample.COUNCIL), ("Title", "Strategic Performance Report")]
    assert {"List Number", "Report Note"} <= set(dict(said))
    assert len(docx.figures(opened.file)) == len(docx.figures(made(sample.appendix_1()).file))


def test_a_council_keeps_its_header_its_styles_and_its_page():
    opened = made(sample.appendix_1(), template=saved(letterhead()))
    headers = [words(opened.xml(n)) for n in opened.parts if re.match(r"word/header", n)]
    footers = [words(opened.xml(n)) for n in opened.parts if re.match(r"word/footer", n)]
    style = next(
        s
        for s in opened.xml("word/styles.xml").iter(f"{W}style")
        if s.find("w:name", NS).get(f"{W}val") == "heading 1"
    )

    assert headers == [f"Town Hall, High Street. {sample.COUNCIL}"]
    assert footers == [f"Appendix 1: Strategic Performance Report, Quarter 2 2023-24 ({sample.NOTICE})"]
    assert style.find("w:rPr/w:sz", NS).get(f"{W}val") == "62"
    assert {m.get(f"{W}left") for m in opened.find(".//w:sectPr/w:pgMar")} == {"1701", "850"}


def test_the_body_stands_where_the_template_says_with_what_is_before_and_after():
    said = [w for _, w in made(sample.appendix_2(), template=saved(letterhead())).paragraphs()]

    assert said[0] == "Committee paper"
    assert said[1] == "Corporate scorecard"
    assert said[-1] == "End of paper"
    assert "{{" not in "".join(said)


def test_what_a_template_places_nowhere_opens_the_body():
    said = [w for _, w in made(sample.appendix_2(), template=saved(letterhead())).paragraphs()]

    assert said[2:6] == [sample.COUNCIL, sample.PERIOD, sample.DATES, sample.NOTICE]


def test_lists_are_numbered_in_a_template_without_lists():
    parts = unpacked(saved(python_docx.Document()))
    styles = re.sub(rb"<w:numPr>.*?</w:numPr>", b"", parts["word/styles.xml"], flags=re.S)
    opened = made(sample.appendix_1(), template=packed(parts | {"word/styles.xml": styles}))
    lists = {n.get(f"{W}numId") for n in opened.xml("word/numbering.xml").iter(f"{W}num")}

    used = [p for p in opened.document.iter(f"{W}p") if p.find("w:pPr/w:numPr", NS) is not None]
    assert len(used) == 11
    assert {p.find("w:pPr/w:numPr/w:numId", NS).get(f"{W}val") for p in used} <= lists


def test_a_line_of_the_template_with_nothing_to_say_is_left_out():
    plain = replace(sample.appendix_2(), subtitle="", notice="")
    opened = made(plain)

    assert "" not in [w for _, w in opened.paragraphs()][:4]
    assert len(list(opened.xml("word/footer1.xml").iter(f"{W}p"))) == 1


def test_a_paper_made_before_can_be_the_template_of_the_next():
    first = made(sample.appendix_1())
    again = made(sample.appendix_2(), template=first.file)
    drawings = [e.get("id") for e in again.document.iterfind(".//wp:docPr", NS)]

    assert len(drawings) == len(set(drawings))
    assert len(docx.figures(again.file)) > len(docx.figures(first.file))


def test_a_template_file_of_word_becomes_a_document():
    template = changed("[Content_Types].xml", b"document.main+xml", b"template.main+xml")

    assert b"template.main" not in made(sample.appendix_2(), template=template).parts["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("placeholder", "said"),
    [
        ("{{ meeting }}", r"word/document.xml holds the placeholder {{ meeting }}.*write one of {{ title }}"),
        ("{{ title|upper }}", "does more than print a name"),
        ("{{ 7*7 }}", "does more than print a name"),
        ("{{ title.__class__ }}", "does more than print a name"),
        ("{% if title %}x{% endif %}", "does more than print a name"),
        ("{% for x in title %}{% endfor %}", "does more than print a name"),
        ("{{ title", "cannot be read"),
        ("{{ body }} and more", "in one line with other words"),
        ("{{ goldenthread_body }}", "is not known"),
    ],
)
def test_a_placeholder_that_is_unknown_or_does_more_than_print_is_refused(placeholder, said):
    file = python_docx.Document()
    file.add_paragraph(placeholder)

    with pytest.raises(docx.TemplateRefused, match=said):
        made(sample.appendix_2(), template=saved(file))


def test_a_refusal_names_the_header_it_stands_in():
    file = python_docx.Document()
    file.sections[0].header.paragraphs[0].text = "{{ mayor }}"

    with pytest.raises(docx.TemplateRefused, match=r"word/header\d\.xml holds the placeholder {{ mayor }}"):
        made(sample.appendix_2(), template=saved(file))


def test_a_body_in_a_table_or_twice_is_refused():
    boxed = python_docx.Document()
    boxed.add_table(1, 1).cell(0, 0).text = "{{ body }}"
    twice = python_docx.Document()
    twice.add_paragraph("{{ body }}")
    twice.add_paragraph("{{ body }}")

    with pytest.raises(docx.TemplateRefused, match="a paragraph of its own"):
        made(sample.appendix_2(), template=saved(boxed))
    with pytest.raises(docx.TemplateRefused, match="more than once"):
        made(sample.appendix_2(), template=saved(twice))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"%PDF-1.7", "not a Word file"),
        (b"", "not a Word file"),
        (
            packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}),
            "has no word/document.xml",
        ),
        (changed("[Content_Types].xml", b"document.main", b"document.macroEnabled.main"), "macros"),
        (packed(unpacked(shipped.file()) | {"word/vbaProject.bin": b"x"}), "macros"),
        (changed("word/document.xml", b"</w:body>", b"</w:b>"), "is damaged"),
        (changed("word/footer1.xml", b"<w:ftr", b'<!DOCTYPE a [<!ENTITY x "y">]><w:ftr'), "document type"),
    ],
    ids=["pdf", "nothing", "workbook", "docm", "vba", "damaged", "doctype"],
)
def test_a_file_that_is_no_plain_word_document_is_refused(file, said):
    with pytest.raises(docx.TemplateRefused, match=said):
        made(sample.appendix_2(), template=file)


def test_words_of_a_paper_are_never_read_as_placeholders():
    document = replace(
        sample.appendix_2(),
        title="{{ 7*7 }} {% raw %}",
        blocks=(c.Paragraph(c.line("{{ title }} {# no #}")),),
    )
    said = made(document, template=saved(letterhead())).text()

    assert "{{ 7*7 }} {% raw %}" in said
    assert "{{ title }} {# no #}" in said


def test_a_template_with_pages_on_their_side_and_a_cover_keeps_both():
    file = letterhead()
    file.add_section()
    file.add_paragraph("Another part")
    opened = made(sample.appendix_2(), template=saved(file))
    lies = [s.find("w:pgSz", NS).get(f"{W}orient") for s in opened.find(".//w:sectPr")]

    assert "Another part" in opened.text()
    assert lies == ["landscape", None]
