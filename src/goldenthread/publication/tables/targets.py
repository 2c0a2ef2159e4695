"""The table of targets: each change of a target in the year, with the rating under either."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import cells
from goldenthread.reports.material import Line, Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator", is_required=True),
    Field("effective_from", "date", "From when the new target holds", is_required=True),
    Field("old_target", "number", "What was asked for before"),
    Field("old_lower", "number", "Lower end, where a range was asked for"),
    Field("old_upper", "number", "Upper end, where a range was asked for"),
    Field("old_amber_limit", "number", "How far amber reached before, where it was set as a limit"),
    Field("new_target", "number", "What is asked for now"),
    Field("new_lower", "number", "Lower end, where a range is asked for"),
    Field("new_upper", "number", "Upper end, where a range is asked for"),
    Field("new_amber_limit", "number", "How far amber reaches now, where it is set as a limit"),
    Field("direction", "string", "Easier or harder to meet", values=("easier", "harder", "same")),
    Field("approved_by", "string", "Who approved it"),
    Field("why", "string", "Why it was changed"),
    Field("rating_under_old", "string", "Code of the band under the old target"),
    Field("rating_under_new", "string", "Code of the band under the new one"),
)
ENDS = ("target", "lower", "upper", "amber")


def dataset(material: Material) -> Dataset:
    """One row an indicator whose target changed with effect in the year."""
    sealed = material.now.sealed
    hidden = {line["indicator"] for line in sealed.of("indicator") if line.get("hidden")}
    return Dataset(
        name="targets",
        title="Changes to targets",
        about="Each target that replaced another with effect in the year, and the rating under either.",
        fields=FIELDS,
        rows=[
            _row(sealed.period, change, change["indicator"] in hidden)
            for change in sealed.of("target_change")
        ],
        key=("period", "indicator", "effective_from"),
    )


def _row(period: str, change: Line, is_hidden: bool) -> tuple[Value, ...]:
    return (
        period,
        change["indicator"],
        cells.day(change["effective_from"]),
        *(cells.number(change["old"], name) for name in ENDS),
        *(cells.number(change["new"], name) for name in ENDS),
        cells.words(change["direction"]),
        cells.words(change["approver"]),
        cells.words(change["reason"]),
        None if is_hidden else cells.words(change.get("rating_old")),
        None if is_hidden else cells.words(change.get("rating_new")),
    )
