"""The Scottish benchmarking framework comes in by mappings alone, and Fife is held against its family.

The publisher's files are read where they lie; without them these tests are skipped.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

import polars as pl
import pytest
from django.db import transaction

from goldenthread.assessments import compared
from goldenthread.assessments.compared import Compared
from goldenthread.council_folder import reading
from goldenthread.methods.periods import codes as period_codes
from goldenthread.observations import decimals, ledger
from goldenthread.organisation import queries as organisation
from goldenthread.positions import freezing
from goldenthread.scorecards import views
from tests.examples import reference
from tests.examples.reference import AT, EXAMPLES

pytestmark = pytest.mark.django_db

FIFE, SCOTLAND = "S12000047", "S92000003"
ANNUAL, MONTHLY, RANKS = "LGBF_annual.csv", "LGBF_monthly_quarterly.csv", "LGBF_values_with_ranks.csv"
KEY = ("indicator", "area", "period", "value_exact")
IN_POINTS = {"CHN14a", "CHN14b"}
FAMILIES = {
    "other": {"Rural": "1", "2": "2", "3": "3", "Urban": "4"},
    "people": {"Least Deprived": "1", "2": "2", "3": "3", "Most Deprived": "4"},
}


@pytest.fixture(scope="module")
def data():
    return reference.folder("lgbf")


@pytest.fixture(scope="module")
def council(data):
    return reading.read(EXAMPLES / "lgbf", data=data)


@dataclass(frozen=True)
class Brought:
    """What the files brought: by file, every figure known in the end, Fife's lines, and one history."""

    imported: dict
    known: dict
    frozen: dict
    history: list
    compared: Compared
    among_all: Compared


@pytest.fixture(scope="module")
def brought(data, django_db_setup, django_db_blocker):
    """Everything brought in once and frozen, looked at, and gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        imported = reference.brought_in("lgbf", data)
        entry = organisation.reporting_period("2021-22", on=AT.date(), known_at=AT)
        freezing.freeze(
            period="2021-22", position_date=entry.position_date, known_at=entry.freeze_at, by="Test", at=AT
        )
        found = Brought(
            imported,
            {row[:3]: row[3] for row in ledger.series(known_at=AT).select(KEY).iter_rows()},
            {line["indicator"]: line for line in views.as_frozen("2021-22").lines},
            ledger.history(indicator="SW05", area=FIFE, breakdown="", period="2021-22")["value"].to_list(),
            among_peers(entry.position_date, group=""),
            among_peers(entry.position_date, group="councils"),
        )
        transaction.set_rollback(True)
    return found


def among_peers(on, group):
    return compared.figures(report_period="2021-22", position_date=on, known_at=AT, area=FIFE, group=group)


@pytest.fixture
def imported(brought):
    return brought.imported


@pytest.fixture
def frozen(brought):
    return brought.frozen


def rows_of(data, name):
    """The rows of a file that are figures: not the grand total, and nothing blank."""
    with (data / name).open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["LocalAuthority"]]


@pytest.fixture(scope="module")
def kinds(data):
    """By indicator, which kind of family the publisher compares it in: the groups' own names tell."""
    rows = [row for name in (ANNUAL, MONTHLY) for row in rows_of(data, name)]
    people = {row["Code"] for row in rows if row["FamilyGroup"] in ("Least Deprived", "Most Deprived")}
    return {row["Code"]: "people" if row["Code"] in people else "other" for row in rows}


