"""The table of every address, every role and the answer that each gets."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.access import actions as access
from goldenthread.council_folder import load
from goldenthread.disclosure import actions as disclosure
from goldenthread.positions import queries as positions
from goldenthread.reports import gather
from goldenthread.web import urls
from tests.acceptance.larkhythe import NOW
from tests.doors.web import parsed
from tests.doors.web.council import (
    ADMINISTRATOR,
    DIRECTOR,
    FOLDER,
    HOLDER,
    MEMBER,
    OFFICER,
    OWNER,
    QUARTER,
    Frozen,
    indicator,
    scorecard,
    signed_in,
)

ROLES = (OFFICER, OWNER, DIRECTOR, HOLDER, MEMBER, ADMINISTRATOR)
# The quarter is frozen and not yet released: members and administrators see none of its figures.
ANSWERS = {
    "home": ((), (200, 200, 200, 200, 200, 200)),
    "changed": ((), (200, 200, 200, 200, 403, 403)),
    "scorecards": ((), (302, 302, 302, 302, 302, 302)),
    "level": (("directorate",), (200, 200, 200, 200, 200, 200)),
    "scorecard": (("corporate",), (200, 200, 200, 200, 200, 200)),
    "indicators": ((), (200, 200, 200, 200, 200, 200)),
    "indicator": (("CUS01",), (200, 200, 200, 404, 404, 404)),
    "brand": ((), (200, 200, 200, 200, 200, 200)),
}
OPEN_TO_ALL = ("brand",)


def test_every_address_has_its_row():
    assert {pattern.name for pattern in urls.urlpatterns} == set(ANSWERS)


class WhoSeesWhat(Frozen):
    def test_each_role_gets_its_answer(self):
        for name, (arguments, answers) in ANSWERS.items():
            for person, status in zip(ROLES, answers, strict=True):
                self.get(reverse(name, args=arguments), person=person, status=status)

    def test_whoever_has_not_signed_in_is_asked_to(self):
        for name, (arguments, _answers) in ANSWERS.items():
            answer = Client().get(reverse(name, args=arguments))
            assert answer.status_code == (200 if name in OPEN_TO_ALL else 302), name

    def test_a_manager_sees_all_that_is_frozen_and_of_the_time_since_only_their_own(self):
        frozen = parsed.rows(parsed.page(self.get(scorecard(), person=OWNER)))
        now = parsed.rows(parsed.page(self.get(scorecard(view="now"), person=OWNER)))

        assert len(frozen) == 66
        own = parsed.rows(parsed.page(self.get(scorecard("PLA.waste"), person=OFFICER)))
        assert set(now) == set(own)
        assert "88.6" not in self.get(indicator("CUS01"), person=OWNER)

    def test_a_portfolio_holder_sees_their_own_portfolio_before_it_is_published_and_no_other(self):
        shown = parsed.rows(parsed.page(self.get(scorecard(), person=HOLDER)))
        own = parsed.rows(parsed.page(self.get(scorecard("portfolio-housing"), person=OFFICER)))

        assert set(shown) == set(own)
        self.get(indicator("HOU01"), person=HOLDER)

    def test_a_member_asking_for_the_time_since_the_freeze_is_refused(self):
        for view in ("now", "month"):
            self.get(scorecard(view=view), person=MEMBER, status=403)

    def test_once_it_is_public_a_member_sees_the_frozen_quarter_and_nothing_since(self):
        passed = gather.passed(QUARTER)
        moment = gather.report_moment(positions.sealed(QUARTER))
        disclosure.publish(passed=passed, known_at=moment, by="Head of Performance", at=NOW)

        found = parsed.page(self.get(scorecard(), person=MEMBER))
        assert len(parsed.rows(found)) == 66
        assert found.xpath('//section[@class="gt-time"]//li') == found.xpath('//li[a[text()="As frozen"]]')
        told = self.get(indicator("CUS01"), person=MEMBER)
        assert "91.3%" in told
        assert "88.6" not in told
        assert passed.seal[:4] in told
        self.get(scorecard(view="now"), person=MEMBER, status=403)

    def test_a_closed_account_sees_nothing(self):
        client = signed_in(MEMBER)
        access.close(person=MEMBER, reason="left", approver="Leader", by="Head of Performance", at=NOW)
        assert client.get(reverse("home")).status_code in (302, 403)


@pytest.mark.django_db
def test_before_anything_is_frozen_the_first_page_says_so(client):
    load.load(folder=FOLDER, by="Head of Performance", at=NOW)

    assert "No quarter is frozen yet" in signed_in(OFFICER).get(reverse("home")).content.decode()
