"""Customer, Digital and Governance: complaints, requests, calls and enquiries."""

from dataclasses import replace

from examples.larkhythe.make_returns.figure import Figure, ratio
from examples.larkhythe.make_returns.series import Path, months

# Telephones ring most in April (bills) and least in August and December.
CALLS = (1.25, 1.05, 1.0, 1.0, 0.9, 1.05, 1.0, 0.95, 0.8, 1.0, 0.95, 1.05)

RATIOS = (
    Path(
        "CUS01",
        545,
        "68.2 71.0 73.3 74.5 | 76.1 77.4 79.0 80.2 | 81.1 82.4 83.9 85.6 | 87.0 512/561",
        "89.1 90.4",
    ),
    Path(
        "CUS02",
        54,
        "84.0 83.3 85.2 84.6 | 83.6 82.7 82.1 81.8 | 82.0 81.5 82.1 82.8 | 83.3 48/57",
        "84.2 88.2",
    ),
    Path(
        "CUS04",
        425,
        "84.1 86.5 88.0 89.2 | 89.4 90.0 90.3 90.6 | 90.8 91.0 91.3 91.8 | 92.2 93.4",
        "93.9 94.3",
    ),
    Path(
        "CUS05",
        84,
        "88.1 89.2 90.1 90.4 | 89.5 89.0 88.4 88.0 | 87.5 86.9 86.0 85.2 | 84.1 71/88",
        "79.3 82.1",
    ),
    Path(
        "CUS06",
        61_400,
        "81.2 84.0 86.1 85.3 | 86.4 87.0 87.5 86.2 | 87.9 88.7 89.6 90.1 | 91.4 92.6",
        "92.9 93.1",
        season=CALLS,
    ),
    Path(
        "CUS08",
        912,
        "70.2 71.5 72.4 73.8 | 75.0 76.1 76.9 77.7 | 78.6 79.3 81.2 83.0 | 84.8 86.1",
        "86.4 87.0",
    ),
)
WAITS = {
    "steps": "421 362 331 346 | 329 301 284 291 | 262 243 226 214 | 188 171",
    "later": "168 165",
}
SURVEYS = {"2020-21": (617, 1_083), "2021-22": (635, 1_107), "2022-23": (608, 1_094)}


def figures() -> list[Figure]:
    """Every figure of the customer service from April 2020 on."""
    found = [figure for path in RATIOS for figure in months(path)]
    calls = {figure.period: figure for figure in found if figure.indicator == "CUS06"}
    surveys = [ratio("CUS09", year, *counts) for year, counts in SURVEYS.items()]
    return [*found, *_waits(calls), *surveys]


def _waits(calls: dict[str, Figure]) -> list[Figure]:
    """Seconds waited over calls answered: the same calls as in CUS06."""
    drawn = months(Path("CUS07", 55_000, WAITS["steps"], WAITS["later"], multiplier=1))
    quarters = [drawn[start : start + 3] for start in range(0, 42, 3)]
    found = []
    for group in [*quarters, *([figure] for figure in drawn[42:])]:
        wait = sum(int(figure.numerator) for figure in group) / sum(
            int(figure.denominator) for figure in group
        )
        for figure in group:
            answered = int(calls[figure.period].numerator)
            tilt = int(figure.numerator) / int(figure.denominator) / wait
            found.append(
                replace(figure, numerator=str(round(wait * tilt * answered)), denominator=str(answered))
            )
    return found
