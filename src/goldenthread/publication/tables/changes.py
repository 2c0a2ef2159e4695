"""The table of changes: what has become known since the freeze, beside what was frozen."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field
from goldenthread.positions.changes import KINDS
from goldenthread.publication.tables import cells
from goldenthread.reports.assemble.changed import since
from goldenthread.reports.material import Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator", is_required=True),
    Field("what", "string", "What happened to it", is_required=True, values=KINDS),
    Field("known_from", "date", "The day from which it was known"),
    Field("value_as_frozen", "number", "The figure as frozen"),
    Field("value_as_now_known", "number", "The figure as now known"),
    Field("rating_as_frozen", "string", "Code of the band as frozen"),
    Field("rating_as_now_known", "string", "Code of the band as now known"),
    Field("is_hidden", "boolean", "Whether figures are hidden to protect individuals", is_required=True),
    Field("why", "string", "Why it changed, as printed"),
)


def dataset(material: Material) -> Dataset:
    """One row an indicator that has moved, as known at the report's moment."""
    sealed = material.now.sealed
    known = material.changes_known_at.date().isoformat()
    return Dataset(
        name="changes",
        title="Changes since the freeze",
        about=f"What has moved since the freeze, as now known on {known}. The frozen figures stay.",
        fields=FIELDS,
        rows=[
            (
                sealed.period,
                change["indicator"],
                change["kind"],
                cells.day(change.get("known_from")),
                cells.number(change["old"], "value"),
                cells.number(change["new"], "value"),
                cells.words(change["old"].get("rating")),
                cells.words(change["new"].get("rating")),
                bool(change["hidden"]),
                cells.words(since.why_words(change)),
            )
            for change in material.changes.lines
        ],
        key=("period", "indicator"),
    )
