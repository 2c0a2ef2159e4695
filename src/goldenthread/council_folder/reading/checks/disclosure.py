"""Disclosure: policies, links, groupings and exceptions fit the indicators and dimensions there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goldenthread.council_folder.problems import Problem, did_you_mean
from goldenthread.council_folder.reading.rows import Row
from goldenthread.indicators.vocabulary import OWNER
from goldenthread.methods import periods
from goldenthread.methods.disclosure import policy

Place = tuple[str | int, ...]
Values = Mapping[str, set[str]]
Unsure = Mapping[str, set[str] | None]


def problems(rows: Sequence[Row], *, unsure: Unsure) -> Iterator[Problem]:
    """Every fault that shows when disclosure.yaml is held against the rest of the folder.

    Where dimensions, areas or indicators have faults of their own (`unsure`), only those are told.
    """
    if any(unsure.get(name) != set() for name in ("indicators", "dimensions", "areas") if name in unsure):
        return
    values = _values(rows)
    indicators = {row.code: row for row in rows if row.section.name == "indicators"}
    roles = {row.code for row in rows if row.section.name == "roles"}
    for row in rows:
        if row.section.name == "links":
            yield from _link(row, indicators)
        elif row.section.name == "groupings":
            yield from _grouping(row, values, indicators)
        elif row.section.name == "exceptions":
            yield from _exception(row, values)
        elif row.section.name == "policies":
            yield from _crossings(row, values)
            yield from _roles(row, roles)
    policies = [row for row in rows if row.section.name == "policies"]
    yield from _several_defaults(policies)
    yield from _cannot_be_kept(policies, [row for row in rows if row.section.name == "indicators"])


def _values(rows: Sequence[Row]) -> Values:
    """The values of each dimension; one without values of its own is one of areas."""
    areas = {row.code for row in rows if row.section.name == "areas"}
    found = [row for row in rows if row.section.name == "dimensions"]
    return {row.code: {each.code for each in row.get("values")} or areas for row in found}


def _link(row: Row, indicators: Mapping[str, Row]) -> Iterator[Problem]:
    for i, count in enumerate(row.get("counts")):
        code, _, part = count.partition("/")
        if code not in indicators:
            yield _problem(
                row, ("counts", i), f"{code} is not among the indicators", did_you_mean(code, indicators)
            )
        elif part != "numerator" and not indicators[code].get("denominator_label"):
            wrong = f"{code} is a plain count and has no {part}"
            yield _problem(row, ("counts", i), wrong, f"Write {code}/numerator")


def _grouping(row: Row, values: Values, indicators: Mapping[str, Row]) -> Iterator[Problem]:
    dimension = row.get("dimension")
    if dimension not in values:
        return  # told with the other codes that nobody knows
    named: list[tuple[Place, str]] = [(("parts", i), part) for i, part in enumerate(row.get("parts"))]
    for place, value in [(("whole",), row.get("whole")), *named]:
        if value and value not in values[dimension]:
            yield _problem(
                row, place, f"{dimension} has no value {value}", did_you_mean(value, values[dimension])
            )
    for i, code in enumerate(row.get("indicators")):
        if code in indicators and dimension not in indicators[code].get("dimensions"):
            wrong = f"{code} is not broken down by {dimension}"
            yield _problem(
                row, ("indicators", i), wrong, f"Take it out, or add {dimension} to its dimensions"
            )


def _exception(row: Row, values: Values) -> Iterator[Problem]:
    assert row.stamp
    until, since = row.get("until"), row.stamp.effective_from
    if until < since:
        wrong = f"it ends on {until}, before it begins on {since}"
        yield _problem(row, ("until",), wrong, "Write a day on or after effective_from")
    for dimension, value in row.get("breakdown").items():
        place = ("breakdown", dimension)
        if dimension not in values:
            yield _problem(
                row, place, f"{dimension} is not among the dimensions", did_you_mean(dimension, values)
            )
        elif value not in values[dimension]:
            yield _problem(
                row, place, f"{dimension} has no value {value}", did_you_mean(value, values[dimension])
            )
    if row.get("period"):
        try:
            periods.parse(row.get("period"))
        except periods.NotAPeriod as error:
            yield _problem(row, ("period",), f"{row.get('period')!r} is not a period", str(error))


def _crossings(row: Row, values: Values) -> Iterator[Problem]:
    for name in ("may_cross", "never_cross"):
        for i, crossing in enumerate(row.get(name) or []):
            for j, dimension in enumerate(crossing):
                if dimension not in values:
                    yield _unknown(row, (name, i, j), dimension, "dimensions", values)


def _roles(row: Row, roles: set[str]) -> Iterator[Problem]:
    """Whoever may see figures as they are holds a role that somebody has, or owns the indicator."""
    known = roles | {OWNER}
    for i, role in enumerate(row.get("unprotected_for") or []):
        if role not in known:
            wrong = f"nobody holds the role {role}"
            instead = f"{did_you_mean(role, known)}, or add {role} to roles, with the posts that hold it"
            yield _problem(row, ("unprotected_for", i), wrong, instead)


def _cannot_be_kept(policies: Sequence[Row], indicators: Sequence[Row]) -> Iterator[Problem]:
    """A policy by which figures are protected asks for nothing that no release can keep."""
    named = {row.get("disclosure") for row in indicators}
    for row in policies:
        if row.item and (row.code in named or row.get("default")):
            rule = policy.from_dict(row.item.model_dump(exclude={"default"}))
            for beyond in policy.cannot_be_kept(rule):
                yield _problem(row, (beyond.field,), beyond.why, beyond.instead)
    shipped = policy.PRESETS.keys() - {policy.NONE} - {row.code for row in policies}
    for row in indicators:
        if row.get("disclosure") in shipped:
            rule = policy.preset(row.get("disclosure"))
            for beyond in policy.cannot_be_kept(rule):
                wrong = f"{rule.code} has {beyond.field}, and {beyond.why}"
                instead = f"Write a policy that starts from it (from_preset) with {beyond.field}: null"
                yield _problem(row, ("disclosure",), wrong, instead)


def _several_defaults(rows: Sequence[Row]) -> Iterator[Problem]:
    """On no day does the council have two defaults."""
    for row in rows:
        assert row.stamp
        others = _defaults(rows, row) - {row.code}
        if row.get("default") and not row.stamp.withdrawn and others:
            wrong = f"{min(others)} is the default from the same day on"
            yield _problem(
                row, ("default",), wrong, "Let one policy be the default; write false at the other"
            )


def _defaults(rows: Sequence[Row], at: Row) -> set[str]:
    """The policies that are the default on the day from which a row is true."""
    newest: dict[str, Row] = {}
    for row in sorted(rows, key=_moment):
        if row.stamp and at.stamp and row.stamp.effective_from <= at.stamp.effective_from:
            newest[row.code] = row
    return {
        code for code, row in newest.items() if row.get("default") and row.stamp and not row.stamp.withdrawn
    }


def _moment(row: Row) -> tuple[object, ...]:
    assert row.stamp
    return (row.stamp.effective_from, row.stamp.known_from)


def _unknown(row: Row, place: Place, code: str, among: str, known: Iterable[str]) -> Problem:
    return _problem(row, place, f"{code} is not among the {among}", did_you_mean(code, known))


def _problem(row: Row, place: Place, wrong: str, instead: str) -> Problem:
    field = " > ".join(str(step) for step in (row.code, *place))
    return Problem(row.file, row.line_of(*place), field, wrong, instead)
