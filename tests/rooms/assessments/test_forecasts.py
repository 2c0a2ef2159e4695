"""Forecasts of a council's own figures: made from the ledger, kept for good, and held against what came."""

from datetime import UTC, date, datetime

import polars as pl
import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.assessments.forecasts import expecting, keeping, scoring
from goldenthread.assessments.models import ExpectedOutturn
from goldenthread.audit import verify
from goldenthread.council_folder import load
from goldenthread.observations import actions
from goldenthread.positions import freezing, queries
from tests import small_council

pytestmark = pytest.mark.django_db

BY = "Head of Performance"
PERIOD = "2023-24-Q2"
ON = date(2023, 9, 30)
FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)
KEPT = datetime(2023, 11, 11, 9, tzinfo=UTC)
MUCH_LATER = datetime(2024, 6, 1, tzinfo=UTC)
# Council tax collected by September and by March, of 1,000 due, in £000s.
COLLECTED = {2017: (560, 970), 2018: (570, 960), 2019: (550, 950), 2020: (500, 940), 2021: (540, 950)}
COLLECTED[2022] = (565, 965)


def record(rows, known_from):
    """Rows of (indicator, period, numerator, denominator)."""
    names = ("indicator", "period", "numerator_exact", "denominator_exact")
    figures = pl.DataFrame([dict(zip(names, map(str, row), strict=True)) for row in rows]).with_columns(
        area=pl.lit("SMH"), breakdown=pl.lit(""), status=pl.lit("actual"), value_exact=pl.lit(None, pl.String)
    )
    source = actions.Source(kind="file", name=f"{known_from:%Y-%m}.xlsx")
    actions.record(observations=figures, known_from=known_from, source=source, by=BY, at=MUCH_LATER)


def collected():
    for year, (september, march) in COLLECTED.items():
        yield "REV01", f"ytd-{year}-09", september, 1000
        yield "REV01", f"ytd-{year + 1}-03", march, 1000
    yield "REV01", "ytd-2023-09", 555, 1000


def relets():
    for year in (2021, 2022):
        days = [20, 22, 25, 27] if year == 2021 else [21, 24, 25, 31]
        for quarter, each in enumerate(days, 1):
            yield "HOU12", f"{year}-{year - 1999}-Q{quarter}", each * 100, 100
    yield "HOU12", "2023-24-Q1", 3000, 100
    yield "HOU12", "2023-24-Q2", 3420, 100


@pytest.fixture
def council(tmp_path):
    load.load(folder=small_council.write(tmp_path), by=BY, at=MUCH_LATER)
    record([*collected(), *relets()], datetime(2023, 10, 20, tzinfo=UTC))


@pytest.fixture
def sealed(council):
    freezing.freeze(period=PERIOD, position_date=ON, known_at=FREEZE, by=BY, at=MUCH_LATER)
    return queries.sealed(PERIOD)


def lines(known_at=FREEZE, report=PERIOD, on=ON):
    found = expecting.lines(report_period=report, position_date=on, known_at=known_at, area="SMH")
    return {line["indicator"]: line for line in found.iter_rows(named=True)}


def keep(sealed, at=KEPT):
    made = expecting.lines(report_period=PERIOD, position_date=ON, known_at=FREEZE, area="SMH")
    return keeping.keep(
        made,
        period=PERIOD,
        position=sealed.digest,
        position_date=ON,
        data_known_at=FREEZE,
        by=BY,
        at=at,
    )


def test_a_year_to_date_follows_the_profile_of_past_years(council):
    rev01 = lines()["REV01"]
    shares = [september / march for september, march in COLLECTED.values()]
    assert rev01["expected"] == pytest.approx(55.5 / (sum(shares) / len(shares)))
    assert (rev01["method"], rev01["years_used"], rev01["errors"]) == ("profile", 6, 4)
    assert rev01["expected_lower"] < rev01["expected"] < rev01["expected_upper"]
    assert rev01["coverage"] == pytest.approx(0.8)
    assert (rev01["year_end_period"], rev01["figure_period"]) == ("ytd-2024-03", "ytd-2023-09")


def test_a_rating_then_stands_beside_the_rating_now_and_the_owners(council):
    hou12 = lines()["HOU12"]
    assert (hou12["value"], hou12["rating"]) == (pytest.approx(34.2), "red")
    # From the second quarter to the fourth past years went up by 5 and by 7 days.
    assert (hou12["expected"], hou12["expected_rating"]) == (pytest.approx(40.2), "red")
    assert (hou12["forecast"], hou12["forecast_rating"]) == (30, "amber")
    assert hou12["forecast_author"] == "Head of Housing Needs"


def test_what_was_not_known_at_the_freeze_makes_no_forecast(council):
    record([("REV01", "ytd-2023-09", 400, 1000)], datetime(2023, 12, 1, tzinfo=UTC))
    assert lines()["REV01"]["value"] == pytest.approx(55.5)
    assert lines(known_at=MUCH_LATER)["REV01"]["expected"] < lines()["REV01"]["expected"]


def test_a_last_quarter_that_lacks_a_month_is_no_outturn(council):
    january_and_february = [("HOU12", "2024-01", 1500, 50), ("HOU12", "2024-02", 1500, 50)]
    record(january_and_february, datetime(2024, 3, 20, tzinfo=UTC))
    at_year_end = lines(known_at=MUCH_LATER, report="2023-24-Q4", on=date(2024, 3, 31))["HOU12"]
    assert (at_year_end["value"], at_year_end["method"]) == (pytest.approx(30), "profile")
    assert at_year_end["figure_period"] == "2023-24-Q2"


