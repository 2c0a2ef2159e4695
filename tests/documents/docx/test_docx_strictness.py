"""What Word refuses or mends without a word: order, pairs and neighbours, held against its schema."""

import posixpath
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import docx as python_docx
import pytest
from lxml import etree

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx
from tests.documents import plotted, sample
from tests.documents.docx.opened import NS, W, made, words
from tests.documents.docx.sequences import ORDER

FRONT = c.Facts("front", "About this report", (c.Fact("Report for", (c.line("Cabinet"),)),), "front")
ANY_ORDER = {"w:body"}


def council_file():
    """A file as Word leaves it: another first page, page numbers from 1, borders, a grid."""
    file = python_docx.Document()
    section = file.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ council }}"
    properties = section._sectPr
    for name, before in (("pgBorders", "cols"), ("pgNumType", "cols"), ("vAlign", "titlePg")):
        properties.find(f"{W}{before}").addprevious(etree.Element(f"{W}{name}"))
    written = BytesIO()
    file.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def papers():
    own = council_file()
    plots = plotted.paper(plotted.PLOTS)
    return [
        made(plots),
        *map(made, sample.pack()),
        *(made(document, template=own) for document in sample.pack()),
    ]


def stories(opened):
    """The XML of every part that Word reads by its schema."""
    for name in opened.parts:
        if name.startswith("word/") and name.endswith(".xml") and not name.startswith("word/theme"):
            yield name, opened.xml(name)


def kind(element):
    prefix = next((p for p, uri in NS.items() if element.tag.startswith(f"{{{uri}}}")), "")
    return f"{prefix}:{etree.QName(element).localname}"


def test_children_stand_in_the_order_of_the_schema(papers):
    checked = set()
    for opened in papers:
        for name, root in stories(opened):
            for element in root.iter(etree.Element):
                if kind(element) in ORDER:
                    checked.add(kind(element))
                    _check_order(name, element)
    assert checked == set(ORDER)


def _check_order(part, element):
    wanted = ORDER[kind(element)].split()
    children = [etree.QName(child).localname for child in element]
    if "*" in wanted:
        assert wanted[0] not in children[1:], (part, kind(element), children)
        return
    if part not in ("word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/numbering.xml"):
        assert set(children) <= set(wanted), (part, kind(element), children)
    known = [child for child in children if child in wanted]
    assert all(wanted.index(a) <= wanted.index(b) for a, b in pairwise(known)), (
        part,
        kind(element),
        children,
    )


def test_no_kind_of_element_escapes_the_schema():
    for document in sample.pack():
        for name, root in stories(made(document)):
            for element in root.iter(etree.Element):
                several = len({child.tag for child in element}) > 1
                assert not several or kind(element) in ORDER or kind(element) in ANY_ORDER, (
                    name,
                    kind(element),
                )


