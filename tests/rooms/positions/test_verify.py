"""A frozen quarter that somebody tampered with is found, whatever they rewrote beside it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from goldenthread.audit import triggers
from goldenthread.positions import actions, seal, verify
from goldenthread.positions.models import Position

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 12, 1, 9, tzinfo=UTC)


def freeze(period, on, *, previous=""):
    lines = [
        seal.line("indicator", "CUS01", {"value": 91.3, "rating": "green"}),
        seal.line("action", "R1", {}),
    ]
    known_at = datetime(on.year, on.month + 1, 10, 17, tzinfo=UTC)
    return actions.store(
        period=period,
        position_date=on,
        known_at=known_at,
        lines=lines,
        previous=previous,
        by="Head of Performance",
        at=NOW,
    )


@pytest.fixture(autouse=True)
def quarters():
    freeze("2023-24-Q1", date(2023, 6, 30))
    freeze("2023-24-Q2", date(2023, 9, 30), previous="2023-24-Q1")


def after(*statements):
    """The faults once somebody with every right has tampered with the database."""
    triggers.drop()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    triggers.install()
    return verify.faults()


def test_untouched_quarters_have_no_fault():
    assert verify.faults() == []


def test_a_changed_line_is_named():
    (fault,) = after("UPDATE positions_line SET content = '{}' WHERE code = 'CUS01' AND ordinal = 1")[:1]

    assert fault == "position 2023-24-Q1: line indicator CUS01 is not what was sealed"


@pytest.mark.parametrize(
    "change", ["position_date = '2023-07-01'", "frozen_by = 'Somebody'", "period = '2023-07'"]
)
def test_another_date_or_name_breaks_the_seal(change):
    faults = after(f"UPDATE positions_position SET {change} WHERE period = '2023-24-Q1'")

    assert any(fault.endswith("its lines do not make up its seal") for fault in faults)


def test_a_line_that_is_gone_breaks_the_seal():
    assert "position 2023-24-Q1: its lines do not make up its seal" in after(
        "DELETE FROM positions_line WHERE code = 'R1'"
    )


def test_a_quarter_sealed_anew_past_the_audit_is_found():
    position = Position.objects.get(period="2023-24-Q2")
    lines = [seal.line("action", "R1", {})]
    digest = seal.digest(
        period=position.period,
        position_date=position.position_date,
        known_at=position.known_at,
        frozen_by=position.frozen_by,
        previous_digest=position.previous_digest,
        lines=lines,
    )

    faults = after(
        f"DELETE FROM positions_line WHERE position_id = {position.pk} AND code = 'CUS01'",
        f"UPDATE positions_position SET digest = '{digest}' WHERE id = {position.pk}",
    )

    assert faults == ["position 2023-24-Q2: its seal is not the one that the audit tells"]


def test_a_quarter_that_is_gone_is_missed():
    faults = after(
        "DELETE FROM positions_line WHERE position_id IN (SELECT id FROM positions_position "
        "WHERE period = '2023-24-Q1')",
        "DELETE FROM positions_position WHERE period = '2023-24-Q1'",
    )

    assert faults == [
        "position 2023-24-Q2: the position it was compared with is not here",
        "position 2023-24-Q1: it was frozen and is not here",
    ]
