"""Looks: what staff may see of a pack before it leaves, protected or as it is."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import actions, gate, looks
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.looks import page
from goldenthread.documents import content as c
from goldenthread.indicators import actions as indicators
from goldenthread.methods.disclosure import linked, policy
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.quarters import LEAD, NOW, group, line, passed, sealed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"
COUNTS = {"16-17": 2, "18-24": 9, "25-44": 30, "45-64": 25, "65-74": 8, "75-84": 3}
POLICY = {
    "code": "people",
    "from_preset": "dfe_children_in_need",
    "unprotected_for": ["data_protection_lead"],
}


def households():
    cut = tuple(group("HOU01", PERIOD, f"age={name}", count) for name, count in COUNTS.items())
    return passed(line("HOU01", PERIOD, 77), line("ENV05", PERIOD, 3, counts_people=False), breakdown=cut)


def with_policy(given):
    """The same with a policy that opens the figures to the data protection lead."""
    return gate.clear(given.printed, replace(given.world, otherwise=policy.from_dict(POLICY)))


def test_a_preview_says_what_would_be_hidden_why_and_what_would_hide_less():
    """2 and 3 are hidden. 2, 3 and 8 together are 13, and bands in pairs 11, 55 and 11: none is hidden."""
    told = looks.preview(households())
    assert (told.hidden, told.is_out, told.level, told.width) == (2, False, "witness", 1)
    assert [(each.words, each.named) for each in told.hidden_figures] == [
        ("it counts very few people", ("age=16-17", "age=75-84"))
    ]
    ways = {each.way: (each.hidden, each.of) for each in told.alternatives}
    assert ways == {
        "as it is": (2, 6),
        "the smallest taken together": (0, 4),
        "neighbours taken together": (0, 3),
    }


def test_a_preview_names_the_texts_that_would_be_withheld_and_not_their_words():
    told = looks.preview(households(), withheld=(("comment", "HOU01"), ("progress", "R2b")))
    document = page.document(told, council="Smallham", notice="", dates="As known today")
    said = [c.words(item) for block, _ in c.walk(document.blocks) if isinstance(block, c.BulletList)
            for item in block.items]  # fmt: skip
    assert page.in_brief(told).endswith(" 2 texts would be withheld.")
    assert said[:2] == ["Comment HOU01", "Progress R2b"]
    assert "withheld" not in page.in_brief(looks.preview(households()))


def test_the_two_looks_are_marked_and_never_mixed():
    """As the public sees it there is [c]; unprotected, the figure; each with its mark."""
    posts.load()
    given = with_policy(households())
    public = looks.protected(given)
    told = public.figures.filter(pl.col("breakdown") == "age=16-17")
    assert (set(told["text"]), set(told["symbol"])) == ({None}, {"c"})
    open_ = looks.unprotected(given, reason="To check what is hidden", by=LEAD, at=NOW)
    few = open_.figures.filter(pl.col("breakdown") == "age=16-17")
    assert few["value_text"].to_list() == ["2"]
    assert (public.mark, open_.mark) == (looks.PUBLIC, looks.UNPROTECTED)


def test_who_sees_figures_as_they_are_is_on_record():
    posts.load()
    looks.unprotected(with_policy(households()), reason="A question", by=LEAD, at=NOW)
    event = AuditEvent.objects.latest("number")
    assert (event.event, event.by, event.label) == ("unprotected.exported", LEAD, "A question")
    assert event.details["indicators"] == ["ENV05", "HOU01"]


@pytest.mark.parametrize("by", ["", "Head of Legal"])
def test_nobody_else_sees_them(by):
    posts.load()
    with pytest.raises(looks.NotEntitled, match="may not see protected figures as they are; who may: Data"):
        looks.unprotected(with_policy(households()), reason="Curious", by=by, at=NOW)
    assert not AuditEvent.objects.filter(event="unprotected.exported").exists()


def test_nobody_sees_them_without_a_reason():
    posts.load()
    with pytest.raises(looks.NoReasonGiven):
        looks.unprotected(with_policy(households()), reason=" ", by=LEAD, at=NOW)


def released():
    given = with_policy(households())
    return actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)


def test_a_release_is_told_without_how_many_its_hidden_figures_count():
    """What is hidden and why, the level of the proof, and that nobody has approved it yet."""
    told = looks.of_release(released().code)
    assert [(each.indicator, each.why, each.parts) for each in told.hidden] == [
        ("HOU01", "few", (("SMH", "age=16-17"), ("SMH", "age=75-84")))
    ]
    assert (told.listed.level, told.listed.width, told.said, told.exceptions) == ("witness", 1, (), ())


def test_how_many_they_count_is_told_to_those_entitled_and_put_on_record():
    indicators.load(
        {"policies": [{**POLICY, **posts.STAMP, "default": True}]}, by="Head of Performance", at=NOW
    )
    posts.load()
    code = released().code
    look = looks.counts_of_release(code, reason="A question", by=LEAD, at=NOW)
    assert look.figures.select("breakdown", "count").rows() == [("age=16-17", 2), ("age=75-84", 3)]
    assert AuditEvent.objects.latest("number").subject == code
    with pytest.raises(looks.NotEntitled):
        looks.counts_of_release(code, reason="A question", by="Head of Legal", at=NOW)


def test_wards_may_be_taken_together_by_the_larger_areas_around_them():
    """Wards of 2, 9 and of 8, 3, 30, in three areas with a third of 25: 11, 41 and 25 hide nothing."""
    wards = {"N1": ("N", 2), "N2": ("N", 9), "S1": ("S", 8), "S2": ("S", 3), "S3": ("S", 30), "E1": ("E", 25)}
    cut = tuple({**group("HOU01", PERIOD, "", count), "area": ward} for ward, (_, count) in wards.items())
    rows = [("SMH", "", "borough"), *((area, "SMH", "area") for area in "NSE")]
    rows += [(ward, area, "ward") for ward, (area, _) in wards.items()]
    world = World(areas=pl.DataFrame(rows, schema=linked.AREAS, orient="row"))
    given = gate.clear(Printed(sealed(line("HOU01", PERIOD, 77), breakdown=cut)), world)
    ways = {each.way: (each.hidden, each.of) for each in looks.preview(given).alternatives}
    assert ways["as it is"][0] >= 2
    assert ways["areas as the larger areas around them"] == (0, 3)
