from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from goldenthread.access import actions, queries
from goldenthread.access.models import RoleGrant, User
from goldenthread.access.roles import Role
from goldenthread.audit import verify
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from tests.rooms.access.granted import AT, BY, granted, people, person

pytestmark = pytest.mark.django_db


def test_whoever_is_new_gets_an_account_without_a_password():
    people(people=[person("ada", email="Ada.Stone@smallham.example")])

    user = queries.user_of("ada")
    assert user.email == "ada.stone@smallham.example"
    assert not user.has_usable_password()


def test_loading_the_same_again_changes_nothing():
    rows = {"people": [person("ada")], "grants": [granted("reader", person="ada")]}
    people(**rows)
    events = AuditEvent.objects.count()

    again = people(**rows)

    assert [section.added for section in again.values()] == [0, 0]
    assert AuditEvent.objects.count() == events


def test_one_address_is_one_person():
    with pytest.raises(actions.EmailTaken, match=r"one@smallham\.example belongs to two"):
        people(
            people=[person("ada", email="one@smallham.example"), person("ben", email="One@smallham.example")]
        )
    assert not User.objects.exists()


def test_a_new_address_moves_the_account():
    people(people=[person("ada")])
    people(people=[person("ada", email="stone@smallham.example", effective_from=date(2023, 6, 1))])

    assert queries.user_of("ada").email == "stone@smallham.example"
    assert queries.by_email("STONE@smallham.example", at=AT).code == "ada"


def test_somebody_unknown_is_told_where_to_look():
    with pytest.raises(queries.NoSuchPerson, match=r"people\.yaml"):
        queries.by_email("nobody@smallham.example", at=AT)


def test_closing_an_account_ends_its_sessions_and_is_told_in_the_audit():
    people(people=[person("ada")])
    before = queries.user_of("ada").session_round

    actions.close(person="ada", reason="left the council", approver=BY, by=BY, at=AT)

    assert queries.user_of("ada").session_round == before + 1
    assert [event.event for event in AuditEvent.objects.order_by("number")][-2:] == [
        Event.VERSIONS_ADDED,
        Event.SESSIONS_ENDED,
    ]
    assert list(verify.faults()) == []


def test_a_grant_says_who_gave_it_and_why():
    people(people=[person("ada")])

    actions.grant(role=Role.READER, person="ada", reason="joins scrutiny", approver="Director", by=BY, at=AT)

    row = RoleGrant.objects.get()
    assert (row.reason, row.approver, row.effective_from) == ("joins scrutiny", "Director", AT.date())
    assert AuditEvent.objects.latest("number").by == BY


def test_ending_a_grant_signs_its_holder_out():
    people(people=[person("ada")], grants=[granted("reader", person="ada")])
    before = queries.user_of("ada").session_round

    actions.end_grant(
        code="reader/council/ada", reason="moved", approver=BY, by=BY, at=AT + timedelta(days=1)
    )

    assert queries.user_of("ada").session_round == before + 1


@pytest.mark.parametrize(
    "wrong", [{"post": "head_it", "person": "ada"}, {"post": "", "person": ""}, {"role": "owner"}]
)
def test_the_database_refuses_a_grant_to_nobody_to_two_or_of_ownership(wrong):
    row = {**granted("reader", person="ada"), **wrong}

    with pytest.raises(IntegrityError), transaction.atomic():
        people(grants=[row])
