from datetime import timedelta

import pytest

from goldenthread.access import attempts, credentials, queries
from goldenthread.access.models import PasswordLink, SignInAttempt
from goldenthread.audit import whence
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from tests.rooms.access.granted import AT, BY, people, person

pytestmark = pytest.mark.django_db

HERE, THERE = "10.0.0.1", "10.0.0.2"
GOOD = "wendover-canal-0417"


@pytest.fixture(autouse=True)
def _somebody():
    people(people=[person("ada")])


def tried(times, *, typed="ada@smallham.example", address=HERE, at=AT):
    for _ in range(times):
        attempts.begin(typed=typed, address=address, at=at)


def events(event):
    return AuditEvent.objects.filter(event=event).count()


def test_five_attempts_on_an_account_may_fail_and_the_sixth_is_not_looked_at():
    tried(5)

    with pytest.raises(attempts.LockedOut, match="15 minutes"):
        tried(1, typed=" ADA@smallham.example ")


def test_an_account_that_does_not_exist_is_locked_like_one_that_does():
    tried(5, typed="nobody@smallham.example")

    with pytest.raises(attempts.LockedOut) as unknown:
        tried(1, typed="nobody@smallham.example")
    tried(5)
    with pytest.raises(attempts.LockedOut) as known:
        tried(1)
    assert str(unknown.value) == str(known.value)


def test_somebody_elsewhere_is_not_locked_out_by_a_few_who_guess_from_another_address():
    tried(5, address=THERE)

    tried(1, address=HERE)


def test_guessing_from_many_addresses_locks_the_account():
    for place in range(4):
        tried(5, address=f"10.0.1.{place}")

    with pytest.raises(attempts.LockedOut):
        tried(1, address="10.0.2.1")


def test_guessing_on_many_accounts_locks_the_address():
    for account in range(50):
        tried(1, typed=f"{account}@smallham.example")

    with pytest.raises(attempts.LockedOut):
        tried(1)
    tried(1, address=THERE)


def test_the_lock_opens_by_itself():
    tried(5)

    tried(1, at=AT + timedelta(minutes=15, seconds=1))


def test_knocking_on_does_not_keep_the_lock_shut():
    tried(5)
    for minute in range(1, 15):
        with pytest.raises(attempts.LockedOut):
            tried(1, at=AT + timedelta(minutes=minute))

    tried(1, at=AT + timedelta(minutes=15, seconds=1))


def test_a_lockout_is_told_once_however_often_somebody_knocks():
    tried(5)
    for _ in range(10):
        with pytest.raises(attempts.LockedOut):
            tried(1)

    assert events(Event.SIGN_IN_LOCKED) == 1


def test_signing_in_forgets_what_failed_before():
    tried(4)
    attempts.succeeded(attempts.begin(typed="ada@smallham.example", address=HERE, at=AT))

    tried(5)


def test_a_password_that_is_right_does_not_forget_wrong_codes():
    for _ in range(5):
        attempts.begin(typed="ada@smallham.example", address=HERE, at=AT, kind="code")
        attempts.succeeded(attempts.begin(typed="ada@smallham.example", address=HERE, at=AT))

    with pytest.raises(attempts.LockedOut):
        attempts.begin(typed="ada@smallham.example", address=HERE, at=AT, kind="code")


def test_what_was_typed_is_not_kept():
    tried(1, typed="my secret password")

    assert "secret" not in str(list(SignInAttempt.objects.values()))


def test_old_attempts_are_not_kept():
    tried(3)
    tried(1, at=AT + timedelta(days=2))

    assert SignInAttempt.objects.count() == 1


def test_the_audit_says_from_which_address():
    with whence.coming_from(THERE):
        attempts.failed(person="ada", at=AT)
    attempts.failed(person="", at=AT)

    told = list(AuditEvent.objects.filter(event=Event.SIGN_IN_FAILED).order_by("number"))
    assert [(event.by, event.details) for event in told] == [
        ("ada", {"by": "password", "from": THERE}),
        ("not signed in", {"by": "password"}),
    ]


def test_a_link_sets_a_password_once():
    secret = credentials.make_link(person="ada", by=BY, at=AT)

    assert credentials.whose_link(secret, at=AT).person == "ada", "opening it does not use it up"
    assert credentials.use_link(secret, GOOD, at=AT).check_password(GOOD)
    with pytest.raises(credentials.LinkNotGood):
        credentials.use_link(secret, "another-canal-0418", at=AT)
    assert queries.user_of("ada").check_password(GOOD)


def test_a_link_is_good_for_a_day():
    secret = credentials.make_link(person="ada", by=BY, at=AT)

    with pytest.raises(credentials.LinkNotGood):
        credentials.whose_link(secret, at=AT + timedelta(days=1))


def test_a_newer_link_ends_an_older_one():
    older = credentials.make_link(person="ada", by=BY, at=AT)
    credentials.make_link(person="ada", by=BY, at=AT)

    with pytest.raises(credentials.LinkNotGood):
        credentials.whose_link(older, at=AT)


def test_the_secret_of_a_link_is_not_kept():
    secret = credentials.make_link(person="ada", by=BY, at=AT)

    assert secret not in str(list(PasswordLink.objects.values()) + list(AuditEvent.objects.values()))


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "too short"),
        ("password123456", "too common"),
        ("ada@smallham.example", "too similar"),
        ("839204756183", "numeric"),
    ],
)
def test_a_poor_password_is_refused_and_leaves_the_link_as_it_was(password, why):
    secret = credentials.make_link(person="ada", by=BY, at=AT)

    with pytest.raises(credentials.PasswordNotGood, match=why):
        credentials.use_link(secret, password, at=AT)
    assert credentials.whose_link(secret, at=AT)


def test_passwords_are_kept_as_argon2():
    credentials.set_password(user=queries.user_of("ada"), password=GOOD, by=BY, at=AT)

    assert queries.user_of("ada").password.startswith("argon2")


def test_a_new_password_ends_every_session():
    user = queries.user_of("ada")
    before = user.get_session_auth_hash()

    credentials.set_password(user=user, password=GOOD, by=BY, at=AT)

    assert queries.user_of("ada").get_session_auth_hash() != before
