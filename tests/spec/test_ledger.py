"""The ledger: what was known when.

Every figure is kept with two times: the period it is *about*, and the moment from which it was *known*, as
declared by whoever submits it. Nothing in the ledger is ever changed or deleted, and the database itself sees
to that. A question to the ledger always says as known when.
"""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit import triggers
from goldenthread.audit import verify as audit_verify
from goldenthread.observations import actions, ledger
from goldenthread.observations.delivery import ObservationsDisagree
from goldenthread.observations.models import Observation
from tests.rooms.observations.figures import figure, record
from tests.spec.worked import examples

pytestmark = pytest.mark.django_db


def moment(day):
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def deliver(value, known_from, **more):
    return record(figure(value, **more), known_from=moment(known_from), name=f"the return of {known_from}")


def known(day):
    rows = ledger.series(known_at=moment(day))
    return rows["value_exact"].item() if rows.height else None


@examples("""
| known_on   | missed_bins |
|------------|-------------|
| 2023-08-09 |             |
| 2023-08-10 | 412         |
| 2023-10-31 | 412         |
| 2023-11-02 | 437         |
""")
def test_a_corrected_figure_is_read_as_it_was_known_on_the_day(known_on, missed_bins):
    """The figure for July, 412, was known from 10 August. On 2 November the depot found 25 more cases: 437.

    A report that was frozen in between still says 412, whenever it is printed again.
    """
    deliver("412", "2023-08-10", period="2023-07")
    deliver("437", "2023-11-02", period="2023-07", why="25 cases of the northern depot were left out")

    assert known(known_on) == missed_bins


def test_a_correction_says_what_it_replaces_and_why():
    """Both figures stay side by side; the newer one names the older one it replaces, and the reason."""
    deliver("412", "2023-08-10", period="2023-07")
    deliver("437", "2023-11-02", period="2023-07", why="25 cases of the northern depot were left out")

    first, second = ledger.history(indicator="CUS01", area="LKH", period="2023-07").iter_rows(named=True)

    assert (first["value_exact"], second["value_exact"]) == ("412", "437")
    assert second["replaces"] == first["row_hash"]
    assert second["why"] == "25 cases of the northern depot were left out"


@examples("""
| known_on   | said |
|------------|------|
| 2023-07-10 | 5    |
| 2023-10-10 | 7    |
| 2024-01-10 | 5    |
""")
def test_history_may_be_loaded_late_and_in_any_order(known_on, said):
    """The return of July said 5, that of October 7, that of January 5 again.

    Here the return of October is found and loaded last of all. It tells what was known in October, and
    changes nothing of what was known in January.
    """
    deliver("5", "2023-07-10")
    deliver("5", "2024-01-10")
    deliver("7", "2023-10-10")

    assert known(known_on) == said


def test_the_same_return_loaded_twice_changes_nothing():
    """The second time every figure is unchanged, no row is written and no event enters the audit log."""
    first = record(figure("412"), figure("380", period="2023-08"), digest="the same file")
    second = record(figure("412"), figure("380", period="2023-08"), digest="the same file")

    assert (first.added, first.changed, first.unchanged) == (2, 0, 0)
    assert (second.added, second.changed, second.unchanged) == (0, 0, 2)
    assert second.submission == ""


def test_two_figures_of_one_moment_are_refused():
    """A file that says 412 and one that says 437 cannot both be what was known at 9:00 on 10 August."""
    deliver("412", "2023-08-10T09:00")

    with pytest.raises(ObservationsDisagree):
        deliver("437", "2023-08-10T09:00")


def test_a_missing_figure_is_never_nought():
    """It has no value, and always a reason: awaited, hidden, not applicable."""
    deliver(None, "2023-08-10", reason="awaited")

    row = ledger.series(known_at=moment("2023-08-10")).row(0, named=True)

    assert (row["status"], row["reason"], row["value"]) == ("missing", "awaited", None)


@examples("""
| delivered                 | kept                      |
|---------------------------|---------------------------|
| 93.0                      | 93                        |
| 0.050                     | 0.05                      |
| 1.2e3                     | 1200                      |
| -0                        | 0                         |
| 12345678901234567.1234567 | 12345678901234567.1234567 |
""")
def test_a_figure_is_kept_to_the_last_digit(delivered, kept):
    """Up to 25 digits, each figure in one spelling, so that 93 and 93.0 are no difference."""
    deliver(delivered, "2023-08-10")

    assert known("2023-08-10") == kept


def test_the_database_refuses_to_change_a_figure():
    """Even a person with the database open before them is refused."""
    deliver("412", "2023-08-10")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Observation.objects.update(value="300")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Observation.objects.all().delete()


def test_what_should_never_have_come_in_is_redacted():
    """The content goes, a tombstone stays: who approved it and why is in the audit log, which still holds."""
    deliver("1", "2023-08-10", note="Mrs Smith of 4 Mill Lane")
    row_hash = ledger.series(known_at=moment("2023-08-10"))["row_hash"].item()

    actions.redact(
        row_hashes=[row_hash],
        reason="a resident was named",
        approver="Data Protection Officer",
        by="Head of Performance",
        at=moment("2023-12-01"),
    )

    row = ledger.series(known_at=moment("2023-12-01")).row(0, named=True)
    assert (row["status"], row["reason"], row["value"], row["note"]) == ("missing", "redacted", None, "")
    assert audit_verify.broken_link() is None


def test_the_audit_log_names_its_first_broken_link():
    """Somebody takes the safeguards away and rewrites the second event of five: verification says so."""
    for month in range(1, 6):
        deliver("1", "2023-08-10", period=f"2023-0{month}")

    triggers.drop()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET label = 'something kinder' WHERE number = 2")

    assert audit_verify.broken_link().where == "audit event 2"
