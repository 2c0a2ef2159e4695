"""The same document is the same file, wherever and whenever it is set."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from goldenthread.documents import content as c
from goldenthread.documents.renderers import pdf
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.pdf import typesetting
from tests import house
from tests.documents import sample
from tests.documents.pdf import papers

DIGEST = """
import hashlib
from goldenthread.documents.renderers import pdf
from goldenthread.documents.renderers.html_style import Style
from tests.documents import sample
for paper in {order}(sample.papers()):
    print(paper.name, hashlib.sha256(pdf.render(paper, style=Style())).hexdigest())
"""


def test_twice_is_the_same():
    paper = sample.appendix_1()

    assert pdf.render(paper, style=Style()) == pdf.render(paper, style=Style())


def test_another_process_with_another_seed_and_order_makes_the_same():
    def digests(seed, order):
        done = subprocess.run(
            [sys.executable, "-c", DIGEST.format(order=order)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=house.ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return sorted(done.stdout.split("\n"))

    assert digests("1", "list") == digests("2", "reversed")


def test_the_file_is_dated_by_what_was_known():
    with papers.opened(papers.made(papers.document(c.Paragraph(c.line("Text"))))) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20231110173000")
    with papers.opened(papers.made(papers.document(c.Paragraph(c.line("Text")), known_at=None))) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:19800101000000")


def test_the_councils_colour_is_used():
    paper = papers.document(c.Note(c.line("Text")))

    assert pdf.render(paper, style=Style(brand="#00507a")) != papers.made(paper)


@dataclass(frozen=True)
class Unheard:
    """A block that no renderer knows."""


def test_an_unknown_block_is_refused():
    with pytest.raises(c.ContentRefused, match="Unheard"):
        pdf.render(papers.document(Unheard()), style=Style())


def test_what_the_typesetter_refuses_is_told_with_its_words(monkeypatch, tmp_path):
    (tmp_path / "template").mkdir()
    (tmp_path / "template" / "paper.typ").write_text('#panic("no room")')
    monkeypatch.setattr(typesetting, "FOLDER", tmp_path)
    typesetting.typesetter.cache_clear()
    try:
        with pytest.raises(pdf.PdfRefused, match=r"paper.*no room"):
            pdf.render(papers.document(), style=Style())
    finally:
        typesetting.typesetter.cache_clear()
