"""A check: which rows it concerns, what it costs them, and what to say of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from goldenthread.collection.findings import Code, Finding, Severity

Row = dict[str, Any]
Words = Callable[[Row], tuple[str, str]]


@dataclass(frozen=True)
class Check:
    """One rule: true in `amiss` for the rows it concerns; `words` gives what is wrong and what is right."""

    code: Code
    severity: Severity
    amiss: pl.Expr
    words: Words
    # The column with the letters of the cell to point at; "": where the figure stands.
    at: str = ""


def refuse(code: Code, amiss: pl.Expr, words: Words, at: str = "") -> Check:
    """A check that keeps a row out."""
    return Check(code, Severity.REFUSED_ROW, amiss, words, at)


def warn(code: Code, amiss: pl.Expr, words: Words, at: str = "") -> Check:
    """A check that lets a row in and mentions it."""
    return Check(code, Severity.WARNING, amiss, words, at)


def run(rows: pl.DataFrame, checks: list[Check], file: str) -> tuple[pl.DataFrame, list[Finding]]:
    """The rows no check keeps out, and what there is to say, row by row."""
    marks = rows.select(
        check.amiss.fill_null(value=False).alias(str(number)) for number, check in enumerate(checks)
    )
    findings: list[Finding] = []
    out = pl.Series([False], dtype=pl.Boolean).new_from_index(0, rows.height)
    for number, check in enumerate(checks):
        amiss = marks[str(number)] & ~out
        if not amiss.any():
            continue
        findings += [_finding(check, row, file) for row in rows.filter(amiss).iter_rows(named=True)]
        if check.severity == Severity.REFUSED_ROW:
            out = out | amiss
    return rows.filter(~out), findings


def _finding(check: Check, row: Row, file: str) -> Finding:
    wrong, right = check.words(row)
    cell = f"{row[check.at]}{row['row'] + 1}" if check.at and row[check.at] else row["cell"]
    return Finding(file, row["sheet"], cell, check.severity, check.code, wrong, right)
