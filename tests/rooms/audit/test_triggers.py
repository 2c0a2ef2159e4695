from datetime import UTC, datetime

import pytest
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DatabaseError, connection, transaction
from django.db.migrations import Migration

from goldenthread.audit import actions, triggers, verify
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent, Redaction

pytestmark = pytest.mark.django_db

AT = datetime(2023, 11, 10, 17, tzinfo=UTC)


@pytest.fixture(autouse=True)
def event():
    return actions.write(event=Event.VERSIONS_ADDED, by="someone", at=AT, subject="thing", label="words")


def refused(statement):
    with (
        pytest.raises(DatabaseError, match="audit_event is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditEvent.objects.get().label == "words"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET label = 'other'",
        "UPDATE audit_event SET label = 'redacted'",
        "UPDATE audit_event SET number = 7",
        "DELETE FROM audit_event",
    ],
)
def test_the_database_refuses_to_change_or_delete(statement):
    refused(statement)


def test_sqlite_refuses_to_replace():
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    replace = "INSERT OR REPLACE INTO audit_event (number, event, by, subject, label, details, digests, "
    replace += "previous_hash, hash, recorded_at) SELECT {}, event, by, subject, 'other', details, digests, "
    replace += "previous_hash, {}, recorded_at FROM audit_event"
    refused(replace.format("number", "'another'"))
    refused(replace.format("2", "hash"))
    refused("UPDATE OR REPLACE audit_event SET label = 'other'")


def test_postgresql_refuses_to_truncate():
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's")
    refused("TRUNCATE audit_event")
    refused(
        "INSERT INTO audit_event SELECT * FROM audit_event ON CONFLICT (number) DO UPDATE SET label = 'x'"
    )


def test_a_redaction_opens_the_way_to_the_blank_and_to_nothing_else(event):
    Redaction.objects.create(
        table_name="audit_event", row_hash=event.hash, columns=["label"], reason="a name", approver="DPO",
        audit_number=2, recorded_at=AT,
    )  # fmt: skip
    refused("UPDATE audit_event SET label = 'other'")
    refused("UPDATE audit_event SET label = 'redacted', subject = 'redacted'")
    refused("UPDATE audit_event SET label = 'redacted', \"by\" = 'nobody'")
    refused("DELETE FROM audit_event")

    AuditEvent.objects.update(label="redacted")

    assert AuditEvent.objects.get().label == "redacted"


def test_all_triggers_stand_and_installing_again_changes_nothing():
    assert triggers.missing() == []
    triggers.install()
    assert triggers.missing() == []


def test_a_trigger_taken_off_is_missed():
    names = {
        "sqlite": "DROP TRIGGER audit_event_no_update",
        "postgresql": "ALTER TABLE audit_event DISABLE TRIGGER audit_event_no_update",
    }
    with connection.cursor() as cursor:
        cursor.execute(names[connection.vendor])

    assert triggers.missing() == ["audit_event_no_update"]
    assert "trigger audit_event_no_update" in [fault.where for fault in verify.faults()]


def test_a_trigger_that_does_nothing_is_missed():
    gutted = {
        "sqlite": "CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT 1; END",
        "postgresql": "CREATE OR REPLACE FUNCTION audit_event_append_only() RETURNS trigger "
        "LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
    }
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_event_no_delete")
        cursor.execute(gutted[connection.vendor])

    assert len(triggers.missing()) == 1


def test_dropping_leaves_none_of_ours():
    triggers.drop()

    assert len(triggers.missing()) >= 3 * len(triggers.append_only_models())


def test_migrations_run_without_triggers_and_leave_them_in_place():
    emit_pre_migrate_signal(
        verbosity=0, interactive=False, db="default", plan=[(Migration("0000", "goldenthread"), False)]
    )
    AuditEvent.objects.update(label="filled by a migration")

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert triggers.missing() == []
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEvent.objects.update(label="words")


def test_with_nothing_to_migrate_the_triggers_stay_where_they_are(django_assert_num_queries):
    with django_assert_num_queries(0):
        emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=[])

    refused("UPDATE audit_event SET label = 'other'")


def test_everything_that_decides_a_figure_is_append_only():
    tables = {model._meta.db_table for model in triggers.append_only_models()}

    assert {model._meta.db_table for model in verify.versioned_models()} < tables
    assert {"audit_event", "audit_redaction", "observations_submission", "observations_observation"} < tables
