import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from goldenthread.audit import actions, triggers, verify
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent

AT = datetime(2023, 11, 10, 17, tzinfo=UTC)


def write(subject="a", at=AT, **more):
    return actions.write(
        event=Event.SUBMISSION_RECORDED, by="Head of Performance", at=at, subject=subject, **more
    )


@pytest.mark.django_db
class TestTheChain:
    def test_each_event_carries_the_hash_of_the_one_before(self):
        first, second = write(), write("b")

        assert (first.number, first.previous_hash) == (1, "")
        assert (second.number, second.previous_hash) == (2, first.hash)
        assert verify.broken_link() is None

    def test_no_clock_enters_a_hash(self):
        with transaction.atomic():
            first = write(at=AT).hash
            transaction.set_rollback(True)

        assert write(at=AT + timedelta(days=900)).hash == first

    def test_everything_said_enters_the_hash(self):
        hashes = set()
        for said in [{}, {"subject": "b"}, {"label": "x"}, {"details": {"a": 1}}, {"digests": {"a": "1"}}]:
            with transaction.atomic():
                hashes.add(write(**said).hash)
                transaction.set_rollback(True)

        assert len(hashes) == 5

    def test_details_survive_the_database(self):
        write(details={"a": [1.0, 2.5, 1e22, None, "£"], "b": {"y": 1, "x": True}})

        assert verify.broken_link() is None

    def test_an_event_undone_leaves_no_gap(self):
        write()
        with transaction.atomic():
            write("undone")
            transaction.set_rollback(True)
        write("kept")

        assert list(AuditEvent.objects.values_list("number", "subject")) == [(1, "a"), (2, "kept")]
        assert verify.broken_link() is None

    @pytest.mark.parametrize(
        ("tampering", "where"),
        [
            ("UPDATE audit_event SET \"by\" = 'somebody else' WHERE number = 3", "audit event 3"),
            ("UPDATE audit_event SET label = 'nicer words' WHERE number = 2", "audit event 2"),
            ("UPDATE audit_event SET number = 9 WHERE number = 5", "audit event 5"),
            ("DELETE FROM audit_event WHERE number = 1", "audit event 1"),
            ("DELETE FROM audit_event WHERE number = 4", "audit event 4"),
        ],
    )
    def test_the_first_broken_link_is_named(self, tampering, where):
        for number in range(5):
            write(f"event {number}")
        triggers.drop()
        with connection.cursor() as cursor:
            cursor.execute(tampering)
        triggers.install()

        fault = verify.broken_link()

        assert fault is not None
        assert fault.where == where

    def test_one_rewritten_with_its_own_hash_breaks_the_next_link(self):
        from goldenthread.audit import chain

        for number in range(3):
            write(f"event {number}")
        second = AuditEvent.objects.get(number=2)
        second.label = "nicer words"
        triggers.drop()
        AuditEvent.objects.filter(number=2).update(label=second.label, hash=chain.hash_of(second))
        triggers.install()

        fault = verify.broken_link()

        assert fault is not None
        assert fault.where == "audit event 3"
        assert chain.hash_of(second) in fault.expected


@pytest.mark.django_db(transaction=True)
def test_events_written_at_once_stand_in_one_chain():
    if connection.vendor == "sqlite":
        pytest.skip("a database in memory has one connection: see the test with a file")

    def write_some(name):
        for number in range(10):
            write(f"{name} {number}")
        connection.close()

    threads = [threading.Thread(target=write_some, args=[name]) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert AuditEvent.objects.count() == 40
    assert verify.broken_link() is None
