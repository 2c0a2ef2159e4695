"""References: every code that is named must exist, and what belongs together must fit together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from goldenthread.council_folder.problems import Problem, did_you_mean
from goldenthread.council_folder.reading.rows import Row
from goldenthread.indicators import scheme_presets
from goldenthread.methods import periods
from goldenthread.methods.disclosure import policy
from goldenthread.methods.rating import reading
from goldenthread.methods.rating.scheme import SchemeRefused

# Section and field -> the sections in which the code must stand.
REFERS = {
    ("council", "area"): "areas",
    ("units", "parent"): "units",
    ("posts", "unit"): "units",
    ("posts", "deputy"): "posts",
    ("post_holdings", "post"): "posts",
    ("post_holdings", "person"): "people",
    ("grants", "post"): "posts",
    ("grants", "person"): "people",
    ("grants", "unit"): "units",
    ("grants", "portfolio"): "portfolios",
    ("areas", "parent"): "areas",
    ("comparator_groups", "members"): "areas",
    ("comparator_groups", "nearest_to"): "areas",
    ("comparator_groups", "characteristics"): "characteristics",
    ("characteristics", "values"): "areas",
    ("outcomes", "priority"): "priorities",
    ("actions", "plan"): "plan",
    ("actions", "priority"): "priorities",
    ("actions", "outcome"): "outcomes",
    ("actions", "unit_code"): "units",
    ("actions", "portfolio"): "portfolios",
    ("actions", "lead"): "posts",
    ("actions", "indicator"): "indicators",
    ("milestones", "action"): "actions",
    ("progress", "action"): "actions",
    ("progress", "author"): "posts",
    ("indicators", "unit_code"): "units",
    ("indicators", "portfolio"): "portfolios",
    ("indicators", "owner"): "posts",
    ("indicators", "priority"): "priorities",
    ("indicators", "outcome"): "outcomes",
    ("indicators", "scheme"): "schemes",
    ("indicators", "comparator"): "comparator_groups",
    ("indicators", "disclosure"): "policies",
    ("indicators", "dimensions"): "dimensions",
    ("indicators", "publish_breakdowns"): "dimensions",
    ("indicators", "never_break_down"): "dimensions",
    ("target_versions", "indicator"): "indicators",
    ("rebases", "indicator"): "indicators",
    ("roles", "posts"): "posts",
    ("groupings", "dimension"): "dimensions",
    ("groupings", "indicators"): "indicators",
    ("exceptions", "indicator"): "indicators",
    ("challenges", "priority"): "priorities",
    ("challenges", "portfolio"): "portfolios",
    ("challenges", "lead"): "posts",
    ("challenges", "indicators"): "indicators",
    ("challenges", "actions"): "actions",
    ("commentary", "indicator"): "indicators",
    ("commentary", "action"): "actions",
    ("commentary", "priority"): "priorities",
    ("commentary", "outcome"): "outcomes",
    ("commentary", "author"): "posts",
    ("judgements", "indicator"): "indicators",
    ("judgements", "author"): "posts",
    ("forecasts", "indicator"): "indicators",
    ("forecasts", "author"): "posts",
    ("reports", "period"): "periods",
    ("reports", "portfolio"): "portfolios",
    ("standing", "period"): "periods",
    ("clearances", "period"): "periods",
    ("clearances", "post"): "posts",
}
SUBJECTS = {
    "corporate": "units",
    "directorate": "units",
    "service": "units",
    "priority": "priorities",
    "portfolio": "portfolios",
}
PERIOD_FIELDS = {
    "periods": ("period", "previous"),
    "challenges": ("period",),
    "commentary": ("period",),
    "judgements": ("period",),
    "forecasts": ("period",),
}

# The kind of period on which each basis is rated; every other basis is a rolling one.
KINDS = {
    "month": "month",
    "quarter": "quarter",
    "ytd": "ytd",
    "snapshot": "snapshot",
    "forecast": "snapshot",
    "annual": "year",
    "academic_year": "year",
    "third": "third",
    "term": "term",
    **{f"years_{count}": "years" for count in range(2, 6)},
}
EXAMPLES = {
    "month": "2023-09",
    "quarter": "2023-24-Q2",
    "ytd": "ytd-2023-09",
    "snapshot": "at2023-09-30",
    "year": "2023-24 or ac2022-23",
    "third": "2023-24-T1",
    "term": "ac2022-23-T3",
    "years": "2014-15..2016-17",
    "rolling": "r12-2023-09",
}
Place = tuple[str | int, ...]
Named = tuple[Place, str, str]


def problems(rows: Sequence[Row], *, unsure: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    """Every fault that shows only when the files are read together.

    `unsure`: by section the codes that have faults of their own, None where all of them may have; what names
    them is not called wrong as well.
    """
    shipped = {"schemes": set(scheme_presets.schemes()), "policies": set(policy.PRESETS) - {policy.NONE}}
    sound: dict[str, set[str]] = {**shipped}
    for row in rows:
        sound.setdefault(row.section.name, set()).add(row.code)
    codes: dict[str, set[str] | None] = {**sound}
    for section, doubtful in unsure.items():
        codes[section] = None if doubtful is None else sound.get(section, set()) | doubtful
    for row in rows:
        yield from _unknown_codes(row, codes)
        yield from _not_periods(row)
    yield from _schemes(rows)
    yield from _target_periods(rows)
    yield from _given_twice(rows)
    yield from _progress_of_parents(rows)
    yield from _above_themselves(rows)


def _unknown_codes(row: Row, codes: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    for place, code, target in _named(row):
        known = codes.get(target, set())
        if code and known is not None and code not in known:
            wrong = f"{code} is not among the {target.replace('_', ' ')}"
            yield _problem(row, place, wrong, did_you_mean(code, known))


def _named(row: Row) -> Iterator[Named]:
    """Every code a row names: its place, the code, and the section in which it must stand."""
    section = row.section.name
    for (of, name), target in REFERS.items():
        if of == section:
            value = row.get(name)
            if isinstance(value, list):
                yield from (((name, i), code, target) for i, code in enumerate(value))
            elif isinstance(value, Mapping):
                yield from (((name, code), code, target) for code in value)
            else:
                yield (name,), value, target
    if section == "scorecards":
        yield ("subject",), row.get("subject"), SUBJECTS[row.get("level")]
        for i, part in enumerate(row.get("sections")):
            lines = enumerate(part.lines)
            yield from ((("sections", i, "lines", j), code, "indicators") for j, code in lines)
    if section == "challenges":
        for i, step in enumerate(row.get("doing")):
            yield ("doing", i, "who"), step.who, "posts"
    if section == "reports":
        for name in ("responsible", "contact"):
            if officer := row.get(name):
                yield (name, "post"), officer.post, "posts"


def _not_periods(row: Row) -> Iterator[Problem]:
    for name in PERIOD_FIELDS.get(row.section.name, ()):
        if row.get(name):
            yield from _period(row, (name,), row.get(name), set())


def _schemes(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        if row.section.name == "schemes":
            try:
                reading.from_dict(row.values()["definition"])
            except (SchemeRefused, KeyError, TypeError, ValueError) as error:
                yield _problem(row, (), "this rating scheme does not hold together", str(error))


def _target_periods(rows: Sequence[Row]) -> Iterator[Problem]:
    """A target's periods are of the kind on which its indicator is rated."""
    bases: dict[str, set[str]] = {}
    for row in rows:
        if row.section.name == "indicators":
            bases.setdefault(row.code, set()).add(row.get("basis"))
    for row in rows:
        if row.section.name == "target_versions":
            kinds = {KINDS.get(basis, "rolling") for basis in bases.get(row.code, set())}
            for code in row.get("profile"):
                yield from _period(row, ("profile", code), code, kinds)
            for i, code in enumerate(row.get("valid_periods")):
                yield from _period(row, ("valid_periods", i), code, kinds)


