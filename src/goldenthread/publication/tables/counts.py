"""The table of counts: how many stand at each rating, so that every chart of the papers can be redrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Group, Quarter
from goldenthread.reports.material import Line, Material
from goldenthread.scorecards import marks

ALL = "all"
NOT_RATED = "not_rated"
NOT_REPORTED = "not_reported"
COUNTED = {
    "indicators": "Indicators of the corporate scorecard, by rating",
    "actions_as_reported": "Actions line by line: the parts of a split action, not the action itself",
    "actions_as_adopted": "Actions as they were adopted: a split one has the status of its worst part",
}
FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("counted", "string", "What is counted", True, tuple(COUNTED)),
    Field("group", "string", "Code of the priority or section; all for the whole", is_required=True),
    Field("rating_or_status", "string", "Code of the rating or the status", is_required=True),
    Field("count", "integer", "How many, as frozen", is_required=True),
)


def dataset(material: Material) -> Dataset:
    """One row a rating of a group: those of none too, so that every group has every rating."""
    q = quarter.of(material)
    return Dataset(
        name="counts",
        title="Counts by rating",
        about="How many indicators and actions stand at each rating, all and by group, as frozen.",
        fields=FIELDS,
        rows=[(q.at.code, *row) for row in (*_indicators(q), *_actions(q))],
        key=("period", "counted", "group", "rating_or_status"),
    )


def groups(material: Material) -> dict[str, str]:
    """The title of each group that is counted, by its code."""
    return {ALL: "The whole", **{group.code: group.title for group in quarter.of(material).groups}}


def _indicators(q: Quarter) -> Iterator[tuple[Value, ...]]:
    # By code, as the indicators' own table has it: bands of two schemes may share a name, or a code.
    codes = (*dict.fromkeys(code for _, code in q.bands.by_scheme), NOT_RATED)
    for group, lines in ((ALL, q.corporate), *((g.code, g.indicators) for g in q.groups if g.indicators)):
        found = Counter(line.get("rating") or NOT_RATED for line in lines)
        yield from (("indicators", group, code, found[code]) for code in codes)


def _actions(q: Quarter) -> Iterator[tuple[Value, ...]]:
    for counted, lines in (("actions_as_reported", q.lines), ("actions_as_adopted", q.adopted)):
        if lines:
            whole = quarter.by_status(lines)
            for group, own in ((ALL, lines), *_by_group(q, lines)):
                yield from _statuses(counted, group, whole, quarter.by_status(own))


def _by_group(q: Quarter, lines: tuple[Line, ...]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for group in q.groups:
        if own := tuple(line for line in lines if line["ref"] in _refs(group)):
            yield group.code, own


def _refs(group: Group) -> set[str]:
    return {line["ref"] for line in group.actions}


def _statuses(counted: str, group: str, whole: Counts, own: Counts) -> Iterator[tuple[Value, ...]]:
    """A group's counts at every status that the whole has."""
    codes = {mark.word: code for code, mark in marks.STATUSES.items()}
    for mark in whole.marks:
        yield (counted, group, codes.get(mark.word, NOT_REPORTED), own.at(mark.word))
