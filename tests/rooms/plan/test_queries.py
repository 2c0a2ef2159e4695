"""What stood in the plan on a day, as known at a moment."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.council_folder import load
from goldenthread.plan import queries
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)
FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)
SEPTEMBER = date(2023, 9, 30)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(tmp_path):
    load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=NOW)


def status(action, on, known_at=FREEZE):
    return (
        queries.actions_in_force(on=on, known_at=known_at).filter(action=action).row(0, named=True)["status"]
    )


def test_an_action_completed_after_the_position_date_prints_as_it_stood():
    assert status("R2b", SEPTEMBER) == "green"
    assert status("R2b", date(2023, 10, 31)) == "complete"


def test_a_status_is_not_known_before_it_was_told():
    assert status("R2a", date(2023, 6, 30)) == "green"
    assert status("R2a", date(2023, 6, 30), known_at=datetime(2023, 7, 1, tzinfo=UTC)) is None


def test_actions_stand_in_the_plans_order_parts_beneath_their_action():
    frame = queries.actions_in_force(on=SEPTEMBER, known_at=FREEZE)
    assert frame["action"].to_list() == ["R1", "R2", "R2a", "R2b", "R10"]
    assert frame.filter("is_parent")["action"].to_list() == ["R2"]
    assert frame["order"].to_list() == [0, 1, 2, 3, 4]


def test_a_line_says_what_was_promised_and_how_much_of_it_is_done():
    line = queries.actions_in_force(on=SEPTEMBER, known_at=FREEZE).filter(action="R10").row(0, named=True)
    assert (line["done"], line["planned"], line["of"], line["of_what"]) == (22, 30, 60, "homes")
    assert line["due"] == date(2024, 3, 15)


def test_the_next_milestone_is_the_earliest_not_reached():
    def next_step(on):
        line = queries.actions_in_force(on=on, known_at=NOW).filter(action="R10").row(0, named=True)
        return line["next_milestone"], line["next_milestone_date"]

    assert next_step(date(2023, 6, 30)) == ("30 homes bought", SEPTEMBER)
    assert next_step(SEPTEMBER) == (None, None)


def test_an_action_names_the_indicator_it_follows():
    line = queries.actions_in_force(on=SEPTEMBER, known_at=FREEZE).filter(action="R1").row(0, named=True)
    assert (line["indicator"], line["follows_indicator"], line["status"]) == ("CUS01", True, None)


def test_the_plan_its_priorities_and_outcomes_come_in_order():
    assert queries.corporate_plan(on=SEPTEMBER, known_at=NOW).name == "Smallham Forward"
    assert [row.code for row in queries.priorities(on=SEPTEMBER, known_at=NOW)] == ["RF", "SN"]
    assert [row.name for row in queries.outcomes(on=SEPTEMBER, known_at=NOW)] == [
        "Residents get an answer first time"
    ]


def test_before_its_adoption_no_plan_is_known():
    with pytest.raises(queries.NoPlan):
        queries.corporate_plan(on=SEPTEMBER, known_at=datetime(2023, 2, 1, tzinfo=UTC))
    assert queries.actions_in_force(on=SEPTEMBER, known_at=datetime(2023, 2, 1, tzinfo=UTC)).is_empty()
