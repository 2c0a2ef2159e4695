"""Everything: the figures of the borough as they were first reported, and when each became known."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from examples.larkhythe.make_returns import people, wards
from examples.larkhythe.make_returns.cuts import MONTHLY, cut_all
from examples.larkhythe.make_returns.figure import Figure, ratio
from examples.larkhythe.make_returns.figures import adults, children, customer, housing, place, resources
from examples.larkhythe.make_returns.spans import QUARTERS, after, last_day, months_of
from goldenthread.methods import periods

ARREARS = {"ENV01": 3, "ENV02": 3, "HWY04": 3, "PH01": 3, "PH03": 3, "CSC13": 6, "EDU05": 2, "ENV13": 7}
KNOWN_ON = 25  # of the month after, up to the first quarter of 2023-24
QUARTER = "2023-24-Q2"
LATEST_IN_HISTORY = "2023-06"

# Cuts of ratios that services count by month are made for whole quarters, from April 2022 on.
CUT_QUARTERS = QUARTERS[8:]
CUT_BY_QUARTER = {"CSC01", "EDU01", "HR01", "CUS01"}
CUT_FROM = "2022-04"


# What the pandemic did to figures up to the spring of 2021, said beside each of them.
PANDEMIC_TO = "2021-03"
PANDEMIC = {
    "CUL01": "Libraries closed or restricted in the pandemic",
    "HR01": "Sickness in the pandemic",
    "REV01": "Reminders and court action suspended in the pandemic",
    "REV02": "Reliefs and suspended reminders in the pandemic",
    "REG01": "Inspections suspended in the pandemic",
    "PH01": "Health checks suspended in the pandemic",
    "CUS07": "Call centre working from home in the pandemic",
}


@cache
def headlines() -> tuple[Figure, ...]:
    """Every headline figure as first reported."""
    found: list[Figure] = []
    for module in (customer, resources, place, housing, children, adults):
        found += module.figures()
    found += [figure for figure in cleared() if figure.is_headline]
    return tuple(_marked(figure) for figure in found)


@cache
def cleared() -> tuple[Figure, ...]:
    """The time to clear fly-tips, which is made from its wards."""
    tips = {figure.period: figure for figure in place.figures() if figure.indicator == "ENV05"}
    return tuple(wards.cleared(tips))


@cache
def parts() -> tuple[Figure, ...]:
    """Every figure by ward or group as first reported."""
    by_ward = [figure for figure in cleared() if not figure.is_headline]
    for figure in headlines():
        by_ward += _by_ward(figure)
    by_ward += [part for quarter in CUT_QUARTERS for part in wards.assessed(quarter_of("CSC01", quarter))]
    return (*by_ward, *cut_all(_to_cut()))


def quarter_of(indicator: str, quarter: str) -> Figure:
    """The quarter of a ratio that is counted by month."""
    months = [figure_of(indicator, month) for month in months_of(quarter)]
    return ratio(
        indicator,
        quarter,
        sum(int(figure.numerator) for figure in months),
        sum(int(figure.denominator) for figure in months),
    )


def figure_of(indicator: str, period: str) -> Figure:
    """The headline of an indicator and period as first reported."""
    return _index()[indicator, period]


def known_month(figure: Figure) -> str:
    """The month for which a figure falls due: that of its period's end, later by its arrears."""
    end = periods.parse(figure.period).end
    return after(f"{end:%Y-%m}", ARREARS.get(figure.indicator, 0))


def known_day(figure: Figure) -> date:
    """The day on which a figure of the history was known: about four weeks after it fell due."""
    following = after(known_month(figure), 1)
    return last_day(following).replace(day=KNOWN_ON)


def history(figures: Iterable[Figure]) -> list[Figure]:
    """Those that were known before the returns of the quarter came."""
    return [figure for figure in figures if known_month(figure) <= LATEST_IN_HISTORY]


def of_the_quarter(figures: Iterable[Figure]) -> list[Figure]:
    """Those that fell due with the returns of the quarter."""
    return [figure for figure in figures if LATEST_IN_HISTORY < known_month(figure) <= "2023-09"]


@cache
def _index() -> dict[tuple[str, str], Figure]:
    return {(figure.indicator, figure.period): figure for figure in headlines()}


def _marked(figure: Figure) -> Figure:
    if (figure.indicator, figure.period) == people.ESTIMATED[:2]:
        return figure.restated(status="estimated")
    note = PANDEMIC.get(figure.indicator, "")
    return figure.restated(note=note) if note and _end(figure) <= PANDEMIC_TO else figure


def _by_ward(figure: Figure) -> list[Figure]:
    if figure.indicator == "ENV05" and figure.period >= "2021-04":
        return wards.tipped(figure)
    if figure.indicator == "HOU03" and _ends_a_quarter(figure):
        return wards.families(figure)
    if figure.indicator == "ENV12":
        return wards.charge_points(figure)
    return []


def _to_cut() -> list[Figure]:
    """Headlines to be cut by group: the latest six quarters; months where services count so."""
    whole = [
        quarter_of(indicator, quarter) for indicator in sorted(CUT_BY_QUARTER) for quarter in CUT_QUARTERS
    ]
    return whole + [
        figure
        for figure in headlines()
        if figure.indicator not in CUT_BY_QUARTER
        and _end(figure) >= CUT_FROM
        and _end(figure) <= "2023-09"
        and (figure.indicator in MONTHLY or _ends_a_quarter(figure))
    ]


def _end(figure: Figure) -> str:
    return f"{periods.parse(figure.period).end:%Y-%m}"


def _ends_a_quarter(figure: Figure) -> bool:
    ends_a_school_year = figure.period.startswith("acytd") and figure.period.endswith("-08")
    return _end(figure) >= CUT_FROM and (ends_a_school_year or _end(figure)[5:] in ("03", "06", "09", "12"))
