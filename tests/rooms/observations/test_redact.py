import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit import verify as audit_verify
from goldenthread.audit.models import AuditEvent, Redaction
from goldenthread.audit.redaction import NothingToRedact, NotRedactable
from goldenthread.observations import actions, ledger, verify
from goldenthread.observations.models import Observation, Submission
from tests.rooms.observations.figures import NOW, day, figure, record, values

pytestmark = pytest.mark.django_db

APPROVED = {
    "reason": "the note named a complainant",
    "approver": "Data Protection Officer",
    "by": "Head of Performance",
    "at": NOW,
}
OCTOBER, JANUARY = day(10, 10), day(1, 10, 2024)


@pytest.fixture(autouse=True)
def figures():
    record(
        figure("3", note="Jane Doe", cell="sheet Jane Doe, B7", why="Jane Doe"),
        figure("12", period="2023-08"),
        figure("4", indicator="ENV02"),
    )


def hash_of(value):
    return Observation.objects.get(value=value).row_hash


def is_whole():
    return [*audit_verify.faults(), *verify.faults()] == []


def test_a_redacted_figure_leaves_a_tombstone():
    row_hash = hash_of("3")

    assert actions.redact(row_hashes=[row_hash], **APPROVED) == 1

    (row,) = ledger.history(indicator="CUS01", area="LKH", period="2023-09").iter_rows(named=True)
    assert (row["status"], row["reason"], row["value_exact"], row["note"]) == (
        "missing",
        "redacted",
        None,
        "",
    )
    assert (row["source"], row["why"], row["row_hash"]) == ("returns/customer.xlsx", "redacted", row_hash)
    stone = Redaction.objects.get()
    assert (stone.row_hash, stone.reason, stone.approver) == (
        row_hash,
        APPROVED["reason"],
        APPROVED["approver"],
    )
    assert AuditEvent.objects.order_by("-number")[0].event == "content.redacted"
    assert is_whole()


def test_nothing_of_the_content_is_left_in_the_database():
    actions.redact(row_hashes=[hash_of("3")], **APPROVED)

    for model in (Observation, Submission, AuditEvent, Redaction):
        assert "Jane" not in str(list(model.objects.values()))


def test_the_same_content_is_not_let_in_again():
    actions.redact(row_hashes=[hash_of("3")], **APPROVED)
    record(figure("5"), known_from=JANUARY)

    again = record(figure("3", note="Jane Doe"), figure("1", period="2023-07"), known_from=day(2, 1, 2024))

    assert (again.added, again.changed, again.unchanged, again.redacted) == (1, 0, 0, 1)
    assert values()["CUS01", "2023-09"] == "5"


def test_a_redacted_figure_can_be_corrected():
    actions.redact(row_hashes=[hash_of("3")], **APPROVED)

    record(figure("5", note=""), known_from=JANUARY)

    assert values()["CUS01", "2023-09"] == "5"
    assert is_whole()


def test_a_whole_delivery_can_be_redacted():
    record(figure("9", indicator="HOU01"), name="another.xlsx")
    submission = Submission.objects.first()

    assert actions.redact(submission=submission.digest, **APPROVED) == 3

    assert set(values().values()) == {None, "9"}
    assert is_whole()


def test_the_name_of_a_source_can_be_redacted():
    done = record(figure("9", indicator="HOU01"), name="Jane Doe.xlsx")

    actions.redact_source_name(submission=done.submission, **APPROVED)

    assert ledger.series(known_at=NOW, indicators=["HOU01"])["source"].to_list() == ["redacted"]
    assert is_whole()


def test_a_figure_whose_very_key_should_not_be_leaves_its_series():
    record(figure("9", breakdown="name=Jane Doe"), figure("8", breakdown="name=John Doe"))
    hashes = [hash_of("9"), hash_of("8")]

    actions.redact(row_hashes=hashes, columns=[*actions.CONTENT, "breakdown"], **APPROVED)

    assert set(ledger.series(known_at=NOW)["breakdown"]) == {""}
    assert "Doe" not in str(list(Observation.objects.filter(row_hash__in=hashes).values()))
    assert is_whole()


def test_a_redaction_after_a_redaction_holds():
    actions.redact(row_hashes=[hash_of("3")], columns=["note", "cell", "why"], **APPROVED)
    assert values()["CUS01", "2023-09"] == "3"
    actions.redact(row_hashes=[hash_of("3"), hash_of("12")], **APPROVED)

    assert values()["CUS01", "2023-09"] is None
    assert is_whole()


def test_a_restated_figure_is_redacted_with_its_like():
    record(figure("12", period="2023-08"), known_from=JANUARY, name="january.xlsx")
    record(figure("13", period="2023-08"), known_from=day(11, 1), name="november.xlsx")

    actions.redact(row_hashes=[Observation.objects.filter(value="12")[0].row_hash], **APPROVED)

    assert values(JANUARY)["CUS01", "2023-08"] is None
    assert values(day(11, 1))["CUS01", "2023-08"] == "13"
    assert is_whole()


def test_what_does_not_exist_or_may_not_be_blanked_is_refused():
    with pytest.raises(NothingToRedact):
        actions.redact(row_hashes=["abc"], **APPROVED)
    with pytest.raises(NothingToRedact):
        actions.redact(submission="abc", **APPROVED)
    with pytest.raises(NotRedactable, match="period"):
        actions.redact(row_hashes=[hash_of("3")], columns=["period"], **APPROVED)
    assert not Redaction.objects.exists()


def test_the_database_lets_no_other_figure_be_blanked():
    actions.redact(row_hashes=[hash_of("3")], **APPROVED)

    blank = "value = NULL, status = 'missing', reason = 'redacted', note = '', cell = '', why = 'redacted'"
    for statement in [
        f"UPDATE observations_observation SET {blank} WHERE value = '12'",
        "UPDATE observations_observation SET value = '9', status = 'actual', reason = '' WHERE value IS NULL",
        "DELETE FROM observations_observation WHERE value IS NULL",
    ]:
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
