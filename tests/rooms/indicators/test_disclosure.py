"""How figures are protected on a day, as known at a moment: policies, links, groupings, exceptions, names."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldenthread.council_folder import load
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure import policy
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)
SEPTEMBER = date(2023, 9, 30)
FEBRUARY = date(2024, 2, 1)
LINES = """\
defaults:
  effective_from: 2023-04-01
  known_from: 2023-03-20T12:00
  approver: Data Protection Lead
  reason: Policy 2023
roles:
  - {code: data_protection_lead, posts: [hos_needs]}
policies:
  - code: people
    default: true
    from_preset: dfe_children_in_need
    unprotected_for: [data_protection_lead]
    changes:
      - {effective_from: 2024-01-01, known_from: 2023-12-01, reason: Wards are small, threshold: 9}
  - code: amounts
    name: No payment that one or two make up
    source: The council
    p_percent: 0.1
    dominance: {n: 2, k: 0.85}
    minimum_contributors: 3
  - {code: benches, from_preset: none, none_because: It counts benches}
links:
  - {code: complaints, counts: [CUS01/denominator, REV01/numerator], effective_from: 2023-07-01}
groupings:
  - {code: adults, dimension: age, parts: [18-64, 65+], indicators: [CUS01]}
exceptions:
  - code: E1
    indicator: CUS01
    breakdown: {ward: X05990001, age: 65+}
    keep: shown
    until: 2023-12-31
    reason: Published by the ombudsman in May 2023
names:
  - {code: N1, name: Ada Fernhollow}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(tmp_path):
    indicators = small_council.text("indicators", "dimensions: [ward]", "dimensions: [ward, age]")
    indicators = indicators.replace("  - id: LOCAL1\n", "  - id: LOCAL1\n    disclosure: benches\n")
    indicators = indicators.replace(
        "  - from_library: HOU12\n", "  - from_library: HOU12\n    counts_people: true\n"
    )
    folder = small_council.write(tmp_path, indicators=indicators)
    (folder / "disclosure.yaml").write_text(LINES)
    load.load(folder=folder, by="Head of Performance", at=NOW)


def test_a_policy_is_the_convention_with_the_councils_own_fields_over_it():
    found = disclosure.policies(on=SEPTEMBER, known_at=NOW)

    assert found["people"].largest_hidden == 5
    assert found["people"].unprotected_for == ("data_protection_lead",)
    assert found["amounts"].dominance == policy.Dominance(2, 0.85)
    assert found["acro"].largest_hidden == 9


def test_a_policy_changes_from_its_day_and_once_it_is_known():
    def threshold(on, known_at=NOW):
        return disclosure.policies(on=on, known_at=known_at)["people"].threshold

    assert threshold(SEPTEMBER) == 5
    assert threshold(FEBRUARY) == 9
    assert threshold(FEBRUARY, datetime(2023, 11, 30, tzinfo=UTC)) == 5


def test_a_later_edition_of_a_convention_changes_no_policy_that_is_kept(monkeypatch):
    stricter = {**policy.PRESETS["dfe_children_in_need"], "threshold": 99, "class_disclosure": False}
    monkeypatch.setitem(policy.PRESETS, "dfe_children_in_need", stricter)

    assert disclosure.policies(on=SEPTEMBER, known_at=NOW)["people"].threshold == 5


def test_an_indicator_has_the_policy_it_names_or_if_it_counts_people_the_default():
    found = disclosure.policy_of(on=SEPTEMBER, known_at=NOW)

    assert found.schema == disclosure.POLICY_OF
    assert dict(found.rows()) == {"CUS01": None, "HOU12": "people", "REV01": None, "LOCAL1": "benches"}


def test_without_a_policy_of_its_own_a_council_has_the_convention_for_children_in_need():
    before = date(2023, 3, 31)

    assert disclosure.default_policy(on=before, known_at=NOW) == "dfe_children_in_need"
    assert disclosure.policies(on=before, known_at=NOW)["dfe_children_in_need"].largest_hidden == 5


def test_what_is_asked_is_ready_to_judge_figures():
    figures = pl.DataFrame({"indicator": ["HOU12", "LOCAL1"], "numerator": [3, 3]})
    known = {"on": SEPTEMBER, "known_at": NOW}

    judged = policy.primary(
        figures.join(disclosure.policy_of(**known), on="indicator", how="left", maintain_order="left"),
        disclosure.policies(**known),
    )

    assert judged["primary_numerator"].to_list() == [True, False]


def test_counts_that_are_one_say_since_when():
    found = disclosure.links(on=SEPTEMBER, known_at=NOW)

    assert found.schema == disclosure.LINKS
    assert found.rows() == [
        ("complaints", "CUS01", "denominator", date(2023, 7, 1)),
        ("complaints", "REV01", "numerator", date(2023, 7, 1)),
    ]
    assert disclosure.links(on=date(2023, 6, 30), known_at=NOW).is_empty()


def test_groupings_say_what_makes_up_what():
    found = disclosure.groupings(on=SEPTEMBER, known_at=NOW)

    assert found.schema == disclosure.GROUPINGS
    assert found.rows() == [("adults", "age", "", ["18-64", "65+"], True, ["CUS01"])]


def test_an_exception_names_its_cell_and_ends():
    found = disclosure.exceptions(on=SEPTEMBER, known_at=NOW)

    assert found.schema == disclosure.EXCEPTIONS
    assert found.select("indicator", "breakdown", "keep", "approver").row(0) == (
        "CUS01",
        "age=65+;ward=X05990001",
        "shown",
        "Data Protection Lead",
    )
    assert disclosure.exceptions(on=FEBRUARY, known_at=NOW).is_empty()


def test_names_that_no_output_may_print():
    assert disclosure.guarded_names(on=SEPTEMBER, known_at=NOW) == ["Ada Fernhollow"]
