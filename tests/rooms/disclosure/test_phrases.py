"""Phrases: what the data protection lead lets stand, from when on, and how that is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from goldenthread.audit import triggers
from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import actions as releases
from goldenthread.disclosure import known, roles
from goldenthread.disclosure.findings import Finding
from goldenthread.disclosure.models import PhraseWord
from goldenthread.disclosure.phrases import actions, queries, verify
from goldenthread.methods.disclosure.words import Rule
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.quarters import LEAD, NOW, line, passed

pytestmark = pytest.mark.django_db

FOUND = Finding(
    kind="comment", about="CSC07", field="why", start=0, end=12, words="two siblings", rule=Rule.FEW_PEOPLE,
    why="", instead="", writer="Head of Service", digest="a3ebc932" * 8, lead=LEAD,
)  # fmt: skip
DAY = timedelta(days=1)
WHY = "The family agreed"


@pytest.fixture(autouse=True)
def _posts():
    posts.load()


def allow(found=FOUND, *, by=LEAD, reason=WHY, **said):
    return actions.allow(finding=found, period="2023-24-Q2", reason=reason, by=by, at=NOW, **said)


def revoke(*, phrase="a3ebc932", by=LEAD, reason="They changed their minds", at=NOW + DAY):
    return actions.revoke(phrase=phrase, reason=reason, by=by, at=at)


def test_a_phrase_may_stand_from_the_moment_on_at_which_it_was_allowed():
    """A report that tells what was known the day before stays as it is."""
    allow()
    assert queries.allowed(known_at=NOW) == {FOUND.digest}
    assert queries.allowed(known_at=NOW - DAY) == frozenset()


def test_what_is_taken_back_stands_in_earlier_reports_and_in_no_later_one():
    allow()
    revoke()
    assert queries.allowed(known_at=NOW) == {FOUND.digest}
    assert queries.allowed(known_at=NOW + DAY) == frozenset()


def test_what_was_taken_back_may_be_allowed_again():
    allow()
    revoke()
    actions.allow(finding=FOUND, period="2023-24-Q2", reason=WHY, by=LEAD, at=NOW + 2 * DAY)
    assert queries.allowed(known_at=NOW + 2 * DAY) == {FOUND.digest}
    assert verify.faults() == []


def test_who_when_why_and_which_text_are_kept_and_audited_but_not_the_words():
    word = allow()
    event = AuditEvent.objects.latest("number")
    assert (word.period, word.kind, word.about, word.field, word.rule) == (
        "2023-24-Q2", "comment", "CSC07", "why", "few-people",
    )  # fmt: skip
    assert (event.event, event.by, event.label, event.subject) == ("phrase.allowed", LEAD, WHY, FOUND.digest)
    assert FOUND.words not in str((vars(word), vars(event)))


def test_what_the_council_knows_of_texts_is_as_it_was_at_the_moment():
    allow()
    later = known.known(on=NOW.date(), known_at=NOW)
    assert (later.approved, later.lead) == ({FOUND.digest}, LEAD)
    assert known.known(on=NOW.date(), known_at=NOW - DAY).approved == frozenset()


@pytest.mark.parametrize("say", [allow, revoke])
def test_phrases_are_for_the_data_protection_lead_alone(say):
    with pytest.raises(roles.NotTheirs, match="for the Data Protection Lead alone, not for Head of Perf"):
        say(by="Head of Performance")
    assert not PhraseWord.objects.exists()


def test_a_decision_without_a_reason_or_on_a_day_to_come_is_refused():
    with pytest.raises(actions.NoReason):
        allow(reason=" ")
    with pytest.raises(actions.StillToCome):
        allow(known_from=NOW + DAY)
    assert not PhraseWord.objects.exists()


def test_a_phrase_is_allowed_once_and_taken_back_once():
    allow()
    with pytest.raises(actions.SaidAlready):
        allow()
    with pytest.raises(actions.SaidAlready, match="at that very moment"):
        revoke(at=NOW)
    revoke()
    with pytest.raises(queries.NoSuchPhrase, match="no phrase that is allowed"):
        revoke(at=NOW + 2 * DAY)


def test_two_phrases_whose_digests_begin_alike_are_not_mistaken_for_each_other():
    allow()
    allow(replace(FOUND, digest="a3ebc932" + "0" * 56))
    with pytest.raises(queries.NoSuchPhrase, match="several"):
        revoke()
    assert revoke(phrase="a3ebc9320").phrase.endswith("0")


def test_nothing_that_has_left_would_read_otherwise_if_it_were_written_again():
    """A pack that tells what was known on 5 February is out: an approval of that day comes too late."""
    given = passed(line("ASC02", "ytd-2023-06", 20))
    release = releases.publish(passed=given, known_at=NOW, by=LEAD, at=NOW)
    with pytest.raises(actions.LeftAlready, match=f"{release.code} tells what was known up to 2024-02-05"):
        allow(known_from=datetime(2023, 11, 20, tzinfo=UTC))
    releases.withdraw(code=release.code, reason="Never sent", by=LEAD, at=NOW)
    assert allow(known_from=datetime(2023, 11, 20, tzinfo=UTC)).known_from.day == 20


def test_what_was_decided_cannot_be_changed_and_tampering_is_found():
    word = allow()
    with pytest.raises(DatabaseError), transaction.atomic():
        PhraseWord.objects.filter(pk=word.pk).update(reason="None")
    triggers.drop()
    PhraseWord.objects.filter(pk=word.pk).update(reason="None")
    (fault,) = verify.faults()
    assert fault == "the word on the phrase a3ebc932a3eb is not what was sealed"
    PhraseWord.objects.all().delete()
    (fault,) = verify.faults()
    assert fault.endswith("tells of a word on a phrase that is not here")
    triggers.install()
