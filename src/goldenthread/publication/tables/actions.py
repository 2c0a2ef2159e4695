"""The table of actions: each action and part of the plan as it stood at the position date."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.methods import delivery
from goldenthread.publication.tables import cells
from goldenthread.reports.assemble import quarter
from goldenthread.reports.material import Line, Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("action", "string", "Reference of the action or part", is_required=True),
    Field("part_of", "string", "The adopted action of which this is a part"),
    Field("is_split", "boolean", "Whether it is reported in parts, and has no status of its own"),
    Field("wording", "string", "The adopted wording", is_required=True),
    Field("is_flagship", "boolean", "Whether it was adopted by name", is_required=True),
    Field("priority", "string", "Code of the plan's priority"),
    Field("objective", "string", "Code of the plan's objective"),
    Field("portfolio", "string", "Code of the cabinet portfolio"),
    Field("directorate", "string", "Code of the directorate"),
    Field("service", "string", "Code of the service that answers for it"),
    Field("lead", "string", "The post that leads it"),
    Field("due", "date", "When it was to be done as adopted"),
    Field("revised_due", "date", "When it is to be done now, where that was moved"),
    Field("status", "string", "How it stood at the position date", values=delivery.STATUSES),
    Field("status_as_adopted", "string", "The same by adopted action: a split one has that of its worst part",
          values=delivery.STATUSES),
    Field("previous_status", "string", "How it stood in the report before", values=delivery.STATUSES),
    Field("progress", "string", "What was said of it"),
    Field("next_milestone", "string", "The first milestone that is not reached"),
    Field("next_milestone_due", "date", "When that was to be reached"),
    Field("follows_indicator", "string", "Code of the indicator whose rating decides its status"),
)  # fmt: skip


def dataset(material: Material) -> Dataset:
    """One row an action or part, in the plan's order."""
    q = quarter.of(material)
    adopted = {line["ref"]: line["status"] for line in q.adopted}
    before = material.previous.sealed.of("action") if material.previous else ()
    then = {line["ref"]: line["status"] for line in before}
    sealed = material.now.sealed
    return Dataset(
        name="actions",
        title="Actions as frozen",
        about="Each action of the plan and its parts, with the status at the position date, as frozen.",
        fields=FIELDS,
        rows=[
            (sealed.period, *_row(line, adopted.get(line["ref"]), then.get(line["ref"])))
            for line in sealed.of("action")
        ],
        key=("period", "action"),
    )


def _row(line: Line, adopted: str | None, before: str | None) -> tuple[Value, ...]:
    return (
        line["ref"],
        cells.words(line["parent"]),
        bool(line["is_parent"]),
        line["wording"],
        bool(line["flagship"]),
        *(cells.words(line.get(n)) for n in ("priority", "outcome", "portfolio", "directorate", "unit_code")),
        cells.words(line.get("lead")),
        cells.day(line.get("due")),
        cells.day(line.get("revised_due")),
        cells.words(line.get("status")),
        cells.words(adopted),
        cells.words(before),
        cells.words(line.get("words")),
        cells.words(line.get("next_milestone")),
        cells.day(line.get("next_milestone_date")),
        cells.words(line.get("linked_indicator")),
    )
