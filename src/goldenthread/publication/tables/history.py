"""The table of history: the latest figures of each indicator up to the frozen period."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field
from goldenthread.publication.tables import cells, rounded
from goldenthread.reports.material import Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator", is_required=True),
    Field("rated_period", "string", "Period that the figure is about", is_required=True),
    Field("value", "number", "The figure, unrounded; empty where it is missing or hidden"),
    Field("target", "number", "What was asked for in that period"),
)


def dataset(material: Material) -> Dataset:
    """One row an indicator and period, as known at the freeze; a hidden indicator has no history."""
    sealed = material.now.sealed
    columns = rounded.fields(FIELDS, material)
    return Dataset(
        name="history",
        title="History of the indicators",
        about="Up to 16 figures of each indicator, ending with the one rated, as known at the freeze.",
        fields=columns,
        rows=[
            (
                sealed.period,
                line["indicator"],
                point["period"],
                cells.number(point, "value"),
                cells.number(point, "target"),
                *rounded.cells(line, columns),
            )
            for line in sealed.of("indicator")
            for point in line.get("history") or ()
        ],
        key=("period", "indicator", "rated_period"),
    )
