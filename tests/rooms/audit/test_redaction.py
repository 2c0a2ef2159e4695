from datetime import UTC, date, datetime

import pytest
from django.db import connection

from goldenthread.audit import actions, redaction, triggers, verify, versions
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent, Redaction
from tests.rooms.audit import things
from tests.rooms.audit.things import Thing

pytestmark = pytest.mark.django_db

AT = datetime(2023, 11, 10, 17, tzinfo=UTC)
APPROVED = {
    "reason": "a complainant was named",
    "approver": "Data Protection Officer",
    "by": "Head of Performance",
    "at": AT,
}


def write(label):
    return actions.write(
        event=Event.SUBMISSION_RECORDED,
        by="someone",
        at=AT,
        subject="s",
        label=label,
        details={"name": label},
    )


def test_a_redacted_event_leaves_a_tombstone_and_the_chain_holds():
    before, event, after = write("fine"), write("Jane Doe"), write("fine too")

    assert redaction.redact(AuditEvent, row_hashes=[event.hash], **APPROVED) == 1

    tombstone = AuditEvent.objects.get(hash=event.hash)
    assert (tombstone.label, tombstone.details, tombstone.subject) == ("redacted", {}, "s")
    assert list(AuditEvent.objects.values_list("label", flat=True)) == [
        "fine", "redacted", "fine too", "a complainant was named",
    ]  # fmt: skip
    assert after.previous_hash == event.hash
    assert before.hash == event.previous_hash
    assert verify.broken_link() is None
    assert list(verify.faults()) == []


def test_a_redaction_says_who_approved_it_and_why():
    event = write("Jane Doe")

    redaction.redact(AuditEvent, row_hashes=[event.hash], columns=["label"], **APPROVED)

    row = Redaction.objects.get()
    assert (row.reason, row.approver, row.columns) == (APPROVED["reason"], APPROVED["approver"], ["label"])
    assert AuditEvent.objects.get(number=1).details == {"name": "Jane Doe"}
    told = AuditEvent.objects.get(number=row.audit_number)
    assert told.event == Event.CONTENT_REDACTED
    assert told.details == {"approver": "Data Protection Officer", "columns": ["label"], "rows": 1}


def test_what_is_not_there_or_may_not_be_blanked_is_refused():
    event = write("Jane Doe")

    with pytest.raises(redaction.NothingToRedact, match="abc"):
        redaction.redact(AuditEvent, row_hashes=[event.hash, "abc"], **APPROVED)
    with pytest.raises(redaction.NothingToRedact):
        redaction.redact(AuditEvent, row_hashes=[], **APPROVED)
    with pytest.raises(redaction.NotRedactable, match="number"):
        redaction.redact(AuditEvent, row_hashes=[event.hash], columns=["number"], **APPROVED)
    with pytest.raises(redaction.NotRedactable):
        redaction.redact(Redaction, row_hashes=["x"], **APPROVED)

    assert not Redaction.objects.exists()
    assert AuditEvent.objects.get().label == "Jane Doe"


def test_a_redaction_slipped_in_past_the_audit_is_found():
    event = write("Jane Doe")
    Redaction.objects.create(
        table_name="audit_event", row_hash=event.hash, columns=["label"], reason="r", approver="a",
        audit_number=7, recorded_at=AT,
    )  # fmt: skip
    AuditEvent.objects.update(label="redacted")

    assert "redactions of audit event 7" in [fault.where for fault in verify.faults()]


class TestVersions:
    @pytest.fixture(autouse=True)
    def table(self, monkeypatch):
        with things.table():
            monkeypatch.setattr(verify, "versioned_models", lambda: [Thing])
            yield

    def add(self):
        row = {
            "code": "A",
            "name": "first",
            "holder": "Jane Doe",
            "effective_from": date(2023, 4, 1),
            "known_from": AT,
            "reason": "plan adopted",
            "approver": "Cabinet",
        }
        versions.add(Thing, [row, {**row, "code": "B"}], by="Head of Performance", at=AT)

    def test_a_redacted_version_leaves_a_tombstone(self):
        self.add()
        row_hash = Thing.objects.get(code="A").content_hash

        redaction.redact(Thing, row_hashes=[row_hash], **APPROVED)

        assert sorted(Thing.objects.values_list("code", "holder")) == [("A", "redacted"), ("B", "Jane Doe")]
        assert list(verify.faults()) == []

    @pytest.mark.parametrize(
        ("tampering", "where"),
        [
            ("UPDATE thing_of_the_tests SET name = 'other' WHERE code = 'A'", "thing A from 2023-04-01"),
            (
                "UPDATE thing_of_the_tests SET known_from = '2020-01-01 00:00:00' WHERE code = 'A'",
                "thing: versions of audit event 1",
            ),
            ("DELETE FROM thing_of_the_tests WHERE code = 'A'", "thing: versions of audit event 1"),
            ("DELETE FROM thing_of_the_tests", "thing: versions of audit event 1"),
            ("UPDATE thing_of_the_tests SET audit_number = 5", "thing: versions of audit event 1"),
        ],
    )
    def test_tampering_with_versions_is_found(self, tampering, where):
        self.add()
        assert list(verify.faults()) == []
        with connection.cursor() as cursor:
            cursor.execute(tampering)

        assert next(verify.faults()).where.startswith(where)
        assert triggers.missing() == []
