"""Finance, revenues and workforce."""

from fractions import Fraction

from examples.larkhythe.make_returns.chance import chance, wobble
from examples.larkhythe.make_returns.figure import Figure, ratio
from examples.larkhythe.make_returns.series import Path, months, quarters, snapshots, steps_of
from examples.larkhythe.make_returns.shares import spread
from examples.larkhythe.make_returns.spans import (
    LATER_MONTHS,
    MONTHS,
    QUARTERS,
    months_of,
    snapshot,
    year_to_date,
)

# Per cent of the year's debit that is in by the end of each month, April first; 2020 is the pandemic's dip.
COUNCIL_TAX = {
    "2020": "8.91 17.80 26.52 35.42 44.51 53.30 62.41 71.60 80.52 89.43 92.61 95.18",
    "2021": "9.44 18.92 28.11 37.30 46.42 55.38 64.70 73.92 82.95 91.88 94.60 96.40",
    "2022": "9.81 19.60 29.31 38.50 47.42 56.31 65.55 74.62 83.60 92.41 95.02 96.84",
    "2023": "9.66 19.35 29.02 38.16 47.05 55.92 65.11 74.14",
}
BUSINESS_RATES = {
    "2020": "6.90 14.22 22.05 30.10 38.61 46.94 55.20 63.31 71.80 80.12 84.90 91.35",
    "2021": "8.80 17.93 27.10 36.02 45.21 54.12 63.40 72.30 81.22 89.61 93.00 95.82",
    "2022": "9.95 19.80 29.74 39.02 48.30 57.40 66.71 75.62 84.33 92.90 95.51 97.30",
    "2023": "10.08 20.05 30.10 39.60 49.02 58.31 67.70 76.55",
}
DEBITS = {
    "REV01": {"2020": 158_412_600, "2021": 163_087_300, "2022": 168_954_100, "2023": 177_836_200},
    "REV02": {"2020": 58_204_700, "2021": 59_980_400, "2022": 61_342_900, "2023": 62_871_500},
}
CLAIMS = Path(
    "REV03",
    650,
    "27.5 26.2 25.1 24.8 | 24.5 24.1 23.9 23.6 | 23.2 22.9 22.3 21.6 | 20.7 13068/660",
    "19.4 19.1",
    multiplier=1,
)
# The latest quarter's months as the service wrote them: 20:06, 19:57 and 19:24 in days and sixtieths.
CLAIMS_OF_THE_QUARTER = {"2023-07": (4_422, 220), "2023-08": (3_990, 200), "2023-09": (4_656, 240)}
INVOICES = Path(
    "FIN04",
    14_200,
    "91.0 92.2 93.1 93.4 | 93.8 94.2 94.6 94.9 | 95.1 95.4 95.5 95.7 | 95.9 96.1",
    "96.3 96.2",
)
BUDGETS = {"2020": 178_900_000, "2021": 184_200_000, "2022": 188_600_000, "2023": 196_400_000}
VARIANCES = "4350 2620 1440 310 | 1810 1290 720 -380 | 2210 1509 1020 590 | 2750 4100"  # £000 over, - under
SAVINGS = {"2020": 7_200_000, "2021": 6_900_000, "2022": 7_800_000, "2023": 8_600_000}
DELIVERED = (
    "83 80 78 76 | 92 90 89 91 | 98 97 95 93 | 95 91"  # per cent of the year's savings, at each quarter end
)
AGENCY = "13.1 12.6 12.8 13.0 | 12.4 12.2 12.6 12.5 | 12.7 13.1 13.0 13.3 | 13.6 16.0"
PAY_BILL = 27_350  # £000 a quarter; ledger figures are in pounds
SICK_DAYS_A_HEAD = "3.02 2.21 2.48 2.79 | 2.02 2.11 2.30 2.20 | 1.95 1.95 2.30 2.25 | 2.10 2.05"
STAFF = 2_140
LATE_ENTRIES = 428  # days of July to September that came in late: restated on 24 October
TOP_EARNERS = Path(
    "HR05",
    112,
    "25.9 26.1 26.4 27.0 | 27.5 28.0 28.6 28.8 | 29.2 33/112 29.7 30.1 | 34/112 35/113",
)


def figures() -> list[Figure]:
    """Every figure of Resources, but for the customer service, as first reported."""
    return [
        *_collected("REV01", COUNCIL_TAX),
        *_collected("REV02", BUSINESS_RATES),
        *_claims(),
        *_forecasts(),
        *_savings(),
        *months(INVOICES),
        *sickness(),
        *_agency(),
        *snapshots(TOP_EARNERS),
    ]


def _collected(indicator: str, rates: dict[str, str]) -> list[Figure]:
    found = []
    for year, line in rates.items():
        debit = DEBITS[indicator][year]
        for month, rate in zip(_months_from(year), steps_of(line), strict=False):
            taken = round(Fraction(rate) * debit / 100)
            found.append(ratio(indicator, year_to_date(month), taken, debit))
    return found


def _claims() -> list[Figure]:
    return [
        ratio("REV03", figure.period, *CLAIMS_OF_THE_QUARTER[figure.period])
        if figure.period in CLAIMS_OF_THE_QUARTER
        else figure
        for figure in months(CLAIMS)
    ]


def _months_from(year: str) -> list[str]:
    everything = [*MONTHS, *LATER_MONTHS]
    start = everything.index(f"{year}-04")
    return everything[start : start + 12]


def _forecasts() -> list[Figure]:
    return [
        ratio("FIN01", snapshot(months_of(quarter)[2]), int(over) * 1000, BUDGETS[quarter[:4]])
        for quarter, over in zip(QUARTERS, steps_of(VARIANCES), strict=True)
    ]


def _agency() -> list[Figure]:
    return [
        ratio("HR04", figure.period, int(figure.numerator) * 1000, int(figure.denominator) * 1000)
        for figure in quarters(Path("HR04", PAY_BILL, AGENCY))
    ]


def _savings() -> list[Figure]:
    return [
        ratio(
            "FIN02",
            year_to_date(months_of(quarter)[2]),
            SAVINGS[quarter[:4]] * int(rate) // 100,
            SAVINGS[quarter[:4]],
        )
        for quarter, rate in zip(QUARTERS, steps_of(DELIVERED), strict=True)
    ]


def sickness(late_entries: int = 0) -> list[Figure]:
    """Days lost by month over staff in post; `late_entries` fall on the latest three months."""
    found = []
    for at, (quarter, rate) in enumerate(zip(QUARTERS, steps_of(SICK_DAYS_A_HEAD), strict=True)):
        generator = chance("HR01", quarter)
        is_latest = quarter == QUARTERS[-1]
        days = round(float(rate) * STAFF) + (late_entries if is_latest else 0)
        parts = spread(days, [wobble(generator, 0.06) for _ in range(3)])
        staff = STAFF - 26 + 2 * at
        found += [
            ratio("HR01", month, lost, staff) for month, lost in zip(months_of(quarter), parts, strict=True)
        ]
    later = [(1_601, STAFF + 2), (1_644, STAFF + 4)]
    return found + [ratio("HR01", month, *counts) for month, counts in zip(LATER_MONTHS, later, strict=True)]
