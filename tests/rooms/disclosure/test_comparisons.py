"""A place among others leaves with the figure, and never without it: held against a second world."""

from typing import Any

import pytest

from goldenthread.disclosure.passing import comparisons
from tests.rooms.disclosure.test_gate import line, passed

OTHERS = {"Ashdown Vale": 94.1, "Brackwater": 96.2, "Calder Reach": 98.3, "Eastmarch": None}


def compared(own: float) -> dict[str, Any]:
    """CSC10 beside three others with a figure and one without, as a position seals it."""
    there = {name: value for name, value in OTHERS.items() if value is not None}

    def rank(value: float) -> int:
        return 1 + sum(each > value for each in (own, *there.values()))

    ordered = sorted(OTHERS, key=lambda name: -(OTHERS[name] or 0))
    return {
        "indicator": "CSC10",
        "period": "at2023-09-30",
        "group": "neighbours",
        "polarity": "higher",
        "midpoint": None,
        "rank": rank(own),
        "is_tied": own in there.values(),
        "ranked": 4,
        "quarter": rank(own),
        "gap": own - 96.2,
        "aim_gap": own - 96.2,
        "peers": 3,
        "missing": 1,
        "missing_areas": ["Eastmarch"],
        "median": 96.2,
        "q1": 95.15,
        "q3": 97.25,
        "least": 94.1,
        "greatest": 98.3,
        "quartile_method": "type7",
        "caveat": "Equal figures share the better place." if own in there.values() else "No verdict.",
        "areas": [
            {
                "area": name,
                "name": name,
                "value": OTHERS[name],
                "rank": rank(OTHERS[name]) if OTHERS[name] is not None else None,
                "is_tied": OTHERS[name] == own,
            }
            for name in ordered
        ],
    }


def left(numerator: int, denominator: int, **said: Any) -> tuple[dict[str, Any], bool]:
    """What leaves of the comparison, and whether the figure is hidden."""
    value = 100 * numerator / denominator
    one = line(
        numerator=numerator, denominator=denominator, value=value, previous_value=None, like_value=None
    )
    cleared = passed(one, comparison=(compared(round(value, 1)) | said,))
    (row,) = cleared.sealed.of("comparison")
    return row, cleared.sealed.of("indicator")[0]["hidden"]


def test_of_a_hidden_figure_the_same_leaves_wherever_it_stands():
    """141 of 145 would be second, 144 of 145 first, 143 of 145 higher than all but one."""
    worlds = [left(count, 145) for count in (141, 142, 143, 144)]

    assert [hidden for _, hidden in worlds] == [True] * 4
    assert len({compared(round(100 * count / 145, 1))["rank"] for count in (141, 144)}) == 2
    assert all(row == worlds[0][0] for row, _ in worlds)


def test_of_a_hidden_figure_no_place_of_the_others_leaves_a_gap_where_it_stands():
    row, _ = left(142, 145)

    assert [row[name] for name in comparisons.OF_THE_PLACE] == [None] * len(comparisons.OF_THE_PLACE)
    assert [area["name"] for area in row["areas"]] == sorted(OTHERS)
    assert {area["rank"] for area in row["areas"]} == {None}
    assert (row["median"], row["peers"], row["missing"], row["missing_areas"]) == (96.2, 3, 1, ["Eastmarch"])


def test_a_shown_figure_leaves_with_its_place():
    """And another figure with another place: what is kept is told because the figure is."""
    low, high = left(130, 145), left(139, 145)

    assert (low[1], high[1]) == (False, False)
    assert (low[0], high[0]) == (compared(89.7), compared(95.9))
    assert low[0]["rank"] != high[0]["rank"]


@pytest.mark.parametrize("otherwise", [{"period": "at2023-06-30"}, {"indicator": "CSC11"}])
def test_a_comparison_of_another_period_or_measure_tells_no_place(otherwise):
    row, _ = left(130, 145, **otherwise)

    assert (row["rank"], row["gap"], row["median"]) == (None, None, 96.2)


def test_a_rounded_figure_tells_no_place():
    """Between which of the others it stands would narrow what rounding leaves open."""
    told = {"indicator": "CSC10", "period": "at2023-09-30", "value": 90.0, "hidden": False}
    (exact,) = comparisons.through([compared(89.7)], [told])
    (rounded,) = comparisons.through([compared(89.7)], [{**told, "rounded": {"base": 5}}])

    assert (exact["rank"], rounded["rank"]) == (4, None)
