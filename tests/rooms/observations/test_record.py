from datetime import timedelta

import polars as pl
import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit.models import AuditEvent
from goldenthread.observations import actions, ledger, verify
from goldenthread.observations.delivery import DeliveryNotSound, ObservationsDisagree
from goldenthread.observations.models import Observation, Submission
from tests.rooms.observations.figures import NOW, day, figure, frame, record, source, values

pytestmark = pytest.mark.django_db

JULY, OCTOBER, JANUARY = day(7, 10), day(10, 10), day(1, 10, 2024)


def test_a_delivery_is_added_with_one_audit_event():
    done = record(figure("88.1"), figure("12", period="2023-08"))

    assert (done.added, done.changed, done.unchanged) == (2, 0, 0)
    event = AuditEvent.objects.get()
    assert event.event == "submission.recorded"
    assert event.subject == event.digests["submission"] == done.submission == Submission.objects.get().digest
    assert event.details["added"] == 2
    assert list(verify.faults()) == []


def test_the_same_again_changes_nothing_at_all():
    record(figure("88.1"), digest="abc")

    for known_from in (OCTOBER, JANUARY):
        again = record(figure("88.10"), known_from=known_from, digest="abc")
        assert (again.added, again.changed, again.unchanged, again.submission) == (0, 0, 1, "")
    assert AuditEvent.objects.count() == Submission.objects.count() == Observation.objects.count() == 1


def test_a_correction_says_what_it_replaces_and_why():
    record(figure("88.1"))
    first = Observation.objects.get().row_hash

    done = record(figure("87", why="cases counted twice"), known_from=JANUARY)

    assert (done.added, done.changed, done.unchanged) == (0, 1, 0)
    (row,) = done.rows.iter_rows(named=True)
    assert (row["old_value_exact"], row["value_exact"], row["replaces"]) == ("88.1", "87", first)
    assert row["old_known_from"] == OCTOBER
    history = ledger.history(indicator="CUS01", area="LKH", period="2023-09")
    assert history["value_exact"].to_list() == ["88.1", "87"]
    assert history["replaces"].to_list() == ["", first]
    assert history["why"].to_list() == ["", "cases counted twice"]


def test_a_correction_without_a_reason_names_its_source():
    record(figure("88.1"))
    record(figure("87"), known_from=JANUARY, name="returns/again.xlsx")

    assert Observation.objects.get(value="87").why == "delivered anew in returns/again.xlsx"


def test_difference_says_the_same_and_writes_nothing():
    record(figure("88.1"))
    delivery = {
        "observations": frame(figure("87"), figure("1", period="2023-08")),
        "known_from": JANUARY,
        "source": source(),
        "by": "Head of Performance",
        "at": NOW,
    }

    told = actions.difference(**delivery)
    assert Observation.objects.count() == AuditEvent.objects.count() == 1
    done = actions.record(**delivery)

    assert (told.added, told.changed) == (done.added, done.changed) == (1, 1)
    assert told.rows.equals(done.rows)


def test_where_a_figure_stands_is_no_difference():
    record(figure("88.1", cell="sheet Q2, B7"))

    assert record(figure("88.1", cell="sheet Q2, B9"), known_from=JANUARY).unchanged == 1
    assert ledger.series(known_at=NOW)["source"].to_list() == ["returns/customer.xlsx, sheet Q2, B7"]


@pytest.mark.parametrize(
    "other", [{"status": "provisional"}, {"note": "from the annual survey"}, {"numerator_exact": "881"}]
)
def test_anything_said_of_a_figure_is_a_difference(other):
    record(figure("88.1"))

    assert record(figure("88.1", **other), known_from=JANUARY).changed == 1


def test_two_figures_of_one_moment_disagree():
    record(figure("88.1"))

    with pytest.raises(ObservationsDisagree, match="CUS01 LKH 2023-09"):
        record(figure("87"), name="another.xlsx")
    with pytest.raises(ObservationsDisagree, match="CUS01 LKH 2023-07"):
        record(figure("1", period="2023-07"), figure("2", period="2023-07"))
    assert Observation.objects.count() == 1


def test_a_figure_delivered_twice_in_one_file_counts_once():
    done = record(figure("88.1", cell="B7"), figure("88.1", cell="B9"))

    assert (done.added, done.unchanged) == (1, 1)


def test_a_second_word_of_a_moment_at_which_the_first_was_repeated_disagrees():
    record(figure("88.1"), known_from=JULY)
    record(figure("88.1"), known_from=OCTOBER, name="october.xlsx")

    with pytest.raises(ObservationsDisagree):
        record(figure("87"), known_from=OCTOBER, name="another.xlsx")


