"""Remarks: the last column of a twin, which stands there only where there is something to say."""

from collections.abc import Sequence
from typing import Final

from goldenthread.documents.spans import Line, line
from goldenthread.documents.tables import Column, Row

REMARK: Final = Column("Remark", "note")


def remarked(
    columns: Sequence[Column], rows: Sequence[Row], remarks: Sequence[str]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns and rows with a remark for each row, or as they are where all remarks are empty."""
    if not any(remarks):
        return tuple(columns), tuple(rows)
    said: list[Line] = [line(remark) if remark else () for remark in remarks]
    return (*columns, REMARK), tuple(
        Row(row.header, (*row.cells, remark), row.kind) for row, remark in zip(rows, said, strict=True)
    )