def test_an_indicator_without_figures_says_so(council):
    cus01 = lines()["CUS01"]
    assert (cus01["expected"], cus01["why"], cus01["expected_rating"]) == (None, "nothing_yet", None)


def test_kept_forecasts_say_of_which_freeze_and_how_they_were_made(sealed):
    added = keep(sealed)
    assert (added.added, added.unchanged) == (2, 0)
    hou12, rev01 = keeping.kept(known_at=MUCH_LATER)
    assert (rev01.period, rev01.indicator, rev01.unit_code) == (PERIOD, "REV01", "RES.customer")
    assert (rev01.position, rev01.data_known_at, rev01.known_from) == (sealed.digest, FREEZE, KEPT)
    assert (rev01.method, rev01.method_version, rev01.years, rev01.errors) == ("profile", "1", 6, 4)
    assert float(rev01.value) == lines()["REV01"]["expected"]
    assert (hou12.lower, hou12.coverage) == ("", "")


def test_keeping_twice_adds_nothing(sealed):
    keep(sealed)
    again = keep(sealed, at=MUCH_LATER)
    assert (again.added, again.unchanged) == (0, 2)


def test_a_kept_forecast_is_neither_changed_nor_deleted(sealed):
    keep(sealed)
    for statement in (
        "UPDATE assessments_expected_outturn SET value = '97.5'",
        "DELETE FROM assessments_expected_outturn",
    ):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert list(verify.faults()) == []


def test_nothing_is_kept_of_a_year_that_is_over(sealed):
    record([("REV01", "ytd-2024-03", 960, 1000)], datetime(2024, 4, 20, tzinfo=UTC))
    over = lines(known_at=MUCH_LATER, report="2023-24-Q4", on=date(2024, 3, 31))["REV01"]
    assert (over["expected"], over["method"]) == (pytest.approx(96), "outturn")
    made = expecting.lines(
        report_period="2023-24-Q4", position_date=date(2024, 3, 31), known_at=MUCH_LATER, area="SMH"
    )
    kept = keeping.keep(
        made.filter(pl.col("indicator") == "REV01"),
        period="2023-24-Q4",
        position=sealed.digest,
        position_date=date(2024, 3, 31),
        data_known_at=MUCH_LATER,
        by=BY,
        at=MUCH_LATER,
    )
    assert (kept.added, ExpectedOutturn.objects.count()) == (0, 0)


def test_before_the_year_is_over_nothing_is_scored(sealed):
    keep(sealed)
    found = scoring.scored(known_at=datetime(2024, 1, 1, tzinfo=UTC), area="SMH")
    assert (found.services.height, found.to_come) == (0, 3)


def test_forecasts_are_scored_by_service_and_never_by_person(sealed):
    keep(sealed)
    record(
        [("REV01", "ytd-2024-03", 960, 1000), ("HOU12", "2023-24-Q4", 3000, 100)],
        datetime(2024, 4, 20, tzinfo=UTC),
    )
    found = scoring.scored(known_at=MUCH_LATER, area="SMH")
    assert (found.to_come, found.broken, found.in_hindsight) == (0, 0, 0)
    rows = {(row["service"], row["made_by"]): row for row in found.services.iter_rows(named=True)}
    assert set(rows) == {("RES.customer", "profile"), ("HOU.needs", "profile"), ("HOU.needs", "owner")}
    assert rows["HOU.needs", "profile"]["bias"] == pytest.approx(100 * (40.2 - 30) / 30)
    assert (rows["HOU.needs", "owner"]["absolute_error"], rows["HOU.needs", "owner"]["is_few"]) == (0, True)
    assert (rows["RES.customer", "profile"]["with_interval"], rows["RES.customer", "profile"]["inside"]) == (
        1,
        1,
    )
    said = {str(cell) for row in found.forecasts.iter_rows() for cell in row} | set(found.forecasts.columns)
    assert not any("hos_needs" in cell or "Head of" in cell for cell in said)


def test_a_forecast_made_after_the_year_is_told_apart(sealed):
    record([("REV01", "ytd-2024-03", 960, 1000)], datetime(2024, 4, 20, tzinfo=UTC))
    keep(sealed, at=datetime(2024, 5, 1, tzinfo=UTC))
    assert scoring.scored(known_at=MUCH_LATER, area="SMH").in_hindsight == 1


def test_what_is_measured_differently_since_is_not_scored(tmp_path):
    change = "        reason: New return\n        definition: Council tax received, by the new return.\n"
    broken = small_council.text(
        "indicators",
        f"      - effective_from: 2024-04-01\n        known_from: 2024-03-01\n{change}",
        "      - effective_from: 2024-03-01\n        known_from: 2024-03-01\n"
        f"{change}        breaks: [{{date: 2024-01-01, why: Counted anew}}]\n",
    )
    load.load(folder=small_council.write(tmp_path, indicators=broken), by=BY, at=MUCH_LATER)
    record(collected(), datetime(2023, 10, 20, tzinfo=UTC))
    freezing.freeze(period=PERIOD, position_date=ON, known_at=FREEZE, by=BY, at=MUCH_LATER)
    keep(queries.sealed(PERIOD))
    record([("REV01", "ytd-2024-03", 960, 1000)], datetime(2024, 4, 20, tzinfo=UTC))
    found = scoring.scored(known_at=MUCH_LATER, area="SMH")
    assert (found.broken, found.forecasts.height) == (1, 0)
