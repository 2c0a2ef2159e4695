"""Larkhythe's returns are what the generator makes, and its mappings read them as they were meant."""

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
import yaml

from examples.larkhythe.make_returns import __main__ as generator
from examples.larkhythe.make_returns.books import customer
from examples.larkhythe.make_returns.workbook import NOTICE
from goldenthread.collection import mapping
from goldenthread.collection.candidates import reading
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.readers.opening import open_book
from tests.examples import reckoning

RETURNS, MAPPINGS = reckoning.FOLDER / "returns", reckoning.FOLDER / "mappings"
MOST_BYTES = 5_000_000

# What the services wrote beside their figures: gaps with a reason, and a swapped row that is refused later.
BESIDE = {
    "repairs.csv": {("HOU15", "2023-09")},
    "public-health.ods": {("PH01", "2022-23-Q4"), ("PH03", "2022-23-Q4")},
    "children.xlsx": {("CSC07", "at2023-09-30"), ("EDU05", "ac2022-23")},
    "adults.xlsx": {("ASC09", "2023-04")},
    "housing-needs.xlsx": {("HOU18", "2023-24-Q2")},
    "planning.xlsx": {("PLN02", "2023-24-Q2")},
}


def _files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_committed_files_are_what_the_generator_makes(tmp_path, capsys):
    generator.main([str(tmp_path)])

    made, committed = _files(tmp_path), _files(RETURNS)
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []
    assert sum(map(len, committed.values())) < MOST_BYTES


def _breakdown(figure):
    return ";".join(f"{dimension}={group}" for dimension, group in figure.cut)


def _read(delivery):
    areas = {row.code: row.get("name") for row in reckoning.folder().section("areas")}
    known_from = datetime.fromisoformat(delivery.known_from).replace(tzinfo=UTC)
    setting = Setting("LKH", areas, {}, known_from, datetime(2024, 1, 1, tzinfo=UTC))
    by = mapping.load(MAPPINGS / f"{delivery.mapping}.yaml")
    return reading.read(open_book(RETURNS / delivery.file), by, setting)


@pytest.mark.parametrize("delivery", reckoning.delivered(), ids=lambda delivery: delivery.file)
def test_each_file_read_by_its_mapping_brings_the_figures_it_was_made_of(delivery):
    found = {
        (row["indicator"], row["period"], row["area"] or "LKH", row["breakdown"]): tuple(
            row[name] or "" for name in ("numerator_exact", "denominator_exact", "value_exact", "status")
        )
        for row in _read(delivery).candidates.iter_rows(named=True)
    }
    meant = {
        (
            figure.indicator,
            figure.period,
            figure.area,
            ";".join("=".join(part) for part in figure.cut),
        ): figure
        for figure in delivery.figures
    }

    assert {about[:2] for about in found.keys() - meant.keys()} == BESIDE.get(delivery.file, set())
    for about, figure in meant.items():
        above, below, value, status = found[about]
        assert (above, below, status) == (figure.numerator, figure.denominator, figure.status), about
        assert not figure.value or value == figure.value, about


def test_the_hidden_sheet_is_refused_and_no_name_from_it_is_told():
    delivery = next(each for each in reckoning.delivered() if each.file == "customer.xlsx")
    book = RETURNS / "customer.xlsx"
    found = _read(delivery)
    told = " ".join(str(finding) for finding in found.findings) + found.candidates.write_csv()

    with ZipFile(book) as archive:
        assert customer.LAST[0] in archive.read("xl/sharedStrings.xml").decode()
    assert "hidden sheet" in told
    assert not [name for name in (*customer.FIRST, *customer.LAST, "Detail") if name in told]


def test_red_ink_alone_makes_an_estimate():
    delivery = next(each for each in reckoning.delivered() if each.file == "libraries.xlsx")
    estimated = _read(delivery).candidates.filter(status="estimated")

    assert set(estimated.select("period", "breakdown").rows()) == {
        ("2023-08", "library=old-ropery"),
        ("2023-08", ""),
    }


def test_every_workbook_says_that_all_is_invented():
    books = [path for path in RETURNS.iterdir() if path.suffix in (".xlsx", ".ods")]
    for path in books:
        with ZipFile(path) as archive:
            name = "xl/sharedStrings.xml" if path.suffix == ".xlsx" else "content.xml"
            assert NOTICE in archive.read(name).decode(), path.name

    assert len(books) == 13
    assert NOTICE in (RETURNS / "repairs.csv").read_text(encoding="utf-8-sig")


def test_every_file_of_the_folder_says_that_all_is_invented():
    texts = [
        path for path in reckoning.FOLDER.rglob("*") if path.suffix in (".yaml", ".md") and path.is_file()
    ]

    assert [path.name for path in texts if "fictional borough" not in path.read_text(encoding="utf-8")] == []


def test_the_index_lists_every_file_in_the_order_in_which_it_was_known():
    listed = yaml.safe_load((RETURNS / "index.yaml").read_text(encoding="utf-8"))["returns"]
    moments = [str(entry["known_from"]) for entry in listed]

    assert {entry["file"] for entry in listed} == _files(RETURNS).keys() - {"index.yaml"}
    assert moments == sorted(moments)
