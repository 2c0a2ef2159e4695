"""Falling short: groups said to make up everybody come to fewer; the rest is a group of its own."""

from itertools import product

import polars as pl
import pytest

from goldenthread.disclosure import gate, looks, worlds
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.indicators import actions as indicators
from goldenthread.methods.disclosure import linked
from goldenthread.methods.disclosure.linked import DoesNotAddUp
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.quarters import NOW, group, line, sealed

PERIOD = "at2023-09-30"
SEX = {"female": 43, "male": 20}


def world(**said):
    rows = [{"dimension": "sex", "value": sex, "part_of": "", "grouping": "sexes"} for sex in SEX]
    return World(groupings=pl.DataFrame(rows, schema=linked.GROUPINGS), **said)


def cleared(total, *, known=None):
    groups = tuple(group("HOU01", PERIOD, f"sex={sex}", count) for sex, count in SEX.items())
    return gate.clear(Printed(sealed(line("HOU01", PERIOD, total), breakdown=groups)), known or world())


def texts(given):
    figures = given.table.figures.filter(pl.col("part") == "value")
    return dict(figures.select("breakdown", "text").iter_rows())


@pytest.mark.parametrize("rest", range(1, 6))
def test_few_people_not_stated_can_not_be_told(rest):
    """43 and 20 of 66: 3 have not said. One of the three is hidden, so that nobody reads off the 3."""
    given = cleared(63 + rest)
    told = texts(given)
    assert [told[""], told["sex=female"], told["sex=male"]].count(None) == 1
    possible = {
        total - female - male
        for total, female, male in product(*(_values(told[name]) for name in ("", "sex=female", "sex=male")))
        if total >= female + male
    }
    assert len(possible) > 1


def _values(text):
    return [int(text)] if text else range(1, 90)


def test_more_people_not_stated_are_a_group_like_any_other():
    """43 and 20 of 70: 7 have not said, which is no small count."""
    assert texts(cleared(70)) == {"": "70", "sex=female": "43", "sex=male": "20"}


@pytest.mark.parametrize("total", [66, 70])
def test_that_groups_fall_short_is_told_with_the_figure_and_without_by_how_much(total):
    (note,) = cleared(total).draft.notes
    assert note == (
        "parts that are said to make up a whole come to less, and what is missing is protected as a part of "
        "its own, not stated: HOU01 numerator, SMH, 2023-09-30 (sex: sexes)"
    )
    assert looks.preview(cleared(total)).notes == (note,)


def test_nothing_is_told_where_they_come_to_the_whole_or_nobody_has_said_that_they_do():
    assert cleared(63).draft.notes == ()
    assert cleared(70, known=World()).draft.notes == ()
    of_another = world(scopes={"sexes": frozenset({"CSC01"})})
    assert cleared(70, known=of_another).draft.notes == ()


def test_groups_that_come_to_more_are_refused_with_the_figures_named():
    with pytest.raises(DoesNotAddUp, match="HOU01 numerator, SMH, 2023-09-30 is 60, its parts come to 63"):
        cleared(60)


@pytest.mark.django_db
def test_a_grouping_that_is_not_complete_is_known_too_and_protected_without_a_note():
    """Ages of children are in one grouping of which nobody says that it is complete, ages of adults in one
    that is. 30 and 20 of 53: 3 are in neither group of children. One figure is hidden; nothing is told."""
    stamp = {**posts.STAMP, "whole": "", "indicators": []}
    groupings = [
        {"code": "adults", "dimension": "age", "parts": ["18-64", "65-over"], "is_complete": True, **stamp},
        {"code": "young", "dimension": "age", "parts": ["0-4", "5-9"], "is_complete": False, **stamp},
    ]
    indicators.load({"groupings": groupings}, by="Head of Performance", at=NOW)
    known = World(**worlds.rules(on=NOW.date(), known_at=NOW))
    groups = tuple(
        group("HOU01", PERIOD, f"age={age}", count) for age, count in {"0-4": 30, "5-9": 20}.items()
    )
    given = gate.clear(Printed(sealed(line("HOU01", PERIOD, 53), breakdown=groups)), known)
    assert list(texts(given).values()).count(None) == 1
    assert given.draft.notes == ()
