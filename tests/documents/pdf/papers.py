"""The sample papers as PDF, made once, and small documents to try one thing on."""

import io
from datetime import UTC, datetime
from functools import cache

import pikepdf
import pypdfium2

from goldenthread.documents import content as c
from goldenthread.documents.renderers import pdf
from goldenthread.documents.renderers.html_style import Style
from tests.documents import sample

KNOWN = datetime(2023, 11, 10, 17, 30, tzinfo=UTC)
NAMES = tuple(paper.name for paper in sample.papers())


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
    """The text of each page, line by line as it stands on the paper."""
    return ["\n".join(_lines(words)) for _, words in boxes(made)]


def text(made):
    """The whole text in the order in which it is copied, with its spaces evened out."""
    with pypdfium2.PdfDocument(made) as file:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())


def boxes(made):
    """For each page its size and every word as (left, top, right, bottom, word), in points."""
    with pypdfium2.PdfDocument(made) as file:
        return [(page.get_size(), list(_words(page))) for page in file]


def _words(page):
    """The words of a page; a word ends at a blank, which the reader puts wherever there is a gap."""
    high, shown, letters = page.get_height(), page.get_textpage(), []
    for index in range(shown.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(shown, index))
        if letter.isspace() or letter in BETWEEN:
            yield from _word(letters)
            letters = []
        else:
            left, bottom, right, top = shown.get_charbox(index, loose=True)
            letters.append((left, high - top, right, high - bottom, letter))
    yield from _word(letters)


def _word(letters):
    if letters:
        lefts, tops, rights, bottoms, signs = zip(*letters, strict=True)
        yield min(lefts), min(tops), max(rights), max(bottoms), "".join(signs)


def _lines(words):
    """Words that stand side by side, lines from top to bottom."""
    lines = []
    for word in sorted(words, key=lambda word: (word[1] + word[3]) / 2):
        middle = (word[1] + word[3]) / 2
        if lines and abs(middle - lines[-1][0]) < NEAR:
            lines[-1][1].append(word)
        else:
            lines.append((middle, [word]))
    return [" ".join(word[4] for word in sorted(line)) for _, line in lines]


NEAR = 2.5
"""What the middles of words of one line may be apart, in points."""

BETWEEN = "\x00\x02\u200b\ufffe"
"""Signs that a reader may give for the end of a line, or for a place where one may be."""

DOTS = 72


def dots(millimetres):
    """So many millimetres in rows of `inked_rows`, a little less rather than more."""
    return int(millimetres / 25.4 * DOTS)


def inked_rows(made):
    """For each page whether each row of its picture has a dark dot in it."""
    with pypdfium2.PdfDocument(made) as file:
        pictures = (page.render(scale=DOTS / 72, grayscale=True).to_numpy() for page in file)
        return [(picture.reshape(len(picture), -1) < 128).any(axis=1) for picture in pictures]
