"""A frozen quarter keeps with whom it was compared and where it stood, whatever comes to be known later."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.positions import freezing, queries, verify
from tests.rooms.assessments import test_compared as compared

pytestmark = pytest.mark.django_db

PERIOD = "2023-24-Q2"
NOW = datetime(2024, 3, 10, tzinfo=UTC)
FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)


@pytest.fixture
def sealed(tmp_path):
    """Frozen on 10 November; in January the group loses a member, in February a peer restates its figure."""
    compared.council(tmp_path)
    compared.record("HOU12", PERIOD, compared.OCTOBER, SMH=34.2, PEN=30, KEL=40, UPS=28, WEX=34.2)
    compared.record("HOU12", PERIOD, compared.FEBRUARY, WEX=29)
    freezing.freeze(
        period=PERIOD, position_date=date(2023, 9, 30), known_at=FREEZE, by="Head of Performance", at=NOW
    )
    return queries.sealed(PERIOD)


def test_the_seal_holds_the_place_and_what_the_others_had(sealed):
    lines = {line["indicator"]: line for line in sealed.of("comparison")}
    hou12 = lines["HOU12"]

    assert (hou12["rank"], hou12["is_tied"], hou12["ranked"], hou12["peers"]) == (3, True, 5, 4)
    assert (hou12["median"], hou12["gap"], hou12["aim_gap"]) == (32.1, 2.1, -2.1)
    assert [(area["name"], area["value"]) for area in hou12["areas"]] == [
        ("Upper Sallow", 28),
        ("Penmarsh", 30),
        ("Wexcombe", 34.2),
        ("Kelborough", 40),
    ]
    assert "A place is no verdict" in hou12["caveat"]


def test_the_seal_holds_the_group_of_its_time(sealed):
    (group,) = sealed.of("comparator_group")

    assert (group["name"], group["effective_from"]) == ("Four like us", "2023-04-01")
    assert [member["name"] for member in group["members"]] == [
        "Penmarsh",
        "Kelborough",
        "Upper Sallow",
        "Wexcombe",
    ]


def test_an_indicator_without_a_figure_of_anybody_is_kept_with_how_many_are_missing(sealed):
    cus01 = next(line for line in sealed.of("comparison") if line["indicator"] == "CUS01")

    assert (cus01["rank"], cus01["median"], cus01["missing"]) == (None, None, 4)


def test_the_seal_holds(sealed):
    assert verify.faults() == []
