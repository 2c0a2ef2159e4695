"""Opening a return: what kind of file it really is, whatever its name says."""

import hashlib
from pathlib import Path

from goldenthread.collection.findings import Code, refusal
from goldenthread.collection.readers import archive, delimited, workbook
from goldenthread.collection.readers.book import Book

MOST_BYTES = 200_000_000

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER = {
    b"%PDF": "a PDF",
    b"{\\rtf": "a Word document (RTF)",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a gzip archive",
}
TEXT_ENDINGS = {".csv", ".txt", ".tsv"}
BOOK_ENDINGS = {".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods"}
SAVE_AGAIN = "Open it in Excel or LibreOffice and save it as .xlsx, .ods or .csv"


def open_book(path: Path) -> Book:
    """The file as a book; raises `FileRefused` when it is not what it says or cannot be read."""
    return from_bytes(path.name, content_of(path))


def content_of(path: Path) -> bytes:
    """What is in a file; raises `FileRefused` when it cannot be read or is too large to be a return."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        wrong = f"the file cannot be opened: {error.strerror}"
        right = "Check the name and that you may read it"
        raise refusal(path.name, Code.NOT_READABLE, wrong, right) from error
    if size > MOST_BYTES:
        wrong = f"the file has {size:,} bytes, more than {MOST_BYTES:,}"
        right = "Send the figures alone, without pictures, or split the file"
        raise refusal(path.name, Code.TOO_LARGE, wrong, right)
    return content


def from_bytes(file: str, content: bytes) -> Book:
    """The book in a file's content; the name serves to check that its ending tells the truth."""
    ending = Path(file).suffix.lower()
    digest = hashlib.sha256(content).hexdigest()
    if not content.strip():
        raise refusal(file, Code.EMPTY, "the file is empty", "Send the filled-in return")
    if content.startswith(ZIP):
        return _zipped(file, ending, content, digest)
    if content.startswith(OLD_OFFICE):
        raise _wrong_kind(file, "it is an old Excel file (.xls) or protected by a password", SAVE_AGAIN)
    for magic, kind in OTHER.items():
        if content.startswith(magic):
            raise _wrong_kind(file, f"it is {kind}, not a spreadsheet", "Send the spreadsheet itself")
    if ending in BOOK_ENDINGS:
        raise _wrong_kind(
            file,
            f"its name ends in {ending}, but it is not a workbook inside (it may be text)",
            f"If it is text with commas, name it .csv; otherwise: {SAVE_AGAIN}",
        )
    if ending not in TEXT_ENDINGS:
        raise _wrong_kind(file, f"files ending in {ending or 'nothing'} are not read", SAVE_AGAIN)
    return delimited.book(file, content, digest)


def _zipped(file: str, ending: str, content: bytes, digest: str) -> Book:
    kind = archive.kind(file, content)
    if BOOK_ENDINGS.get(ending) != kind:
        raise _wrong_kind(file, f"its name ends in {ending}, but inside it is {kind}", f"Name it .{kind}")
    return workbook.book(file, kind, content, digest)


def _wrong_kind(file: str, wrong: str, right: str) -> Exception:
    return refusal(file, Code.WRONG_KIND, wrong, right)
