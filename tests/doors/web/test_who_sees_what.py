"""The table of every address, every role and the answer that each gets; then every role and every object."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from goldenthread.access import actions as access
from goldenthread.access.roles import Role
from goldenthread.council_folder import load
from goldenthread.disclosure import actions as disclosure
from goldenthread.positions import queries as positions
from goldenthread.reports import gather
from goldenthread.scorecards import queries as scorecards
from tests.acceptance.larkhythe import NOW
from tests.doors.web import parsed, roles
from tests.doors.web.council import (
    FOLDER,
    MEMBER,
    OFFICER,
    OWNER,
    QUARTER,
    Frozen,
    indicator,
    scorecard,
    signed_in,
)
from tests.doors.web.roles import PEOPLE

SIGN_IN = "account/"
OPEN_TO_STRANGERS = {"brand", "account_login"}
EVERYBODY = dict.fromkeys(Role, 200)
NOTHING_SINCE = dict.fromkeys(
    (Role.MEMBER, Role.CLEARING_OFFICER, Role.DEMOCRATIC_SERVICES, Role.ADMINISTRATOR), 403
)
NOTHING_FROZEN = dict.fromkeys((Role.MEMBER, Role.ADMINISTRATOR), 403)
# Of a quarter that is frozen and not released yet: name of the address, what it is about, answer by role.
ANSWERS = {
    "home": ((), EVERYBODY),
    "changed": ((), EVERYBODY | NOTHING_SINCE),
    "scorecards": ((), dict.fromkeys(Role, 302) | NOTHING_FROZEN),
    "level": (("directorate",), EVERYBODY | NOTHING_FROZEN),
    "scorecard": (("corporate",), EVERYBODY | NOTHING_FROZEN),
    "indicators": ((), EVERYBODY | NOTHING_FROZEN),
    "indicator": (("CUS01",), EVERYBODY | NOTHING_FROZEN | {Role.PORTFOLIO_HOLDER: 404}),
    "brand": ((), EVERYBODY),
}


def _addresses(resolver=None, path=""):
    """Every address of the application with its name."""
    for each in (resolver or get_resolver(settings.ROOT_URLCONF)).url_patterns:
        here = path + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _addresses(each, here)
        else:
            yield here, each.name


def test_every_role_has_somebody_and_every_address_its_row():
    assert {seen.role for seen in PEOPLE.values()} == set(Role)
    assert {name for path, name in _addresses() if not path.startswith(SIGN_IN)} == set(ANSWERS)


@pytest.mark.django_db
def test_whoever_has_not_signed_in_is_asked_to_at_every_address():
    for path, name in _addresses():
        answer = Client().get("/" + re.sub(r"<[^>]+>", "x", path))
        if name in OPEN_TO_STRANGERS:
            assert answer.status_code == 200, path
        else:
            assert answer.status_code == 302, path
            assert answer.url.partition("?")[0] in (reverse("account_login"), reverse("home")), path


class WhoSeesWhat(Frozen):
    def test_each_role_gets_its_answer_at_each_address(self):
        for name, (arguments, answers) in ANSWERS.items():
            for person, seen in PEOPLE.items():
                self.get(reverse(name, args=arguments), person=person, status=answers[seen.role])

    def test_each_role_finds_its_own_indicators_in_each_view_and_no_others(self):
        self._assert_finds({person: roles.of(seen.frozen) for person, seen in PEOPLE.items()})

    def test_once_it_is_public_everybody_finds_the_frozen_quarter_and_of_the_time_since_no_more(self):
        passed = gather.passed(QUARTER)
        moment = gather.report_moment(positions.sealed(QUARTER))
        disclosure.publish(passed=passed, known_at=moment, by="Head of Performance", at=NOW)

        self._assert_finds({person: set(roles.INDICATORS) for person in PEOPLE})
        found = parsed.page(self.get(scorecard(), person=MEMBER))
        assert found.xpath('//section[@class="gt-time"]//li') == found.xpath('//li[a[text()="As frozen"]]')
        assert passed.seal[:4] in self.get(indicator("CUS01"), person=MEMBER)

    def test_each_role_opens_the_pages_of_its_own_indicators_and_no_others(self):
        portfolios = {each["portfolio"]: code for code, each in roles.INDICATORS.items()}
        owners = {"hos_landlord": next(iter(roles.of(PEOPLE["latchford"].live)))}
        for person, seen in PEOPLE.items():
            frozen = roles.of(seen.frozen)
            for code in {*portfolios.values(), *owners.values()}:
                closed = 404 if frozen else 403
                self.get(indicator(code), person=person, status=200 if code in frozen else closed)

    def test_each_role_finds_its_own_in_a_scorecard_of_every_level_and_no_others(self):
        sealed = positions.sealed(QUARTER)
        layouts = scorecards.layouts(on=sealed.position_date, known_at=sealed.known_at)
        one_of_each = {layout["level"]: layout for layout in layouts}.values()
        for person, seen in PEOPLE.items():
            frozen = roles.of(seen.frozen)
            for layout in one_of_each:
                lines = {code for section in layout["sections"] for code in section["lines"]}
                assert self._found(scorecard(layout["code"]), person) == lines & frozen, layout["code"]

    def test_a_figure_as_now_known_stands_on_a_page_for_those_alone_who_may_see_it(self):
        for person, seen in PEOPLE.items():
            if "CUS01" in roles.of(seen.frozen):
                for address in (indicator("CUS01"), scorecard(), reverse("home"), reverse("indicators")):
                    told = "88.6%" in self.get(address, person=person)
                    assert told == ("CUS01" in roles.of(seen.live)), (person, address)

    def test_a_member_is_told_that_nothing_is_published_yet(self):
        told = parsed.words(parsed.page(self.get(reverse("home"), person=MEMBER)))

        assert "No quarter is published yet" in told
        assert "Quarter 2 (July to September 2023) has not been published yet" in told
        assert "not been published yet" in self.get(scorecard(), person=MEMBER, status=403)

    def test_a_member_is_shown_the_latest_quarter_that_is_published(self):
        passed = gather.passed("2023-24-Q1")
        moment = gather.report_moment(positions.sealed("2023-24-Q1"))
        disclosure.publish(passed=passed, known_at=moment, by="Head of Performance", at=NOW)

        found = parsed.page(self.get(reverse("home"), person=MEMBER))
        assert parsed.words(found.xpath("//h1")[0]) == "Quarter 1 (April to June 2023)"
        assert "Quarter 2" in self.get(reverse("home"), person=OFFICER)

    def test_who_sees_a_part_is_told_that_there_is_more(self):
        told = "Only what is open to you is shown and counted."
        assert told in self.get(scorecard(), person="lanternby")
        assert told in self.get(scorecard(view="now"), person=OWNER)
        for person, address in ((OWNER, scorecard()), (OFFICER, scorecard(view="now"))):
            assert told not in self.get(address, person=person)

    def test_a_member_asking_for_the_time_since_the_freeze_is_refused(self):
        for view in ("now", "month"):
            self.get(scorecard(view=view), person=MEMBER, status=403)
            self.get(indicator("CUS01", view=view), person=MEMBER, status=403)

    def test_a_closed_account_sees_nothing(self):
        client = signed_in(OWNER)
        access.close(person=OWNER, reason="left", approver="Leader", by="Head of Performance", at=NOW)
        for name, (arguments, _answers) in ANSWERS.items():
            if name not in OPEN_TO_STRANGERS:
                assert client.get(reverse(name, args=arguments)).status_code in (302, 403), name

    def _assert_finds(self, frozen):
        """Each finds these as frozen, and of the time since what is theirs."""
        changed = self._found(reverse("changed"), OFFICER)
        for person, seen in PEOPLE.items():
            live = roles.of(seen.live)
            assert self._found(reverse("indicators"), person) == frozen[person], person
            if live:
                assert self._found(reverse("indicators") + "?view=now", person) == live, person
                assert self._found(reverse("changed"), person) == changed & live, person
                assert self._found(reverse("home"), person) == changed & live, person
            else:
                told = self.get(reverse("indicators") + "?view=now", person=person, status=403)
                assert reverse("changed") not in told, person

    def _found(self, address, person):
        """The indicators of the rows of a page; none of one that is not open."""
        answer = signed_in(person).get(address)
        assert answer.status_code in (200, 403), address
        rows = parsed.rows(parsed.page(answer.content.decode()))
        return {row.removeprefix("i-").upper() for row in rows}


@pytest.mark.django_db
def test_before_anything_is_frozen_the_first_page_says_so(client):
    load.load(folder=FOLDER, by="Head of Performance", at=NOW)

    assert "No quarter is frozen yet" in signed_in(OFFICER).get(reverse("home")).content.decode()
