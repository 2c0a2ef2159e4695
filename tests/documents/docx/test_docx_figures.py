"""Figures: every bound number of a paper is a control in Word, and can be read back."""

from dataclasses import replace

import pytest
from lxml import etree

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx
from goldenthread.documents.renderers.docx.archive import packed
from tests.documents import sample, sample_parts
from tests.documents.docx.opened import NS, W, made
from tests.documents.numbers import numbers


def bound_tally():
    tally = sample_parts.tally()
    places = (("2023-24-Q2", "indicators", f"row-{i}") for i in range(len(tally.rows)))
    return replace(tally, rows=tuple(replace(r, place=p) for r, p in zip(tally.rows, places, strict=True)))


@pytest.mark.parametrize("document", [sample.appendix_1(), sample.appendix_2()], ids=lambda d: d.name)
def test_every_number_of_the_paper_is_read_back_in_order(document):
    wanted = [(number.path, number.shown) for number in numbers(document)]

    assert wanted
    assert docx.figures(made(document).file) == wanted


def test_the_counts_of_a_tally_are_controls_too():
    section = c.Section("ratings", "Ratings", (bound_tally(),))
    document = replace(sample.appendix_1(), blocks=(section,))

    found = docx.figures(made(document).file)

    assert found == [(n.path, n.shown) for n in numbers(document)]
    assert ("2023-24-Q2/indicators/row-0/not-rated", "9") in found


def test_a_control_may_be_edited_and_not_deleted_and_says_what_it_is():
    opened = made(sample.appendix_2())
    control = opened.find(".//w:sdt/w:sdtPr")[0]
    said = {e.tag.removeprefix(W): e.get(f"{W}val") for e in control}

    assert said["lock"] == "sdtLocked"
    assert said["tag"] == "2023-24-Q2/CUS01/like"
    assert said["alias"] == "2023-24-Q2, CUS01, like"
    assert "text" in said
    assert all(len(t.get(f"{W}val")) <= 64 for t in opened.document.iterfind(".//w:sdtPr/w:tag", NS))


def test_a_result_is_bold_by_the_style_of_its_cell_which_every_program_keeps():
    opened = made(sample.appendix_2())
    styles = opened.styles()
    bold = [p for p in opened.find(".//w:tc/w:p") if styles[_style(p)].startswith("Report Value")]
    quiet = [r for p in bold for r in opened.find("w:r", p) if r.find("w:rPr/w:rStyle", NS) is not None]

    assert any(p.find("w:sdt", NS) is not None for p in bold)
    assert quiet
    assert {r.find("w:rPr/w:b", NS).get(f"{W}val") for r in quiet} == {"0"}


def _style(paragraph):
    return paragraph.find("w:pPr/w:pStyle", NS).get(f"{W}val")


def test_an_edited_figure_is_read_as_it_stands_now():
    opened = made(sample.appendix_2())
    (path, _), *_ = docx.figures(opened.file)
    first = opened.find(".//w:sdt/w:sdtContent/w:r/w:t")[0]
    first.text = "88.6%"
    edited = opened.parts | {"word/document.xml": _written(opened.document)}

    assert docx.figures(packed(edited))[0] == (path, "88.6%")


def test_a_figure_that_lost_its_tag_is_known_by_its_title():
    opened = made(sample.appendix_2())
    wanted = docx.figures(opened.file)
    for tag in opened.find(".//w:sdtPr/w:tag"):
        tag.getparent().remove(tag)
    untagged = opened.parts | {"word/document.xml": _written(opened.document)}

    assert docx.figures(packed(untagged)) == wanted


def test_a_title_that_may_have_been_cut_names_no_figure():
    number = c.Number("5", "2023-24-Q2/" + "a" * 50 + "/b")
    opened = made(replace(sample.appendix_2(), blocks=(c.Paragraph(c.line(number)),)))
    (tag,) = opened.find(".//w:sdtPr/w:tag")
    tag.getparent().remove(tag)
    untagged = opened.parts | {"word/document.xml": _written(opened.document)}

    assert docx.figures(opened.file) == [(number.path, "5")]
    assert docx.figures(packed(untagged)) == []


def _written(root):
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04", b"words", packed({"a.txt": b"x"})])
def test_a_file_that_is_no_word_document_is_refused(file):
    with pytest.raises(docx.NotAWordFile, match="not a Word document"):
        docx.figures(file)
