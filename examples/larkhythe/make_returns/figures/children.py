"""Children's Services: social care, children in care, schools and special needs."""

from examples.larkhythe.make_returns.figure import Figure, missing, ratio
from examples.larkhythe.make_returns.series import Path, months, quarters, snapshots, steps_of
from examples.larkhythe.make_returns.spans import LATER_MONTHS, MONTHS, QUARTERS, months_of, rolling, snapshot

RATIOS = (
    Path(
        "CSC01",
        566,
        "79.2 81.0 82.6 83.3 | 84.0 84.6 85.2 85.4 | 85.1 84.9 83.2 81.7 | 80.3 486/585",
        "86.0 86.8",
    ),
    Path(
        "CSC02",
        934,
        "21.4 20.8 20.1 19.9 | 19.7 19.8 19.6 19.2 | 18.5 17.9 16.8 16.6 | 16.3 19.9",
        "17.9 17.2",
    ),
    Path(
        "EDU01",
        88,
        "58.2 60.4 63.0 65.1 | 66.7 68.0 69.2 70.1 | 70.9 71.4 68.8 65.9 | 63.0 57/93",
        "61.8 62.5",
    ),
)
PLANS_AGAIN = Path("CSC05", 54, "6/49 7/52 7/54 7/55 | 7/56 6/54 7/58 6/55 | 7/53 5/53 6/57 6/52 | 5/54 4/51")
REVIEWS = Path("EDU02", 412, "61.3 63.4 65.0 66.8 | 68.0 69.1 70.2 70.9 | 71.5 72.0 73.4 71.1 | 68.3 64.0")
IN_CARE = "205 207 209 208 | 210 211 213 214 | 215 216 219 222 | 224 227"
UNDER_18 = {"2020": 58_300, "2021": 58_600, "2022": 58_900, "2023": 58_900}
# Only children whose history of placements was complete: until June fewer than were in care.
PLACED = (
    "19/199 19/201 20/204 20/205 | 20/207 21/209 20/210 20/211 | 20/213 20/213 21/216 21/217 | 22/218 24/227"
)
# The list of care leavers was checked in August 2023: 26 people who had turned 22 were taken off.
WORKING = (
    "73/150 75/152 77/153 79/154 | 80/155 82/156 84/157 86/158 | 87/159 89/161 93/164 97/168 | 99/171 85/145"
)
HOUSED = (
    "141/150 143/152 144/153 145/154 | 147/155 148/156 149/157 150/158 | 152/159 154/161 157/164 161/168 | "
    "165/171 142/145"
)
AGENCY = "14.8 15.2 15.6 16.1 | 16.9 17.4 18.0 18.3 | 18.8 19.2 20.4 21.6 | 22.7 24.6"
SOCIAL_WORKERS = 138
FIRST_TIME = {  # twelve months to; six months behind the report
    "2020-03": (61, 25_200),
    "2020-06": (58, 25_300),
    "2020-09": (55, 25_300),
    "2020-12": (52, 25_300),
    "2021-03": (50, 25_300),
    "2021-06": (49, 25_400),
    "2021-09": (48, 25_400),
    "2021-12": (48, 25_400),
    "2022-03": (49, 25_500),
    "2022-06": (48, 25_600),
    "2022-09": (47, 25_600),
    "2022-12": (45, 25_700),
    "2023-03": (43, 25_600),
}
NOT_LEARNING = {"2020-21": (148, 4_870), "2021-22": (139, 4_910), "2022-23": (131, 4_960)}
EXCLUDED = {  # the school year so far, at the end of each term
    "acytd-2020-12": (4, 37_600),
    "acytd-2021-08": (11, 37_600),
    "acytd-2021-12": (8, 37_900),
    "acytd-2022-03": (17, 37_900),
    "acytd-2022-08": (26, 37_900),
    "acytd-2022-12": (7, 38_400),
    "acytd-2023-03": (15, 38_400),
    "acytd-2023-08": (23, 38_400),
}
DEVELOPED = {"ac2021-22": (1_893, 2_871)}
CLOSED = "Schools were closed to most pupils"
NOT_ASSESSED = "Assessments at the end of reception were cancelled"


def figures() -> list[Figure]:
    """Every figure of Children's Services as first reported."""
    return [
        *(figure for path in RATIOS for figure in months(path)),
        *quarters(PLANS_AGAIN),
        *quarters(REVIEWS),
        *_in_care(),
        *snapshots(Path("CSC07", 220, PLACED)),
        *snapshots(Path("CSC09", 150, WORKING)),
        *snapshots(Path("CSC10", 150, HOUSED)),
        *_agency(),
        *_first_time(),
        *(ratio("CSC14", year, *counts) for year, counts in NOT_LEARNING.items()),
        *_schools(),
    ]


def _in_care() -> list[Figure]:
    return [
        ratio("CSC06", snapshot(months_of(quarter)[2]), number, UNDER_18[quarter[:4]])
        for quarter, number in zip(QUARTERS, steps_of(IN_CARE), strict=True)
    ]


def _agency() -> list[Figure]:
    """Posts filled by agency staff over all posts, in tenths of a full post, drawn between quarter ends."""
    ends = [float(step) for step in steps_of(AGENCY)]
    rates = [
        start + (end - start) * part / 3
        for start, end in zip([14.5, *ends], ends, strict=False)
        for part in (1, 2, 3)
    ]
    found = []
    for month, rate in zip([*MONTHS, *LATER_MONTHS], [*rates, 24.9, 25.1], strict=True):
        agency = round(rate * SOCIAL_WORKERS / 10)
        found.append(ratio("CSC11", snapshot(month), f"{agency / 10:g}", SOCIAL_WORKERS))
    return found


def _first_time() -> list[Figure]:
    """The latest twelve months are provisional."""
    return [
        ratio("CSC13", rolling(month), *counts, status="provisional" if month == "2023-03" else "actual")
        for month, counts in FIRST_TIME.items()
    ]


def _schools() -> list[Figure]:
    return [
        missing("EDU03", "acytd-2021-03", CLOSED),
        *(ratio("EDU03", period, *counts) for period, counts in EXCLUDED.items()),
        missing("EDU05", "ac2019-20", NOT_ASSESSED),
        missing("EDU05", "ac2020-21", NOT_ASSESSED),
        *(ratio("EDU05", year, *counts) for year, counts in DEVELOPED.items()),
    ]


def assessed_in_2023() -> Figure:
    """Good level of development, provisional, as it arrived on 30 November 2023."""
    return ratio("EDU05", "ac2022-23", 1_986, 2_882, status="provisional")
