"""PDF: the texts of a PDF: what its pages print, what is read out in place of pictures, its properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

SHOWING: Final = ("Tj", "TJ", "'", '"')
READ_OUT: Final = ("/Alt", "/ActualText", "/E", "/T", "/Contents")
APART: Final = -180
"""A step back of this many thousandths of the type's size, or more, stands for a space."""


def texts(content: bytes) -> Iterator[str]:
    """Line by line of every page as they were set; then alternative texts, then properties."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            yield from _lines(page)
        for found in opened.objects:
            if isinstance(found, pikepdf.Dictionary):
                yield from (str(found[name]) for name in READ_OUT if _is_text(found.get(name)))
        yield from (str(value) for value in dict(opened.docinfo).values() if _is_text(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, pikepdf.String)


def _lines(page: pikepdf.Page) -> Iterator[str]:
    """What stands on one height of the page, left to right."""
    fonts: dict[str, dict[int, str]] = {
        str(name): _letters(font) for name, font in dict(page.resources.get("/Font", {})).items()
    }
    font: dict[int, str] = {}
    line: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name == "Tf":
            font = fonts.get(str(operands[0]), {})
        elif name in SHOWING:
            line.append(_shown(operands[-1], font))
        elif name == "ET":
            line.append(" ")
    yield from _broken("".join(line))


def _broken(words: str) -> Iterator[str]:
    """The text of a page in stretches that overlap, so that a sentence stands whole in one of them."""
    plain = " ".join(words.split())
    for start in range(0, len(plain), 400):
        yield plain[start : start + 600]


def _shown(operand: Any, font: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    said = []
    for part in parts:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            said += [font.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2)]
        elif float(part) <= APART:
            said.append(" ")
    return "".join(said)


def _letters(font: Any) -> dict[int, str]:
    """What each glyph stands for, from the font's own table."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = _text(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(ord(_text(text)[0]) + step)
    return found


def _text(code: str) -> str:
    return bytes.fromhex(code).decode("utf-16-be", "replace")
