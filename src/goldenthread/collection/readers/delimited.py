"""Delimited text: csv as it comes, in any of the usual encodings, separators and line ends."""

import csv
import io
from collections.abc import Iterator

from goldenthread.collection.findings import Code, Finding, Severity, quoted, refusal
from goldenthread.collection.readers.book import Book, Cell, Sheet

SEPARATORS = (",", "\t", ";", "|")
SAMPLE = 40
BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def book(file: str, content: bytes, digest: str) -> Book:
    """The one sheet of a text file; it has no name."""
    text, findings = _decode(file, content)
    if "\x00" in text:
        raise refusal(
            file,
            Code.WRONG_KIND,
            "it is not text, although its name says so",
            "Save the table as .csv (UTF-8) or .xlsx",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = _rows(file, text)
    sheet = Sheet("", rows)
    return Book(file, "csv", digest, ("",), 0, tuple(findings), lambda name: sheet)


def _decode(file: str, content: bytes) -> tuple[str, list[Finding]]:
    for bom, encoding in BOMS.items():
        if content.startswith(bom):
            return _strictly(file, content, encoding), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return _line_by_line(file, content)


def _strictly(file: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(
            file,
            Code.ENCODING,
            f"the file says it is {encoding}, and is not",
            "Save it again as CSV UTF-8",
        ) from error


def _line_by_line(file: str, content: bytes) -> tuple[str, list[Finding]]:
    """Each line as UTF-8 if it is that, else in Windows' western letters; mixtures are told."""
    lines, windows = [], []
    for number, line in enumerate(content.splitlines(keepends=True), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_windows(file, number, line))
            windows.append(number)
    if all(line.isascii() for number, line in enumerate(lines, start=1) if number not in set(windows)):
        return "".join(lines), []
    findings = [_mixed(file, number, lines[number - 1]) for number in windows]
    return "".join(lines), findings


def _windows(file: str, number: int, line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refusal(
            file,
            Code.ENCODING,
            f"line {number} is in no encoding that is known (neither UTF-8 nor Windows)",
            "Save it again as CSV UTF-8",
        ) from error


def _mixed(file: str, number: int, line: str) -> Finding:
    return Finding(
        file,
        "",
        f"A{number}",
        Severity.WARNING,
        Code.ENCODING,
        f"the file mixes encodings: line {number} was read as Windows text, {quoted(line.strip())}",
        "Check the letters of this line, and save the file as CSV UTF-8",
    )


def _rows(file: str, text: str) -> list[list[Cell]]:
    separator = _separator(text)
    try:
        rows: list[list[Cell]] = [list(row) for row in _parsed(text, separator)]
    except csv.Error as error:
        raise refusal(
            file,
            Code.NOT_READABLE,
            f"the text is not a table: {error}",
            "Save it again as CSV UTF-8 from Excel or LibreOffice",
        ) from error
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return rows


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """The separator that stands in most lines at the start of the file, and oftenest."""
    sample = text.split("\n", SAMPLE)[:SAMPLE]

    def weight(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=separator)]
        return sum(width > 1 for width in widths), sum(widths)

    return max(SEPARATORS, key=weight)
