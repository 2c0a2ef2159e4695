"""Three that improved, three that worsened, three to watch: by rule, and the same every time."""

from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.parts import picked
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import smallham

WORSE = {"trend_previous": "worsening", "arrow_previous": "down"}


def picks(*lines):
    sealed = smallham.sealed(indicator=lines)
    return picked.three_of_each(quarter.of(smallham.material(sealed=sealed, changes=NOTHING, latest=NOTHING)))


def codes(found):
    return [pick.line["indicator"] for pick in found]


def test_a_rating_that_moved_comes_before_a_figure_that_moved_more():
    """A1 was amber in quarter 1; C1 was not there then, and its figure rose by more."""
    risen = smallham.indicator("C1", change_previous=40.0)
    assert codes(picks(risen, smallham.indicator("A1")).improved) == ["A1", "C1"]


def test_a_better_rating_with_a_worse_figure_is_no_improvement():
    """The target was lowered: the rating rose while the figure fell."""
    found = picks(smallham.indicator("A1", change_previous=-4.0, **WORSE))
    assert codes(found.improved) == []
    assert codes(found.worsened) == []


def test_at_most_three_and_equal_ones_by_their_code():
    lines = [smallham.indicator(f"C{number}") for number in (5, 3, 4, 1, 2)]
    assert codes(picks(*lines).improved) == ["C1", "C2", "C3"]


def test_to_watch_is_what_stands_nearest_to_the_next_worse_band():
    near = smallham.indicator("C9", value=90.5, change_previous=-0.1, **WORSE)
    lines = [
        smallham.indicator(f"C{number}", value=99.0, change_previous=-9.0 - number, **WORSE)
        for number in (1, 2, 3, 4)
    ]
    found = picks(near, *lines)
    assert codes(found.worsened) == ["C4", "C3", "C2"]
    assert codes(found.watch) == ["C9", "C1"]


def test_a_hidden_figure_is_never_picked():
    hidden = smallham.indicator("B2", counts_people=True, value=97.931, numerator=142.0, denominator=145.0)
    found = picks(hidden)
    assert codes((*found.improved, *found.worsened, *found.watch)) == []
