"""Larkhythe, both quarters frozen, with its people, as the pages show it to somebody who has signed in."""

from datetime import date

from django.contrib.auth import get_user_model
from django.test import Client, TestCase
from django.urls import reverse

from goldenthread.council_folder import cycle, load, reading
from goldenthread.disclosure import actions as disclosure
from goldenthread.indicators.excepting import Excepted
from goldenthread.positions import queries as positions
from tests.acceptance.larkhythe import NOW
from tests.house import ROOT

FOLDER = ROOT / "examples" / "larkhythe"
QUARTER = "2023-24-Q2"
OFFICER, OWNER, DIRECTOR, HOLDER, MEMBER = "spyglass", "barrowgate", "oakumley", "lanternby", "stilework"
READER, LEAD, ADMINISTRATOR = "quillby", "veilbrook", "keyward"


def signed_in(person):
    """A browser in which somebody has signed in."""
    client = Client()
    user = get_user_model().objects.get(person=person)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


class Frozen(TestCase):
    """Made once a class: the council loaded, its returns in, both quarters frozen; none has been released."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=FOLDER, by="Head of Performance", at=NOW)
        for _ in cycle.bring_in(load.returns(reading.read(FOLDER)), at=NOW):
            pass
        for _ in cycle.freeze_due(by="Head of Performance", at=NOW):
            pass

    def get(self, address, person=OFFICER, status=200):
        """A page as text, of the status that is expected."""
        answer = signed_in(person).get(address)
        assert answer.status_code == status, address
        return answer.content.decode()


def scorecard(code="corporate", **asked):
    """The address of a scorecard."""
    return _with(reverse("scorecard", args=[code]), asked)


def indicator(code, **asked):
    """The address of an indicator's page."""
    return _with(reverse("indicator", args=[code]), asked)


def _with(address, asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{address}?{query}" if query else address


def show_all_but_one(code):
    """Except all ethnic groups of an indicator but the smallest, and the total: the last one follows."""
    sealed = positions.sealed(QUARTER)
    groups = [line for line in sealed.of("breakdown") if line["indicator"] == code]
    cut = [line for line in groups if line["breakdown"].startswith("ethnicity=")]
    *others, _least = sorted(cut, key=lambda line: line["numerator"], reverse=True)
    for breakdown in ("", *(line["breakdown"] for line in others)):
        group = dict([breakdown.split("=")]) if breakdown else {}
        asked = Excepted(code, group, "", "shown", date(2099, 12, 31))
        disclosure.except_figure(asked, reason="To be seen", by="Data Protection Lead", at=NOW)
