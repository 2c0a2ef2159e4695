"""Laws of period labels."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import periods
from goldenthread.methods.periods import codes
from goldenthread.methods.periods.labels import LabelNotUnderstood, SpanDisagrees, read
from tests.methods.test_periods import ALL, NUMBERS, parts_of_a_year

LGBF = Path(__file__).parents[3] / "shared" / "reference" / "lgbf"


def span_of(period):
    if period.kind == "rolling":
        return period.length
    return period.length // 12 if period.kind in ("year", "years") else None


@given(period=ALL)
def test_a_code_is_a_label(period):
    calendar = period.calendar if period.calendar != "none" else "financial"

    assert read(period.code, period.kind, calendar=calendar, span=span_of(period)).code == period.code


@given(period=st.one_of(NUMBERS.map(codes.month), parts_of_a_year()))
def test_what_the_pages_print_can_be_read_back(period):
    calendar = period.calendar if period.calendar != "none" else "financial"
    printed = periods.label(period).removesuffix(" (calendar year)")

    assert read(printed, period.kind, calendar=calendar).code == period.code


@given(label=st.one_of(st.text(max_size=25), st.text(alphabet="0123456789/-. QqJanSeptoM'", max_size=20)))
@settings(max_examples=500)
def test_any_text_is_read_or_refused(label):
    for kind in ("month", "quarter", "year", "years", "rolling", "snapshot", "ytd", "term"):
        try:
            found = read(label, kind, span=3 if kind in ("years", "rolling") else None)
        except LabelNotUnderstood:
            continue
        assert periods.parse(found.code).kind == kind


@pytest.mark.skipif(not LGBF.exists(), reason="reads ../shared/reference, which is not here")
def test_every_label_of_the_scottish_framework_is_read_or_refused_by_its_span():
    with (LGBF / "indicator_information.csv").open(encoding="utf-8-sig") as lines:
        declared = {row["Code"]: row["ReportingPeriod"][0] for row in csv.DictReader(lines)}
    refused = defaultdict(set)
    with (LGBF / "LGBF_annual.csv").open(encoding="utf-8-sig") as lines:
        labels = {(row["Code"], row["LGBF Year"]) for row in csv.DictReader(lines) if row["LGBF Year"]}
    for code, label in labels:
        span = int(declared[code]) if declared.get(code, "A").isdigit() else 1
        try:
            read(label, "years", span=span)
        except SpanDisagrees:
            refused[label].add(code)

    assert refused["2010-14"] == {"C&L05a", "C&L05b", "C&L05c", "C&L05d", "CHN10", "ENV07a", "ENV07b"}
