"""Place: waste, streets, roads, planning, libraries, regulation and community safety."""

from examples.larkhythe.make_returns.figure import Figure, count, missing, ratio
from examples.larkhythe.make_returns.series import (
    Path,
    monthly_totals,
    months,
    quarter_counts,
    quarters,
    steps_of,
)
from examples.larkhythe.make_returns.spans import MONTHS, QUARTERS, months_of, rolling, year_to_date

SUMMER_TIPS = (1.0, 1.02, 1.02, 1.02, 1.05, 1.0, 0.98, 0.95, 0.92, 1.02, 0.98, 1.04)
READING = (0.96, 1.0, 1.0, 1.12, 1.18, 0.98, 1.02, 1.0, 0.8, 1.0, 1.0, 1.02)

RATIOS = (
    Path(
        "ENV03",
        2_610_000,
        "0.21 0.19 0.18 0.17 | 0.16 0.16 0.15 0.15 | 0.14 0.13 0.13 0.12 | 0.11 0.09",
        "0.09 0.10",
    ),
    Path(
        "HWY01",
        1_620,
        "79.4 83.2 84.8 86.1 | 87.0 87.9 88.3 88.8 | 90.1 91.2 89.7 88.9 | 90.3 93.1",
        "92.8 92.4",
    ),
    Path(
        "HWY02",
        262,
        "96.2 97.1 97.4 96.9 | 97.6 97.8 97.7 97.3 | 98.1 98.2 97.7 97.5 | 98.1 97.2",
        "97.8 98.9",
    ),
)
APPLICATIONS = (
    Path("PLN01", 11, "8/9 9/10 10/12 11/13 | 9/10 10/11 12/13 9/11 | 10/11 12/13 11/12 8/9 | 9/9 11/11"),
    Path("PLN02", 246, "79.1 81.4 83.0 84.2 | 85.1 85.9 86.6 87.0 | 87.4 88.0 88.3 89.0 | 89.4 91.8"),
)
FLY_TIPS = "1342 1418 1389 1406 | 1472 1530 1498 1541 | 1623 1702 1644 1671 | 1688 1912"
ENFORCED = "61 94 102 97 | 121 138 142 150 | 168 183 171 186 | 204 208"
VISITS = "930 41200 33800 12400 | 58600 86300 88100 91700 | 128400 140500 136900 139800 | 151200 167200"
INJURED = "9 15 14 13 | 14 18 19 16 | 15 17 20 17 | 17"
ANTI_SOCIAL = "29.8 31.0 32.2 32.9 | 31.1 28.8 27.0 25.6 | 24.4 24.1 24.3 24.6 | 24.9 25.3"
PEOPLE = {"2020": 260_900, "2021": 261_800, "2022": 262_700, "2023": 263_400}
INSPECTIONS = {"2020": 868, "2021": 884, "2022": 906, "2023": 912}
INSPECTED = "1 8 21 38 | 17 41 66 93 | 23 49 74 98 | 24 52"  # per cent of the year's programme
CHARGE_POINTS = "58 62 66 71 | 78 86 95 104 | 117 131 148 176 | 187 214"
GREEN_FLAGS = "5 5 5 5 | 5 6 6 6 | 6 6 6 6 | 6 7"
HOUSEHOLDS = {"2020": 97_600, "2021": 97_900, "2022": 98_300, "2023": 98_700}
RESIDUAL = "143 139 138 137 | 137 136 134 133 | 131 130 130 129 | 128"  # kg a household
RECYCLED = "35.2 35.9 34.8 34.6 | 36.3 36.9 36.0 36.1 | 38.1 38.4 37.2 37.6 | 38.4"
PROVISIONAL_QUARTER, PROVISIONAL_FROM = "2023-24-Q1", "2023-04"
LITTER = {  # a third of the year each; the way of surveying changed in April 2022
    "2020-21-T2": (19, 298),
    "2020-21-T3": (20, 301),
    "2021-22-T1": (18, 300),
    "2021-22-T2": (20, 302),
    "2021-22-T3": (19, 300),
    "2022-23-T1": (30, 300),
    "2022-23-T2": (28, 304),
    "2022-23-T3": (24, 300),
    "2023-24-T1": (27, 300),
}
ROADS = {"2020-21": ("3.9", "74.6"), "2021-22": ("3.7", "74.6"), "2022-23": ("3.2", "74.8")}  # km
EMISSIONS = {"2020-21": "-11.8", "2021-22": "-14.6"}  # per cent against 2019-20


def figures() -> list[Figure]:
    """Every figure of Place as first reported, but for the time to clear a fly-tip (by ward, see `wards`)."""
    return [
        *(figure for path in RATIOS for figure in months(path)),
        *(figure for path in APPLICATIONS for figure in quarters(path)),
        *monthly_totals("ENV05", FLY_TIPS, "588 541", season=SUMMER_TIPS),
        *monthly_totals("ENV06", ENFORCED, "71 66"),
        *monthly_totals("CUL01", VISITS, "53100 50800", season=READING),
        *quarter_counts("ENV11", GREEN_FLAGS),
        *quarter_counts("ENV12", CHARGE_POINTS),
        *_injured(),
        *_waste(),
        *_litter(),
        *_police(),
        *_inspections(),
        *(ratio("HWY03", year, *lengths) for year, lengths in ROADS.items()),
        *(count("ENV13", year, change) for year, change in EMISSIONS.items()),
    ]


def _injured() -> list[Figure]:
    known = steps_of(INJURED)
    return [
        figure.restated(status="provisional") if figure.period >= PROVISIONAL_FROM else figure
        for figure in monthly_totals("HWY04", " ".join([*known, *["0"] * (len(QUARTERS) - len(known))]))
        if figure.period <= "2023-06"
    ]


def _waste() -> list[Figure]:
    """Recycling and residual waste from the same tonnes, to the first quarter of 2023-24."""
    found = []
    for quarter, kilos, rate in zip(QUARTERS, steps_of(RESIDUAL), steps_of(RECYCLED), strict=False):
        homes = HOUSEHOLDS[quarter[:4]]
        residual = round(int(kilos) * homes / 1000)
        collected = round(residual / (1 - float(rate) / 100))
        status = "provisional" if quarter == PROVISIONAL_QUARTER else "actual"
        found.append(ratio("ENV01", quarter, collected - residual, collected, status=status))
        found.append(ratio("ENV02", quarter, residual * 1000, homes, status=status))
    return found


def _litter() -> list[Figure]:
    closed = missing("ENV08", "2020-21-T1", "Not surveyed in the first lockdown")
    return [closed, *(ratio("ENV08", third, *counts) for third, counts in LITTER.items())]


def _police() -> list[Figure]:
    """Calls in twelve months over people, month by month between the quarters' ends."""
    ends = [float(step) for step in steps_of(ANTI_SOCIAL)]
    starts = [28.9, *ends]
    found = []
    for at, month in enumerate(MONTHS):
        start, end = starts[at // 3], ends[at // 3]
        people = PEOPLE[QUARTERS[at // 3][:4]]
        rate = start + (end - start) * (at % 3 + 1) / 3
        found.append(ratio("COM01", rolling(month), round(rate * people / 1000), people))
    return found


def _inspections() -> list[Figure]:
    return [
        ratio(
            "REG01",
            year_to_date(months_of(quarter)[2]),
            round(INSPECTIONS[year] * int(rate) / 100),
            INSPECTIONS[year],
        )
        for quarter, rate in zip(QUARTERS, steps_of(INSPECTED), strict=True)
        for year in [quarter[:4]]
    ]
