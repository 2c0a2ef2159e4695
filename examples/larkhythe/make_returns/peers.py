"""Peers: what fourteen councils that there are not reported in quarter 2, for comparison."""

from collections.abc import Iterator

from examples.larkhythe.make_returns.figure import Figure, count

FILE = "peers.csv"
NOTE = "What fourteen other councils reported, as they publish it"
NONE = "-"

COUNCILS = tuple(f"X069{number:05}" for number in range(1, 15))
"""Their codes, as areas.yaml names them."""

# An indicator and its period, then a figure of each council in this order; "-" where it reported none.
_REPORTED = (
    ("CUS01", "2023-24-Q2", "93.5 85.8 84.5 85.7 80.4 80.1 91.7 83.8 85.3 85.9 88 86 86.2 81.4"),
    ("CUS04", "2023-24-Q2", "81 92.9 90.2 92.5 90.5 90.6 89.1 89.8 92.3 90.2 92.5 93.4 92.5 90.8"),
    ("CUS07", "2023-24-Q2", "170 283 - 223 161 224 309 152 175 310 - 172 191 222"),
    ("ENV01", "2023-24-Q1", "32.4 44.4 40.4 36.9 32.4 25.5 38.5 35.3 31.4 37.3 33.5 37.4 43.6 40.8"),
    ("ENV07", "2023-24-Q2", "2 - 1.8 1.6 1.5 2.2 1.8 1.8 1.8 1.4 1.7 2.3 1.6 1.7"),
    ("HOU12", "2023-24-Q2", "29.5 30.4 30.6 37 39 34.5 28.4 35.9 36.1 36 29.8 32.8 37.1 44.8"),
    ("HOU15", "2023-24-Q2", "90.8 90.3 87.7 88.4 85.8 88.6 90.6 87.8 90 87.8 90.8 90.9 83 95.5"),
    ("EDU01", "2023-24-Q2", "60.7 52.2 45.9 35.7 77.9 60.3 60.9 37.9 61.1 60 49 60.3 - 51.4"),
    ("CSC01", "2023-24-Q2", "80.1 80.5 83.9 90.6 82.4 81.9 84.6 75.5 88.5 74.3 90.6 83.2 77 79.4"),
    ("CSC10", "at2023-09-30", "94.1 96.2 97 95.5 92.8 98.3 93.9 - 97.6 95.1 96.6 94.8 98 91.7"),
    ("CSC11", "at2023-09-30", "26.1 21 15.7 20.8 23.3 20 11.7 22.8 25 - 23.5 17.5 5 11.6"),
    ("ASC09", "2023-24-Q2", "86.4 87.3 87 - 92.8 90.2 84.7 - - 83.8 87.4 91.4 86 84.2"),
    ("CSC02", "r12-2023-09", "19 18.4 19.2 20 26.9 21.6 25 19.3 21.1 23.1 21.9 17.1 19.4 22.7"),
)


def figures() -> Iterator[Figure]:
    """Every figure, an indicator at a time."""
    for indicator, period, reported in _REPORTED:
        for code, number in zip(COUNCILS, reported.split(), strict=True):
            if number != NONE:
                yield count(indicator, period, number, area=code, note="invented")
