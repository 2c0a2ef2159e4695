"""The codebook: every column of every table, and every code that stands in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import breakdowns, counts, meanings, shorthand
from goldenthread.reports.material import Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field(
        "table", "string", "Table in which it stands; 'all' for codes that stand in several", is_required=True
    ),
    Field("column", "string", "Column in which it stands", is_required=True),
    Field("code", "string", "The code; 'column' where the column itself is explained", is_required=True),
    Field("meaning", "string", "What it means", is_required=True),
)
COLUMN = "column"
ALL = "all"
RATINGS = (
    "rating",
    "previous_rating",
    "forecast_rating",
    "rating_as_frozen",
    "rating_as_now_known",
    "rating_under_old",
    "rating_under_new",
)
Codes = dict[tuple[str, str], Mapping[str, str]]


def dataset(material: Material, tables: Sequence[Dataset]) -> Dataset:
    """Columns first, then every code; `tables` are those that are published."""
    period = material.now.sealed.period
    columns = {(name, field.name) for each in tables for field in each.fields for name in (ALL, each.name)}
    codes = {
        **meanings.CODES,
        **_of_council(material),
        **breakdowns.codes(material),
        **_as_they_occur(tables),
    }
    explained = [
        (*place, code, said)
        for place, each in codes.items()
        if place in columns
        for code, said in each.items()
    ]
    return Dataset(
        name="codebook",
        title="Codebook",
        about="What every column means, and every code in it.",
        fields=FIELDS,
        rows=[(period, *row) for row in (*_columns(tables), *explained)],
        key=("period", "table", "column", "code"),
    )


def _columns(tables: Sequence[Dataset]) -> Iterator[tuple[Value, ...]]:
    for table in tables:
        for field in table.fields:
            yield (table.name, field.name, COLUMN, field.about)


def _of_council(material: Material) -> Codes:
    """The council's own codes: its plan, portfolios, units, rules, bands and groups."""
    sealed = material.now.sealed
    named: dict[str, dict[str, str]] = {
        "priority": {line["code"]: line["name"] for line in sealed.of("priority")},
        "objective": {
            each["code"]: each["name"] for line in sealed.of("priority") for each in line["outcomes"]
        },
        "directorate": _units(material, "directorate"),
        # Whatever unit answers: in some councils a directorate does.
        "service": _units(material, "directorate", "service", "team"),
        "portfolio": {line["code"]: line["title"] for line in sealed.of("portfolio")},
        "scheme": {line["code"]: f"{line['name']}. {line['key']}" for line in sealed.of("scheme")},
        **dict.fromkeys(RATINGS, _bands(material)),
    }
    places: Codes = {(ALL, column): codes for column, codes in named.items()}
    return {
        **places,
        ("counts", "group"): counts.groups(material),
        ("counts", "rating_or_status"): _ratings(_bands(material)),
    }


def _units(material: Material, *kinds: str) -> dict[str, str]:
    return {unit["code"]: unit["name"] for unit in material.now.sealed.of("unit") if unit["kind"] in kinds}


def _ratings(bands: Mapping[str, str]) -> dict[str, str]:
    """What a code means where indicators and actions are counted side by side."""
    of_actions = {code: f"of actions: {said}" for code, said in meanings.ACTIONS.items()}
    of_indicators = {code: f"of indicators: {said}" for code, said in bands.items()}
    both = {
        code: "; ".join(each[code] for each in (of_indicators, of_actions) if code in each)
        for code in (*of_indicators, *of_actions)
    }
    return {code: said[:1].upper() + said[1:] for code, said in both.items()} | meanings.UNRATED


def _bands(material: Material) -> dict[str, str]:
    """Each band's label by its code; all of its labels where schemes call it differently."""
    labels: dict[str, list[str]] = {}
    for scheme in material.now.sealed.of("scheme"):
        for band in scheme["bands"]:
            labels.setdefault(band["code"], []).append(band["label"])
    return {code: " or ".join(dict.fromkeys(found)) for code, found in labels.items()}


def _as_they_occur(tables: Sequence[Dataset]) -> Codes:
    """Periods, units and bases that stand in some table."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for table in tables:
        for place, field in enumerate(table.fields):
            if field.name in (*meanings.PERIODS, *meanings.WORDS):
                codes = {str(row[place]) for row in table.rows if row[place]}
                found.setdefault((ALL, field.name), {}).update(
                    (code, _said(field.name, code)) for code in codes
                )
    if _has_low(tables):
        found[ALL, "shorthand"] = shorthand.LETTERS | shorthand.LOW
    return {place: dict(sorted(codes.items())) for place, codes in found.items()}


def _has_low(tables: Sequence[Dataset]) -> bool:
    """Whether the columns of shorthand may hold the letter of what rounds to nothing."""
    return any("low" in field.values for table in tables for field in table.fields)


def _said(column: str, code: str) -> str:
    return meanings.of_period(code) if column in meanings.PERIODS else meanings.of_word(column, code)
