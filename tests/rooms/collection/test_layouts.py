"""Layouts: tables as people lay them out, each cell found where it stands."""

import datetime

import pytest

from goldenthread.collection.candidates.setting import Basis
from goldenthread.collection.findings import FileRefused
from tests.rooms.collection import files
from tests.rooms.collection.files import read, said, seen, small, workbook

TOP = """\
mapping: small
title: A small return
tables:
"""


def test_title_rows_above_and_notes_below_are_counted_and_are_no_figures(tmp_path):
    rows = [
        ["Customer Services, quarter 2"],
        [],
        files.HEADINGS,
        ["CUS01", "Sep-23", 512, 561, None],
        [],
        ["Notes: counts of working days"],
        ["CUS01", "Sep-22", 1, 2, None],
    ]
    path = workbook(tmp_path / "a.xlsx", {"Q2": rows})
    found = read(path, files.MAPPING + '    stop: [{column: Indicator, matches: "^notes?"}]\n')
    assert seen(found, "cell", "indicator", "period", "numerator_exact") == [
        ("C4", "CUS01", "2023-09", "512")
    ]
    assert found.ignored == {"above the table": 2, "heading": 1, "blank row": 1, "below the table": 2}
    assert found.findings == []


def test_every_row_is_a_figure_a_finding_or_a_declared_row(tmp_path):
    rows = [
        files.HEADINGS,
        ["CUS01", "Sep-23", 512, 561, None],
        ["Total", "", 512, 561, None],
        ["CUS01", "Septober", 1, 2, None],
        ["CUS01", "Aug-23", "about 5", 2, None],
        [],
        ["CUS07", "Aug-23", None, None, "tbc"],
    ]
    path = workbook(tmp_path / "a.xlsx", {"Q2": rows})
    found = read(path, files.MAPPING + "    ignore: [{column: Indicator, is: [total], because: total}]\n")
    assert seen(found, "cell", "status", "reason") == [("C2", "actual", ""), ("E7", "missing", "awaited")]
    assert said(found) == [("B4", "not_a_period"), ("C5", "not_a_number")]
    assert found.ignored == {"heading": 1, "total": 1, "blank row": 1}


WIDE = (
    TOP
    + """\
  - sheet: Monthly
    header: {find: [Measure]}
    indicator: {column: Measure, codes: {Complaints: CUS01, Calls: CUS07}}
    across: {matches: "^[A-Z][a-z]{2}-23$"}
    period: {across: true}
"""
)


def test_one_column_a_month(tmp_path):
    rows = [["Measure", "Jul-23", "Aug-23", "Total"], ["Complaints", 1, "tbc", 9], ["calls", "1,164", 3, 9]]
    found = read(workbook(tmp_path / "a.xlsx", {"Monthly": rows}), WIDE + "    ignore_columns: [Total]\n")
    assert seen(found, "cell", "indicator", "period", "value_exact", "reason") == [
        ("B2", "CUS01", "2023-07", "1", ""),
        ("B3", "CUS07", "2023-07", "1164", ""),
        ("C2", "CUS01", "2023-08", None, "awaited"),
        ("C3", "CUS07", "2023-08", "3", ""),
    ]


def test_headings_that_are_dates_match_as_they_are_shown(tmp_path):
    rows = [["Measure", datetime.date(2023, 7, 1), datetime.date(2023, 8, 1)], ["Complaints", 1, 2]]
    found = read(workbook(tmp_path / "a.xlsx", {"Monthly": rows}), WIDE)
    assert seen(found, "period", "value_exact") == [("2023-07", "1"), ("2023-08", "2")]


def test_months_to_come_are_left_out_and_an_empty_month_that_is_over_is_awaited(tmp_path):
    rows = [["Measure", "Aug-23", "Sep-23", "Oct-23", "Nov-23"], ["Complaints", 1, None, None, None]]
    found = read(workbook(tmp_path / "a.xlsx", {"Monthly": rows}), WIDE)
    assert seen(found, "period", "status", "reason") == [
        ("2023-08", "actual", ""),
        ("2023-09", "missing", "awaited"),
    ]
    assert said(found) == [("C2", "blank")]
    assert found.ignored["blank, not due yet"] == 2


