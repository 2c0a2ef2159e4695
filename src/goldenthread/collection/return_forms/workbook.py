"""The form as a workbook: headings locked, entry cells free for typing and pasting."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from goldenthread.collection.return_forms.content import Form, Line
from goldenthread.methods.periods.words import label, long_label

MARK = "goldenthread form"
VERSION = "return-form-1"
SHEET, ABOUT = "Return", "About this form"

# Heading, width, whether it is for filling in.
COLUMNS = (
    ("Code", 9, False),
    ("Measure", 46, False),
    ("Period", 20, False),
    ("Period code", 14, False),
    ("Number", 12, True),
    ("Out of", 12, True),
    ("Value", 12, True),
    ("Status", 13, True),
    ("Remarks", 36, True),
    ("Why it changed", 36, True),
    ("Latest before", 26, False),
    ("A year ago", 22, False),
    ("Expected", 30, False),
)
HEADINGS_AT = 4
STATUSES = ["actual", "provisional", "estimated", "revised"]
HOW_TO = (
    "Fill in the white cells. Where a measure is a share, give Number and Out of; otherwise Value.",
    "Where there is no figure yet, write tbc; where the measure does not apply, n/a; to be hidden, [c].",
    "Never write 0 for a figure you do not have. Rows left empty are not reported.",
    "When a figure of an earlier period changes, say why it changed.",
)


def workbook(form: Form, made_at: datetime) -> bytes:
    """The bytes of the workbook; the same form made at the same moment has the same bytes."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(
        held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {"title": _title(form), "author": form.council, "created": made_at.replace(tzinfo=None)}
    )
    book.set_custom_property(MARK, VERSION)
    formats = _formats(book)
    _fill(book.add_worksheet(SHEET), form, formats)
    _explain(book.add_worksheet(ABOUT), form, formats)
    book.close()
    return held.getvalue()


def _title(form: Form) -> str:
    return f"{form.service}: return for {label(form.period)}"


def _formats(book: Any) -> dict[str, Any]:
    top = {"valign": "top", "text_wrap": True}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format({}),
        "wrapped": book.add_format(top),
        "heading": book.add_format({**top, "bold": True, "bottom": 2, "bg_color": "#E6E6E6"}),
        "given": book.add_format({**top, "border": 1, "border_color": "#BFBFBF", "bg_color": "#F2F2F2"}),
        "entry": book.add_format({**top, "border": 1, "border_color": "#404040", "locked": False}),
    }


def _fill(sheet: Any, form: Form, formats: dict[str, Any]) -> None:
    sheet.write_string(0, 0, f"{form.council}: {_title(form)}", formats["title"])
    sheet.write_string(1, 0, f"{long_label(form.period)}. {form.due}", formats["plain"])
    sheet.write_string(2, 0, HOW_TO[0], formats["plain"])
    for column, (heading, width, _) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADINGS_AT, column, heading, formats["heading"])
    for row, line in enumerate(form.lines, start=HEADINGS_AT + 1):
        _write(sheet, row, line, formats)
    _guide(sheet, form)
    sheet.freeze_panes(HEADINGS_AT + 1, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": False})


def _write(sheet: Any, row: int, line: Line, formats: dict[str, Any]) -> None:
    said = {
        "Code": line.indicator,
        "Measure": f"{line.name} ({line.unit})",
        "Period": label(line.period),
        "Period code": line.period.code,
        "Latest before": line.latest,
        "A year ago": line.year_ago,
        "Expected": line.expected,
    }
    for column, (heading, _, is_entry) in enumerate(COLUMNS):
        if is_entry:
            sheet.write_blank(row, column, None, formats["entry"])
        else:
            sheet.write_string(row, column, said[heading], formats["given"])


def _guide(sheet: Any, form: Form) -> None:
    """Drop-downs for the status, and what to count when a cell is chosen; nothing stops a marker."""
    first, last = HEADINGS_AT + 1, HEADINGS_AT + len(form.lines)
    names = [heading for heading, _, _ in COLUMNS]
    sheet.data_validation(
        first,
        names.index("Status"),
        last,
        names.index("Status"),
        {
            "validate": "list",
            "source": STATUSES,
            "error_type": "warning",
            "error_title": "Not a status",
            "error_message": "Choose actual, provisional, estimated or revised.",
        },
    )
    for row, line in enumerate(form.lines, start=first):
        for name, text in (("Number", line.numerator_label), ("Out of", line.denominator_label)):
            if text:
                column = names.index(name)
                said = {"validate": "any", "input_title": name, "input_message": text[:255]}
                sheet.data_validation(row, column, row, column, said)


def _explain(sheet: Any, form: Form, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, 4, 60)
    said = [(_title(form), "title"), (form.notice, "plain"), (f"{form.known} Form {VERSION}.", "plain")]
    for row, (text, name) in enumerate([*said, *((text, "plain") for text in HOW_TO)]):
        sheet.write_string(row, 0, text, formats[name])
    start = len(said) + len(HOW_TO) + 1
    for column, heading in enumerate(("Code", "Measure", "Definition", "Number counts", "Out of counts")):
        sheet.write_string(start, column, heading, formats["heading"])
    once = {line.indicator: line for line in form.lines}
    for row, line in enumerate(once.values(), start=start + 1):
        texts = (line.indicator, line.name, line.definition, line.numerator_label, line.denominator_label)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, formats["wrapped"])
    sheet.protect("", {"format_columns": True, "format_rows": True})