def test_an_older_figure_that_comes_late_does_not_undo_what_was_said_again_since():
    record(figure("5"), known_from=JULY, name="july.xlsx")
    assert record(figure("5"), known_from=JANUARY, name="january.xlsx").unchanged == 1

    done = record(figure("7"), known_from=OCTOBER, name="october.xlsx")

    assert (done.changed, done.restated) == (1, 1)
    known = [values(moment)["CUS01", "2023-09"] for moment in (JULY, OCTOBER, JANUARY)]
    assert known == ["5", "7", "5"]
    history = ledger.history(indicator="CUS01", area="LKH", period="2023-09")
    assert history["why"].to_list() == ["", "delivered anew in october.xlsx", "said again in january.xlsx"]
    assert history["source"].to_list()[2] == "october.xlsx, restating january.xlsx"
    assert list(verify.faults()) == []


def test_history_may_come_in_any_order():
    record(figure("3"), known_from=JANUARY, name="c")
    record(figure("1"), known_from=JULY, name="a")
    record(figure("2"), known_from=OCTOBER, name="b")

    assert [values(moment)["CUS01", "2023-09"] for moment in (JULY, OCTOBER, JANUARY)] == ["1", "2", "3"]
    assert values(JULY - timedelta(microseconds=1)) == {}
    assert values(JANUARY - timedelta(microseconds=1))["CUS01", "2023-09"] == "2"


def test_known_from_is_never_later_than_now_and_names_its_zone():
    with pytest.raises(actions.MomentNotSound, match="later than now"):
        record(figure("1"), known_from=NOW + timedelta(seconds=1))
    with pytest.raises(actions.MomentNotSound, match="time zone"):
        record(figure("1"), known_from=OCTOBER.replace(tzinfo=None))


@pytest.mark.parametrize(
    "said", [{"kind": ""}, {"name": ""}, {"name": "x" * 501}, {"digest": "x" * 65}, {"mapping": "x" * 201}]
)
def test_a_source_is_named_and_fits(said):
    with pytest.raises(actions.SourceNotSound):
        actions.Source(**{"kind": "file", "name": "returns/customer.xlsx"} | said)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (figure("1", indicator=""), "must be named"),
        (figure("1", breakdown="women"), "ethnicity=asian"),
        (figure("1", breakdown="redacted abc"), "ethnicity=asian"),
        (figure("1", status="final"), "actual, provisional"),
        (figure(None, reason=""), "reason"),
        (figure("1", reason="awaited"), "only a missing figure"),
        (figure(None, status="actual", reason=""), "a value or a numerator"),
        (figure("12%"), "value: '12%' is not a number"),
        (figure("1" * 26), "26 significant digits"),
        (figure("1", period="2023-13"), "2023-13"),
        (figure("1", note="a\x1fb"), "control characters"),
        (figure("1", cell="x" * 201), "cell: at most 200"),
    ],
)
def test_a_figure_that_cannot_be_kept_is_refused_by_name(row, says):
    with pytest.raises(DeliveryNotSound, match=says):
        record(figure("1", period="2023-01"), row)
    assert not Observation.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_frame_without_a_needed_column_is_refused():
    with pytest.raises(DeliveryNotSound, match="lacks status, value_exact"):
        actions.record(
            observations=pl.DataFrame({"indicator": [], "area": [], "breakdown": [], "period": []}),
            known_from=OCTOBER, source=source(), by="someone", at=NOW,
        )  # fmt: skip


def test_an_empty_delivery_leaves_no_trace():
    done = actions.record(
        observations=frame(figure("1")).clear(), known_from=OCTOBER, source=source(), by="someone", at=NOW
    )

    assert done.submission == ""
    assert not Submission.objects.exists()


def test_25_digits_come_back_as_they_went_in():
    exact = "12345678901234567.12345678"
    record(
        figure(
            exact,
            numerator_exact="9999999999999999999999999",
            denominator_exact="-0.000000000000000000000001",
        )
    )

    (row,) = ledger.series(known_at=NOW).iter_rows(named=True)

    assert row["value_exact"] == exact
    assert row["numerator_exact"] == "9999999999999999999999999"
    assert row["denominator_exact"] == "-0.000000000000000000000001"
    assert row["value"] == float(exact)


@pytest.mark.parametrize("text", ["1.50", "1e3", "5.", "+1", "12%", "1" * 28])
def test_the_database_itself_refuses_a_number_spelled_otherwise(text):
    record(figure("88.1"))
    columns = (
        "submission_id, indicator, area, breakdown, known_from, status, reason, note, cell, replaces, why"
    )
    columns += ", row_hash"
    with pytest.raises(DatabaseError, match="canonical"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO observations_observation ({columns}, period, value) "
            f"SELECT {columns}, '2023-01', %s FROM observations_observation",
            [text],
        )


def test_the_database_refuses_to_change_or_delete_figures():
    record(figure("88.1"))
    for statement in [
        "UPDATE observations_observation SET value = '99'",
        "UPDATE observations_observation SET value = NULL, status = 'missing', reason = 'redacted'",
        "DELETE FROM observations_observation",
        "UPDATE observations_submission SET known_from = '2020-01-01 00:00:00'",
        "DELETE FROM observations_submission",
    ]:
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert values() == {("CUS01", "2023-09"): "88.1"}