TWO_ROWS = (
    TOP
    + """\
  - header: {find: [Measure, Number], rows: 2}
    indicator: {column: Measure, codes: {Complaints: CUS01}}
    across:
      level: 1
      matches: "^20.. ?-.."
      measures: {Number: numerator, Out of: denominator, "%": value, Target: ignore}
    period: {across: true}
"""
)


def test_two_rows_of_headings_with_the_quarter_merged_over_its_columns(tmp_path):
    def merge(book):
        book["Q2"].merge_cells("B2:D2")
        book["Q2"].merge_cells("A2:A3")

    rows = [
        ["Children's return"],
        ["Measure", "2023-24 Q1 (prov)", None, None, "2023-24 Q2", None, None, None],
        [None, "Number", "Out of", "%", "Number", "Out of", "%", "Target"],
        ["Complaints", 480, 552, "87%", 512, 561, "[c]", 90],
    ]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}, merge), TWO_ROWS)
    assert seen(found, "period", "numerator_exact", "denominator_exact", "value_exact", "status") == [
        ("2023-24-Q1", "480", "552", "87", "provisional"),
        ("2023-24-Q2", "512", "561", None, "actual"),
    ]
    assert found.findings == []


def test_period_and_measure_in_one_heading(tmp_path):
    text = (
        TOP
        + """\
  - header: {find: [Measure]}
    indicator: {column: Measure, codes: {Complaints: CUS01}}
    across:
      matches: "^(?P<period>...-23) (?P<measure>num|den)$"
      measures: {num: numerator, den: denominator}
    period: {across: true}
"""
    )
    rows = [["Measure", "Jul-23 num", "Jul-23 den", "Aug-23 num", "Aug-23 den"], ["Complaints", 1, 2, 3, 4]]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}), text)
    assert seen(found, "period", "numerator_exact", "denominator_exact") == [
        ("2023-07", "1", "2"),
        ("2023-08", "3", "4"),
    ]


def test_wards_across_and_month_names_under_a_year_in_the_title(tmp_path):
    text = (
        TOP
        + """\
  - header: {find: [Month]}
    indicator: CUS01
    across: {matches: "."}
    area: {across: true}
    period: {column: Month, in_year: {above: "Year (20..-..)"}}
    value: {scale: 1000}
"""
    )
    text = text.replace('matches: "."', 'matches: "(Wharf|Hill)$"')
    rows = [["Complaints, Year 2022-23"], ["Month", "Abbot's Wharf", "Chantry Hill"], ["January", 1.5, 2]]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}), text)
    assert seen(found, "area", "period", "value_exact") == [
        ("X1", "2023-01", "1500"),
        ("X2", "2023-01", "2000"),
    ]


def test_numerator_denominator_and_share_in_rows_of_their_own(tmp_path):
    text = (
        TOP
        + """\
  - header: {find: [Line, Result]}
    indicator:
      column: Line
      codes:
        Answered in time: {indicator: CUS01, measure: numerator}
        All complaints: {indicator: CUS01, measure: denominator}
        of which women: {indicator: CUS01, measure: numerator, breakdown: {sex: female}}
        Seconds: CUS07
    period: 2023-24-Q2
    value: {column: Result}
"""
    )
    rows = [
        ["Line", "Result"],
        ["Answered in time", 512],
        ["All complaints", 561],
        ["of which women", 9],
        ["Seconds", 171],
    ]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}), text)
    assert seen(found, "indicator", "breakdown", "numerator_exact", "denominator_exact", "value_exact") == [
        ("CUS07", "", None, None, "171"),
        ("CUS01", "", "512", "561", None),
        ("CUS01", "sex=female", "9", None, None),
    ]


