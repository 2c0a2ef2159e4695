"""Spoken: a sentence leaves only where all that it was worked out of has left."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.disclosure import beside, gate
from goldenthread.disclosure.drafts.world import EXCEPTIONS, World
from goldenthread.methods.disclosure import linked
from tests.rooms.reports import smallham

QUARTERS = ("2022-23-Q2", "2023-24-Q1", "2023-24-Q2")


def line(numerators, **said):
    """P1 in three quarters, so many of 200 each, in the form of a position's line."""
    points = [
        {"period": period, "value": over / 2, "numerator": over, "denominator": 200, "target": 90.0}
        for period, over in zip(QUARTERS, numerators, strict=True)
    ]
    like, previous, now = numerators
    return smallham.indicator(
        "P1",
        value=now / 2,
        numerator=now,
        previous_value=previous / 2,
        previous_numerator=previous,
        like_value=like / 2,
        like_numerator=like,
        history=points,
        **{"counts_people": True, **said},
    )


def told(numerators, charted=QUARTERS, world=None, **said):
    """The message of P1 as it leaves."""
    sealed = smallham.sealed(indicator=(line(numerators, **said),))
    given = [{"indicator": "P1", "message": "deteriorating", "charted": charted}]
    return beside.messages(given, gate.for_publication(sealed, world=world)).lines


def test_what_rests_on_printed_figures_is_said():
    assert told((150, 140, 130)) == ({"indicator": "P1", "message": "deteriorating"},)


@pytest.mark.parametrize("small", [3, 197], ids=["few", "few left out"])
def test_a_small_figure_withholds_the_sentence_wherever_it_stands(small):
    assert told((small, 140, 130)) == ()
    assert told((150, small, 130)) == ()
    assert told((150, 140, small)) == ()


def test_a_small_month_withholds_the_sentence_as_does_any_that_is_not_printed():
    """A month that is not printed withholds it, small or not: that it is withheld tells nothing of it."""
    months = ("2023-07", "2023-08", "2023-09")
    assert told((150, 140, 130), charted=(*QUARTERS, "2021-22-Q2")) == ()
    assert told((150, 140, 130), charted=months) == ()


def test_months_of_what_counts_nobody_are_nobodys_secret():
    months = ("2023-07", "2023-08", "2023-09")
    assert told((150, 140, 130), charted=months, counts_people=False) != ()


def test_a_policy_named_for_what_counts_no_people_protects_it_too():
    months = ("2023-07", "2023-08", "2023-09")
    rule = World().otherwise
    named = World(policies={"P1": rule})
    assert told((150, 140, 130), charted=months, world=named, counts_people=False) == ()
    assert told((150, 140, 130), world=named, counts_people=False) != ()


def test_what_is_linked_to_another_measure_or_excepted_is_held_as_strictly():
    months = ("2023-07", "2023-08", "2023-09")
    link = {"indicator": "Z9", "part": "numerator", "other_indicator": "P1", "other_part": "denominator"}
    links = pl.DataFrame([{**link, "revised": False}], schema=linked.LINKS)
    row = {"indicator": "P1", "area": "", "breakdown": "", "period": "2021-07", "keep": "hidden"}
    exceptions = pl.DataFrame([row], schema=EXCEPTIONS)
    for world in (World(links=links), World(exceptions=exceptions)):
        assert told((150, 140, 130), charted=months, world=world, counts_people=False) == ()


def test_nothing_is_said_where_the_rating_is_hidden_or_the_figures_are_rounded():
    sealed = smallham.sealed(indicator=(line((150, 140, 130)),))
    cleared = gate.for_publication(sealed)
    (shown,) = cleared.sealed.of("indicator")
    given = [{"indicator": "P1", "message": "deteriorating", "charted": QUARTERS}]
    for gone in ({"rating": None}, {"rounded": {"base": 5}}, {"hidden": True}):
        lines = {**cleared.sealed.lines, "indicator": ({**shown, **gone},)}
        without = replace(cleared, sealed=replace(cleared.sealed, lines=lines))
        assert beside.messages(given, without).lines == ()
