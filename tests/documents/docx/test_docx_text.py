"""Text in Word: what was written is printed as written, whatever it looks like."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents import counts
from goldenthread.documents.renderers import docx
from tests.documents import sample
from tests.documents.docx.opened import NS, made, words

ATTACKS = (
    "&", "<b>bold</b>", "#let x = 1", "{{ 7*7 }}", "{% raw %}", "{{ title }}", "{{ body }}", "=1+1", "]]>",
    "שלום עולם", "\u202eltr", "🙂 👩‍👩‍👧", "ŵ ŷ Ŵ Ŷ", "x" * 5000,
    "\"quoted\" and 'single'", "&amp;", "  two  spaces  ",
)  # fmt: skip


def everywhere(text):
    """A document with this text in every place where words can stand."""
    line = c.line(text, c.Strong(text), c.Quiet(text), c.Moved(text), c.Number(text, "2023/a/value"))
    table = c.rows_table(
        "table",
        text,
        (c.Column(text), c.Column("Value", "number")),
        (c.Row(line, (c.line(c.Link(text, "https://example.org/?a=1&b=2"), " ", text),)),),
        notes=(line,),
    )
    mark = replace(c.GREEN, word=text, detail=text)
    drawing = counts.doughnut(text, (c.Slice(mark, 3), c.Slice(c.RED, 1)), "actions")
    figure = counts.doughnut_figure(
        id="figure", caption=text, place=("2023", "actions"), drawings=(drawing,), keys=("all",)
    )
    panel = c.Panel("panel", text, (c.PanelRow(text, (c.Paragraph(line),)),), (line,), line)
    blocks = (
        c.Facts("front", text, (c.Fact(text, (line,)),), "front"),
        c.Section("part", text, (c.Paragraph(line), c.BulletList((line,)), c.Note(line), table)),
        c.Section("figures", "Charts", (figure, panel, c.Details(text, (c.Paragraph(line),)))),
        c.Tally("tally", text, text, (mark,), (c.TallyRow(text, (2,), (text,), line),), text),
    )
    return c.Document(
        name="words", title=text, subtitle=text, dates=text, council=text, notice=text, running=text,
        contents=text, blocks=blocks,
    )  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS, ids=lambda t: t[:12])
def test_words_are_printed_as_they_were_written(text):
    opened = made(everywhere(text))
    said = [w for _, w in opened.paragraphs()]

    assert said[:5] == [text] * 5
    assert sum(w.count(text) for w in said) >= 30
    assert text in words(opened.xml("word/footer1.xml"))
    assert docx.figures(opened.file)[0] == ("2023/a/value", text)
    assert opened.document.find(".//wp:docPr[@title]", NS).get("title") == " ".join(text.split())


@pytest.mark.parametrize("text", ["a\x00b", "a\x08b", "a\x1bb", "a\ufffeb", "a\ud800b"], ids=ascii)
def test_a_character_that_xml_cannot_hold_becomes_a_visible_mark(text):
    opened = made(everywhere(text))

    assert "a\ufffdb" in opened.text()
    assert docx.figures(opened.file)[0][1] == "a\ufffdb"


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_any_text_makes_a_file_that_can_be_read(text):
    document = c.Document(name="any", title=text, dates=text, council=text, blocks=(c.Note(c.line(text)),))

    assert made(document).text()


def test_line_breaks_and_tabs_in_words_are_words_own():
    document = replace(sample.appendix_2(), blocks=(c.Paragraph(c.line("one\ntwo\tthree\r\nfour")),))

    assert "one\ntwo\tthree\nfour" in made(document).text()


def test_an_address_of_the_web_stays_a_link_and_leads_there():
    opened = made(everywhere("See"))

    assert [r.get("Target") for r in opened.relations() if r.get("TargetMode") == "External"] == [
        "https://example.org/?a=1&b=2"
    ]


def test_a_block_of_no_known_kind_is_not_left_out_in_silence():
    strange = replace(sample.appendix_2(), blocks=(c.Paragraph(("words",)),))

    with pytest.raises(TypeError, match="no run for str"):
        made(strange)