def test_breakdowns_with_the_headline_in_the_row_that_says_all(tmp_path):
    text = (
        TOP
        + """\
  - header: {find: [Sex, Age, Value]}
    indicator: CUS01
    period: 2023-24-Q2
    breakdown:
      sex: {column: Sex, codes: {F: female, M: male}, headline: [All]}
      age: {column: Age}
    value: {column: Value}
"""
    )
    rows = [["Sex", "Age", "Value"], ["All", "", 90], ["F", "", 91], ["M", "65 to 74", 92], ["X", "", 93]]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}), text)
    assert seen(found, "breakdown", "value_exact") == [
        ("", "90"),
        ("sex=female", "91"),
        ("age=65-to-74;sex=male", "92"),
    ]
    assert said(found) == [("A5", "unknown_breakdown")]


def test_three_figures_from_one_row(tmp_path):
    text = (
        TOP
        + """\
  - header: {find: [Code, Ward, Year]}
    indicator: {column: Code}
    area: {column: Ward}
    period: {column: Year, as: year}
    value: {column: Result}
    also:
      - {area: SMH, value: {column: All wards}, repeats: expected}
      - {area: {column: Family, codes: {Urban: X3}}, value: {column: Family average}}
"""
    )
    rows = [
        ["Code", "Ward", "Year", "Result", "All wards", "Family average", "Family"],
        ["CUS01", "Abbot's Wharf", "2010-11", 1.5, 9, 3, "Urban"],
        ["CUS01", "X2", "2010-11", 2.5, 9, 3, "Rural"],
    ]
    found = read(workbook(tmp_path / "a.xlsx", {"Q2": rows}), text)
    assert seen(found, "cell", "area", "period", "value_exact", "repeats") == [
        ("D2", "X1", "fy2010-11", "1.5", False),
        ("D3", "X2", "fy2010-11", "2.5", False),
        ("E2", "SMH", "fy2010-11", "9", True),
        ("E3", "SMH", "fy2010-11", "9", True),
        ("F2", "X3", "fy2010-11", "3", False),
    ]
    assert said(found) == [("G3", "unknown_area")]


def test_a_label_merged_over_rows_holds_for_each_and_a_number_so_merged_for_none(tmp_path):
    def merge(book):
        book["Q2"].merge_cells("A2:A3")
        book["Q2"].merge_cells("C2:C3")

    path = small(
        tmp_path / "a.xlsx", ["CUS07", "Jul-23", 5, None, None], [None, "Aug-23", None, None, 6], change=merge
    )
    found = read(path)
    assert seen(found, "indicator", "period") == []
    assert said(found) == [("C2", "merged_number"), ("C3", "merged_number")]


def test_a_marker_merged_over_rows_holds_for_each(tmp_path):
    path = small(
        tmp_path / "a.xlsx",
        ["CUS07", "Jul-23", None, None, "tbc"],
        ["CUS07", "Aug-23", None, None, None],
        change=lambda book: book["Q2"].merge_cells("E2:E3"),
    )
    assert seen(read(path), "period", "reason") == [("2023-07", "awaited"), ("2023-08", "awaited")]


def test_blank_labels_are_filled_from_above_where_the_mapping_says_so(tmp_path):
    path = small(tmp_path / "a.xlsx", ["CUS07", "Jul-23", 5, None, None], [None, "Aug-23", 6, None, None])
    assert said(read(path)) == [("A3", "unknown_indicator")]
    found = read(path, files.MAPPING + "    fill_down: [Indicator]\n")
    assert seen(found, "indicator", "period") == [("CUS07", "2023-07"), ("CUS07", "2023-08")]


def test_a_red_figure_is_an_estimate_where_the_mapping_says_so(tmp_path):
    path = small(
        tmp_path / "a.xlsx",
        ["CUS07", "Jul-23", None, None, 5],
        ["CUS07", "Aug-23", None, None, 6],
        change=lambda book: files.red(book["Q2"]["E3"]),
    )
    assert seen(read(path), "status") == [("actual",), ("actual",)]
    found = read(path, files.MAPPING + "    estimated_when: red_font\n")
    assert seen(found, "status") == [("actual",), ("estimated",)]


