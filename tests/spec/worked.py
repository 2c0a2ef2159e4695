"""Worked examples: a table in a test that runs, and stands in docs/methods for people to read.

    @examples('''
    | value | target | rating |
    |-------|--------|--------|
    | 92    | 90     | green  |
    ''')
    def test_green_when_on_target_or_better(value, target, rating): ...

Each row becomes one run of the test, each column one argument, always as text. An empty cell is None.
"""

import pytest


class TableNotUnderstood(ValueError):
    """The text is not a table with a header, a rule and rows of as many cells."""


def examples(table: str) -> pytest.MarkDecorator:
    """Run the test once for each row of the table."""
    header, *rows = cells(table)
    return pytest.mark.parametrize(
        header, [pytest.param(*(cell or None for cell in row), id=" ".join(row)) for row in rows]
    )


def cells(table: str) -> list[list[str]]:
    """The table's header and rows, without the rule between them."""
    lines = [line.strip() for line in table.strip().splitlines()]
    parsed = [
        [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")] for line in lines
    ]
    if len(lines) < 3 or set(lines[1]) - set("|-: "):
        raise TableNotUnderstood("write a header line, a line of dashes, then at least one row")
    header, _, *rows = parsed
    for line, row in zip(lines[2:], rows, strict=True):
        if len(row) != len(header):
            raise TableNotUnderstood(f"{line} has {len(row)} cells where the header has {len(header)}")
    return [header, *rows]
