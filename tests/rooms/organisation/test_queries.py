"""What is known of the organisation on a day, as known at a moment."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.council_folder import load
from goldenthread.organisation import queries
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)
SEPTEMBER = date(2023, 9, 30)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(tmp_path):
    load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=NOW)


def test_a_reshuffle_leaves_the_old_report_its_old_holder():
    june = {p.code: p.holder for p in queries.portfolios(on=date(2023, 6, 30), known_at=NOW)}
    september = {p.code: p.holder for p in queries.portfolios(on=SEPTEMBER, known_at=NOW)}
    assert june["housing"] == "Cllr E. Oldfield"
    assert september["housing"] == "Cllr P. Newfield"


def test_a_change_is_not_known_before_it_was_told():
    as_known_in_august = queries.portfolios(on=SEPTEMBER, known_at=datetime(2023, 8, 31, tzinfo=UTC))
    assert [p.holder for p in as_known_in_august] == ["Cllr A. Brookly", "Cllr E. Oldfield"]


def test_while_a_post_is_vacant_the_deputy_answers():
    posts = queries.posts(on=SEPTEMBER, known_at=NOW)
    assert queries.answering(posts, "hos_customer").title == "Corporate Director of Resources"
    assert queries.answering(posts, "hos_needs").title == "Head of Housing Needs"
    with pytest.raises(queries.NoSuchPost):
        queries.answering(posts, "hos_nothing")


def test_the_council_has_its_own_words_for_its_levels_and_ours_for_the_rest():
    council = queries.council(on=SEPTEMBER, known_at=NOW)
    labels = queries.labels(council)
    assert council.notice == "Smallham is a fictional borough. Every figure is invented."
    assert labels["flagship_action"].many == "Pledges"
    assert labels["priority"].many == "priorities"


def test_units_areas_dimensions_and_peers_come_back_as_written():
    assert queries.units(on=SEPTEMBER, known_at=NOW).at("HOU.needs", "directorate") == "HOU"
    assert [area.code for area in queries.areas(on=SEPTEMBER, known_at=NOW, kind="ward")] == ["X05990001"]
    assert queries.dimensions(on=SEPTEMBER, known_at=NOW)["age"].values[1] == {
        "code": "65+",
        "label": "65 and over",
    }
    assert queries.comparator_groups(on=SEPTEMBER, known_at=NOW)["nearest"].members == ["SMH"]


def test_a_period_outside_the_calendar_is_met_with_those_in_it():
    found = queries.reporting_period("2023-24-Q2", on=SEPTEMBER, known_at=NOW)
    assert found.position_date == SEPTEMBER
    assert found.freeze_at == datetime(2023, 11, 10, 17, tzinfo=UTC)
    with pytest.raises(queries.NotInCalendar, match="2023-24-Q2"):
        queries.reporting_period("2023-24-Q3", on=SEPTEMBER, known_at=NOW)