def test_hidden_rows_are_refused_unless_the_mapping_reads_them(tmp_path):
    def hide(book):
        for row in (3, 4, 6):
            book["Q2"].row_dimensions[row].hidden = True

    rows = [["CUS07", f"{month}-23", 5, None, None] for month in ("Apr", "May", "Jun", "Jul", "Aug")]
    path = small(tmp_path / "a.xlsx", *rows, change=hide)
    found = read(path)
    assert seen(found, "period") == [("2023-04",), ("2023-07",)]
    assert said(found) == [("A3", "row_hidden"), ("A6", "row_hidden")]
    assert "rows 3 to 4 are hidden" in found.findings[0].wrong
    assert read(path, files.MAPPING + "    hidden_rows: read\n").candidates.height == 5


def test_a_hidden_sheet_leaves_one_finding_without_its_name_or_content(tmp_path):
    rows = {"Q2": [files.HEADINGS, ["CUS07", "Jul-23", 5, None, None]], "A. Person": [["N. Ame"]]}

    def hide(book):
        book["A. Person"].sheet_state = "hidden"

    found = read(workbook(tmp_path / "a.xlsx", rows, hide))
    assert [(each.sheet, each.cell, each.code) for each in found.findings] == [("", "", "hidden_sheet")]
    assert "Person" not in str(found.findings[0])
    assert "Ame" not in str(found.findings[0])
    with pytest.raises(FileRefused, match="hidden sheet"):
        read(tmp_path / "a.xlsx", files.MAPPING + "hidden_sheets: refuse_file\n")


def test_what_the_mapping_does_not_know_is_mentioned(tmp_path):
    sheets = {
        "Q2": [[*files.HEADINGS, "Comments"], ["CUS07", "Jul-23", 5, None, None, "A remark", "stray"]],
        "Extra": [["x"]],
        "Pivot 1": [["x"]],
    }
    text = (
        files.MAPPING.replace("  - header", "  - sheet: Q2\n    header")
        + 'ignore_sheets: [{matches: "^pivot"}]\n'
    )
    found = read(workbook(tmp_path / "a.xlsx", sheets), text)
    assert [(each.sheet, each.cell, each.code.value) for each in found.findings] == [
        ("Extra", "", "sheet_not_mapped"),
        ("Q2", "G2", "cell_outside"),
        ("Q2", "F1", "column_not_mapped"),
    ]
    assert "A remark" not in "".join(map(str, found.findings))


def test_a_comma_that_splits_a_number_in_a_text_file_refuses_the_row(tmp_path):
    lines = ["Indicator,Period,Number,Out of,Value", "CUS07,Jul-23,,,1,164", 'CUS07,Aug-23,,,"1,164"']
    found = read(files.text(tmp_path / "a.csv", *lines))
    assert seen(found, "period", "value_exact") == [("2023-08", "1164")]
    assert said(found) == [("F2", "cell_outside")]


@pytest.mark.parametrize(
    ("headings", "rows", "code", "cell", "words"),
    [
        ("Indicator,Perriod,Number,Out of,Value", [], "column_missing", "A1", 'Rename "Perriod"'),
        ("Indicator,Period,Number,Outof,Value", [], "column_missing", "A1", 'Rename "Outof"'),
        ("Indicator,Period,Number,Number,Out of,Value", [], "column_twice", "D1", "C1 and D1"),
        ("a,b", [], "header_missing", "", "none of the first 40 rows"),
        (",".join(files.HEADINGS), [], "no_rows", "", "holds no figures"),
        (",".join(files.HEADINGS), [[None, " ", "", None, None]], "no_rows", "", "holds no figures"),
    ],
)
def test_a_file_that_cannot_be_mapped_is_refused(tmp_path, headings, rows, code, cell, words):
    path = small(tmp_path / "a.xlsx", *rows, headings=headings.split(","))
    with pytest.raises(FileRefused, match="(?s)" + words) as refused:
        read(path)
    found = refused.value.findings[0]
    assert (found.code, found.cell, found.severity) == (code, cell, "refused file")
    assert found.sheet == ("" if code == "no_rows" else "Q2")


