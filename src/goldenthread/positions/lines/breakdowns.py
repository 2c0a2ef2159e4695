"""Breakdowns: each figure below the headlines, by ward or by group, with the rows that it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from goldenthread.assessments import broken_down
from goldenthread.audit import canonical
from goldenthread.methods import periods
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.models import Area, Dimension
from goldenthread.positions.lines import plain
from goldenthread.positions.lines.standing import Standing
from goldenthread.positions.seal import SealedLine, line

LONGEST_CODE: Final = 120
FIGURE: Final = (
    "value", "value_exact", "numerator", "numerator_exact", "denominator", "denominator_exact", "reason",
    "obstacle", "coverage", "sources",
)  # fmt: skip

Verdict = Mapping[str, Any]


@dataclass(frozen=True)
class Names:
    """What areas and groups are called, and in which order they stand."""

    area: str
    areas: Mapping[str, Area]
    dimensions: Mapping[str, Dimension]

    def of(self, row: Verdict) -> list[dict[str, str]]:
        """What a figure is of: each dimension with its label, and the value within it with its own."""
        found = []
        if row["area"] != self.area:
            area = self.areas[row["area"]]
            found.append(self._named(area.kind, area.kind.capitalize(), area.code, area.name))
        for part in filter(None, row["breakdown"].split(";")):
            code, _, value = part.partition("=")
            found.append(self._named(code, code, value, self._values(code).get(value, value)))
        return found

    def place(self, dimensions: list[dict[str, str]]) -> tuple[int, ...]:
        """Where a group stands within its dimensions: as the council has put them, areas by name."""
        return tuple(self._place(part["code"], part["value"]) for part in dimensions)

    def _named(self, code: str, label: str, value: str, value_label: str) -> dict[str, str]:
        known = self.dimensions.get(code)
        return {
            "code": code,
            "label": known.label if known else label,
            "value": value,
            "value_label": value_label,
        }

    def _values(self, code: str) -> dict[str, str]:
        known = self.dimensions.get(code)
        return {value["code"]: value["label"] for value in known.values} if known else {}

    def _place(self, code: str, value: str) -> int:
        order = list(self._values(code)) or list(self.areas)
        return order.index(value) if value in order else len(order)


def gather(standing: Standing) -> Iterator[SealedLine]:
    """A `breakdown` line for each figure below the headlines, groups in their printing order."""
    areas = organisation.areas_within(standing.area, on=standing.on, known_at=standing.known_at)
    names = Names(
        standing.area,
        {area.code: area for area in areas},
        organisation.dimensions(on=standing.on, known_at=standing.known_at),
    )
    found = broken_down.figures(
        standing.verdicts,
        area=standing.area,
        within=list(names.areas),
        known_at=standing.known_at,
        until=standing.on,
    )
    verdicts = {verdict["indicator"]: verdict for verdict in standing.verdicts.iter_rows(named=True)}
    rows = [(row, verdicts[row["indicator"]], names.of(row)) for row in found.iter_rows(named=True)]
    rows.sort(key=lambda each: _order(each[0], each[1], each[2], names))
    for row, verdict, dimensions in rows:
        yield line("breakdown", _code(row), _content(row, verdict, dimensions, standing))


def _order(row: Verdict, verdict: Verdict, dimensions: list[dict[str, str]], names: Names) -> tuple[Any, ...]:
    """By indicator, then as its definition names the dimensions, then as these name their values."""
    named = list(verdict["dimensions"] or ())
    cut = tuple(named.index(part["code"]) if part["code"] in named else len(named) for part in dimensions)
    return (row["indicator"], len(cut), cut, names.place(dimensions), row["area"], row["breakdown"])


def _content(
    row: Verdict, verdict: Verdict, dimensions: list[dict[str, str]], standing: Standing
) -> dict[str, Any]:
    period = periods.parse(row["period"])
    return {
        "indicator": row["indicator"],
        "period": row["period"],
        "start": period.start,
        "end": period.end,
        "area": row["area"],
        "area_name": standing.areas.get(row["area"], row["area"]),
        "breakdown": row["breakdown"],
        "dimensions": dimensions,
        **plain.row(row, FIGURE),
        "status": _status(row, verdict, standing),
        "may_be_published": may_be_published(verdict, [part["code"] for part in dimensions]),
    }


def _status(row: Verdict, verdict: Verdict, standing: Standing) -> str:
    """A part is revised where its whole is: what was put right before anybody was told it is the figure."""
    is_told = standing.status(verdict) == "revised"
    return "actual" if row["status"] == "revised" and not is_told else str(row["status"])


def may_be_published(definition: Verdict, dimensions: list[str]) -> bool:
    """Whether an indicator's definition lets a breakdown out: each way of cutting it is named for it."""
    allowed, never = (set(definition[name] or ()) for name in ("publish_breakdowns", "never_break_down"))
    return bool(dimensions) and set(dimensions) <= allowed - never


def _code(row: Verdict) -> str:
    """The code of the line: indicator, area and breakdown, or where that is too long a digest of them."""
    key = [row["indicator"], row["area"], row["breakdown"]]
    code = " ".join(filter(None, key))
    return code if len(code) <= LONGEST_CODE else canonical.digest(key)
