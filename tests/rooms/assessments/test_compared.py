"""Compared: every indicator held against its group of the day, as known at a moment."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldenthread.assessments import compared
from goldenthread.council_folder import load
from goldenthread.organisation import peers
from tests import small_council
from tests.rooms.observations import figures as ledger

NOW = datetime(2024, 3, 10, tzinfo=UTC)
OCTOBER, FEBRUARY = (datetime(year, month, 20, tzinfo=UTC) for year, month in ((2023, 10), (2024, 2)))
SEPTEMBER = date(2023, 9, 30)

pytestmark = pytest.mark.django_db

AREAS = """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
areas:
  - {code: SMH, name: Smallham, kind: borough}
  - {code: X05990001, name: North Weald, kind: ward, parent: SMH}
  - {code: KEL, name: Kelborough, kind: council}
  - {code: PEN, name: Penmarsh, kind: council}
  - {code: UPS, name: Upper Sallow, kind: council}
  - {code: WEX, name: Wexcombe, kind: council}
dimensions:
  - {code: ward, label: Ward, about_people: false}
  - {code: age, label: Age, values: [{code: 18-64, label: 18 to 64}, {code: 65+, label: 65 and over}]}
comparator_groups:
  - {code: given, name: Four like us, members: [PEN, SMH, KEL, UPS, WEX], source: "Invented, April 2023."}
  - {code: given, name: Three like us, members: [PEN, UPS, WEX], effective_from: 2023-09-01,
     known_from: 2024-01-15T09:00, reason: Kelborough was merged, approver: Head of Performance}
  - {code: two, name: Two of them, members: [PEN, UPS]}
"""
COMPARED = {"CUS01": "", "HOU12": "", "LOCAL1": "    midpoint: 50\n"}


def council(tmp_path, areas=AREAS):
    folder = small_council.write(tmp_path)
    (folder / "areas.yaml").write_text(areas, encoding="utf-8")
    written = (folder / "indicators.yaml").read_text(encoding="utf-8")
    for code, more in COMPARED.items():
        first = next(line for line in written.splitlines(keepends=True) if line.rstrip().endswith(f" {code}"))
        written = written.replace(first, f"{first}    comparator: given\n{more}", 1)
    (folder / "indicators.yaml").write_text(written, encoding="utf-8")
    load.load(folder=folder, by="Head of Performance", at=NOW)


def record(indicator, period, known_from, **values):
    rows = [ledger.figure(str(each), indicator, area, period=period) for area, each in values.items()]
    ledger.record(*rows, known_from=known_from, name=f"{indicator} {period} {known_from:%Y-%m-%d}")


@pytest.fixture(autouse=True)
def _figures(tmp_path):
    council(tmp_path)
    record("HOU12", "2023-24-Q2", OCTOBER, SMH=34.2, PEN=30, KEL=40, UPS=28, WEX=34.2)
    record("HOU12", "2023-24-Q2", FEBRUARY, WEX=29)
    record("LOCAL1", "2023-24-Q2", OCTOBER, SMH=44, PEN=61, UPS=50)


def figures(known_at=NOW, **asked):
    return compared.figures(
        report_period="2023-24-Q2", position_date=SEPTEMBER, known_at=known_at, area="SMH", **asked
    )


def line(found, indicator):
    return found.lines.row(by_predicate=pl.col("indicator") == indicator, named=True)


def test_the_own_figure_has_its_place_among_the_group():
    row = line(figures(OCTOBER), "HOU12")
    assert (row["period"], row["value"], row["group"], row["group_name"]) == (
        "2023-24-Q2",
        34.2,
        "given",
        "Four like us",
    )
    # Lower is better: 28, 30, then 34.2 twice, then 40.
    assert (row["rank"], row["ranked"], row["is_tied"], row["quarter"]) == (3, 5, True, 3)
    assert (row["peers"], row["missing"]) == (4, 0)
    assert row["median"] == pytest.approx(32.1)
    assert (row["gap"], row["aim_gap"]) == (pytest.approx(2.1), pytest.approx(-2.1))


def test_who_it_is_compared_with_is_said_first_and_that_a_place_is_no_verdict_last():
    said = line(figures(OCTOBER), "HOU12")["caveat"]
    assert said.startswith("Compared with: Four like us (Invented, April 2023). Figures of Q2 2023-24.")
    assert "near places may differ by chance." in said


def test_an_old_report_keeps_its_figures_and_its_group():
    later = line(figures(NOW), "HOU12")
    assert (later["group_name"], later["peers"], later["rank"], later["is_tied"]) == (
        "Three like us",
        3,
        4,
        False,
    )
    assert line(figures(OCTOBER), "HOU12")["group_name"] == "Four like us"


def test_nearest_to_a_midpoint_is_first():
    row = line(figures(OCTOBER), "LOCAL1")
    assert (row["polarity"], row["midpoint"], row["rank"], row["from_midpoint"]) == ("range", 50, 2, 6)
    assert row["missing_areas"] == ["Kelborough", "Wexcombe"]
    assert "Without a figure, and left out: 2 of 4." in row["caveat"]


def test_an_indicator_without_any_figure_has_a_line_without_a_place():
    row = line(figures(OCTOBER), "CUS01")
    assert (row["value"], row["rank"], row["peers"], row["missing"], row["median"]) == (
        None,
        None,
        0,
        4,
        None,
    )


def test_one_without_a_group_has_no_line():
    assert figures().lines["indicator"].to_list() == ["CUS01", "HOU12", "LOCAL1"]


def test_all_can_be_compared_with_one_group():
    found = figures(OCTOBER, group="two")
    assert found.lines["indicator"].to_list() == ["CUS01", "HOU12", "LOCAL1", "REV01"]
    assert line(found, "HOU12")["ranked"] == 3
    assert list(found.groups) == ["two"]
    with pytest.raises(peers.NoSuchGroup, match="there are: given, two"):
        figures(group="three")


def test_some_indicators_alone():
    assert figures(only=["HOU12"]).lines["indicator"].to_list() == ["HOU12"]
    assert figures(only=[]).lines.height == 0


def test_every_areas_place_is_there_too():
    rows = figures(OCTOBER, only=["HOU12"]).areas
    assert rows.select("name", "value", "rank", "is_self").rows() == [
        ("Upper Sallow", 28.0, 1, False),
        ("Penmarsh", 30.0, 2, False),
        ("Smallham", 34.2, 3, True),
        ("Wexcombe", 34.2, 3, False),
        ("Kelborough", 40.0, 5, False),
    ]


def test_a_group_that_was_given_up_is_named_and_stops_nothing(tmp_path):
    gone = """\
  - {code: given, name: Like us, members: [PEN], effective_from: 2023-09-02, withdrawn: true,
     known_from: 2024-03-01T09:00, reason: Nobody is like us, approver: Head of Performance}