def test_a_file_without_figures_is_only_noted_where_that_is_expected(tmp_path):
    found = read(small(tmp_path / "a.xlsx"), files.MAPPING + "empty: expected\n")
    assert (found.candidates.height, said(found)) == (0, [("", "no_rows")])


def test_an_empty_workbook_is_refused(tmp_path):
    with pytest.raises(FileRefused, match="none of the first 40 rows"):
        read(workbook(tmp_path / "a.xlsx", {"Q2": []}))


def test_a_missing_sheet_is_named_with_those_that_are_there(tmp_path):
    text = files.MAPPING.replace("  - header", "  - sheet: Quarter 2\n    header")
    with pytest.raises(FileRefused, match="no visible sheet Quarter 2; there are: Q2"):
        read(small(tmp_path / "a.xlsx"), text)


def test_a_column_says_from_when_each_figure_was_known(tmp_path):
    headings = [*files.HEADINGS, "Known from"]
    rows = [
        ["CUS07", "Jul-23", None, None, 5, datetime.date(2023, 8, 10)],
        ["CUS07", "Jul-23", None, None, 6, "16/11/2023"],
        ["CUS07", "Aug-23", None, None, 6, "2023-11-16 17:00"],
        ["CUS07", "Sep-23", None, None, 6, None],
        ["CUS07", "Sep-23", None, None, 7, "1/1/2031"],
    ]
    found = read(
        small(tmp_path / "a.xlsx", *rows, headings=headings),
        files.MAPPING + "    known_from: {column: Known from}\n",
    )
    moments = [str(moment)[:16] for (moment,) in seen(found, "known_from")]
    assert moments == ["2023-08-09 23:00", "2023-11-16 00:00", "2023-11-16 17:00", "2023-10-20 12:00"]
    assert said(found) == [("F6", "known_from")]


@pytest.mark.parametrize(
    ("as_", "label", "period"),
    [
        ("as_written", "Sep-23", "2023-09"),
        ("as_written", "2023-24 Q2", "2023-24-Q2"),
        ("as_written", "2023-24", "2023-24"),
        ("as_written", "ytd-2023-09", "ytd-2023-09"),
        ("as_written", datetime.date(2023, 9, 30), "2023-09"),
        ("rolling_12", "Sep-23", "r12-2023-09"),
        ("ytd", "2023-24 Q2", "ytd-2023-09"),
        ("snapshot", "2023-24 Q2", "at2023-09-30"),
        ("snapshot", "30/09/2023", "at2023-09-30"),
        ("year", "2010-11", "fy2010-11"),
    ],
)
def test_a_label_is_read_as_the_kind_of_period_the_mapping_says(tmp_path, as_, label, period):
    path = small(tmp_path / "a.xlsx", ["CUS07", label, None, None, 5])
    text = files.MAPPING.replace("{column: Period}", f"{{column: Period, as: {as_}}}")
    assert seen(read(path, text), "period") == [(period,)]


@pytest.mark.parametrize("label", ["2010-11", "T1 2023-24", "next year", "Q2", "13/2023"])
def test_a_label_that_could_be_two_things_or_none_is_refused(tmp_path, label):
    path = small(tmp_path / "a.xlsx", ["CUS07", label, None, None, 5])
    assert said(read(path)) == [("B2", "not_a_period")]