def test_fields_begin_part_and_end_in_pairs(papers):
    for opened in papers:
        for name, root in stories(opened):
            types = [e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar")]
            assert types == ["begin", "separate", "end"] * (len(types) // 3), name


def test_no_two_tables_touch_and_no_text_ends_in_one(papers):
    for opened in papers:
        (body,) = opened.find("w:body")
        assert (f"{W}tbl", f"{W}tbl") not in set(pairwise(e.tag for e in body))
        assert body[-1].tag == f"{W}sectPr"
        assert body[-2].tag == f"{W}p"


def test_a_paper_of_nothing_but_tables_has_a_line_between_them():
    opened = made(replace(sample.appendix_2(), blocks=(FRONT, replace(FRONT, id="back"))))
    tags = [etree.QName(e).localname for e in opened.find("w:body")[0]]

    assert tags[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_styles_rest_on_styles_that_exist_and_have_a_name_each(papers):
    for opened in papers:
        styles = opened.xml("word/styles.xml")
        ids = styles.xpath("//w:style/@w:styleId", namespaces=NS)
        named = [name.lower() for name in styles.xpath("//w:style/w:name/@w:val", namespaces=NS)]
        led = styles.xpath("//w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val", namespaces=NS)

        assert len(set(ids)) == len(ids) == len(set(named)) == len(named)
        assert set(led) <= set(ids)


def test_every_link_within_a_paper_leads_to_a_bookmark(papers):
    for opened in papers:
        marks = set(opened.document.xpath("//w:bookmarkStart/@w:name", namespaces=NS))
        assert set(opened.document.xpath("//w:hyperlink/@w:anchor", namespaces=NS)) <= marks


def test_names_of_bookmarks_differ_in_more_than_capitals():
    file = python_docx.Document()
    mark = etree.SubElement(file.add_paragraph("Here")._p, f"{W}bookmarkStart")
    mark.attrib.update({f"{W}id": "7", f"{W}name": "SCORECARD"})
    etree.SubElement(mark.getparent(), f"{W}bookmarkEnd").set(f"{W}id", "7")
    written = BytesIO()
    file.save(written)
    opened = made(sample.appendix_2(), template=written.getvalue())
    names = [n.lower() for n in opened.document.xpath("//w:bookmarkStart/@w:name", namespaces=NS)]

    assert "scorecard" in names
    assert len(names) == len(set(names))


def test_an_address_is_written_as_relationships_hold_it():
    link = c.Link("there", "https://example.org/a|b{ŵ}?q=%20&x=1#y")
    opened = made(replace(sample.appendix_2(), blocks=(c.Paragraph(c.line(link)),)))
    (target,) = (r.get("Target") for r in opened.relations() if r.get("TargetMode") == "External")

    assert target == "https://example.org/a%7Cb%7B%C5%B5%7D?q=%20&x=1#y"


def test_every_drawing_says_what_it_shows_or_is_marked_as_decoration(papers):
    for opened in papers:
        for drawing in opened.find(".//wp:docPr"):
            decorative = [e for e in drawing.iter() if etree.QName(e).localname == "decorative"]
            assert bool(drawing.get("descr")) != bool(decorative)


def test_every_chart_has_its_workbook_and_is_not_worked_out_anew_on_opening(papers):
    for opened in papers:
        for name in (n for n in opened.parts if posixpath.dirname(n).endswith("charts")):
            data = opened.xml(name).find("c:externalData", NS)
            (relation,) = opened.relations(name)
            assert data.get(f"{{{NS['r']}}}id") == relation.get("Id")
            assert data.find("c:autoUpdate", NS).get("val") == "0"
            assert relation.get("Target").endswith(".xlsx")


def test_properties_are_dated_in_the_form_that_readers_expect(papers):
    for opened in papers:
        core = opened.xml("docProps/core.xml")
        dated = [e for e in core if e.tag.startswith("{http://purl.org/dc/terms/}")]
        kinds = {e.get("{http://www.w3.org/2001/XMLSchema-instance}type") for e in dated}

        assert [etree.QName(e).localname for e in dated] == ["created", "modified"]
        assert kinds == {"dcterms:W3CDTF"}


def test_the_first_page_of_a_council_stays_the_only_one_of_its_kind():
    opened = made(sample.appendix_1(), template=council_file())
    firsts = [s.find("w:titlePg", NS) is not None for s in opened.find(".//w:sectPr")]

    assert firsts == [True, *[False] * (len(firsts) - 1)]


def test_what_another_program_saves_again_still_has_its_figures(papers):
    for opened in papers:
        saved = BytesIO()
        python_docx.Document(BytesIO(opened.file)).save(saved)
        assert docx.figures(saved.getvalue()) == docx.figures(opened.file)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>', "tracked changes"),
        ('<w:pPr><w:pPrChange w:id="1" w:author="A"/></w:pPr>', "tracked changes"),
        ('<w:commentRangeStart w:id="1"/>', "comments"),
    ],
    ids=["words", "format", "comment"],
)
def test_a_template_with_changes_or_comments_would_put_them_into_every_paper(inside, said):
    file = python_docx.Document()
    paragraph = file.add_paragraph("Council")._p
    paragraph.append(etree.fromstring(f'<w:x xmlns:w="{NS["w"]}">{inside}</w:x>')[0])
    written = BytesIO()
    file.save(written)

    with pytest.raises(docx.TemplateRefused, match=said):
        made(sample.appendix_2(), template=written.getvalue())


def test_words_keep_the_blanks_at_their_edges(papers):
    for opened in papers:
        for text in opened.document.iter(f"{W}t"):
            kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            assert kept or (text.text or "").strip() == (text.text or "")
        assert words(opened.document)
