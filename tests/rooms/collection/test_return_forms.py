"""Return forms: pre-filled, locked but for the entry cells, and read back by the mapping they name."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from goldenthread.collection import actions, queries
from goldenthread.collection.findings import FileRefused
from goldenthread.collection.queries import NothingToReturn
from goldenthread.collection.return_forms.asked import Definition, periods_asked
from goldenthread.methods import periods
from goldenthread.observations import ledger
from goldenthread.organisation import actions as organisation
from tests.rooms.collection import council, files
from tests.rooms.collection.council import KNOWN, NOW
from tests.rooms.collection.test_import import import_

ON = date(2023, 9, 30)
Q2 = "2023-24-Q2"


@pytest.fixture
def _council():
    council.load()
    units = [
        {"code": "SMH", "name": "Smallham", "kind": "council"},
        {"code": "RES", "name": "Resources", "kind": "directorate", "parent": "SMH"},
        {"code": "RES.customer", "name": "Customer Services", "kind": "service", "parent": "RES"},
        {"code": "RES.other", "name": "Other Services", "kind": "service", "parent": "RES"},
    ]
    organisation.load({"units": [unit | council.STAMP for unit in units]}, by="Test", at=NOW)


def form(tmp_path, unit="RES.customer"):
    path = tmp_path / "form.xlsx"
    path.write_bytes(queries.return_form(unit=unit, period=Q2, on=ON, known_at=KNOWN))
    return path


def lines(path):
    rows = list(openpyxl.load_workbook(path)["Return"].iter_rows(min_row=5, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def filled(path, figures, at=6):
    """The form with figures typed in: {period code: {heading: what is typed}} for CUS01."""
    book = openpyxl.load_workbook(path)
    sheet = book["Return"]
    headings = {cell.value: cell.column for cell in sheet[at - 1]}
    for row in sheet.iter_rows(min_row=at):
        typed = figures.get((row[0].value, row[headings["Period code"] - 1].value), {})
        for heading, what in typed.items():
            sheet.cell(row[0].row, headings[heading], what)
    book.save(path)
    return path


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_a_form_asks_for_every_period_and_shows_what_was_last_known(tmp_path):
    rows = [
        ["CUS01", f"{month}-23", 80 + day, 100, None]
        for day, month in enumerate(("Mar", "Apr", "May", "Jun"))
    ]
    import_(files.small(tmp_path / "a.xlsx", *rows), KNOWN)
    asked = {(line["Code"], line["Period code"]): line for line in lines(form(tmp_path))}
    assert [code for code in asked if code[0] == "CUS01"] == [
        ("CUS01", "2023-07"),
        ("CUS01", "2023-08"),
        ("CUS01", "2023-09"),
    ]
    july = asked["CUS01", "2023-07"]
    assert july["Measure"] == "CUS01 (%)"
    assert july["Latest before"] == "83.0 (83 of 100), Jun 2023"
    assert july["Expected"] == "from 20 (latest 4: 80.0 to 83.0)"
    assert ("HOU01", "at2023-09-30") in asked
    assert ("FIN01", "at2023-09-30") in asked


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_headings_are_locked_and_entry_cells_are_free(tmp_path):
    sheet = openpyxl.load_workbook(form(tmp_path))["Return"]
    assert sheet.protection.sheet
    free = {
        cell.column_letter for row in sheet.iter_rows(min_row=6) for cell in row if not cell.protection.locked
    }
    assert free == {"E", "F", "G", "H", "I", "J"}
    lists = [each for each in sheet.data_validations.dataValidation if each.type == "list"]
    assert [each.formula1 for each in lists] == ['"actual,provisional,estimated,revised"']


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_a_filled_in_form_is_read_back_by_the_mapping_it_names(tmp_path):
    path = filled(
        form(tmp_path),
        {
            ("CUS01", "2023-07"): {
                "Number": 170,
                "Out of": 187,
                "Status": "provisional",
                "Remarks": "=1+1 late",
            },
            ("CUS01", "2023-08"): {"Number": "tbc"},
            ("REV03", "2023-09"): {"Value": "19.8 [e]"},
            ("CUS07", "2023-09"): {"Value": "quick"},
        },
    )
    assert queries.is_return_form(path)
    done = actions.import_form(path=path, known_from=KNOWN, by="Officer", at=NOW)
    assert (done.added, done.mapping) == (3, "return-form-1")
    assert [found.code.value for found in done.findings if found.severity == "refused row"] == [
        "not_a_number"
    ]
    rows = ledger.series(known_at=NOW).select(
        "indicator", "period", "numerator_exact", "value_exact", "status"
    )
    assert rows.rows() == [
        ("CUS01", "2023-07", "170", None, "provisional"),
        ("CUS01", "2023-08", None, None, "missing"),
        ("REV03", "2023-09", None, "19.8", "estimated"),
    ]
    again = actions.import_form(path=path, known_from=KNOWN, by="Officer", at=NOW)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_a_file_that_is_no_form_is_refused(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 1, 2, None])
    assert not queries.is_return_form(path)
    assert not queries.is_return_form(files.text(tmp_path / "a.csv", "a,b"))
    with pytest.raises(FileRefused, match="no return form"):
        actions.import_form(path=path, known_from=KNOWN, by="Officer", at=NOW)


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_services_are_named_with_how_much_is_asked_of_them():
    (service,) = queries.services_asked(period=Q2, on=ON, known_at=KNOWN)
    assert (service.code, service.name) == ("RES.customer", "Customer Services")
    assert service.lines > service.indicators > 5


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_a_directorate_gets_the_lines_of_all_its_services_and_nobody_an_empty_form(tmp_path):
    assert len(lines(form(tmp_path, "RES"))) == len(lines(form(tmp_path)))
    with pytest.raises(NothingToReturn, match="Other Services has nothing to return for Q2 2023-24"):
        form(tmp_path, "RES.other")


@pytest.mark.django_db
@pytest.mark.usefixtures("_council")
def test_the_same_form_has_the_same_bytes():
    made = [queries.return_form(unit="RES", period=Q2, on=ON, known_at=KNOWN) for _ in range(2)]
    assert made[0] == made[1]
    assert openpyxl.load_workbook(io.BytesIO(made[0])).properties.created == datetime(2023, 10, 20, 12)


@pytest.mark.parametrize(
    ("definition", "kept_as", "asked"),
    [
        (Definition("monthly", "quarter", "financial", "sum", 0, ()), "", ["2023-07", "2023-08", "2023-09"]),
        (Definition("monthly", "quarter", "financial", "sum", 0, ()), "quarter", ["2023-24-Q2"]),
        (Definition("quarterly", "quarter", "financial", "sum", 0, ()), "", ["2023-24-Q2"]),
        (Definition("quarterly", "quarter", "financial", "sum", 3, ()), "", ["2023-24-Q1"]),
        (Definition("quarterly", "snapshot", "financial", "latest", 0, ()), "", ["at2023-09-30"]),
        (
            Definition("monthly", "ytd", "financial", "cumulative", 0, ()),
            "",
            ["ytd-2023-07", "ytd-2023-08", "ytd-2023-09"],
        ),
        (
            Definition("quarterly", "rolling_12", "financial", "rolling_ratio", 0, ()),
            "rolling",
            ["r12-2023-09"],
        ),
        (Definition("thirds", "third", "financial", "annual_only", 0, ()), "", ["2023-24-T1"]),
        (Definition("annual", "annual", "financial", "annual_only", 0, ("Q4",)), "", []),
        (Definition("annual", "annual", "financial", "annual_only", 0, ("Q2",)), "", ["2022-23"]),
        (Definition("termly", "academic_year", "academic", "sum", 0, ()), "", ["ac2022-23"]),
    ],
)
def test_what_is_asked_follows_from_how_often_and_what_a_figure_is_about(definition, kept_as, asked):
    report = periods.parse(Q2)
    assert [period.code for period in periods_asked(definition, report, kept_as)] == asked
