"""Mappings: what is wrong in one is told by file, line and field."""

import pytest

from goldenthread.collection import mapping
from tests.rooms.collection.files import MAPPING


def refused(text):
    with pytest.raises(mapping.MappingNotSound) as error:
        mapping.read(text.encode(), "small.yaml")
    return str(error.value)


def test_a_mapping_is_read_and_known_by_its_bytes():
    found = mapping.read(MAPPING.encode(), "small.yaml")
    assert (found.mapping, found.tables[0].header.find) == ("small", ("Indicator", "Period"))
    assert found.digest != mapping.read(MAPPING.encode() + b"\n", "small.yaml").digest


def test_words_stay_words():
    text = MAPPING + "    status: {column: Status, codes: {no: actual, 19:48: revised, 012: estimated}}\n"
    assert set(mapping.read(text.encode(), "a").tables[0].status.codes) == {"no", "19:48", "012"}


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("value:", "valeu:"), "line 9, tables.0.valeu", "valeu is not known here"),
        (("{column: Indicator}", "{}"), "line 5, tables.0.indicator", "says no place, or several"),
        (("{column: Indicator}", "{column: A, sheet: true}"), "line 5", "says no place, or several"),
        (("title: A small return\n", ""), "line 1", "title is missing"),
        (
            ("{column: Value}", '{column: Value, clock: "half past"}'),
            "line 9, tables.0.value.clock",
            "sixtieths",
        ),
        (
            ("{column: Value}", '{column: {matches: "("}}'),
            "line 9, tables.0.value.column",
            "no regular expression",
        ),
        (("{column: Period}", "{across: true}"), "line 4, tables.0", "but says no across"),
        (("mapping: small", "mapping: Small Return"), "line 1, mapping", "pattern"),
        (("tables:", "tables: [] #"), "small.yaml", ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_field(change, place, words):
    told = refused(MAPPING.replace(*change))
    assert place in told
    assert words in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("a: [1", "line"),
        ("a: 1\na: 2", "line 2: a is written twice"),
        ("a: &x 1\nb: *x", "an alias (*name) is not read here"),
        ("\x00", "small.yaml"),
    ],
)
def test_what_is_no_mapping_at_all_is_refused(text, words):
    assert words in refused(text)


def test_text_in_another_encoding_is_refused():
    with pytest.raises(mapping.MappingNotSound, match="not UTF-8"):
        mapping.read("mapping: é".encode("cp1252"), "small.yaml")
