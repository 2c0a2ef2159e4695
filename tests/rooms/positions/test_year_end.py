"""A frozen quarter keeps what was expected of the year's end, and what was asked, as known at the freeze."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit import triggers
from goldenthread.council_folder import load
from goldenthread.positions import freezing, queries, since
from tests import small_council

pytestmark = pytest.mark.django_db

PERIOD = "2023-24-Q2"
NOW = datetime(2024, 3, 10, tzinfo=UTC)
FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)
CHANGED = "author: hos_needs, changes: [{known_from: 2023-12-04T12:00, value: 31.5}]}"


@pytest.fixture
def sealed(tmp_path):
    """Frozen on 10 November; the forecast was put up in December."""
    later = small_council.text("commentary", "from January, author: hos_needs}", f"from January, {CHANGED}")
    folder = small_council.write(tmp_path, commentary=later)
    load.load(folder=folder, by="Head of Performance", at=NOW)
    freezing.freeze(
        period=PERIOD, position_date=date(2023, 9, 30), known_at=FREEZE, by="Head of Performance", at=NOW
    )
    return queries.sealed(PERIOD)


def line(lines, code):
    [found] = [line for line in lines if line["indicator"] == code]
    return found


def test_the_seal_holds_the_forecast_and_its_rating(sealed):
    hou12 = line(sealed.of("indicator"), "HOU12")
    assert (hou12["forecast"], hou12["forecast_exact"], hou12["forecast_rating"]) == (30, "30", "amber")
    assert hou12["forecast_basis"] == "A second team from January"
    assert hou12["forecast_author"] == "Head of Housing Needs"


def test_as_now_known_there_is_another_and_the_seal_keeps_its_own(sealed):
    now, _ = since.as_now_known(sealed, known_at=NOW)
    assert (line(now, "HOU12")["forecast"], line(now, "HOU12")["forecast_rating"]) == (31.5, "red")
    assert line(sealed.of("indicator"), "HOU12")["forecast"] == 30


def test_the_seal_holds_what_is_asked_at_the_end_of_the_year(sealed):
    """The same target all year; one that a profile names for the year; none."""
    lines = sealed.of("indicator")
    asked = [line(lines, code) for code in ("CUS01", "REV01", "LOCAL1")]
    assert [one["target_year_end"] for one in asked] == [90, 97.5, None]
    assert [one["year_end_period"] for one in asked] == ["2023-24-Q4", "ytd-2024-03", "2023-24-Q4"]
    assert asked[-1]["year_end_reason"] == "no_target"


@pytest.mark.parametrize("statement", ["UPDATE {} SET value = '29'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_a_forecast(sealed, statement):
    assert triggers.missing() == []
    with (
        pytest.raises(DatabaseError, match="assessments_forecast is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format("assessments_forecast"))
