"""A test that commits leaves empty tables behind, and triggers that still stand."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError

from goldenthread.audit import actions, triggers
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_starts_with_an_empty_audit_that_cannot_be_emptied(time):
    assert not AuditEvent.objects.exists()
    assert triggers.missing() == []

    actions.write(event=Event.VERSIONS_ADDED, by="a test", at=datetime.now(UTC), subject=time)

    with pytest.raises(DatabaseError, match="append-only"):
        AuditEvent.objects.all().delete()
