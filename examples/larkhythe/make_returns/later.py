"""Later: what came outside the fourteen returns, or after the quarter was frozen."""

from collections.abc import Iterable
from dataclasses import dataclass

from examples.larkhythe.make_returns import events, everything, wards
from examples.larkhythe.make_returns.cuts import cut
from examples.larkhythe.make_returns.figure import Figure
from examples.larkhythe.make_returns.spans import LATER_MONTHS, months_of

QUARTER = everything.QUARTER
SEPTEMBER = "2023-09"


@dataclass(frozen=True)
class Sent:
    """A file with corrections or additions."""

    file: str
    known_from: str
    by: str
    figures: list[Figure]
    note: str


def sent(rest: list[Figure]) -> list[Sent]:
    """Every such file; `rest` are the figures of the quarter that no return brought."""
    waiting = {"PLN02": "2023-24-Q2", "HOU15": SEPTEMBER}
    before = [figure for figure in rest if waiting.get(figure.indicator) != figure.period]
    repairs = [figure for figure in rest if (figure.indicator, figure.period) == ("HOU15", SEPTEMBER)]
    return [*_before_the_freeze(before), *_after_the_freeze(repairs), *_latest_months()]


def _before_the_freeze(rest: list[Figure]) -> list[Sent]:
    return [
        Sent(
            "2023-10-24-sickness.csv",
            "2023-10-24T15:00",
            "hos_people",
            _sickness(),
            "Late sickness entries: 8.7 becomes 8.9",
        ),
        Sent(
            "2023-10-19-green-flags.csv",
            "2023-10-19T12:00",
            "hos_culture",
            [figure for figure in rest if figure.indicator == "ENV11"],
            "Green Flag awards held",
        ),
        Sent(
            "2023-10-27-food-hygiene.csv",
            "2023-10-27T12:00",
            "hos_regulation",
            [figure for figure in rest if figure.indicator == "REG01"],
            "Food hygiene inspections, five working days late",
        ),
        Sent(
            "2023-11-02-police.csv",
            "2023-11-02T12:00",
            "hos_regulation",
            [figure for figure in rest if figure.indicator == "COM01"],
            "Anti-social behaviour, from the police",
        ),
    ]


def _sickness() -> list[Figure]:
    after = events.sickness_restated()
    quarter = everything.quarter_of("HR01", QUARTER)
    late = sum(int(figure.numerator) for figure in after) - int(quarter.numerator)
    whole = quarter.restated(
        numerator=str(int(quarter.numerator) + late), status="revised", why=events.SICKNESS_LATE
    )
    return [*after, *events.changed(everything.parts(), cut(whole))]


def _after_the_freeze(repairs: list[Figure]) -> list[Sent]:
    return [
        Sent(
            "2023-11-15-planning.csv",
            "2023-11-15T12:00",
            "hos_planning",
            [everything.figure_of("PLN02", QUARTER)],
            "Non-major applications, after the move to the new system",
        ),
        Sent(
            "2023-11-16-complaints.csv",
            "2023-11-16T10:00",
            "hos_customer",
            _restated("CUS01", events.complaints_restated(_months("CUS01"))),
            events.NO_REPLY,
        ),
        Sent(
            "2023-11-16-temporary-accommodation.csv",
            "2023-11-16T11:00",
            "hos_needs",
            events.changed(
                everything.parts(), events.temporary_restated(everything.figure_of("HOU01", "at2023-09-30"))
            ),
            events.CANCELLED,
        ),
        Sent(
            "2023-11-16-fly-tips.csv",
            "2023-11-16T12:00",
            "hos_waste",
            _fly_tips(),
            events.DUPLICATES,
        ),
        Sent(
            "2023-11-20-repairs.csv",
            "2023-11-20T12:00",
            "deputy_landlord",
            repairs,
            "September's repairs, from the contractor",
        ),
        Sent(
            "2023-11-24-assessments.csv",
            "2023-11-24T12:00",
            "hos_childrens_care",
            _assessments(),
            events.RECORDED_LATE,
        ),
        Sent(
            "2023-11-30-recycling.csv",
            "2023-11-30T10:00",
            "hos_waste",
            events.recycling(),
            events.FINAL_TONNES,
        ),
        Sent(
            "2023-11-30-early-years.csv",
            "2023-11-30T11:00",
            "hos_education",
            events.reception(),
            "Good level of development, provisional",
        ),
    ]


def _months(indicator: str) -> list[Figure]:
    return [everything.figure_of(indicator, month) for month in months_of(QUARTER)]


def _restated(indicator: str, after: list[Figure]) -> list[Figure]:
    """The months as they are now, and the quarter's groups that moved with them."""
    return [*after, *events.changed(everything.parts(), cut(_sum(indicator, after)))]


def _sum(indicator: str, months: Iterable[Figure]) -> Figure:
    found = list(months)
    return found[0].restated(
        period=QUARTER,
        numerator=str(sum(int(figure.numerator) for figure in found)),
        denominator=str(sum(int(figure.denominator) for figure in found)),
    )


def _fly_tips() -> list[Figure]:
    by_ward = [
        figure for figure in everything.parts() if (figure.indicator, figure.period) == ("ENV05", SEPTEMBER)
    ]
    after = events.fly_tips_restated(everything.figure_of("ENV05", SEPTEMBER), by_ward)
    return [after[0], *events.changed(by_ward, after[1:])]


def _assessments() -> list[Figure]:
    months = events.assessments_restated(_months("CSC01"))
    by_ward = wards.assessed(everything.quarter_of("CSC01", QUARTER))
    return [
        *_restated("CSC01", months),
        *wards.assessed_late_entries(by_ward, _sum("CSC01", months)),
    ]


def _latest_months() -> list[Sent]:
    figures = [*everything.headlines(), *everything.parts()]
    known = {"2023-10": "2023-11-23T12:00", "2023-11": "2023-12-14T12:00"}
    return [
        Sent(
            f"latest-month-{month}.csv",
            known[month],
            "head_performance",
            [figure for figure in figures if everything.known_month(figure) == month],
            "The monthly measures after the quarter",
        )
        for month in LATER_MONTHS
    ]
