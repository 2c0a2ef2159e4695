"""The table of actions: each action and part of the plan as it stood at the position date."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field
from goldenthread.methods import delivery
from goldenthread.publication.tables import cells
from goldenthread.reports.material import Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("action", "string", "Reference of the action or part", is_required=True),
    Field("part_of", "string", "The adopted action of which this is a part"),
    Field("is_split", "boolean", "Whether it is reported in parts, and has no status of its own"),
    Field("wording", "string", "The adopted wording", is_required=True),
    Field("is_flagship", "boolean", "Whether it was adopted by name", is_required=True),
    Field("priority", "string", "Code of the plan's priority"),
    Field("portfolio", "string", "Code of the cabinet portfolio"),
    Field("lead", "string", "The post that leads it"),
    Field("due", "date", "When it was to be done as adopted"),
    Field("revised_due", "date", "When it is to be done now, where that was moved"),
    Field("status", "string", "How it stood at the position date", values=delivery.STATUSES),
    Field("progress", "string", "What was said of it"),
)


def dataset(material: Material) -> Dataset:
    """One row an action or part, in the plan's order."""
    sealed = material.now.sealed
    return Dataset(
        name="actions",
        title="Actions as frozen",
        about="Each action of the plan and its parts, with the status at the position date, as frozen.",
        fields=FIELDS,
        rows=[
            (
                sealed.period,
                line["ref"],
                cells.words(line["parent"]),
                bool(line["is_parent"]),
                line["wording"],
                bool(line["flagship"]),
                cells.words(line["priority"]),
                cells.words(line["portfolio"]),
                cells.words(line.get("lead")),
                cells.day(line.get("due")),
                cells.day(line.get("revised_due")),
                cells.words(line.get("status")),
                cells.words(line.get("words")),
            )
            for line in sealed.of("action")
        ],
        key=("period", "action"),
    )
