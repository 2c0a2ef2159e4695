"""Thirteen indicators of the Sustainable Development Goals come in by mappings alone.

The publisher's files are read where they lie; without them these tests are skipped.
"""

import csv
from collections import Counter
from decimal import Decimal

import pytest
from django.db import transaction

from goldenthread.collection.findings import Severity
from goldenthread.observations import decimals, ledger
from tests.examples import reference
from tests.examples.reference import AT

pytestmark = pytest.mark.django_db

# Columns that do not cut a figure: which series it is, how it is written, how sure it is.
NO_CUTS = {
    "Year",
    "Series",
    "Seasonally adjusted or not",
    "Observation status",
    "Units",
    "Unit measure",
    "Unit multiplier",
    "GeoCode",
    "Value",
}
NATIONAL = {"16-1-3": "K04000001", "16-6-2": "K03000001"}
NO_PERIODS = {"1974a": 1, "1974b": 1, "2018 to 2020": 111}
REFUSED = {"indicator_5-5-1.csv": 2, "indicator_16-1-3.csv": 111}


@pytest.fixture(scope="module")
def data():
    return reference.folder("sdg")


@pytest.fixture(scope="module")
def brought(data, django_db_setup, django_db_blocker):
    """What each file brought, and every figure known in the end; the database is as before."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = reference.brought_in("sdg", data), ledger.series(known_at=AT).rows(named=True)
        transaction.set_rollback(True)
    return found


def rows_of(data, name):
    with (data / "data" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_row_is_a_figure_or_a_finding(brought, data):
    imported, _ = brought
    assert len(imported) == 13
    for name, done in imported.items():
        refused = REFUSED.get(name, 0)
        assert done.refused == refused, name
        assert done.added + refused == len(rows_of(data, name)), name


def test_only_labels_that_name_no_period_are_refused(brought, data):
    imported, _ = brought
    labels = Counter(
        rows_of(data, name)[int(found.cell[1:]) - 2]["Year"]
        for name, done in imported.items()
        for found in done.findings
        if found.severity == Severity.REFUSED_ROW
    )
    assert labels == NO_PERIODS


def test_a_placeholder_is_missing_with_its_reason_and_never_a_value(brought, data):
    imported, known = brought
    written = Counter(
        "hidden" if "suppressed" in row["Observation status"] else "not_available"
        for name in imported
        for row in rows_of(data, name)
        if not row["Value"]
    )
    missing = [row for row in known if row["status"] == "missing"]
    assert Counter(row["reason"] for row in missing) == written
    assert written.total() == 303
    assert {row["value_exact"] for row in missing} == {None}
    notes = sum(reference.told(done)["note", "blank"] for done in imported.values())
    assert notes == written.total()


def test_the_headline_is_the_row_with_no_breakdown(brought, data):
    imported, known = brought
    for name in imported:
        number = name.removeprefix("indicator_").removesuffix(".csv")
        area = NATIONAL.get(number, "K02000001")
        wanted = Counter(
            decimals.canonical(Decimal(row["Value"])) if row["Value"] else None
            for row in rows_of(data, name)
            if row["Year"] not in NO_PERIODS
            and not any(text for column, text in row.items() if column not in NO_CUTS)
        )
        headline = [
            row["value_exact"]
            for row in known
            if (row["indicator"] == number or row["indicator"].startswith(f"{number}-"))
            and (row["area"], row["breakdown"]) == (area, "")
        ]
        assert Counter(headline) == wanted, number
        assert bool(wanted) == (number != "3-7-2")
