"""Adults and Public Health: care homes, direct payments, reviews, safeguarding, health checks."""

from examples.larkhythe.make_returns.chance import chance, wobble
from examples.larkhythe.make_returns.figure import Figure, count, missing, ratio
from examples.larkhythe.make_returns.series import Path, months, snapshots, steps_of
from examples.larkhythe.make_returns.shares import spread
from examples.larkhythe.make_returns.spans import (
    LATER_MONTHS,
    MONTHS,
    QUARTERS,
    months_of,
    rolling,
    year_to_date,
)

OLDER_PEOPLE = {"2020": 38_870, "2021": 39_120, "2022": 39_390, "2023": 39_600}
ADULTS_OF_WORKING_AGE = {"2020": 163_100, "2021": 163_500, "2022": 164_100, "2023": 164_900}
ADMITTED_OLDER = "38 49 52 51 | 55 58 57 56 | 54 57 55 58 | 52 52"
ADMITTED_YOUNGER = "2 3 4 3 | 4 4 3 5 | 4 5 3 4 | 4 3"
LATER_OLDER = (18, 17)
LATER_YOUNGER = (1, 2)
PAYMENTS = Path(
    "ASC07", 2_310, "24.8 25.0 25.2 25.5 | 25.8 26.0 26.2 26.5 | 26.7 26.9 27.0 27.2 | 27.4 642/2310"
)
REVIEWED = "71.2 72.6 73.8 74.5 | 75.1 75.6 76.0 75.8 | 75.3 74.8 73.4 71.9 | 69.5 66.2"
CLIENTS = 1_742
TRIAGED = Path(
    "ASC09", 398, "81.2 82.6 83.4 84.1 | 84.8 85.3 85.9 86.2 | 86.7 87.1 88.0 88.8 | 89.6 91.0", "91.4 91.1"
)
ELIGIBLE = {"2020": 72_600, "2021": 73_100, "2022": 73_500, "2023": 73_900}
CHECKED = "0.1 0.6 0.9 0.8 | 1.3 1.6 1.9 2.0 | 2.3 2.4 2.4 - | 2.6"
QUIT = "58 74 81 86 | 88 93 96 97 | 102 104 99 - | 118"


def figures() -> list[Figure]:
    """Every figure of Adults and Public Health as first reported."""
    return [
        *_admitted("ASC01", ADMITTED_OLDER, LATER_OLDER, OLDER_PEOPLE),
        *_admitted("ASC02", ADMITTED_YOUNGER, LATER_YOUNGER, ADULTS_OF_WORKING_AGE),
        *snapshots(PAYMENTS),
        *_reviewed(),
        *months(TRIAGED),
        *_checked(),
        *_quit(),
    ]


def _admitted(indicator: str, steps: str, later: tuple[int, int], people: dict[str, int]) -> list[Figure]:
    """Admissions since April over people of that age, month by month."""
    by_month: dict[str, int] = dict(zip(LATER_MONTHS, later, strict=True))
    for quarter, step in zip(QUARTERS, steps_of(steps), strict=True):
        generator = chance(indicator, quarter)
        parts = spread(int(step), [wobble(generator, 0.3) for _ in range(3)])
        by_month |= dict(zip(months_of(quarter), parts, strict=True))
    found, so_far = [], 0
    for month in [*MONTHS, *LATER_MONTHS]:
        so_far = by_month[month] + (0 if month.endswith("-04") else so_far)
        year = str(int(month[:4]) - (month[5:] < "04"))
        found.append(ratio(indicator, year_to_date(month), so_far, people[year]))
    return found


def _reviewed() -> list[Figure]:
    """Clients reviewed in twelve months over clients, drawn between the quarters' ends."""
    ends = [float(step) for step in steps_of(REVIEWED)]
    rates = [
        start + (end - start) * part / 3
        for start, end in zip([70.8, *ends], ends, strict=False)
        for part in (1, 2, 3)
    ]
    found = []
    for at, (month, rate) in enumerate(zip([*MONTHS, *LATER_MONTHS], [*rates, 65.6, 65.9], strict=True)):
        clients = CLIENTS - 86 + 2 * at
        found.append(ratio("ASC08", rolling(month), round(rate * clients / 100), clients))
    return found


def _checked() -> list[Figure]:
    return [
        missing("PH01", quarter)
        if step == "-"
        else ratio("PH01", quarter, round(float(step) * ELIGIBLE[quarter[:4]] / 100), ELIGIBLE[quarter[:4]])
        for quarter, step in zip(QUARTERS, steps_of(CHECKED), strict=False)
    ]


def _quit() -> list[Figure]:
    return [
        missing("PH03", quarter) if step == "-" else count("PH03", quarter, step)
        for quarter, step in zip(QUARTERS, steps_of(QUIT), strict=False)
    ]
