"""The codebook: every column of every table, and every code that stands in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.methods import reasons
from goldenthread.reports.material import Material

FIELDS = (
    Field(
        "table", "string", "Table in which it stands; 'all' for codes that stand in several", is_required=True
    ),
    Field("column", "string", "Column in which it stands", is_required=True),
    Field("code", "string", "The code; 'column' where the column itself is explained", is_required=True),
    Field("meaning", "string", "What it means", is_required=True),
)
COLUMN = "column"


def dataset(material: Material, tables: Sequence[Dataset]) -> Dataset:
    """Columns first, then priorities, portfolios, units, bands and reasons."""
    return Dataset(
        name="codebook",
        title="Codebook",
        about="What every column means, and every code in it.",
        fields=FIELDS,
        rows=[*_columns(tables), *_codes(material)],
        key=("table", "column", "code"),
    )


def _columns(tables: Sequence[Dataset]) -> Iterator[tuple[Value, ...]]:
    for table in tables:
        for field in table.fields:
            yield (table.name, field.name, COLUMN, field.about)


def _codes(material: Material) -> Iterator[tuple[Value, ...]]:
    sealed = material.now.sealed
    for kind, column, name in (("priority", "priority", "name"), ("portfolio", "portfolio", "title")):
        yield from (("all", column, line["code"], line[name]) for line in sealed.of(kind))
    for unit in sealed.of("unit"):
        yield ("all", "service" if unit["kind"] == "service" else unit["kind"], unit["code"], unit["name"])
    bands: dict[str, str] = {}
    for scheme in sealed.of("scheme"):
        for band in scheme["bands"]:
            bands.setdefault(band["code"], band["label"])
    yield from (("all", "rating", code, label) for code, label in bands.items())
    yield from (("all", "why_not_rated", each.code, each.explanation) for each in reasons.REASONS.values())
