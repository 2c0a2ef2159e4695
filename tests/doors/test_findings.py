"""Findings at the door: what kept something out is told before what only deserves a look."""

from goldenthread.cli.findings import in_words
from goldenthread.collection.findings import Code, Finding, Severity


def finding(cell, severity):
    return Finding("waste.xlsx", "Q2", cell, severity, Code.NOT_A_NUMBER, "it is no number", "Write one")


def test_refused_rows_come_before_warnings_and_notes_are_left_out():
    found = [
        finding("B2", Severity.WARNING),
        finding("B3", Severity.NOTE),
        finding("B4", Severity.REFUSED_ROW),
        finding("B5", Severity.WARNING),
    ]
    assert [line.split(":")[0] for line in in_words(found)] == ["  refused row", "  warning", "  warning"]
