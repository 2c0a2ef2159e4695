"""Awkward files, made for real: workbooks and text as people send them."""

import io
import zipfile
from datetime import UTC, datetime

import openpyxl
from openpyxl.styles import Font

from goldenthread.collection.candidates import reading
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.mapping import read as parse
from goldenthread.collection.readers import opening

AREAS = {"SMH": "Smallham", "X1": "Abbot's Wharf", "X2": "Chantry Hill", "X3": "Gorse Hollow"}
HEADINGS = ["Indicator", "Period", "Number", "Out of", "Value"]
MAPPING = """\
mapping: small
title: A small return
tables:
  - header: {find: [Indicator, Period]}
    indicator: {column: Indicator}
    period: {column: Period}
    numerator: {column: Number}
    denominator: {column: Out of}
    value: {column: Value}
"""


def workbook(path, sheets, change=None):
    """A workbook of {sheet: rows}; `change(book)` may do to it what people do."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    book.save(path)
    return path


def small(path, *rows, change=None, headings=HEADINGS):
    """A workbook with one sheet, Q2, in the form that MAPPING reads."""
    return workbook(path, {"Q2": [headings, *rows]}, change)


def text(path, *lines, encoding="utf-8", end="\n"):
    """A text file."""
    path.write_bytes(end.join(lines).encode(encoding))
    return path


def red(cell):
    """Write a cell in red."""
    cell.font = Font(color="FFFF0000")


def rewritten(path, changes):
    """The workbook with parts of its archive changed: {member: function of its text}."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts[name].decode()).encode()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(held.getvalue())
    return path


def read(path, mapping=MAPPING, known_from=None, bases=None):
    """The candidates of a file, without a database."""
    known_from = known_from or datetime(2023, 10, 20, 12, tzinfo=UTC)
    setting = Setting("SMH", AREAS, bases or {}, known_from, datetime(2024, 6, 1, tzinfo=UTC))
    return reading.read(opening.open_book(path), parse(mapping.encode(), "test.yaml"), setting)


def seen(found, *columns):
    """Some columns of the candidates, as rows."""
    return found.candidates.select(columns).rows()


def said(found):
    """What was found: cell and code."""
    return [(each.cell, each.code.value) for each in found.findings]
