"""Larkhythe's form: the dates, names and answers that its covering report must print."""

from datetime import UTC, date, datetime
from pathlib import Path

from django.test import TestCase

from goldenthread.council_folder import load
from goldenthread.disclosure import gate
from goldenthread.reports import gather_form
from goldenthread.reports.form import EVIDENCE, HEADINGS, Answer
from tests.rooms.reports import smallham

FOLDER = Path(__file__).parents[3] / "examples" / "larkhythe"
NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
PUBLISHED = datetime(2024, 1, 16, 23, 59, tzinfo=UTC)
ON_THE_FORM = {
    "report_for": "Cabinet",
    "meeting_date": date(2024, 1, 24),
    "subject": "Strategic Performance Report Q2 2023-24",
    "key_decision": Answer(False),
    "holder": "Cllr M. Osierley",
    "exempt": Answer(False),
    "call_in": Answer(True),
    "wards": "All wards",
    "register_attached": "Not applicable",
    "separate_register": Answer(False),
    "holder_consulted": Answer(True),
    "wards_notified": Answer(False, "It impacts on all wards"),
    "eqia": Answer(False, "The quarterly performance report needs no equality impact assessment (EqIA)"),
    "background": (),
    "call_in_waived": Answer(False),
    "decisions": (),
}
CLEARED = [
    ("Statutory Officer", "Chief Financial Officer", False, date(2023, 12, 19)),
    ("Statutory Officer", "Monitoring Officer", True, date(2023, 12, 6)),
    ("Chief Officer", "Corporate Director", False, date(2023, 12, 19)),
    ("Head of Procurement", "Head of Procurement", False, date(2023, 12, 13)),
    ("Head of Internal Audit", "Head of Internal Audit", True, date(2023, 12, 18)),
]


class LarkhythesForm(TestCase):
    """Loaded once, as the folder stands."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=FOLDER, by="Head of Performance", at=NOW)
        cls.form = cls.asked(PUBLISHED)

    @staticmethod
    def asked(known_at, period="2023-24-Q2"):
        cleared = gate.for_publication(smallham.sealed())
        return gather_form.form(period, known_at=known_at, cleared=cleared)

    def text(self, heading):
        (found,) = [text for text in self.form.standing if text.heading == heading]
        return found

    def test_the_questions_are_answered_as_the_form_prints_them(self):
        assert {name: getattr(self.form, name) for name in ON_THE_FORM} == ON_THE_FORM
        assert (self.form.responsible.post, self.form.contact.post) == (
            "Managing Director",
            "Head of Performance",
        )

    def test_whom_the_form_names_has_a_name_and_an_address_that_is_nobody_elses(self):
        assert self.form.responsible.name
        assert self.form.contact.email.endswith("@larkhythe.example")
        assert self.form.contact.telephone.startswith("020 7946 0")

    def test_five_officers_cleared_it_in_the_forms_order(self):
        told = [(each.role, each.office, each.on_behalf, each.day) for each in self.form.clearances]
        assert told == CLEARED
        assert all(each.name for each in self.form.clearances)

    def test_in_the_first_week_of_december_only_one_had(self):
        form = self.asked(datetime(2023, 12, 7, tzinfo=UTC))
        assert [each.code for each in form.clearances if each.day] == ["monitoring_officer"]

    def test_cabinet_is_asked_two_things(self):
        assert [words.split()[:2] for words in self.form.recommendations] == [
            ["portfolio", "holders"],
            ["the", "report"],
        ]
        assert self.form.reason.startswith("To keep Cabinet informed")

    def test_its_one_risk_rests_on_what_is_held(self):
        (risk,) = self.form.risks
        assert risk.rating == "green"
        assert set(risk.evidence) <= set(EVIDENCE)

    def test_the_law_stands_as_it_was_reviewed(self):
        law = self.text("legal")
        words = " ".join(law.paragraphs)
        assert law.reviewed == date(2023, 10, 2)
        assert PUBLISHED.date() <= law.review_by
        assert "section 3 of the Local Government Act 1999" in words
        assert "draft guidance" in words
        assert "Oflog" in words
        assert "Section 149 of the Equality Act 2010" in " ".join(self.text("equalities").paragraphs)

    def test_none_and_not_applicable_are_answers(self):
        assert self.text("ward_comments").paragraphs == ("Not applicable",)
        assert self.text("procurement").paragraphs == ("None",)

    def test_every_heading_but_those_written_from_the_plan_and_the_figures_has_words(self):
        written = {text.heading for text in self.form.standing}
        assert set(HEADINGS) - written == {"introduction", "summary"}

    def test_quarter_1_has_its_own_form(self):
        form = self.asked(datetime(2023, 10, 10, 22, tzinfo=UTC), "2023-24-Q1")
        assert form.meeting_date == date(2023, 10, 18)
        assert all(date(2023, 8, 11) <= each.day <= date(2023, 10, 10) for each in form.clearances)
