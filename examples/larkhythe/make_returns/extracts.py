"""Extracts: long csv files from the council's own systems, one figure a line."""

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from examples.larkhythe.make_returns.figure import BOROUGH, Figure

DIMENSIONS = (
    "age",
    "sex",
    "ethnicity",
    "disability",
    "directorate",
    "library",
    "household_type",
    "road_user",
    "trade",
)
COLUMNS = (
    "indicator",
    "period",
    "area",
    *DIMENSIONS,
    "numerator",
    "denominator",
    "value",
    "status",
    "note",
    "why",
    "known_from",
)
NOT_AVAILABLE = ":"


def write(path: Path, figures: Iterable[Figure], known_from: Callable[[Figure], str]) -> None:
    """Figures as lines of a csv; `known_from` says when each was known ("" = when the file was sent)."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(COLUMNS)
    for figure in figures:
        lines.writerow(_line(figure, known_from(figure)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode())


def _line(figure: Figure, known_from: str) -> list[str]:
    cut = dict(figure.cut)
    return [
        figure.indicator,
        figure.period,
        "" if figure.area == BOROUGH else figure.area,
        *(cut.get(dimension, "") for dimension in DIMENSIONS),
        figure.numerator,
        figure.denominator,
        NOT_AVAILABLE if figure.is_missing else figure.value,
        "" if figure.is_missing or figure.status == "actual" else figure.status,
        figure.note,
        figure.why,
        known_from,
    ]
