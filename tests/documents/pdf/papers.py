"""The sample papers as PDF, made once, and small documents to try one thing on."""

import io
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from goldenthread.documents import content as c
from goldenthread.documents.renderers import pdf
from goldenthread.documents.renderers.html_style import Style
from tests.documents import sample

KNOWN = datetime(2023, 11, 10, 17, 30, tzinfo=UTC)
NAMES = tuple(paper.name for paper in sample.papers())

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


@cache
def rendered(name):
    (paper,) = (paper for paper in sample.papers() if paper.name == name)
    return pdf.render(paper, style=Style())


@cache
def made(document):
    return pdf.render(document, style=Style())


def document(*blocks, **more):
    told = {
        "name": "paper",
        "title": "A paper",
        "dates": sample.DATES,
        "council": sample.COUNCIL,
        "notice": sample.NOTICE,
        "known_at": KNOWN,
    }
    return c.Document(blocks=tuple(blocks), **(told | more))


def long_table(rows=120, *, cell="Words that say what happened.", page="portrait"):
    columns = (c.Column("Indicator", share=2), c.Column("Value", "number"), c.Column("Note", "note", share=3))
    body = tuple(c.Row(c.line(f"R{i} row"), (c.line(f"{i}.5%"), c.line(cell))) for i in range(rows))
    return document(
        c.Section("lines", "Lines", (c.rows_table("t", "Lines at 30 September", columns, body),)), page=page
    )


def opened(made):
    return pikepdf.open(io.BytesIO(made))


def pages(made):
    """The text of each page, as pdftotext reads it."""
    shown = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True
    ).stdout.decode()
    return shown.split("\f")[:-1]


def text(made):
    """The whole text with its spaces evened out."""
    return " ".join(" ".join(pages(made)).split())


def boxes(made):
    """For each page its size and every word as (left, top, right, bottom, word), in points."""
    shown = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=made, capture_output=True, check=True
    ).stdout
    root = etree.fromstring(shown)
    found = []
    for page in root.iter("{*}page"):
        words = [
            (*(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")), word.text)
            for word in page.iter("{*}word")
        ]
        found.append(((float(page.get("width")), float(page.get("height"))), words))
    return found


DOTS = 72


def dots(millimetres):
    """So many millimetres in rows of `inked_rows`, a little less rather than more."""
    return int(millimetres / 25.4 * DOTS)


def inked_rows(made):
    """For each page whether each row of its picture has a dark dot in it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS), "-", f"{folder}/p"], input=made, check=True)
        return [_rows(file.read_bytes()) for file in sorted(Path(folder).iterdir())]


def _rows(picture):
    _, size, _, dots = picture.split(b"\n", 3)
    wide = int(size.split()[0])
    return [min(dots[i : i + wide]) < 128 for i in range(0, len(dots), wide)]