def _period(row: Row, place: Place, code: str, kinds: set[str]) -> Iterator[Problem]:
    try:
        found = periods.parse(code)
    except periods.NotAPeriod as error:
        yield _problem(row, place, f"{code!r} is not a period", str(error))
        return
    if kinds and found.kind not in kinds:
        kind = min(kinds)
        wrong = f"{code} is a {found.kind}, but {row.code} is rated on a {kind}"
        yield _problem(row, place, wrong, f"Write a code such as {EXAMPLES[kind]}")


def _given_twice(rows: Sequence[Row]) -> Iterator[Problem]:
    counted = Counter(_moment(row) for row in rows if row.stamp)
    for row in rows:
        if (times := counted[_moment(row)]) > 1:
            wrong = f"{row.code} is given {times} times from the same moments"
            yield _problem(row, (), wrong, "Keep one, or give each its own effective_from or known_from")


def _moment(row: Row) -> tuple[object, ...]:
    moments = (row.stamp.effective_from, row.stamp.known_from) if row.stamp else ()
    return (row.section.name, row.code, *moments)


def _progress_of_parents(rows: Sequence[Row]) -> Iterator[Problem]:
    parents = {row.get("parent") for row in rows if row.section.name == "actions"} - {""}
    for row in rows:
        if row.section.name == "progress" and row.code in parents:
            wrong = f"{row.code} is reported in parts"
            yield _problem(row, ("action",), wrong, "Report on its parts; its own status follows from theirs")


def _above_themselves(rows: Sequence[Row]) -> Iterator[Problem]:
    """Units and areas whose parents lead back to them."""
    for section in ("units", "areas"):
        written = [row for row in rows if row.section.name == section]
        parents = {row.code: row.get("parent") for row in written}
        for row in written:
            if row.code in _line_above(row.get("parent"), parents):
                yield _problem(row, ("parent",), f"{row.code} is above itself", "Name another parent")


def _line_above(code: str, parents: Mapping[str, str]) -> list[str]:
    line: list[str] = []
    while code and code not in line:
        line.append(code)
        code = parents.get(code, "")
    return line


def _problem(row: Row, place: Place, wrong: str, instead: str) -> Problem:
    field = " > ".join(str(step) for step in (row.code, *place))
    return Problem(row.file, row.line_of(*place), field, wrong, instead)
