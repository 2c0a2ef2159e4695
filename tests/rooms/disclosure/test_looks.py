"""Looks: what staff may see of a pack before it leaves, protected or as it is."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import gate, looks
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure.quarters import LEAD, NOW, group, line, passed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"
COUNTS = {"16-17": 2, "18-24": 9, "25-44": 30, "45-64": 25, "65-74": 8, "75-84": 3}


def households():
    cut = tuple(group("HOU01", PERIOD, f"age={name}", count) for name, count in COUNTS.items())
    return passed(line("HOU01", PERIOD, 77), line("ENV05", PERIOD, 3, counts_people=False), breakdown=cut)


def with_policy(given):
    """The same with a policy that opens the figures to the data protection lead."""
    rule = policy.from_dict(
        {"code": "people", "from_preset": "dfe_children_in_need", "unprotected_for": ["data_protection_lead"]}
    )
    return gate.clear(given.printed, replace(given.world, otherwise=rule))


def test_a_preview_says_what_would_be_hidden_why_and_what_would_hide_less():
    """2 and 3 are hidden. 2, 3 and 8 together are 13, and bands in pairs 11, 55 and 11: none is hidden."""
    told = looks.preview(households())
    assert (told.hidden, told.is_out, told.level, told.width) == (2, False, "witness", 1)
    assert set(told.hidden_figures["words"]) == {"it counts very few people"}
    ways = {each.way: (each.hidden, each.of) for each in told.alternatives}
    assert ways == {
        "as it is": (2, 6),
        "the smallest taken together": (0, 4),
        "neighbours taken together": (0, 3),
    }


def test_the_two_looks_are_marked_and_never_mixed():
    """As the public sees it there is [c]; unprotected, the figure; each with its mark."""
    given = with_policy(households())
    public = looks.protected(given)
    told = public.figures.filter(pl.col("breakdown") == "age=16-17")
    assert (set(told["text"]), set(told["symbol"])) == ({None}, {"c"})
    open_ = looks.unprotected(
        given, roles=["data_protection_lead"], reason="To check what is hidden", by=LEAD, at=NOW
    )
    few = open_.figures.filter(pl.col("breakdown") == "age=16-17")
    assert few["value_text"].to_list() == ["2"]
    assert (public.mark, open_.mark) == (looks.PUBLIC, looks.UNPROTECTED)


def test_who_sees_figures_as_they_are_is_on_record():
    looks.unprotected(
        with_policy(households()), roles=["data_protection_lead"], reason="A question", by=LEAD, at=NOW
    )
    event = AuditEvent.objects.latest("number")
    assert (event.event, event.by, event.label) == ("unprotected.exported", LEAD, "A question")
    assert event.details["indicators"] == ["ENV05", "HOU01"]


@pytest.mark.parametrize("roles", [[], ["head_of_service"]])
def test_nobody_else_sees_them(roles):
    with pytest.raises(looks.NotEntitled):
        looks.unprotected(with_policy(households()), roles=roles, reason="Curious", by=LEAD, at=NOW)
    assert not AuditEvent.objects.exists()
