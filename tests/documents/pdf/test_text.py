"""Text is text: whatever is written prints as it was written, and nothing that is written is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents.renderers.pdf import glyphs
from tests.documents.pdf import papers, tags

AWKWARD = (
    "Salt & vinegar <b>bold</b> &amp; &lt;",
    "#let x = 1 #panic() $x^2$ *a* _b_ `c` @d <e> \\ // = not a heading",
    "{{ 7*7 }} {% raw %} {%- if 1 -%}",
    "=1+1 +1 -1 @SUM(A1)",
    "Tŷ ŵ ŷ Ŵ Ŷ ł ő Ελληνικά Кириллица",
    "\"double\" 'single' -- --- ... ~tilde",
    "Yes ☒ No ☐ ✔ ≤ ≥ − × → ½",
)


def everywhere(text):
    """A document with the text in every kind of place."""
    line = c.line(text)
    columns = (c.Column(text), c.Column("Value", "number"), c.Column(f"{text} again", "note"))
    mark = c.Mark("circle", "green", text, detail=text)
    table = c.Table(
        "t", text, columns, (c.RowGroup((c.Row(line, (c.line(mark), line)),), text, text),), (line,)
    )
    panel = c.Panel("p", text, (c.PanelRow(text, (c.Paragraph(line),)),), (line,), line)
    facts = c.Facts("f", text, (c.Fact(text, (line, line)),), "front")
    spans = c.line(c.Strong(text), c.Quiet(text), c.Moved(text), c.Link(text, "#t"), c.Trend("up", text))
    blocks = (
        c.Section("s", text, (c.Paragraph(spans), c.BulletList((line,)), c.Note(line), facts, table, panel)),
        c.Pillars((c.Pillar(text, (c.Details(text, ()),)),)),
    )
    return papers.document(*blocks, title=text, subtitle=text, council=text, running=text, contents=text)


def squeezed(text):
    return "".join(text.replace("\u200b", "").split())


def read_out(made):
    return squeezed("".join(text for _, text in tags.reading_order(made)))


@pytest.mark.parametrize("text", AWKWARD)
def test_it_prints_as_it_was_written(text):
    made = papers.made(everywhere(text))

    assert read_out(made).count(squeezed(text)) >= 20


def test_right_to_left_words_come_out_letter_by_letter_as_they_are_read():
    made = papers.made(papers.document(c.Paragraph(c.line("Hebrew שלום עולם here"))))

    assert {"Hebrew", "שלום", "עולם", "here"} <= set(papers.text(made).split())


def test_pictures_of_faces_print():
    assert "🙂👍" in read_out(papers.made(papers.document(c.Paragraph(c.line("Well done 🙂👍")))))


def test_what_no_typeface_has_is_printed_as_its_name():
    made = papers.made(papers.document(c.Paragraph(c.line("Before 中 after"))))

    assert squeezed("Before [CJK UNIFIED IDEOGRAPH-4E2D] after") in read_out(made)


def test_controls_and_halves_of_characters_are_shown_as_lost():
    assert glyphs.printable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    assert glyphs.printable("a\tb\nc\u2028d") == "a b c d"


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000])
def test_five_thousand_characters_print_in_full_wherever_they_stand(text):
    columns = (c.Column("What"), c.Column("Value", "number"), c.Column("Why", "note"))
    row = c.Row(c.line("A row"), (c.line("1"), c.line(text)))
    table = c.rows_table("t", "A table", columns, (row, row))
    panel = c.Panel("p", "A challenge", (c.PanelRow("Why", (c.Paragraph(c.line(text)),)),))
    made = papers.made(papers.document(c.Section("s", "S", (table, panel, c.Paragraph(c.line(text))))))

    assert read_out(made).count(squeezed(text)[:1]) >= 4 * squeezed(text).count(squeezed(text)[:1])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_any_text_can_be_set(text):
    assert papers.made(papers.document(c.Paragraph(c.line("a", text, "b")))).startswith(b"%PDF")


@settings(max_examples=200)
@given(st.text())
def test_only_characters_that_a_typeface_has_are_set(text):
    assert set(map(ord, glyphs.printable(text))) <= glyphs.covered()
