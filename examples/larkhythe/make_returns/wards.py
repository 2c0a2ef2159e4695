"""Figures by ward: fly-tips and their clearing, assessments, families in bed and breakfast, charge points."""

from collections.abc import Iterable, Mapping

from examples.larkhythe.make_returns.chance import chance, wobble
from examples.larkhythe.make_returns.figure import Figure, count, ratio
from examples.larkhythe.make_returns.places import BY_NAME, WARDS
from examples.larkhythe.make_returns.series import steps_of
from examples.larkhythe.make_returns.shares import spread, within
from examples.larkhythe.make_returns.solve import counts_for
from examples.larkhythe.make_returns.spans import LATER_MONTHS, QUARTERS, months_of

# Days to clear a fly-tip, by quarter, then October and November 2023.
CLEARED_IN = "2.9 2.7 2.6 2.6 | 2.5 2.4 2.3 2.2 | 2.0 1.9 1.9 1.8 | 1.8 1.7"
CLEARED_LATER = "1.7 1.6"
# One private road that nobody owns: (cases, days) in Windlass Quay from June 2023; 92 cases in the quarter.
STUCK = {
    "2023-06": (30, 183),
    "2023-07": (31, 189),
    "2023-08": (30, 183),
    "2023-09": (31, 189),
    "2023-10": (29, 171),
    "2023-11": (27, 154),
}
# Eight cases in a quarter say little: 3.0 days in Marl Pits is chance.
FEW = {"2023-07": (3, 9), "2023-08": (2, 6), "2023-09": (3, 9)}
# Assessments of July to September 2023 in the two smallest: (in time, all).
SMALLEST = {"Gorse Hollow": (2, 3), "Quarry End": (4, 4)}
FAMILIES = {
    "Larkhythe Town": 4,
    "Kiln Common": 3,
    "Old Ropery": 3,
    "Tallow Street": 2,
    "Silkweavers": 2,
    "Foxmoor": 2,
}


def tipped(month: Figure, purpose: str = "ENV05") -> list[Figure]:
    """A month's fly-tips by ward; they add up to the borough's."""
    generator = chance(purpose, month.period)
    weights = [ward.people * ward.tipped * wobble(generator, 0.15) for ward in WARDS]
    parts = spread(int(month.value), weights)
    return [
        count(month.indicator, month.period, part, area=ward.code, status=month.status, why=month.why)
        for ward, part in zip(WARDS, parts, strict=True)
    ]


def without_duplicates(before: Iterable[Figure], after: Figure) -> list[Figure]:
    """The wards of a restated month: the duplicates are taken off in proportion."""
    wards = [int(figure.value) for figure in before]
    gone = within(sum(wards) - int(after.value), wards, wards)
    return [
        figure.restated(value=str(number - less), status=after.status, why=after.why)
        for figure, number, less in zip(before, wards, gone, strict=True)
    ]


def cleared(tips: Mapping[str, Figure]) -> list[Figure]:
    """Fly-tips cleared and the working days it took, by month: the borough, then its wards."""
    found: list[Figure] = []
    for quarter, days in zip(QUARTERS, steps_of(CLEARED_IN), strict=True):
        found += _cleared(months_of(quarter), days, tips)
    for month, days in zip(LATER_MONTHS, steps_of(CLEARED_LATER), strict=True):
        found += _cleared([month], days, tips)
    return found


def _cleared(months: list[str], days: str, tips: Mapping[str, Figure]) -> list[Figure]:
    cases = [round(int(tips[month].value) * 0.985) for month in months]
    taken, _ = counts_for(days, 1, sum(cases))
    generator = chance("ENV07", months[0])
    by_month = spread(taken, [number * wobble(generator, 0.02) for number in cases])
    found = []
    for month, number, spent in zip(months, cases, by_month, strict=True):
        found.append(ratio("ENV07", month, spent, number))
        found += _cleared_by_ward(month, number, spent)
    return found


def _cleared_by_ward(month: str, cases: int, days: int) -> list[Figure]:
    known = {}
    for name, table in (("Windlass Quay", STUCK), ("Marl Pits", FEW)):
        if month in table:
            known[BY_NAME[name].code] = table[month]
    others = [ward for ward in WARDS if ward.code not in known]
    generator = chance("ENV07", "wards", month)
    numbers = spread(
        cases - sum(number for number, _ in known.values()),
        [ward.people * ward.tipped * wobble(generator, 0.15) for ward in others],
    )
    spent = spread(
        days - sum(days for _, days in known.values()),
        [number * wobble(generator, 0.12) for number in numbers],
    )
    known |= {ward.code: pair for ward, pair in zip(others, zip(numbers, spent, strict=True), strict=True)}
    return [ratio("ENV07", month, known[ward.code][1], known[ward.code][0], area=ward.code) for ward in WARDS]


def assessed(quarter: Figure) -> list[Figure]:
    """A quarter's assessments by ward."""
    fixed = (
        {BY_NAME[name].code: counts for name, counts in SMALLEST.items()}
        if quarter.period == QUARTERS[-1]
        else {}
    )
    others = [ward for ward in WARDS if ward.code not in fixed]
    generator = chance("CSC01", "wards", quarter.period)
    alls = spread(
        int(quarter.denominator) - sum(below for _, below in fixed.values()),
        [ward.people * wobble(generator, 0.35) for ward in others],
    )
    in_time = within(
        int(quarter.numerator) - sum(above for above, _ in fixed.values()),
        alls,
        [number * wobble(generator, 0.05) for number in alls],
    )
    fixed |= {ward.code: pair for ward, pair in zip(others, zip(in_time, alls, strict=True), strict=True)}
    return [ratio("CSC01", quarter.period, *fixed[ward.code], area=ward.code) for ward in WARDS]


def assessed_late_entries(before: list[Figure], after: Figure) -> list[Figure]:
    """The wards of the restated quarter: entries came where most were late, never in the two smallest."""
    more = int(after.denominator) - sum(int(figure.denominator) for figure in before)
    better = int(after.numerator) - sum(int(figure.numerator) for figure in before)
    late = [
        0 if int(figure.denominator) < 6 else int(figure.denominator) - int(figure.numerator)
        for figure in before
    ]
    added = within(more, late, late)
    gained = within(better, [have + new for have, new in zip(late, added, strict=True)], late)
    return [
        figure.restated(
            numerator=str(int(figure.numerator) + gain),
            denominator=str(int(figure.denominator) + new),
            status=after.status,
            why=after.why,
        )
        for figure, new, gain in zip(before, added, gained, strict=True)
        if new or gain
    ]


def families(total: Figure) -> list[Figure]:
    """Families over six weeks in bed and breakfast, by the ward from which they came."""
    generator = chance("HOU03", total.period)
    weights = [FAMILIES.get(ward.name, 0.4) * wobble(generator, 0.3) for ward in WARDS]
    return _by_ward(total, spread(int(total.value), weights))


def charge_points(total: Figure) -> list[Figure]:
    """Public charge points by ward."""
    return _by_ward(total, spread(int(total.value), [ward.people for ward in WARDS]))


def _by_ward(total: Figure, parts: list[int]) -> list[Figure]:
    return [
        count(total.indicator, total.period, part, area=ward.code)
        for ward, part in zip(WARDS, parts, strict=True)
    ]
