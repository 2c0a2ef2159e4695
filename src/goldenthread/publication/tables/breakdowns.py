"""The table of breakdowns: every figure by ward and by group that has passed the gate, one a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import cells, rounded, shorthand
from goldenthread.reports.assemble.equality import cuts
from goldenthread.reports.material import Line, Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator", is_required=True),
    Field("area", "string", "Code of the area: the council's own, or a part of it", is_required=True),
    Field("area_name", "string", "Name of the area", is_required=True),
    Field("breakdown", "string", "The group, as ethnicity=asian;sex=female; empty for everybody in the area"),
    Field("dimensions", "string", "What it is broken down by, as ward or age;sex", is_required=True),
    Field("group", "string", "The group or the area in words", is_required=True),
    Field("rated_period", "string", "Period that the figure is about", is_required=True),
    Field("value", "number", "The figure, unrounded; empty where it is missing or hidden"),
    Field("numerator", "number", "What was counted, where it may be shown"),
    Field("denominator", "number", "What it was counted among, where it may be shown"),
    Field("status", "string", "Whether the figure is final"),
    Field(
        "shorthand",
        "string",
        "The letter beside or instead of the figure",
        values=tuple(shorthand.LETTERS),
    ),
    Field("coverage", "string", "What an incomplete figure rests on"),
    Field("why_no_value", "string", "Why there is no figure"),
)
NUMBERS = ("value", "numerator", "denominator")


def dataset(material: Material) -> Dataset:
    """One row a figure below the headlines, hidden ones too: each cell of a table has its row."""
    sealed = material.now.sealed
    columns = rounded.fields(FIELDS, material)
    return Dataset(
        name="breakdowns",
        title="Breakdowns of the indicators",
        about="Each figure by ward and by group of people or things, as frozen; hidden ones say so.",
        fields=columns,
        rows=[(*_row(sealed.period, x), *rounded.cells(x, columns)) for x in sealed.of("breakdown")],
        key=("period", "indicator", "area", "breakdown"),
    )


def codes(material: Material) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The codes of areas, groups and dimensions that stand in the table, with their names."""
    lines = material.now.sealed.of("breakdown")
    return {
        ("breakdowns", "area"): {line["area"]: line["area_name"] for line in lines},
        ("breakdowns", "breakdown"): {line["breakdown"]: _said(line) for line in lines if line["breakdown"]},
        ("breakdowns", "dimensions"): {_dimensions(line): " and ".join(_labels(line)) for line in lines},
    }


def _row(period: str, line: Line) -> tuple[Value, ...]:
    is_hidden = cuts.is_hidden(line)
    marked = {**line, "hidden": is_hidden}
    return (
        period,
        line["indicator"],
        line["area"],
        line["area_name"],
        cells.words(line["breakdown"]),
        _dimensions(line),
        cuts.name(line),
        line["period"],
        *(cells.number(line, name) for name in NUMBERS),
        None if is_hidden else cells.words(line.get("status")),
        shorthand.letter(marked),
        cells.words(line.get("coverage")),
        cells.why_not(marked),
    )


def _dimensions(line: Line) -> str:
    return ";".join(part["code"] for part in line["dimensions"])


def _labels(line: Line) -> Iterator[str]:
    return (part["label"] for part in line["dimensions"])


def _said(line: Line) -> str:
    return "; ".join(f"{part['label']}: {part['value_label']}" for part in line["dimensions"])
