"""What is said when a page cannot be shown, in the frame and to whom."""

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import reverse

from goldenthread.web.pages import faults
from tests.doors.web import parsed
from tests.doors.web.council import (
    LEAD,
    MEMBER,
    OFFICER,
    OWNER,
    Frozen,
    indicator,
    show_all_but_one,
    signed_in,
)


class Faults(Frozen):
    def test_a_page_that_there_is_not_stands_in_the_frame_with_the_ways_on(self):
        found = parsed.page(self.get("/nowhere/", status=404))

        assert parsed.words(found.xpath("//h1")[0]) == "There is no such page"
        _assert_framed(found)

    def test_what_there_is_instead_is_said(self):
        told = self.get(reverse("home") + "?period=2031-32-Q1", status=404)

        assert "There are: 2023-24-Q1, 2023-24-Q2." in told
        _assert_framed(parsed.page(told))

    def test_a_page_that_is_not_open_stands_in_the_frame(self):
        found = parsed.page(self.get(reverse("changed"), person=MEMBER, status=403))

        assert parsed.words(found.xpath("//h1")[0]) == "You may not see this page"
        assert [parsed.words(way) for way in found.xpath('//ul[@class="gt-nav"]/li')] == [
            "Scorecards", "Indicators",
        ]  # fmt: skip

    def test_a_fault_of_ours_stands_in_the_frame(self):
        request = RequestFactory().get("/")
        request.user = AnonymousUser()
        answer = faults.broken(request)

        assert answer.status_code == 500
        assert "Something has gone wrong" in answer.content.decode()
        assert "London Borough of Larkhythe" in answer.content.decode()

    def test_a_fault_before_anybody_was_asked_who_they_are_is_told_too(self):
        assert faults.broken(RequestFactory().get("/")).status_code == 500

    def test_a_form_from_a_page_that_is_too_old_is_answered_in_the_frame(self):
        client = Client(enforce_csrf_checks=True)
        client.cookies = signed_in(OFFICER).cookies
        answer = client.post(reverse("account_logout"))

        assert answer.status_code == 403
        assert "Go back, load it again and send it once more." in answer.content.decode()
        _assert_framed(parsed.page(answer.content.decode()))

    def test_a_quarter_that_cannot_be_protected_is_told_with_what_to_mend(self):
        """All groups but the smallest must be shown, and so must the total: the last one follows."""
        show_all_but_one("EDU01")

        for person in (OFFICER, LEAD):
            told = parsed.words(parsed.page(self.get(reverse("home"), person=person, status=503)))
            assert "The figures of Quarter 2 (July to September 2023) cannot be shown" in told
            assert "EDU01" in told
            assert "cheapest way out" in told

    def test_who_cannot_mend_it_is_told_whom_to_ask_and_no_more(self):
        show_all_but_one("EDU01")

        for address in (reverse("home"), indicator("EDU01")):
            told = self.get(address, person=OWNER, status=503)
            assert "Ask the performance team." in told
            assert "EDU01" not in parsed.words(parsed.page(told))
            _assert_framed(parsed.page(told))


def test_where_the_database_does_not_answer_the_words_stand_alone(django_db_blocker):
    request = RequestFactory().get("/")
    with django_db_blocker.unblock(), connection.execute_wrapper(_refusing):
        answer = faults.broken(request)

    assert answer.status_code == 500
    assert "Something has gone wrong" in answer.content.decode()


def _refusing(execute, sql, params, many, context):
    raise OperationalError("the database does not answer")


def _assert_framed(found):
    assert "London Borough of Larkhythe" in parsed.words(found.xpath("//header")[0])
    assert [parsed.words(way) for way in found.xpath('//ul[@class="gt-nav"]/li')][:2] == [
        "Scorecards", "Indicators",
    ]  # fmt: skip
    assert found.xpath('//main[@id="main"]//a/@href') == [reverse("home")]
