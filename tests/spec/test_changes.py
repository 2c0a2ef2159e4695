"""Changes: what has moved since the quarter was frozen."""

from typing import Any

from goldenthread.positions import changes

BANDS = {"standard": ["green", "amber", "red"]}


def line(indicator: str, value: float | None, rating: str | None) -> dict[str, Any]:
    return {"indicator": indicator, "value": value, "rating": rating, "scheme": "standard"}


def kinds(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [change.kind for change in changes.between_views([old], [new], BANDS)]


def test_a_rating_that_moved_is_an_improvement_or_a_worsening():
    """CUS01 was restated from 91.3 to 88.6: green became amber, so it worsened."""
    assert kinds(line("CUS01", 91.266, "green"), line("CUS01", 88.592, "amber")) == ["worsened"]
    assert kinds(line("CSC01", 83.077, "amber"), line("CSC01", 85.442, "green")) == ["improved"]


def test_another_figure_under_the_same_rating_is_a_restatement():
    """HOU01 went from 1,164 to 1,171 and stayed red: restated."""
    assert kinds(line("HOU01", 1164, "red"), line("HOU01", 1171, "red")) == ["restated"]


def test_a_figure_that_was_awaited_is_newly_reported():
    """PLN02 arrived after the freeze: it did not improve, it is newly reported."""
    assert kinds(line("PLN02", None, None), line("PLN02", 91.8, "green")) == ["newly_reported"]


def test_what_did_not_move_is_not_listed():
    """The same figure, or none before and none now, is no change."""
    assert kinds(line("HWY01", 93, "green"), line("HWY01", 93, "green")) == []
    assert kinds(line("CUS09", None, None), line("CUS09", None, None)) == []


def test_improved_comes_before_worsened_and_restated():
    """The list reads: improved, worsened, newly reported, restated."""
    old = [line("A", 1, "green"), line("B", 1, "amber"), line("C", None, None), line("D", 1, "red")]
    new = [line("A", 2, "red"), line("B", 2, "green"), line("C", 2, "red"), line("D", 2, "red")]
    found = [(change.kind, change.indicator) for change in changes.between_views(old, new, BANDS)]
    assert found == [("improved", "B"), ("worsened", "A"), ("newly_reported", "C"), ("restated", "D")]


def test_between_two_quarters_better_ratings_come_first():
    """From one frozen quarter to the next, only measures rated in both have moved."""
    q1 = [line("A", 1, "green"), line("B", 1, "red"), line("C", None, None)]
    q2 = [line("A", 2, "amber"), line("B", 2, "amber"), line("C", 2, "green")]
    moved = changes.between_quarters(q1, q2, BANDS)
    assert [(each.indicator, each.is_better) for each in moved] == [("B", True), ("A", False)]
