"""Definitions, targets and schemes in force on a day, as known at a moment."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.council_folder import load
from goldenthread.indicators import queries
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)
SEPTEMBER = date(2023, 9, 30)
SCHEMES = """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Own rule}
schemes:
  - code: own
    name: Ours
    bands:
      - {code: good, label: Good, short: G, shape: circle, token: green, group: met}
      - {code: bad, label: Bad, short: B, shape: square, token: red, group: missed}
    edges:
      - {at: {base: target, by: 2.5}}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(tmp_path):
    folder = small_council.write(tmp_path)
    (folder / "schemes.yaml").write_text(SCHEMES)
    load.load(folder=folder, by="Head of Performance", at=NOW)


def test_a_definition_is_the_librarys_with_the_councils_own_words_over_it():
    frame = queries.definitions(on=SEPTEMBER, known_at=NOW)
    row = frame.filter(indicator="CUS01").row(0, named=True)
    assert frame.schema == queries.DEFINITIONS
    assert (row["name"], row["decimals"]) == ("Stage 1 complaints answered within 15 working days", 1)
    assert (row["multiplier"], row["deadband"], row["dimensions"]) == (100.0, 0.5, ["ward"])


def test_a_new_definition_holds_from_its_day_and_once_it_is_known():
    def definition(on, known_at):
        frame = queries.definitions(on=on, known_at=known_at)
        return frame.filter(indicator="REV01").row(0, named=True)["definition"]

    april = date(2024, 4, 1)
    assert definition(april, NOW) == "Council tax received, by the new return."
    assert definition(SEPTEMBER, NOW).startswith("Council tax of the year")
    assert definition(april, datetime(2024, 2, 1, tzinfo=UTC)).startswith("Council tax of the year")


def test_a_target_of_the_year_is_one_row_and_a_profile_one_for_each_period():
    frame = queries.targets(on=SEPTEMBER, known_at=NOW)
    assert frame.schema == queries.TARGETS
    assert frame.select("indicator", "period", "target", "amber").rows() == [
        ("CUS01", "", 90.0, 85.0),
        ("HOU12", "", 28.0, 30.0),
        ("LOCAL1", "", None, None),
        ("REV01", "ytd-2023-06", 29.2, 28.7),
        ("REV01", "ytd-2023-09", 56.4, 55.9),
    ]
    assert frame.filter(indicator="REV01")["target_exact"].to_list() == ["29.2", "56.4"]
    assert frame.filter(indicator="REV01")["year_end"].to_list() == [97.5, 97.5]
    assert frame.filter(indicator="LOCAL1")["none"].item() == "no_target"


def test_the_target_before_tells_what_a_new_target_replaced():
    before = queries.previous_targets(on=SEPTEMBER, known_at=NOW)
    now = queries.targets(on=SEPTEMBER, known_at=NOW).filter(indicator="HOU12")
    assert before.select("indicator", "target", "amber", "version").rows() == [("HOU12", 25.0, 27.0, 1)]
    assert now.select("target", "version", "reason").rows() == [(28.0, 2, "Damp work done first")]


def test_the_history_of_targets_is_whole():
    history = queries.target_history(known_at=NOW).filter(indicator="HOU12")
    assert history.select("version", "target", "effective_from").rows() == [
        (1, 25.0, date(2022, 4, 1)),
        (2, 28.0, date(2023, 4, 1)),
    ]


def test_schemes_are_those_shipped_and_the_councils_own():
    schemes = queries.schemes(on=SEPTEMBER, known_at=NOW)
    assert schemes["standard"].band_codes == ("green", "amber", "red")
    assert schemes["own"].edges[0].at[0].by == 2.5
    assert "own" not in queries.schemes(on=date(2023, 3, 1), known_at=NOW)
