import pytest
from django.db import connection

from goldenthread.audit import triggers
from goldenthread.observations import verify
from tests.rooms.observations.figures import day, figure, record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def figures():
    record(figure("1"), figure("2", period="2023-08"), name="first.xlsx")
    record(figure("3", why="counted twice"), known_from=day(11, 1), name="second.xlsx")
    record(figure("3"), known_from=day(12, 1), name="third.xlsx")


def after(statement):
    """The faults once somebody with every right has tampered with the database."""
    triggers.drop()
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.install()
    return [str(fault) for fault in verify.faults()]


def test_an_untouched_ledger_has_no_fault():
    assert list(verify.faults()) == []


def test_a_changed_figure_is_named_with_what_its_hash_should_be():
    (fault,) = after("UPDATE observations_observation SET value = '99' WHERE value = '2'")

    assert fault.startswith("observation CUS01 LKH 2023-08, known from 2023-10-10")
    assert "row hash" in fault


@pytest.mark.parametrize(
    ("table", "change", "row", "where"),
    [
        ("observation", "why = 'other'", "value = '3'", "second.xlsx"),
        ("observation", "cell = 'B8'", "value = '2'", "first.xlsx"),
        ("observation", "known_from = '2023-10-01 00:00:00'", "value = '2'", "first.xlsx"),
        ("observation", "replaces = ''", "value = '3'", "second.xlsx"),
        ("observation", "submission_id = submission_id + 2", "value = '1'", "first.xlsx"),
        ("submission", "known_from = '2023-01-01 00:00:00'", "source_name = 'second.xlsx'", "second.xlsx"),
        ("submission", "source_name = 'other.xlsx'", "source_name = 'first.xlsx'", "other.xlsx"),
        ("submission", "repeats = ''", "source_name = 'third.xlsx'", "third.xlsx"),
        ("submission", "mapping = 'other'", "source_name = 'first.xlsx'", "first.xlsx"),
    ],
)
def test_anything_else_changed_is_found_by_the_seal_of_its_delivery(table, change, row, where):
    first, *_ = after(f"UPDATE observations_{table} SET {change} WHERE {row}")

    assert first.startswith(f"submission {where}")


def test_a_deleted_figure_is_missed():
    (fault,) = after("DELETE FROM observations_observation WHERE value = '1'")

    assert fault.startswith("submission first.xlsx")


def test_a_delivery_that_is_gone_is_missed():
    (fault,) = after("DELETE FROM observations_submission WHERE source_name = 'third.xlsx'")

    assert fault.startswith("audit event 3: expected the submission")


def test_a_figure_slipped_in_past_the_audit_is_found():
    columns = (
        "submission_id, indicator, area, breakdown, known_from, status, reason, note, cell, replaces, why"
    )
    (first, second) = after(
        f"INSERT INTO observations_observation ({columns}, value, period, row_hash) "
        f"SELECT {columns}, value, '2023-01', 'abc' FROM observations_observation WHERE value = '1'"
    )

    assert first.startswith("observation CUS01 LKH 2023-01")
    assert second.startswith("submission first.xlsx")
