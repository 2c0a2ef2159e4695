"""Mutations: of what was hidden to protect others one figure is published after all; does anybody see?"""

from itertools import product

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.disclosure import gate
from goldenthread.disclosure.adversary import playing
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from tests.rooms.disclosure.quarters import group, line, sealed

ON = "at2023-09-30"
COUNTS = st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 30]), min_size=3, max_size=6)


def through_the_gate(counts):
    groups = tuple(group("EDU03", ON, f"ethnicity=e{place}", count) for place, count in enumerate(counts))
    return gate.clear(Printed(sealed(line("EDU03", ON, sum(counts)), breakdown=groups)), World()).draft.stated


def is_open(stated):
    """Whether a small hidden count is the same in every way to fill the hidden cells; all ways are tried.

    The total, if it is hidden itself, may be anything: then nothing follows from it.
    """
    groups = stated.filter(pl.col("breakdown") != "")
    hidden = groups.filter("hidden")
    total = stated.filter(pl.col("breakdown") == "")
    if total["hidden"][0] or hidden.is_empty():
        return False
    left = total["count"][0] - groups.filter(~pl.col("hidden"))["count"].sum()
    ways = [way for way in product(range(1, left + 1), repeat=hidden.height) if sum(way) == left]
    small = [place for place, count in enumerate(hidden["count"]) if 1 <= count <= 5]
    return any(len({way[place] for way in ways}) == 1 for place in small)


@settings(max_examples=25)
@given(COUNTS)
def test_whenever_it_matters_the_adversary_notices_and_never_when_it_does_not(counts):
    """Every way to fill the hidden cells is tried, beside what the adversary works out by its own means."""
    stated = through_the_gate(counts)
    secondary = stated.filter(pl.col("hidden") & ~pl.col("is_small") & (pl.col("breakdown") != ""))
    for name in ["", *secondary["breakdown"]]:
        told = stated.with_columns(hidden=pl.col("hidden") & (pl.col("breakdown") != (name or "none")))
        played = playing.played([told], World())
        if sum(told["hidden"]) <= 3:
            assert (played.recovered.height > 0) == is_open(told), (counts, name)
    assert not playing.played([stated], World()).opens
