"""What is asked: the periods for which an indicator's figures are wanted when a report is due."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.methods import periods
from goldenthread.methods.periods import codes
from goldenthread.methods.periods.codes import Period

PARTS = {"monthly": "month", "quarterly": "quarter"}
UP_TO_A_POINT = ("ytd", "snapshot")


@dataclass(frozen=True)
class Definition:
    """As much of a definition as says when its figures are due."""

    frequency: str
    basis: str
    calendar: str
    aggregation: str
    arrears_months: int
    due: tuple[str, ...]


def periods_asked(definition: Definition, report: Period, kept_as: str = "") -> list[Period]:
    """The periods a service is asked about; `kept_as` is the kind of period its figures have had so far."""
    if definition.due and report.code.rsplit("-", 1)[-1] not in definition.due:
        return []
    part = PARTS.get(definition.frequency)
    if part is None or definition.basis == "forecast":
        rated = periods.rated_period(
            report, definition.basis, definition.arrears_months, calendar=definition.calendar
        )
        return [rated]
    kind = kept_as or _usual_kind(definition, part)
    return list(dict.fromkeys(_of_kind(kind, part, definition, report)))


def _usual_kind(definition: Definition, part: str) -> str:
    """Figures that add up are asked for by their parts, the others as they stand at the end of each part."""
    if definition.aggregation == "latest":
        return "snapshot"
    return "ytd" if definition.aggregation == "cumulative" else part


def _of_kind(kind: str, part: str, definition: Definition, report: Period) -> Iterator[Period]:
    months = range(report.first - definition.arrears_months, report.last - definition.arrears_months + 1)
    for number in months:
        ends_its_part = part == "month" or codes.last_day(number).month % 3 == 0
        if kind == "rolling":
            size = int(definition.basis.removeprefix("rolling_")) if "rolling_" in definition.basis else 12
            if ends_its_part:
                yield codes.rolling(size, number)
        elif kind not in UP_TO_A_POINT:
            yield periods.containing(codes.first_day(number), kind, definition.calendar)
        elif ends_its_part:
            yield periods.containing(codes.last_day(number), kind, definition.calendar)