def test_a_label_whose_span_is_not_the_declared_one_is_a_finding(tmp_path):
    text = files.MAPPING.replace(
        "{column: Period}", "{column: Period, years: {default: 1, ROAD2: 2, ROAD3: 3}}"
    )
    rows = [
        ["CUS07", "2015-16", None, None, 5],
        ["ROAD2", "2014-16", None, None, 5],
        ["ROAD3", "2014-16", None, None, 5],
        ["ROAD2", "2015-16", None, None, 5],
    ]
    found = read(small(tmp_path / "a.xlsx", *rows), text)
    assert seen(found, "period") == [("2015-16",), ("2014-15..2015-16",)]
    assert said(found) == [("B4", "span_disagrees"), ("B5", "span_disagrees")]


def test_numbers_of_different_indicators_may_be_meant_differently(tmp_path):
    text = files.MAPPING.replace(
        "value: {column: Value}",
        "value: {column: Value, scale: {FIN01: 0.001}, clock: {REV03: sixtieths, CUS07: seconds}}",
    )
    rows = [
        ["FIN01", "Sep-23", None, None, 4100],
        ["REV03", "Sep-23", None, None, datetime.time(19, 48)],
        ["CUS07", "Sep-23", None, None, "2 min 51 s"],
        ["CUS01", "Sep-23", None, None, datetime.time(19, 48)],
    ]
    found = read(small(tmp_path / "a.xlsx", *rows), text)
    assert seen(found, "value_exact") == [("4.1",), ("19.8",), ("171",)]
    assert said(found) == [("E5", "not_a_number")]


def test_fractions_are_shares_of_one_in_measures_per_cent_and_in_no_others(tmp_path):
    text = files.MAPPING.replace(
        "{column: Value}", "{column: Value, percent: {default: fraction, CUS02: points}}"
    )
    bases = {
        code: Basis("quarter", "financial", unit)
        for code, unit in (("CUS01", "%"), ("CUS02", "%"), ("CUS07", "seconds"))
    }
    rows = [[code, "Sep-23", None, None, 0.93] for code in bases]
    found = read(small(tmp_path / "a.xlsx", *rows), text, bases=bases)
    assert seen(found, "value_exact") == [("93",), ("0.93",), ("0.93",)]


def test_long_decimals_in_text_files_are_kept_to_the_last_digit(tmp_path):
    lines = ["Indicator,Period,Number,Out of,Value", "CUS07,Jul-23,,,0.1234567890123456789012345"]
    found = read(files.text(tmp_path / "a.csv", *lines))
    assert seen(found, "value_exact") == [("0.1234567890123456789012345",)]


def test_a_status_column_goes_before_a_mark_and_a_blank_in_it_says_nothing(tmp_path):
    headings = [*files.HEADINGS, "Status"]
    rows = [
        ["CUS07", "Jul-23", None, None, "5 [e]", "final"],
        ["CUS07", "Aug-23", None, None, "5 [e]", None],
        ["CUS07", "Sep-23", None, None, "5", None],
        ["CUS07", "Sep-22 (prov)", None, None, "5", None],
    ]
    path = small(tmp_path / "a.xlsx", *rows, headings=headings)
    found = read(path, files.MAPPING + "    status: {column: Status}\n")
    assert seen(found, "status") == [("actual",), ("estimated",), ("actual",), ("provisional",)]


def test_a_status_word_may_say_why_there_is_no_figure(tmp_path):
    rows = [
        ["CUS07", "Jul-23", None, None, None, "Missing value; suppressed"],
        ["CUS07", "Aug-23", None, None, 5, "Missing value; suppressed"],
    ]
    path = small(tmp_path / "a.xlsx", *rows, headings=[*files.HEADINGS, "Status"])
    found = read(path, files.MAPPING + "    status: {column: Status}\n")
    assert seen(found, "status", "reason") == [("missing", "hidden")]
    assert said(found) == [("A3", "unknown_status")]


def test_characters_nobody_sees_do_not_matter(tmp_path):
    path = small(tmp_path / "a.xlsx", ["CUS\u00ad07\u200b", "\ufeffSep-23\u00a0", None, None, "\u200b5"])
    assert seen(read(path), "indicator", "period", "value_exact") == [("CUS07", "2023-09", "5")]
