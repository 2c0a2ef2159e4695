"""Signing in and out: who gets in, who does not and learns nothing by it, and what is written down."""

import re
from datetime import date

import pytest
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from goldenthread.access import attempts, credentials, queries
from goldenthread.audit.models import AuditEvent
from goldenthread.web.guard import headers, origin
from tests.doors.web import parsed
from tests.rooms.access.granted import BY, granted, people, person

pytestmark = pytest.mark.django_db

GOOD = "three odd herons at dusk"
SIGN_IN = reverse("account_login")


@pytest.fixture(autouse=True)
def ada():
    people(people=[person("ada")], grants=[granted("reader", person="ada")])
    credentials.set_password(user=queries.user_of("ada"), password=GOOD, by=BY, at=timezone.now())


def sent(client, password, *, email="ada@smallham.example", **said):
    return client.post(SIGN_IN, {"login": email, "password": password}, **said)


def events():
    return [(each.event, each.by) for each in AuditEvent.objects.order_by("number")]


def test_whoever_has_an_account_gets_in_and_out_and_it_is_written_down():
    client = Client()
    assert client.get(reverse("home")).status_code == 302

    found = sent(client, GOOD, REMOTE_ADDR="192.0.2.7")

    assert (found.status_code, found["Location"]) == (302, "/")
    assert client.get(reverse("home")).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert client.get(reverse("home")).status_code == 302
    assert events()[-2:] == [("sign_in.done", "ada"), ("sign_out.done", "ada")]
    done = AuditEvent.objects.get(event="sign_in.done")
    assert done.details == {"by": "password", "from": "192.0.2.7"}


def test_the_address_is_taken_however_it_is_written():
    assert sent(Client(), GOOD, email=" ADA@Smallham.example ").status_code == 302


def test_a_wrong_password_and_no_account_are_told_alike():
    told = []
    for email, password in (("ada@smallham.example", "wrong"), ("nobody@smallham.example", GOOD)):
        found = sent(Client(), password, email=email)
        assert found.status_code == 200
        page = parsed.page(found.content.decode())
        told.append(parsed.words(page).replace(email, ""))
        assert page.xpath('//div[@role="alert"]//a/@href') == ["#id_login"]
        assert page.xpath('//input[@id="id_login"]/@value') == [email]
        assert page.xpath('//input[@type="password"]/@value') == []
        assert page.xpath("string(//title)").startswith("Error: Sign in")
    assert told[0] == told[1]
    assert [event for event, _ in events()[-2:]] == ["sign_in.failed", "sign_in.failed"]
    assert [by for _, by in events()[-2:]] == ["ada", attempts.UNKNOWN]


def test_after_too_many_attempts_not_even_the_right_password_gets_in():
    for _ in range(attempts.ON_ACCOUNT_FROM_ADDRESS):
        assert "not correct" in sent(Client(), "wrong").content.decode()

    refused = sent(Client(), GOOD)
    from_elsewhere = sent(Client(), GOOD, REMOTE_ADDR="192.0.2.9")

    assert refused.status_code == 200
    assert "Try again in 15 minutes" in refused.content.decode()
    assert from_elsewhere.status_code == 302
    assert [event for event, _ in events()].count("sign_in.locked") == 1


def test_an_account_that_nobody_has_is_locked_just_so():
    for _ in range(attempts.ON_ACCOUNT_FROM_ADDRESS):
        sent(Client(), "wrong", email="nobody@smallham.example")

    refused = sent(Client(), "wrong", email="nobody@smallham.example")
    assert "Try again in 15 minutes" in refused.content.decode()


def test_a_closed_account_is_no_account():
    client = Client()
    sent(client, GOOD)
    people(people=[person("ada", is_withdrawn=True, effective_from=date(2023, 6, 1))])

    assert client.get(reverse("home")).status_code == 302
    assert "not correct" in sent(Client(), GOOD).content.decode()


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere_after_signing_in(address):
    found = Client().post(f"{SIGN_IN}?next={address}", {"login": "ada@smallham.example", "password": GOOD})

    assert (found.status_code, found["Location"]) == (302, "/")


def test_signing_in_begins_another_session():
    client = Client()
    client.get(SIGN_IN)
    before = client.session.session_key
    sent(client, GOOD)

    assert client.session.session_key != before


def test_forms_from_elsewhere_are_refused():
    client = Client(enforce_csrf_checks=True)

    assert sent(client, GOOD).status_code == 403
    assert "This could not be taken" in sent(client, GOOD).content.decode()


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_there_is_no_address_by_which_people_make_accounts_for_themselves(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "address", [SIGN_IN, "/", "/nowhere/", "/brand.css", "/static/goldenthread/look.css"]
)
def test_every_answer_tells_the_browser_what_to_refuse(address):
    found = Client().get(address)

    assert found["Content-Security-Policy"] == headers.POLICY
    assert "unsafe" not in found["Content-Security-Policy"]
    assert found["X-Content-Type-Options"] == "nosniff"


def test_no_page_of_somebody_signed_in_is_kept():
    client = Client()
    sent(client, GOOD)

    assert "no-store" in client.get(reverse("home"))["Cache-Control"]


def test_the_page_holds_no_script_or_style_of_its_own():
    page = Client().get(SIGN_IN).content.decode()

    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.parametrize(
    ("proxies", "said", "expected"),
    [
        (0, "203.0.113.5", "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.9, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.9, 203.0.113.5, 192.0.2.50", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_what_anybody_can_write_is_not_taken_for_an_address(settings, proxies, said, expected):
    settings.GOLDENTHREAD_PROXIES = proxies
    asked = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": said})

    assert origin.address(asked) == expected
