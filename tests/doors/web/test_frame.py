import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event
from goldenthread.web import warming
from tests.acceptance.larkhythe import NOW
from tests.doors.web import parsed
from tests.doors.web.council import OFFICER, Frozen, indicator, scorecard, signed_in

ADDRESSES = (
    reverse("home"), reverse("changed"), reverse("indicators"), scorecard(), scorecard(view="now"),
    scorecard(view="month"), reverse("level", args=["service"]), indicator("CUS01"), indicator("EDU01"),
)  # fmt: skip
# Who signed in and what they may, which quarters there are, how far the audit reaches, the council.
QUERIES_AT_MOST = 14
WEIGHT_AT_MOST = 150_000


class Frame(Frozen):
    def test_nothing_on_a_page_needs_inline_style_or_script(self):
        for address in ADDRESSES:
            found = parsed.page(self.get(address))
            assert found.xpath("//style | //script | //*[@style]") == [], address
            assert [name for each in found.iter() for name in each.attrib if name.startswith("on")] == []

    def test_every_page_says_that_the_example_is_invented(self):
        for address in ADDRESSES:
            assert self.get(address).count("Every figure is invented.") >= 2

    def test_every_page_says_in_which_look_its_figures_are(self):
        for address in ADDRESSES:
            assert "Figures as the public sees them" in self.get(address)

    def test_each_page_asks_the_database_a_few_things_however_many_rows_it_has(self):
        client = signed_in(OFFICER)
        for address in ADDRESSES:
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            assert len(asked) <= QUERIES_AT_MOST, (address, [query["sql"] for query in asked])

    def test_an_answer_is_kept_until_something_is_recorded_that_may_change_a_figure(self):
        client = signed_in(OFFICER)
        client.get(scorecard())
        said = {"by": "Head of Performance", "at": NOW, "label": "", "details": {}}
        for event, subject, is_gathered_anew in (
            (Event.UNPROTECTED_EXPORTED, "x", False),
            (Event.VERSIONS_ADDED, "rolegrant", False),
            (Event.VERSIONS_ADDED, "target", True),
            (Event.RETURN_IMPORTED, "x", True),
        ):
            with transaction.atomic():
                audit.write(event=event, subject=subject, **said)
            with CaptureQueriesContext(connection) as asked:
                client.get(scorecard())
            assert (len(asked) > QUERIES_AT_MOST) == is_gathered_anew, (event, subject)

    def test_the_first_who_asks_after_something_was_recorded_finds_it_ready(self):
        client = signed_in(OFFICER)
        with transaction.atomic():
            audit.write(event=Event.RETURN_IMPORTED, by="x", at=NOW, subject="y", label="", details={})
        warming.once(at=timezone.now())

        for address in (scorecard(), indicator("CUS01")):
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            assert len(asked) <= QUERIES_AT_MOST, address

    def test_a_page_with_its_style_sheets_is_light(self):
        for address in ADDRESSES:
            text = self.get(address)
            sheets = re.findall(r'href="/static/(goldenthread/[^"]+\.css)"', text)
            assert len(sheets) == 5
            bodies = [text.encode(), *(Path(finders.find(sheet)).read_bytes() for sheet in sheets)]
            assert len(bodies[0]) < WEIGHT_AT_MOST
            assert sum(len(gzip.compress(body)) for body in bodies) < WEIGHT_AT_MOST / 2


@pytest.mark.django_db
def test_before_anything_is_frozen_there_is_nothing_to_have_ready():
    warming.once(at=NOW)
