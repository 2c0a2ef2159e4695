"""Export: everything comes out, exactly, and another tool can read it."""

import csv
import json
from datetime import UTC, datetime

import pytest
from django.apps import apps
from frictionless import Package

from goldenthread.council_folder import export, load
from tests import small_council
from tests.rooms.observations.figures import day, figure, record

NOW = datetime(2024, 3, 10, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def _council(tmp_path):
    danger = small_council.text(
        "commentary", "happened: More answered in time.", "happened: =cmd|' /C calc'!A0"
    )
    folder = small_council.write(tmp_path / "council", commentary=danger)
    load.load(folder=folder, by="Head of Performance", at=NOW)


def exported(folder, known_at=NOW):
    return export.export(to=folder, known_at=known_at)


def read(folder, table):
    """The rows of one table as a reader of the README would take them."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    [resource] = [each for each in package["resources"] if each["name"] == table]
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        return [
            {field["name"]: taken(field, row[field["name"]]) for field in resource["schema"]["fields"]}
            for row in csv.DictReader(file)
        ]


def taken(field, cell):
    if cell == "" and field.get("nullable"):
        return None
    plain = {
        "string": lambda text: text.removeprefix("'"),
        "integer": int,
        "boolean": lambda text: text == "true",
    }
    if field["type"] in ("array", "object", "any"):
        return json.loads(cell)
    if field["type"] == "datetime":
        return datetime.fromisoformat(cell)
    if field["type"] == "date":
        return datetime.fromisoformat(cell).date()
    return plain[field["type"]](cell)


@pytest.mark.usefixtures("_council")
def test_every_row_of_every_table_comes_out_with_exact_values(tmp_path):
    made = exported(tmp_path / "out")
    for model in apps.get_app_config("goldenthread").get_models():
        table = model._meta.db_table
        if not getattr(model, "is_exported", True):
            assert table not in made.tables, "with what people sign in stays inside"
            continue
        kept = list(model.objects.order_by("pk").values())
        columns = {field.attname: field.column for field in model._meta.concrete_fields}
        assert made.tables[table.lower()] == len(kept)
        assert read(tmp_path / "out", table.lower()) == [
            {columns[name]: value for name, value in row.items()} for row in kept
        ]


@pytest.mark.usefixtures("_council")
def test_a_frictionless_validator_accepts_it(tmp_path):
    exported(tmp_path / "out")
    report = Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])


@pytest.mark.usefixtures("_council")
def test_no_cell_begins_like_a_formula(tmp_path):
    exported(tmp_path / "out")
    text = (tmp_path / "out/data/assessments_commentary.csv").read_text(encoding="utf-8")
    assert ",'=cmd|' /C calc'!A0," in text
    assert [row["happened"] for row in read(tmp_path / "out", "assessments_commentary")] == [
        "=cmd|' /C calc'!A0",
        "Slower each month.",
    ]


def test_a_figure_keeps_its_25_digits_and_its_correction_keeps_what_it_replaces(tmp_path):
    long = "1234567890.123456789012345"
    record(figure("1"), known_from=day(10, 10))
    record(figure(long, numerator_exact=None, why="Counted again"), known_from=day(11, 16))
    exported(tmp_path / "out", known_at=datetime(2024, 6, 1, tzinfo=UTC))
    first, second = read(tmp_path / "out", "observations_observation")
    assert (first["value"], second["value"]) == ("1", long)
    assert second["replaces"] == first["row_hash"]
    exported(tmp_path / "before", known_at=day(11, 1))
    assert len(read(tmp_path / "before", "observations_observation")) == 1
    assert len(read(tmp_path / "before", "observations_submission")) == 1


@pytest.mark.usefixtures("_council")
def test_it_stops_at_what_was_known_but_keeps_the_audit_whole(tmp_path):
    summer = exported(tmp_path / "summer", known_at=datetime(2023, 8, 1, tzinfo=UTC))
    now = exported(tmp_path / "now")
    holders = [row["holder"] for row in read(tmp_path / "summer", "organisation_portfolio_holding")]
    assert holders == ["Cllr A. Brookly", "Cllr E. Oldfield"]
    assert now.tables["organisation_portfolio_holding"] == 3
    assert summer.tables["challenges_challenge"] == 0
    events = [table for table in now.tables if table.endswith("auditevent")]
    assert [summer.tables[table] for table in events] == [now.tables[table] for table in events] != [0]


@pytest.mark.usefixtures("_council")
def test_the_same_twice_gives_the_same_bytes(tmp_path):
    exported(tmp_path / "one")
    exported(tmp_path / "two")
    exported(tmp_path / "two")
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert files == sorted(path.relative_to(tmp_path / "two") for path in (tmp_path / "two").rglob("*.*"))
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files
    )


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-the-mayor.txt").write_text("Dear")
    with pytest.raises(export.FolderInUse, match="name a new folder"):
        exported(tmp_path / "letters")
    assert (tmp_path / "letters" / "to-the-mayor.txt").read_text() == "Dear"


@pytest.mark.usefixtures("_council")
def test_an_earlier_export_with_a_letter_beside_it_is_left_alone(tmp_path):
    exported(tmp_path / "out")
    (tmp_path / "out" / "to-the-mayor.txt").write_text("Dear")
    with pytest.raises(export.FolderInUse, match=r"holds to-the-mayor\.txt, which no export put there"):
        exported(tmp_path / "out")
    assert (tmp_path / "out" / "to-the-mayor.txt").read_text() == "Dear"


def test_a_data_package_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "datapackage.json").write_text('{"name": "open-data", "resources": []}')
    with pytest.raises(export.FolderInUse, match="holds datapackage"):
        exported(tmp_path)
