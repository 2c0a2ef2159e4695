"""The form: what was answered by a moment, by whom it was cleared, and what may not be printed of it."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit import triggers
from goldenthread.council_folder import load
from goldenthread.council_folder.schema import report
from goldenthread.disclosure import gate
from goldenthread.positions import freezing
from goldenthread.publication import open_data
from goldenthread.reports import form_words, gather, gather_form
from goldenthread.reports.form import (
    EVIDENCE,
    HEADINGS,
    Answer,
    BackgroundPaper,
    Clearance,
    Form,
    Officer,
    Risk,
    Standing,
)
from tests import small_council
from tests.rooms.reports import smallham

PERIOD = "2023-24-Q2"
NOW = datetime(2024, 3, 10, tzinfo=UTC)
AGENDA = datetime(2024, 1, 16, 23, 59, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def loaded(folder, **changed):
    load.load(folder=small_council.write(folder, **changed), by="Head of Performance", at=NOW)


def asked(known_at=AGENDA, period=PERIOD):
    return gather_form.form(period, known_at=known_at, cleared=gate.for_publication(smallham.sealed()))


def test_every_answer_of_the_folder_comes_to_the_form(tmp_path):
    loaded(tmp_path)
    assert asked() == Form(
        period=PERIOD,
        known_at=AGENDA,
        report_for="Cabinet",
        meeting_date=date(2024, 1, 24),
        subject="Performance in Q2",
        key_decision=Answer(False),
        responsible=Officer("R. Ledger", "Corporate Director of Resources"),
        portfolio="housing",
        holder="Cllr P. Newfield",
        exempt=Answer(False),
        call_in=Answer(True),
        summary="How the council did.",
        recommendations=("the report be noted",),
        reason="So that Cabinet knows.",
        standing=(Standing("legal", ("The law in this quarter.",)),),
        risks=(Risk("Nobody acts", ("challenges", "in_time"), "green"),),
        clearances=(
            Clearance(
                "cfo", "Statutory Officer", "Chief Financial Officer", "C. Cleared", day=date(2023, 11, 15)
            ),
        ),
        wards_notified=Answer(False, "All wards"),
        contact=Officer("N. Writer", "Head of Housing Needs", "n.writer@smallham.example", "020 7946 0100"),
        background=(BackgroundPaper("open-data/indicators.csv", "Indicators as open data"),),
    )


def test_what_nobody_answered_stays_open_and_is_no_no(tmp_path):
    loaded(tmp_path)
    assert asked().eqia is None
    assert asked().call_in_waived is None
    assert asked().wards == ""


def test_a_clearance_is_awaited_until_it_is_known(tmp_path):
    loaded(tmp_path)
    [before] = asked(known_at=datetime(2023, 11, 15, 12, tzinfo=UTC)).clearances
    [after] = asked(known_at=datetime(2023, 11, 15, 18, tzinfo=UTC)).clearances
    assert (before.day, after.day) == (None, date(2023, 11, 15))


def test_before_anybody_wrote_anything_there_is_no_form(tmp_path):
    loaded(tmp_path)
    assert asked(known_at=datetime(2023, 11, 13, tzinfo=UTC)) is None


def test_words_that_stand_make_a_form_whose_questions_are_open(tmp_path):
    """The law stands in every report; of a quarter that nobody answered nothing else is known."""
    loaded(tmp_path)
    found = asked(period="2023-24-Q1")
    assert [text.paragraphs for text in found.standing] == [("The law as reviewed.",)]
    assert found.standing[0].review_by == date(2024, 4, 2)
    assert (found.report_for, found.meeting_date, found.clearances) == ("", None, ())


def test_the_holder_is_that_of_the_day_of_the_meeting(tmp_path):
    """Housing changed hands on 1 September: a meeting in August was still Cllr Oldfield's."""
    early = small_council.text("report", "    key_decision: no", "    meeting_date: 2023-08-30")
    loaded(tmp_path, report=early)
    assert (asked().meeting_date, asked().holder) == (date(2023, 8, 30), "Cllr E. Oldfield")


def test_nobody_is_named_for_a_post_that_is_vacant(tmp_path):
    vacant = small_council.text("report", "{post: cd_resources, name: R. Ledger}", "{post: hos_customer}")
    held = small_council.text("organisation", "vacant: true,", "vacant: true, holder: L. Gone,")
    loaded(tmp_path, report=vacant, organisation=held)
    assert asked().responsible == Officer("", "Head of Customers")


def test_the_law_under_which_a_report_is_exempt_stands_before_the_reason(tmp_path):
    exempt = "exempt: {said: yes, paragraph: Paragraph 3, reason: It tells of a tender}"
    loaded(tmp_path, report=small_council.text("report", "exempt: no", exempt))
    assert asked().exempt == Answer(True, "Paragraph 3: It tells of a tender")


def test_the_form_is_known_by_the_day_of_the_agenda():
    """To the last second of that day in London; without an agenda, by the report's own moment."""
    dates = {"period": PERIOD, "updates_to": "2023-11-30"}
    steps = [{"code": "agenda", "label": "Agenda", "date": "2024-07-16"}]
    with_agenda = smallham.sealed(calendar=({**dates, "steps": steps},))
    assert gather.form_moment(with_agenda) == datetime(2024, 7, 16, 22, 59, 59, 999999, UTC)
    without = smallham.sealed(calendar=({**dates, "steps": []},))
    assert gather.form_moment(without) == gather.report_moment(without)
    assert gather.form_moment(smallham.sealed()) == smallham.FROZEN


