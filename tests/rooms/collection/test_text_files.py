"""Text files: every encoding, separator and line end people's programs write."""

import pytest

from goldenthread.collection.findings import FileRefused
from goldenthread.collection.readers.opening import from_bytes

TABLE = "Ward,Note\nAbbot’s Wharf,£5\n"
ROWS = [["Ward", "Note"], ["Abbot’s Wharf", "£5"]]


def rows(content, name="a.csv"):
    return from_bytes(name, content).sheet("").rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_read_the_same(encoding):
    assert rows(TABLE.encode(encoding)) == ROWS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(end):
    assert rows(TABLE.replace("\n", end).encode()) == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    assert rows(TABLE.replace(",", separator).encode()) == ROWS


def test_a_mixture_of_encodings_is_read_line_by_line_and_told():
    book = from_bytes("a.csv", "Ward\nOld café\n".encode() + "Abbot’s Wharf\n".encode("cp1252"))
    assert book.sheet("").rows == [["Ward"], ["Old café"], ["Abbot’s Wharf"]]
    assert [(found.cell, found.code) for found in book.findings] == [("A3", "encoding")]
    assert "Abbot’s Wharf" in book.findings[0].wrong


def test_a_file_that_is_not_what_its_mark_says_is_refused():
    with pytest.raises(FileRefused, match="utf-8-sig"):
        rows(b"\xef\xbb\xbfcaf\xe9")


def test_quotes_keep_commas_and_line_breaks_together():
    assert rows(b'a,b\n"1,164","two\nlines"\n') == [["a", "b"], ["1,164", "two\nlines"]]


def test_short_rows_are_filled_up():
    assert rows(b"a,b,c\n1\n") == [["a", "b", "c"], ["1", "", ""]]
