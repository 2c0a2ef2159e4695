"""What people write is printed as they wrote it, in every format and at every place of a document."""

import html as markup
import re

import pytest

from goldenthread.documents import content as c
from goldenthread.documents import places
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from tests import office_files

STYLE = html.Style()
TEXTS = {
    "an ampersand": "Parks & Leisure &amp; more",
    "markup": "<b>bold</b> <script>alert(1)</script>",
    "typst": '#let x = 1 #panic("no") $x$ *bold* _under_ @ref \\ `raw`',
    "a template": "{{ 7*7 }} {% for x in y %} {# note #}",
    "a formula": "=1+1",
    "another formula": '+cmd|" /C calc"!A0',
    "Welsh": "Tŷ Ŵyr ŵ ŷ â ê î ô û",
    "quotation marks": "\"double\" 'single' “curly” ‘curly’",
    "signs": "§ 3 £4.1m · 20° ½ ≤ 60 – — … ☒ ☐ ✔",
    "Polish, Greek, Cyrillic": "Łódź Αθήνα Київ",
}
OTHER_SCRIPTS = {
    "Hebrew": "שלום עולם",
    "Arabic": "مرحبا",
    "emoji": "Well done 👍 🎉",
}
LONG = " ".join(f"word{number}" for number in range(720))


def paper(text):
    """A document that has the text wherever a person's words may stand."""
    line = c.line(text, c.Quiet(text))
    table = c.rows_table(
        "table",
        f"Caption {text}",
        (c.Column("Name"), c.Column(f"Column {text}"), c.Column("Note", "note")),
        (c.Row(c.line(text), (c.line(c.Strong(text)), c.line(text))),),
        notes=(c.line(f"Note {text}"),),
    )
    slices = (c.Slice(c.GREEN, 2), c.Slice(c.RED, 1))
    drawing = c.Drawing(f"Chart {text}", f"Alt {text}", c.Doughnut(slices, "lines"))
    twin = c.rows_table("twin", "Twin", (c.Column("A"), c.Column("B")), (c.Row(c.line("a"), (c.line("b"),)),))
    blocks = (
        c.Paragraph(line),
        c.BulletList((line,)),
        c.Note(c.line(text)),
        c.Facts("facts", f"Facts {text}", (c.Fact(f"Label {text}", (line,)),)),
        table,
        c.Figure("figure", (drawing,), twin),
        c.Panel("panel", f"Panel {text}", (c.PanelRow(f"Row {text}", (c.Paragraph(line),)),)),
        c.Pillars((c.Pillar(f"Pillar {text}", (c.Paragraph(c.line(text)),)),)),
        c.Details(f"Details {text}", (c.Paragraph(c.line(c.Number(text, places.place("q", "x")))),)),
    )
    return c.Document(
        name="paper",
        title=f"Title {text}",
        dates="Position at 30 September 2023. Figures as known on 10 November 2023.",
        council=f"Council {text}",
        blocks=(c.Section("one", f"Section {text}", blocks),),
        notice=f"Notice {text}",
        running=f"Running {text}",
        subtitle=f"Subtitle {text}",
    )


def page_words(document):
    text = html.page(document, style=STYLE)
    return markup.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", text, flags=re.S)))


def words(format, document):
    """Everything that a file of this format says, blanks as one."""
    if format == "html":
        return squeezed(page_words(document))
    rendered = {"pdf": pdf, "docx": docx, "xlsx": xlsx}[format].render(document, style=STYLE)
    return squeezed(" ".join(said for _, said in office_files.blocks(f"paper.{format}", rendered)))


def squeezed(text):
    """Without blanks, soft hyphens and the marks of direction: lines break where there is no room."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2066-\u2069\ufe0f]+", "", text)


@pytest.mark.parametrize("format", c.FORMATS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_printed_as_written(format, text):
    said = words(format, paper(text))
    wanted = squeezed(text)
    assert said.count(wanted) >= 12, said[:500]


@pytest.mark.parametrize("format", ["html", "docx", "xlsx"])
@pytest.mark.parametrize("text", OTHER_SCRIPTS.values(), ids=OTHER_SCRIPTS)
def test_other_scripts_are_printed_as_written(format, text):
    assert squeezed(text) in words(format, paper(text))


@pytest.mark.parametrize("text", OTHER_SCRIPTS.values(), ids=OTHER_SCRIPTS)
def test_a_pdf_has_every_sign_of_other_scripts(text):
    """A reader of PDF files may hand right-to-left words out in the order of their looks."""
    said = words("pdf", paper(text))
    assert all(sign in said for sign in squeezed(text)), said[:300]


@pytest.mark.parametrize("format", c.FORMATS)
def test_five_thousand_characters_are_printed_to_the_last(format):
    said = words(format, paper(LONG))
    assert len(LONG) > 5000
    assert said.count("word719") >= 12
    assert "word0word1word2" in said


@pytest.mark.parametrize("format", c.FORMATS)
def test_signs_that_no_file_may_hold_become_a_visible_mark(format):
    said = words(format, paper("a\x00b\x0bc\ufffed"))
    assert "a\ufffdb" in said
    assert "\x00" not in said