def information(data):
    with (data / "indicator_information.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["Code"]: row for row in csv.DictReader(file)}


def year_code(label):
    """The ledger's code of 2021-22, or of the three years 2018-21."""
    first, last = int(label[:4]), int(label[:2] + label[5:])
    if last - first == 1:
        return period_codes.year("financial", first).code
    return period_codes.years("financial", first, last - 1).code


def test_each_row_of_the_annual_file_is_three_figures_or_a_finding(imported):
    done = imported[ANNUAL]
    refused = reference.told(done)["refused row", "span_disagrees"]
    assert (done.added, done.changed, done.unchanged, done.repeated) == (32_118, 1_184, 1_928, 55_925)
    assert done.refused == refused == 224
    assert done.added + done.changed + done.unchanged + done.repeated + 3 * refused == 3 * 30_609


def test_each_row_of_the_monthly_and_quarterly_file_is_two_figures_or_a_finding(imported):
    done = imported[MONTHLY]
    assert (done.added, done.repeated) == (18_437, 17_320)
    assert [(found.cell, found.code.value) for found in done.findings if found.severity == "refused row"] == [
        ("F1076", "denominator_zero")
    ]
    assert done.added + done.repeated + done.refused == 2 * 17_879


def test_each_row_of_the_ranks_is_a_figure(imported):
    assert (imported[RANKS].added, imported[RANKS].refused) == (3_113, 0)


def test_only_labels_of_four_years_disagree_with_three_year_aggregates(imported, data):
    lines = (data / ANNUAL).read_text(encoding="utf-8").splitlines()
    refused = [found for found in imported[ANNUAL].findings if found.code == "span_disagrees"]
    labels = Counter(lines[int(found.cell[1:]) - 1].split(",")[2] for found in refused)
    codes = {lines[int(found.cell[1:]) - 1].split(",")[0] for found in refused}
    assert labels == {"2010-14": 7 * 32}
    assert codes == {"C&L05a", "C&L05b", "C&L05c", "C&L05d", "CHN10", "ENV07a", "ENV07b"}


def test_every_figure_stands_in_the_ledger_to_the_last_digit(brought, data, council, kinds):
    shares = {row.code for row in council.section("indicators") if row.get("unit") == "%"} - IN_POINTS
    areas = {row.get("name"): row.code for row in council.section("areas")}
    checked = 0
    for row in rows_of(data, ANNUAL):
        if row["LGBF Year"] == "2010-14" and row["Code"] != "ENV04e":
            continue
        kind = kinds[row["Code"]]
        family = f"family-{kind}-{FAMILIES[kind][row['FamilyGroup']]}"
        for area, column in (
            (areas[row["LocalAuthority"]], "LA_IndicatorReal"),
            (SCOTLAND, "Scotland_Indicator_Real"),
            (family, "FG_Avg_Indicator_Real"),
        ):
            wanted = Decimal(row[column]) * (100 if row["Code"] in shares else 1)
            found = brought.known[row["Code"], area, year_code(row["LGBF Year"])]
            assert found == decimals.canonical(wanted), (row["Code"], area, row["LGBF Year"])
            checked += 1
    assert checked == 3 * (30_609 - 224)


def test_fife_is_compared_with_the_family_that_stands_beside_its_figures(data, council, kinds):
    beside = {
        row["Code"]: row["FamilyGroup"]
        for name in (ANNUAL, MONTHLY)
        for row in rows_of(data, name)
        if row["LocalAuthority"] == "Fife"
    }
    for row in council.section("indicators"):
        kind = kinds[row.code]
        assert row.get("comparator") == f"family-{kind}-{FAMILIES[kind][beside[row.code]]}", row.code


def test_family_groups_are_those_of_the_publishers_table(data, council):
    areas = {row.code: row.get("name") for row in council.section("areas")}
    with (data / "family_groups.csv").open(encoding="utf-8-sig", newline="") as file:
        published = Counter(
            (row["Type"].startswith("Children"), row["Family_Group"][-1], row["Local_Authority"])
            for row in csv.DictReader(file)
        )
    ours = Counter(
        ("people" in group.code, group.code[-1], areas[member])
        for group in council.section("comparator_groups")
        if group.code != "councils"
        for member in group.get("members")
    )
    assert ours == published
    assert ours.total() == 64


def test_the_midpoints_are_those_of_the_publishers_table(data, council):
    ours = {
        row.code: float(row.get("midpoint"))
        for row in council.section("indicators")
        if row.get("midpoint") is not None
    }
    theirs = {
        code: 100 * float(row["Ranking_GoldilocksMidpoint"])
        for code, row in information(data).items()
        if row["Ranking_Type"] == "Goldilocks"
    }
    assert ours == theirs


def test_all_councils_are_a_group(council):
    (group,) = (group for group in council.section("comparator_groups") if group.code == "councils")
    areas = [row.code for row in council.section("areas") if row.get("kind") == "council_area"]
    assert sorted(group.get("members")) == sorted(areas)


def test_declared_spans_are_those_of_the_publishers_table(data, council):
    published = information(data)
    for row in council.section("indicators"):
        years = row.get("basis").removeprefix("years_") if row.get("basis").startswith("years") else "1"
        declared = published[row.code]["ReportingPeriod"]
        assert years == (declared[0] if "Aggregates" in declared else "1"), row.code


def test_which_way_is_better_is_what_the_publisher_ranks_by(data, council):
    ways = {"Ascending": "lower", "Descending": "higher", "Goldilocks": "neutral"}
    published = information(data)
    indicators = council.section("indicators")
    assert len(indicators) == 105
    assert {row.code: row.get("polarity") for row in indicators} == {
        row.code: ways[published[row.code]["Ranking_Type"]] for row in indicators
    }


def test_figures_are_what_their_numerators_and_denominators_make(imported):
    """Where not, the publisher's own figures do not add up: by the file, so many."""
    assert reference.told(imported[ANNUAL])["warning", "value_disagrees"] == 285
    assert reference.told(imported[MONTHLY])["warning", "value_disagrees"] == 357
    assert reference.told(imported[RANKS])["warning", "value_disagrees"] == 76


def test_the_ratings_of_fife(frozen):
    counts = Counter(line["rating"] or line["reason"] for line in frozen.values())
    assert counts == {"green": 38, "amber": 19, "red": 38, "no_target": 4, "no_comparison": 6}


def test_each_rating_follows_from_the_two_published_figures(frozen, data):
    published = {
        (row["Code"], year_code(row["LGBF Year"])): row
        for row in rows_of(data, ANNUAL)
        if row["LocalAuthority"] == "Fife"
    }
    for code, line in frozen.items():
        if line["rating"]:
            row = published[code, line["period"]]
            figure, family = float(row["LA_IndicatorReal"]), float(row["FG_Avg_Indicator_Real"])
            worse = (figure - family) / family * (1 if line["polarity"] == "lower" else -1)
            expected = "green" if worse <= 0 else "amber" if worse <= 0.05 else "red"
            assert line["rating"] == expected, (code, figure, family)


def test_the_family_average_is_printed_as_the_target(frozen):
    line = frozen["ENV06"]
    assert (line["target"], line["comparator"]["label"]) == (
        line["comparator"]["value"],
        "Family group 2 (other services)",
    )


def test_figures_that_come_out_later_are_rated_on_their_own_period_and_marked(frozen):
    late = {code: line["period"] for code, line in frozen.items() if line["in_arrears"]}
    assert late["CLIM01"] == late["CHN19a"] == "2020-21"
    assert late["CHN10"] == "2018-19..2020-21"
    assert len(late) == 14


def test_an_edition_before_is_kept_beside_the_later_one(brought):
    assert [round(value, 2) for value in brought.history] == [1204.11, 942.86]


def test_the_scorecards_hold_every_indicator(council):
    codes = {row.code for row in council.section("indicators")}
    on_corporate = [
        code
        for row in council.section("scorecards")
        if row.get("level") == "corporate"
        for section in row.get("sections")
        for code in section.lines
    ]
    assert len(on_corporate) == len(codes)
    assert set(on_corporate) == codes


def test_all_councils_have_the_places_that_the_publisher_gave_them(brought):
    """Where this edition has the figures that the publisher ranked: it was made after the ranks."""
    published = pl.read_csv(reference.folder("benchmarking") / "lgbf_ranks_expected.csv").select(
        pl.col("Code").str.replace(" ", "").alias("indicator"),
        pl.col("LocalAuthority").alias("name"),
        "Real_Value",
        "ScotRank",
    )
    ours = brought.among_all.areas.join(brought.among_all.lines.select("indicator", "unit"), on="indicator")
    both = ours.join(published, on=["indicator", "name"])
    in_points = pl.col("indicator").is_in(list(IN_POINTS))
    scale = pl.when((pl.col("unit") == "%") & ~in_points).then(100.0).otherwise(1.0)
    theirs = pl.col("Real_Value") * scale
    agrees = ((pl.col("value") - theirs).abs() <= 1e-9 * theirs.abs()).all()
    same = both.filter(agrees.over("indicator"))
    assert (same["indicator"].n_unique(), same.height) == (54, 1674)
    assert same.filter(pl.col("rank").cast(pl.Float64) != pl.col("ScotRank")).to_dicts() == []


def test_fife_is_held_against_its_seven_relatives_in_every_indicator(brought):
    lines = brought.compared.lines
    assert (lines.height, brought.compared.unmatched) == (105, {})
    assert (lines["peers"] + lines["missing"]).unique().to_list() == [7]
    for line in lines.iter_rows(named=True):
        assert line["caveat"].startswith("Compared with: Family Group"), line["indicator"]
        assert line["value"] == pytest.approx(brought.frozen[line["indicator"]]["value"]), line["indicator"]
    midpoints = lines.filter(pl.col("polarity") == "range")["indicator"].to_list()
    assert midpoints == ["CORP03b", "CORP03c", "CORP11", "CORP12"]
