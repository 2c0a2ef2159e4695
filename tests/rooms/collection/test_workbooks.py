"""Workbooks: what a person sees in a cell is what is read."""

import datetime

import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from goldenthread.collection.findings import FileRefused
from goldenthread.collection.readers.book import Merge, address, column_number, letters
from goldenthread.collection.readers.opening import open_book
from tests.rooms.collection import files


def sheet_of(path, name="Q2"):
    return open_book(path).sheet(name)


def test_a_cell_formatted_as_a_percentage_says_93_percent_and_not_0_93(tmp_path):
    def percent(book):
        book["Q2"]["A1"].number_format = "0%"
        book["Q2"]["B1"].number_format = "0.0%"
        book["Q2"]["C1"].number_format = '0.00" of 100%"'

    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [[0.93, 0.913, 0.5, 0.93]]}, percent)
    assert sheet_of(path).rows == [["93%", "91.3%", 0.5, 0.93]]


def test_an_error_is_an_error_and_no_blank(tmp_path):
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [["x", "#N/A"], ["y", "#DIV/0!"]]})
    assert sheet_of(path).rows == [["x", "#N/A"], ["y", "#DIV/0!"]]


def test_an_error_outside_of_what_the_cell_reader_takes_for_the_sheet_is_seen(tmp_path):
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [["x"], ["", "", "#REF!"]]})
    rows = sheet_of(path).rows
    assert rows[1][2] == "#REF!"
    assert len({len(row) for row in rows}) == 1


def test_a_formula_nobody_calculated_shows_itself(tmp_path):
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [[1, 2, "=A1+B1"]]})
    sheet = sheet_of(path)
    assert sheet.rows == [[1.0, 2.0, "=A1+B1"]]
    assert [found.code for found in sheet.findings] == ["formulas_stale"]


def test_a_formula_with_its_result_is_its_result(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Q2")
    sheet.write_formula("A1", "=40+2", None, 42)
    sheet.write_formula("B1", '=IF(1,"",2)', None, "")
    sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
    book.close()
    as_excel_writes_it = {"xl/worksheets/sheet1.xml": lambda xml: xml.replace('r="B1"', 'r="B1" t="str"')}
    files.rewritten(path, as_excel_writes_it)
    assert sheet_of(path).rows == [[42.0, "", "#DIV/0!"]]


def test_addresses_stay_true_when_the_table_starts_further_down(tmp_path):
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [[], [], [None, None, "Indicator"]]})
    assert sheet_of(path).rows[2][2] == "Indicator"


def test_times_dates_and_truths(tmp_path):
    row = [datetime.time(19, 48), datetime.datetime(2023, 9, 30), True]
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [row]})
    assert sheet_of(path).rows == [[datetime.time(19, 48), datetime.date(2023, 9, 30), "TRUE"]]


def test_merges_hidden_rows_and_columns_and_red_figures_are_known(tmp_path):
    def as_people_do(book):
        sheet = book["Q2"]
        sheet.merge_cells("A1:A2")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        files.red(sheet["B2"])

    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [["a", 1, 3], [None, 2, 3]]}, as_people_do)
    sheet = sheet_of(path)
    assert sheet.merges == (Merge(0, 0, 1, 0),)
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.red) == ({1}, {2}, {(1, 1)})


def test_a_hidden_sheet_is_counted_and_nothing_else_is_known_of_it(tmp_path):
    def hide(book):
        book["A. Person"].sheet_state = "veryHidden"

    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [[1]], "A. Person": [["N. Ame"]]}, hide)
    book = open_book(path)
    assert (book.names, book.hidden) == (("Q2",), 1)
    assert "A. Person" not in repr(book)


def test_tags_with_a_prefix_and_cells_without_addresses_are_read_all_the_same(tmp_path):
    path = files.workbook(tmp_path / "a.xlsx", {"Q2": [["x", "#N/A"], [1, "#REF!"]]})

    def without_addresses(xml):
        for name in ("A1", "B1", "A2", "B2"):
            xml = xml.replace(f' r="{name}"', "")
        return xml.replace(' r="1"', "").replace(' r="2"', "")

    files.rewritten(path, {"xl/worksheets/sheet1.xml": without_addresses})
    assert [row[1] for row in sheet_of(path).rows] == ["#N/A", "#REF!"]


