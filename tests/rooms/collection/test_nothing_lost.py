"""Whatever stands in a return: every row is a figure, a finding or counted, and no row breaks the reader."""

import csv
import io
import re
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.collection.candidates import reading
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.findings import FileRefused, Severity
from goldenthread.collection.mapping import read
from goldenthread.collection.readers.opening import from_bytes
from goldenthread.observations import delivery
from tests.rooms.collection import files

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SETTING = Setting("SMH", files.AREAS, {}, datetime(2023, 10, 20, tzinfo=UTC), NOW)
SMALL = read(files.MAPPING.encode() + b"    ignore: [{column: Indicator, is: [total]}]\n", "small.yaml")

CELLS = st.one_of(
    st.sampled_from(
        ["", "CUS01", "Total", "Sep-23", "2023-24 Q2", "2023-24", "tbc", "[c]", "1,164", "93%", "£1.2m"]
    ),
    st.sampled_from(["=1+1", "-", "#N/A", "2010-11", "12 [p]", "Oct-23", "Dec-23", "ytd-2023-09", " "]),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.text(max_size=8),
)
ROWS = st.lists(st.lists(CELLS, min_size=5, max_size=6), max_size=12)


def file_of(rows):
    held = io.StringIO()
    csv.writer(held).writerows([files.HEADINGS, *rows])
    return held.getvalue().encode("utf-8", "replace")


@settings(max_examples=300, deadline=None)
@given(ROWS)
def test_every_row_is_accounted_for(rows):
    try:
        book = from_bytes("a.csv", file_of(rows))
        height = len(book.sheet("").rows)
        found = reading.read(book, SMALL, SETTING)
    except FileRefused:
        return
    refused_rows = {
        re.sub(r"\D", "", each.cell) for each in found.findings if each.severity == Severity.REFUSED_ROW
    }
    taken = set(found.candidates["row"])
    assert len(taken) == found.candidates.height
    assert {int(row) - 1 for row in refused_rows}.isdisjoint(taken)
    assert len(taken) + len(refused_rows) + found.ignored.total() == height


@settings(max_examples=200, deadline=None)
@given(ROWS)
def test_what_comes_in_is_fit_for_the_ledger(rows):
    try:
        found = reading.read(from_bytes("a.csv", file_of(rows)), SMALL, SETTING)
    except FileRefused:
        return
    once = found.candidates.unique(["indicator", "area", "breakdown", "period"], keep="none")
    short = once.filter(once["indicator"].str.len_chars() <= 100)
    assert delivery.sound(short).height == short.height


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.ods", "a.txt"]))
def test_any_bytes_are_read_or_refused(content, name):
    findings = []
    try:
        findings = reading.read(from_bytes(name, content), SMALL, SETTING).findings
    except FileRefused as refused:
        findings = refused.findings
    assert all(each.wrong and each.right for each in findings)
