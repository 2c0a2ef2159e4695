"""A rating beside a hidden figure: it may stand only where every possible count has it, and then it tells.

The rule: a colour that only some of the hidden counts would have is a statement about the count. One that
all of them have may stand; but from then on it is known, and counts of another colour are ruled out.
"""

import polars as pl
import pytest

from goldenthread.methods.disclosure import possible
from goldenthread.methods.rating import reading

BANDS = [
    {"code": code, "label": code, "short": code[0], "shape": "circle", "token": code, "group": group}
    for code, group in (("green", "met"), ("amber", "near"), ("red", "missed"))
]
SCHEMES = {
    "standard": reading.from_dict(
        {"code": "standard", "name": "S", "bands": BANDS, "edges": [{"at": "target"}, {"at": "amber"}]}
    ),
    "by_interval": reading.from_dict(
        {
            "code": "by_interval",
            "name": "I",
            "bands": BANDS,
            "edges": [
                {"at": {"base": "target", "by": "interval_worse", "towards": "better"}},
                {"at": {"base": "target", "by": "interval_better"}},
            ],
        }
    ),
}
HOMES = {
    "count": 142, "of": 145, "multiplier": 100.0, "threshold": 5, "is_few": False, "leaves_few": True,
    "scheme": "standard", "polarity": "higher", "target": 95.0, "amber": 90.0,
}  # fmt: skip


def kept(**said):
    frame = pl.DataFrame([{**dict.fromkeys(possible.HIDDEN), **HOMES, **said}], schema=possible.HIDDEN)
    return possible.kept_ratings(frame, SCHEMES).row(0)


def test_green_stands_for_142_of_145_and_tells_that_they_are_at_least_138():
    """140 to 144 of 145 are all above 95%: green stands. 137 would be amber, so an outsider rules it out."""
    assert kept() == (True, 138, 145)


@pytest.mark.parametrize("target", [97.0, 98.0, 99.0])
def test_a_target_between_the_possible_counts_takes_the_colour_away(target):
    """With 98%, 143 is green and 142 is amber: the colour would say which."""
    assert kept(target=target) == (False, None, None)


def test_a_plain_count_of_four_against_a_target_of_none():
    """1 and 2 are amber, 3 to 5 red: red would rule out two of five."""
    few = {"count": 4, "of": None, "is_few": True, "leaves_few": False, "multiplier": 1.0}
    assert kept(**few, polarity="lower", target=0.0, amber=2.0) == (False, None, None)
    assert kept(**few, polarity="lower", target=8.0, amber=9.0) == (True, 0, 8)


def test_a_colour_that_rests_on_more_than_the_target_does_not_stand():
    """The confidence interval of another count would be another one. What the colour tells cannot be shown,
    so it goes with the figure."""
    assert kept(scheme="by_interval") == (False, None, None)
