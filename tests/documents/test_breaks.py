"""Several things in one cell begin on lines of their own, and where there are no lines a space parts them."""

from io import BytesIO

import docx as python_docx

from goldenthread.documents import content as c
from goldenthread.documents.renderers import html
from goldenthread.documents.renderers.html_style import Style
from tests.documents.docx.opened import made
from tests.documents.pdf import papers

TWO = c.line(c.Strong("First. "), "Said.", c.Break(), c.Strong("Second. "), "Said too.")
COLUMNS = (c.Column("Risk"), c.Column("Mitigations"))
PAPER = papers.document(c.rows_table("t", "Risks", COLUMNS, (c.Row(c.line("Late figures"), (TWO,)),)))


def test_as_words_a_space_parts_them():
    assert c.words(TWO) == "First. Said. Second. Said too."


def test_a_page_breaks_the_line():
    page = html.page(PAPER, style=Style())
    assert "<b>First. </b>Said.<br><b>Second. </b>Said too." in page


def test_word_breaks_the_line():
    opened = python_docx.Document(BytesIO(made(PAPER).file))
    assert opened.tables[0].rows[1].cells[1].text == "First. Said.\nSecond. Said too."


def test_a_pdf_breaks_the_line():
    (page,) = papers.pages(papers.made(PAPER))
    said = [line for line in page.splitlines() if "Said" in line]
    assert said == ["Late figures First. Said.", "Second. Said too."]
