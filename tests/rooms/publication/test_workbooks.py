"""A pack's workbooks hold every figure of its papers in full, and nothing that is hidden."""

import io
import re
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from python_calamine import CalamineWorkbook

from goldenthread.documents import content as c
from goldenthread.documents.renderers import xlsx
from goldenthread.documents.renderers.html_style import Style
from goldenthread.reports.assemble import pack
from tests.rooms.reports import smallham

TABULAR = c.Table | c.Tally | c.Facts | c.Panel


@cache
def papers():
    return {paper.name: paper for paper in pack.assemble(smallham.material()) if "xlsx" in paper.formats}


@cache
def cells(name):
    """Every cell of a paper's workbook."""
    made = xlsx.render(papers()[name], style=Style())
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return [
        cell
        for sheet in book.sheet_names
        for row in book.get_sheet_by_name(sheet).to_python()
        for cell in row
    ]


def numbers(part):
    if isinstance(part, c.Number):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from numbers(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from numbers(getattr(part, field.name))


NAMES = pytest.mark.parametrize("name", sorted(papers()))


@NAMES
def test_every_figure_of_a_table_is_there_in_full(name):
    held = {cell for cell in cells(name) if isinstance(cell, float)}
    words = "\n".join(cell for cell in cells(name) if isinstance(cell, str))
    looked_at = 0
    for block, _ in c.walk(papers()[name].blocks):
        for number in numbers(block) if isinstance(block, TABULAR) else ():
            assert number.shown in words if number.value is None else float(number.value) in held, number
            looked_at += 1
    assert looked_at or not any(isinstance(b, TABULAR) for b, _ in c.walk(papers()[name].blocks))


@NAMES
def test_what_is_hidden_stands_in_no_cell(name):
    """142 of 145, and 141 once restated."""
    hidden = re.compile(r"(?<![\d.,])(142|141|145|97\.9\d*|97\.2\d*)(?![\d,])")
    for cell in cells(name):
        shown = f"{cell:g}" if isinstance(cell, float) else str(cell)
        assert not hidden.search(shown), (name, cell)


def test_hidden_is_told_in_words():
    told = [cell for name in papers() for cell in cells(name) if str(cell).startswith("[c] ")]

    assert "[c] hidden to protect individuals" in told