def test_a_pack_holds_the_form_of_the_moment_it_is_asked_for(tmp_path):
    loaded(tmp_path)
    freeze()
    earlier = datetime(2023, 11, 15, 12, tzinfo=UTC)
    assert gather.material(PERIOD).form is None, "without an agenda the freeze is the moment"
    assert gather.material(PERIOD, form_known_at=earlier).form == asked(known_at=earlier)
    assert gather.material(PERIOD, form_known_at=AGENDA).form == asked()


def test_what_is_answered_after_the_freeze_leaves_its_seal_alone(tmp_path):
    with transaction.atomic():
        loaded(tmp_path / "without", report="reports: []\n")
        bare = freeze().digest
        transaction.set_rollback(True)
    loaded(tmp_path / "with")
    assert freeze().digest == bare


def freeze():
    frozen = datetime(2023, 11, 10, 17, tzinfo=UTC)
    return freezing.freeze(
        period=PERIOD, position_date=date(2023, 9, 30), known_at=frozen, by="Head of Performance", at=NOW
    )


@pytest.mark.parametrize("table", ["reports_form", "reports_standing_text", "reports_clearance"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET approver = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_an_answer(tmp_path, table, statement):
    loaded(tmp_path)
    assert triggers.missing() == []
    with (
        pytest.raises(DatabaseError, match=f"{table} is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_the_words_of_the_file_are_those_of_the_form():
    assert get_args(report.Evidence) == tuple(EVIDENCE)
    assert get_args(report.Heading) == HEADINGS


def test_whatever_may_be_named_as_a_background_paper_is_a_table_of_the_pack():
    assert set(report.OPEN_DATA) <= set(open_data.files(smallham.material()))


# Every free text, with a sentence that could tell of somebody.
TOLD = "Two siblings moved twice in August."
SPEAKING = Form(
    period=PERIOD,
    known_at=AGENDA,
    **dict.fromkeys(form_words.TEXTS, TOLD),
    **dict.fromkeys(form_words.ANSWERS, Answer(True, TOLD)),
    recommendations=(TOLD,),
    standing=(Standing("legal", ("Section 3 of the Children Act 1989.", TOLD)),),
    risks=(Risk(TOLD, (), "green"),),
    background=(BackgroundPaper("open-data/indicators.csv", TOLD),),
)


def through(form, **sealed):
    return form_words.through_the_gate(form, gate.for_publication(smallham.sealed(**sealed)))


def test_no_text_of_the_form_may_count_two_siblings():
    """Wherever in the form it stands; each text is withheld on its own, with a decision on record."""
    passed = through(SPEAKING)
    assert "siblings" not in repr(passed)
    assert passed.standing[0].paragraphs == ("Section 3 of the Children Act 1989.", gate.WITHHELD)
    assert len(passed.decisions) == repr(passed).count(gate.WITHHELD) == repr(SPEAKING).count(TOLD)
    assert ("summary", gate.FEW) in {(each.subject, each.why) for each in passed.decisions}


def test_no_field_of_the_form_that_holds_words_is_forgotten():
    """Somebody who adds a field must say whether it is looked at."""
    of_people = {"responsible", "holder", "clearances", "contact"}
    codes_and_dates = {"period", "known_at", "meeting_date", "portfolio"}
    looked_at = {*form_words.TEXTS, *form_words.ANSWERS, "recommendations", "standing", "risks", "background"}
    assert looked_at | of_people | codes_and_dates | {"decisions"} == {each.name for each in fields(Form)}


def test_beside_a_hidden_figure_the_form_may_give_no_number_for_it():
    """B2 is hidden: by its code or its name, no sentence with a number may speak of it."""
    for told in ("All but 7 in 145 count towards B2.", "For measure b2 it was 97.9%."):
        assert through(Form(PERIOD, AGENDA, summary=told)).summary == gate.WITHHELD
    for harmless in ("B2 is hidden in this report.", "For measure A1 it was 91.3%."):
        assert through(Form(PERIOD, AGENDA, summary=harmless)).summary == harmless


def test_names_days_addresses_and_laws_count_nobody():
    plain = Form(
        period=PERIOD,
        known_at=AGENDA,
        meeting_date=date(2024, 1, 24),
        responsible=Officer("T. Two-Children", "Head of One Household"),
        clearances=(Clearance("cfo", "Officer", "Head of Three Families", "F. Five", day=date(2024, 1, 1)),),
        contact=Officer("A. Writer", "Head", "one.person@smallham.example", "020 7946 0002"),
        standing=(Standing("legal", LAWS),),
    )
    assert through(plain) == plain


LAWS = (
    "Section 3 of the Local Government Act 1999 asks for continuous improvement.",
    "Under section 149(1) of the Equality Act 2010 the council owes people who share a trait a duty.",
    "Paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972: likely to reveal an individual.",
    "Section 2 of the Children and Families Act 2014 and s.4 of the Young People Act apply.",
    "A council that puts residents first; a place where those in need are supported.",
)
