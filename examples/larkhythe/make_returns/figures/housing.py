"""Housing and Regeneration: homelessness, council homes, new homes."""

from examples.larkhythe.make_returns.figure import Figure, count, ratio
from examples.larkhythe.make_returns.series import Path, monthly_counts, months, quarterly_totals, quarters
from examples.larkhythe.make_returns.spans import months_of, snapshot

TEMPORARY = "861 874 882 890 | 897 905 916 931 | 952 978 1019 1064 | 1102 1164"
OVER_SIX_WEEKS = "12 9 6 4 | 3 3 4 5 | 5 6 8 11 | 14 19"
RELIEVED = Path("HOU04", 292, "44.8 45.9 46.3 47.0 | 47.6 48.1 48.8 49.0 | 49.4 49.8 50.2 50.7 | 51.1 52.4")
RELETS = Path(
    "HOU12",
    71,
    "41.3 33.9 30.8 29.6 | 28.7 28.1 27.4 26.9 | 27.1 27.5 29.0 30.6 | 31.8 34.2",
    "34.9 33.8",
    multiplier=1,
)
# September 2023 came after the freeze; the quarter with it stands exactly on the amber limit.
REPAIRS = Path(
    "HOU15",
    3_540,
    "71.4 84.2 86.8 87.9 | 88.6 89.4 90.1 90.3 | 90.5 90.6 90.4 90.0 | 90.2 3146/3575",
    "87.1 88.4",
)
GAS = (
    "4392/4431 4398/4430 4401/4430 4405/4429 | 4406/4428 4408/4428 4409/4427 4409/4426 | "
    "4410/4425 4412/4425 4413/4422 4413/4421 | 4414/4420 4417/4420"
)
HOMES = "18 21 26 34 | 22 29 24 41 | 33 38 21 47 | 24 38"
GRANTS = "6 17 21 24 | 20 24 23 27 | 25 27 24 30 | 29 32"
ROUGH = {"2020-21": 9, "2021-22": 14, "2022-23": 17}
JOBS = {"2023-07": (1_079, 1_214), "2023-08": (1_055, 1_186), "2023-09": (1_012, 1_175)}


def figures() -> list[Figure]:
    """Every figure of Housing and Regeneration as first reported."""
    return [
        *monthly_counts("HOU01", 846, TEMPORARY, "1183 1196", noise=0.004),
        *monthly_counts("HOU03", 15, OVER_SIX_WEEKS, "21 22", noise=0.1),
        *quarters(RELIEVED),
        *months(RELETS),
        *_repairs(),
        *_gas(),
        *quarterly_totals("HOU08", HOMES),
        *quarterly_totals("HOU18", GRANTS),
        *(count("HOU07", year, people) for year, people in ROUGH.items()),
    ]


def _repairs() -> list[Figure]:
    return [
        ratio("HOU15", figure.period, *JOBS[figure.period]) if figure.period in JOBS else figure
        for figure in months(REPAIRS)
    ]


def _gas() -> list[Figure]:
    """Homes with a valid gas check, counted at each quarter's end and between."""
    drawn = quarters(Path("HOU16", 4_420, GAS))
    return [
        ratio("HOU16", snapshot(months_of(figure.period)[2]), figure.numerator, figure.denominator)
        for figure in drawn
    ]