def test_an_opendocument_sheet_says_what_a_person_sees(tmp_path):
    path = tmp_path / "a.ods"
    book = OpenDocumentSpreadsheet()
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    red = Style(name="red", family="table-cell")
    red.addElement(TextProperties(color="#ff0000"))
    book.automaticstyles.addElement(hidden)
    book.automaticstyles.addElement(red)
    table = Table(name="Q2")
    rows = [
        [cell("a"), cell("93%", valuetype="percentage", value="0.93"), cell("#DIV/0!", formula="of:=1/0")],
        [
            cell("b", numberrowsspanned="2"),
            cell("19:48", valuetype="time", timevalue="PT19H48M00S"),
            cell(""),
        ],
        [CoveredTableCell(), cell("5", valuetype="float", value="5", stylename=red), cell("x")],
    ]
    for cells in rows:
        row = TableRow()
        for each in cells:
            row.addElement(each)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    book.spreadsheet.addElement(Table(name="Names", stylename=hidden))
    book.save(str(path))

    opened = open_book(path)
    sheet = opened.sheet("Q2")
    assert sheet.rows == [["a", "93%", "#DIV/0!"], ["b", datetime.time(19, 48), ""], ["", 5.0, "x"]]
    assert (sheet.merges, sheet.red) == ((Merge(1, 0, 2, 0),), {(2, 1)})
    assert (opened.names, opened.hidden) == (("Q2",), 1)


def cell(text, valuetype="string", **said):
    made = TableCell(valuetype=valuetype, **said)
    made.addElement(P(text=text))
    return made


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.xlsx", b"Indicator,Period\nCUS01,2023-09\n", "wrong_kind", "name it .csv"),
        ("a.xlsx", b"", "empty", "empty"),
        ("a.csv", b"  \n \n", "empty", "empty"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "wrong_kind", "password"),
        ("a.pdf", b"%PDF-1.7", "wrong_kind", "PDF"),
        ("a.xlsx", b"PK\x03\x04 nothing more", "not_readable", "damaged"),
        ("a.docx", b"word", "wrong_kind", ".docx"),
        ("a.csv", b"\xff\xd8\x00\x00\x81 not text", "encoding", "no encoding"),
        ("a.csv", b"Indicator\x00Period", "wrong_kind", "not text"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, name, content, code, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=words) as refused:
        open_book(path)
    assert [found.code for found in refused.value.findings] == [code]


def test_a_workbook_named_csv_is_refused(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 1, 2, None])
    with pytest.raises(FileRefused, match="inside it is xlsx"):
        open_book(path.rename(tmp_path / "a.csv"))


def test_a_zip_bomb_is_not_opened(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 1, 2, None])
    files.rewritten(path, {"xl/worksheets/sheet1.xml": lambda xml: xml + " " * 20_000_000})
    with pytest.raises(FileRefused, match="was not opened") as refused:
        open_book(path)
    assert [found.code for found in refused.value.findings] == ["too_large"]


def test_a_bomb_that_lies_about_its_size_is_found_out(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 1, 2, None])
    files.rewritten(path, {"xl/worksheets/sheet1.xml": lambda xml: xml + " " * 20_000_000})
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"xl/worksheets/sheet1.xml") - 46
    content[entry + 24 : entry + 28] = (900).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(FileRefused, match="damaged"):
        open_book(path).sheet("Q2")


def test_entities_are_refused(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 1, 2, None])
    entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    files.rewritten(path, {"xl/worksheets/sheet1.xml": lambda xml: entity + xml})
    with pytest.raises(FileRefused, match="entities"):
        open_book(path).sheet("Q2")


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_people_name_them(column, name):
    assert letters(column) == name
    assert column_number(name) == column
    assert address(6, column) == f"{name}7"


def test_a_stray_cell_at_the_end_of_the_sheet_does_not_fill_the_memory(tmp_path):
    path = far(tmp_path, "XFD1048576")
    with pytest.raises(FileRefused, match="reaches to XFD1048576") as refused:
        open_book(path).sheet("Q2")
    assert [(found.code, found.sheet) for found in refused.value.findings] == [("too_large", "Q2")]


def far(tmp_path, cell):
    """A workbook with one cell far out."""

    def put(book):
        book["Q2"][cell] = 1

    return files.workbook(tmp_path / f"{cell}.xlsx", {"Q2": [["Indicator"]]}, put)


def test_a_long_or_wide_sheet_is_no_harm(tmp_path):
    for cell in ("A200000", "ZZ40"):
        assert open_book(far(tmp_path, cell)).sheet("Q2").rows[-1][-1] == 1.0


def test_repeated_cells_of_an_opendocument_sheet_do_not_fill_the_memory(tmp_path):
    path = tmp_path / "a.ods"
    book = OpenDocumentSpreadsheet()
    table = Table(name="Q2")
    row = TableRow(numberrowsrepeated="1000000")
    row.addElement(cell("5", valuetype="float", value="5", numbercolumnsrepeated="16000"))
    table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(str(path))
    with pytest.raises(FileRefused, match="16,000,000,000 cells"):
        open_book(path)
