"""Surveys: how many answered and the interval given are kept, sealed and corrected as figures are."""

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit import verify as audit_verify
from goldenthread.observations import actions, ledger, verify
from goldenthread.observations.delivery import DeliveryNotSound
from goldenthread.observations.models import Observation
from tests.rooms.observations.figures import NOW, day, figure, record

pytestmark = pytest.mark.django_db

OCTOBER, JANUARY = day(10, 10), day(1, 10, 2024)
SURVEY = {"respondents_exact": "842", "given_lower_exact": "52", "given_upper_exact": "60"}
# Computed before the ledger knew surveys, by the hash of what a figure then said.
HASH_OF_OLD = "9c31aa8e0156a91216283a341b2f7bda49e273ea7f6c8bff577fd5ee32824de0"


def asked(value="56", **more):
    return figure(value, **(SURVEY | more))


def kept(known_at=NOW):
    (row,) = ledger.series(known_at=known_at).iter_rows(named=True)
    return row["value_exact"], row["respondents_exact"], row["given_lower_exact"], row["given_upper_exact"]


def is_whole():
    return [*audit_verify.faults(), *verify.faults()] == []


def test_a_survey_keeps_how_many_answered_and_its_interval():
    record(asked(given_upper_exact="60.0"))

    assert kept() == ("56", "842", "52", "60")
    assert is_whole()


def test_an_interval_may_come_without_how_many_answered_and_the_other_way_round():
    record(
        asked(respondents_exact=None),
        asked(period="2023-08", given_lower_exact=None, given_upper_exact=None),
    )

    assert Observation.objects.filter(respondents=None).count() == 1
    assert Observation.objects.filter(given_lower=None, given_upper=None).count() == 1


def test_a_figure_of_no_survey_keeps_the_hash_it_always_had():
    record(figure("88.1", numerator_exact="881", denominator_exact="1000"))

    assert Observation.objects.get().row_hash == HASH_OF_OLD


@pytest.mark.parametrize("changed", [{"respondents_exact": "843"}, {"given_lower_exact": "51.5"}])
def test_another_interval_for_the_same_value_is_a_correction(changed):
    record(asked())

    done = record(asked(**changed, why="weights put right"), known_from=JANUARY)

    assert (done.added, done.changed) == (0, 1)
    (row,) = done.rows.iter_rows(named=True)
    assert row["old_respondents_exact"] == "842"
    assert kept(known_at=OCTOBER) == ("56", "842", "52", "60")
    assert kept() != kept(known_at=OCTOBER)
    assert is_whole()


def test_the_same_survey_again_changes_nothing():
    record(asked(), digest="abc")

    assert record(asked(given_lower_exact="52.00"), known_from=JANUARY, digest="abc").unchanged == 1


def test_no_two_surveys_have_one_hash():
    """What one says of its ends, another says of its answers; a note says neither."""
    given = [
        {"respondents_exact": "52", "given_lower_exact": None, "given_upper_exact": None},
        {"respondents_exact": None, "given_lower_exact": "52", "given_upper_exact": "60"},
        {"respondents_exact": None, "given_lower_exact": None, "given_upper_exact": None, "note": "52"},
        {"respondents_exact": None, "given_lower_exact": None, "given_upper_exact": None},
    ]
    record(*(asked(area=f"A{number}", **said) for number, said in enumerate(given)))

    assert Observation.objects.values("row_hash").distinct().count() == len(given)
    assert is_whole()


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"respondents_exact": "0"}, "whole number above zero"),
        ({"respondents_exact": "-3"}, "whole number above zero"),
        ({"respondents_exact": "84.5"}, "whole number above zero"),
        ({"given_lower_exact": None}, "two ends"),
        ({"given_upper_exact": None}, "two ends"),
        ({"given_lower_exact": "61"}, "not above the upper"),
        ({"given_lower_exact": "57"}, "within its own interval"),
        ({"given_upper_exact": "55.9"}, "within its own interval"),
    ],
)
def test_what_no_survey_can_say_is_refused(said, because):
    with pytest.raises(DeliveryNotSound, match=f"{because}.*: CUS01 LKH 2023-09"):
        record(asked(**said))
    assert not Observation.objects.exists()


def test_a_missing_figure_has_no_interval():
    with pytest.raises(DeliveryNotSound, match="no answers and no interval: CUS01 LKH 2023-09"):
        record(figure(None, **SURVEY))


def test_a_figure_on_the_edge_of_its_interval_is_within_it():
    record(asked("52"), asked("60", period="2023-08"))

    assert Observation.objects.count() == 2


@pytest.mark.parametrize(
    "change",
    ["respondents = '8.5'", "respondents = 'many'", "given_lower = NULL", "given_upper = '60.0'"],
)
def test_the_database_itself_holds_out_what_is_not_sound(change):
    record(asked())
    names = (
        "indicator, area, breakdown, known_from, numerator, denominator, value, status, reason, note, cell"
    )
    rest = "replaces, why, row_hash, submission_id"
    column, _, value = change.partition(" = ")
    survey = [value if name == column else name for name in ("respondents", "given_lower", "given_upper")]
    statement = (
        f"INSERT INTO observations_observation"
        f" (period, {names}, {rest}, respondents, given_lower, given_upper)"
        f" SELECT '2023-07', {names}, {rest}, {', '.join(survey)} FROM observations_observation"
    )
    with pytest.raises(DatabaseError, match="survey_is_sound"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.parametrize("column", ["respondents", "given_lower", "given_upper"])
def test_the_database_refuses_to_change_a_survey(column):
    record(asked())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(f"UPDATE observations_observation SET {column} = '55'")


def test_a_redacted_survey_says_nothing_any_more():
    record(asked())
    row_hash = Observation.objects.get().row_hash

    actions.redact(
        row_hashes=[row_hash],
        reason="answers of one street",
        approver="Data Protection Lead",
        by="Head of Performance",
        at=NOW,
    )

    assert kept() == (None, None, None, None)
    assert Observation.objects.get().row_hash == row_hash
    assert is_whole()


def test_a_survey_that_was_tampered_with_is_found():
    record(asked())
    _without_triggers("UPDATE observations_observation SET respondents = '99'")

    assert ["row hash" in str(fault) for fault in verify.faults()].count(True) == 1


def _without_triggers(statement):
    from goldenthread.audit import triggers

    triggers.drop()
    connection.cursor().execute(statement)
    triggers.install()