"""
    council(tmp_path, AREAS + gone)
    found = figures()
    assert found.unmatched == {"CUS01": "given", "HOU12": "given", "LOCAL1": "given"}
    assert (found.lines.height, found.areas.height) == (0, 0)
    assert figures(FEBRUARY).unmatched == {}


def test_a_figure_of_a_part_of_the_period_is_told_with_the_part():
    record("LOCAL1", "2023-08", OCTOBER, PEN=7)
    record("CUS01", "2023-07", OCTOBER, PEN=91)
    ledger.record(
        *(
            ledger.figure(None, "CUS01", area, period=month, numerator_exact="9", denominator_exact="10")
            | {"status": "actual", "reason": ""}
            for area in ("SMH", "UPS")
            for month in ("2023-07", "2023-08")
        ),
        ledger.figure("80", "CUS01", "WEX", period="2023-24-Q2"),
        known_from=OCTOBER,
        name="shares",
    )
    row = line(figures(OCTOBER), "CUS01")
    assert (row["value"], row["coverage"], row["peers"]) == (90, "2 of 3 months", 1)
    assert row["missing_areas"] == ["Kelborough", "Penmarsh", "Upper Sallow"]
    assert row["caveat"].endswith("The own figure covers 2 of 3 months.")


def test_figures_that_may_still_change_are_counted():
    ledger.record(
        *(
            ledger.figure("31", "HOU12", area, period="2023-24-Q2", status=status)
            for area, status in (("SMH", "provisional"), ("PEN", "estimated"), ("UPS", "provisional"))
        ),
        known_from=FEBRUARY,
        name="anew",
    )
    row = line(figures(NOW), "HOU12")
    assert (row["status"], row["not_final"], row["peers"]) == ("provisional", 2, 3)
    assert row["caveat"].endswith(
        "The own figure is provisional. Provisional or estimated: 2 of the 3 others."
    )
