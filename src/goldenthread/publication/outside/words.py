"""Words: every text that the files of a pack hold, seen or not, piece by piece as it is read together."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

import pikepdf
from lxml import etree
from python_calamine import CalamineError

from goldenthread.publication.outside import office, pages, pdf

UNREADABLE: Final = (
    ValueError, KeyError, zipfile.BadZipFile, etree.LxmlError, pikepdf.PdfError, CalamineError,
)  # fmt: skip


class FileNotUnderstood(ValueError):
    """A file of a pack is not of the kind that its name says."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in a file: a paragraph, a row, the words for who cannot see a picture, a property."""

    path: str
    words: str


def pieces(files: Mapping[str, bytes]) -> Iterator[Piece]:
    """Every text of every file; pictures and typefaces have none. Raises FileNotUnderstood."""
    for path, content in files.items():
        if reader := READERS.get(PurePosixPath(path).suffix):
            try:
                yield from (Piece(path, words) for words in reader(content) if words)
            except UNREADABLE as error:
                raise FileNotUnderstood(
                    f"{path} cannot be read as what its name says, so nobody knows what it tells: write the "
                    f"pack anew, or take the file away ({type(error).__name__})"
                ) from error


def _rows(content: bytes) -> Iterator[str]:
    """Each row with the name of its column before each cell, so that one is read with the other."""
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    for row in rows:
        yield "; ".join(f"{name}: {cell}" for name, cell in zip(header, row, strict=False) if cell)


def _strings(content: bytes) -> Iterator[str]:
    yield from _within(json.loads(content))


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _within(each)
            yield str(key)
    elif isinstance(value, list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, str):
        yield value


READERS: Final[Mapping[str, Callable[[bytes], Iterator[str]]]] = {
    ".html": pages.texts,
    ".csv": _rows,
    ".json": _strings,
    ".docx": office.document,
    ".xlsx": office.workbook,
    ".pdf": pdf.texts,
}
