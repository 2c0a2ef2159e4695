"""YAML text: exact, plain and safe."""

import datetime
from decimal import Decimal

import pytest

from goldenthread.council_folder.problems import FolderRefused
from goldenthread.council_folder.reading import yaml_text


def parsed(text: str):
    return yaml_text.parse(text.encode(), "council.yaml")


def refused(content: bytes) -> str:
    with pytest.raises(FolderRefused) as refusal:
        yaml_text.parse(content, "council.yaml")
    return str(refusal.value).splitlines()[1]


def test_a_number_keeps_every_digit_written():
    assert parsed("a: 56.40\nb: 1234567890.123456789012345").data == {
        "a": Decimal("56.40"),
        "b": Decimal("1234567890.123456789012345"),
    }


def test_words_that_yaml_would_turn_into_something_else_stay_words():
    data = parsed("a: no\nb: 19:48\nc: 012\nd: 2023-09\ne: 1e5\nf: on").data
    assert data == {"a": "no", "b": "19:48", "c": "012", "d": "2023-09", "e": "1e5", "f": "on"}


def test_dates_and_moments_are_understood():
    data = parsed("a: 2023-09-30\nb: 2023-11-10T17:00\nc: 2023-11-10T17:00:00Z").data
    assert data["a"] == datetime.date(2023, 9, 30)
    assert data["b"] == datetime.datetime(2023, 11, 10, 17)
    assert data["c"] == datetime.datetime(2023, 11, 10, 17, tzinfo=datetime.UTC)


def test_every_value_knows_its_line():
    found = parsed("a: 1\nb:\n  - x: 1\n    y: 2\n  - {z: 3}\n")
    assert [found.line(path) for path in [("a",), ("b", 0, "y"), ("b", 1, "z"), ("b", 1, "none")]] == [
        1,
        4,
        5,
        5,
    ]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"a: &x 1\nb: *x", 2, "Write the value out"),
        (b"a: 1\na: 2", 2, "written twice"),
        (b"a: 1\nb: !!python/object/apply:os.system [ls]", 2, "Write plain values only"),
        (b"a: " + b"[" * 200, 1, "nested more than"),
        (b"a: 2023-02-30", 1, "does not exist in the calendar"),
        (b"a: 1\nb: c: d", 2, "needs quotes"),
        (b"a: 1\nb: \xff", 2, "Save the file again as UTF-8"),
        (b"a: 1\nb: \x07", 2, "Remove it"),
        (b"? [a]\n: b", 1, "Write a word"),
        (b"a: 1\n---\nb: 1", 2, "another document"),
        (b"a: " + b"x" * yaml_text.MOST_BYTES, 1, "Split it"),
    ],
)
def test_what_cannot_be_read_safely_is_refused_with_its_line(content, line, words):
    message = refused(content)
    assert message.startswith(f"council.yaml, line {line}")
    assert words in message


def test_a_byte_order_mark_is_no_part_of_the_first_field():
    assert yaml_text.parse(b"\xef\xbb\xbfa: 1", "council.yaml").data == {"a": 1}
