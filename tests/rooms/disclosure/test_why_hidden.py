"""Why hidden: the decision log names the rule by which a figure was hidden for what it is itself."""

import pytest

from goldenthread.disclosure import actions, gate, looks
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.models import SuppressionDecision
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure.quarters import NOW, group, line, sealed

PERIOD = "at2023-09-30"


def cleared(*lines, breakdown=(), **asked):
    fields = {"code": "own", "source": "The council", "threshold": 5, "class_disclosure": True, **asked}
    printed = Printed(sealed(*lines, breakdown=breakdown))
    return gate.clear(printed, World(otherwise=policy.from_dict(fields)))


def whys(given):
    gone = given.draft.stated.filter("hidden")
    return dict(zip(gone["breakdown"], gone["why"], strict=True))


def test_a_whole_group_is_not_said_to_be_few():
    """43 of 43 says so of each; 4 of 4 is few as well, and few comes first."""
    assert whys(cleared(line("CSC01", PERIOD, 43, 43))) == {"": "whole_group"}
    assert whys(cleared(line("CSC01", PERIOD, 4, 4))) == {"": "few"}


def test_a_group_of_which_nobody_is_counted_stands_among_the_others_as_a_whole():
    """0 of 43 under a policy that hides noughts: all 43 are among the others."""
    given = cleared(line("CSC01", PERIOD, 0, 43), complement=True, zeros="hidden")
    assert whys(given) == {"": "few"}
    left = cleared(line("CSC01", PERIOD, 0, 43), complement=True, zeros="may_hide")
    assert whys(left) == {"": "whole_group"}


def test_all_of_a_count_in_one_group_is_a_whole_group():
    groups = (group("HOU01", PERIOD, "sex=female", 19), group("HOU01", PERIOD, "sex=male", 0))
    found = whys(cleared(line("HOU01", PERIOD, 19), breakdown=groups))
    assert found["sex=female"] == "whole_group"


@pytest.mark.django_db
def test_a_whole_group_is_kept_and_told_as_one():
    given = cleared(line("CSC01", PERIOD, 43, 43))
    release = actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)
    assert SuppressionDecision.objects.get().why == "whole_group"
    (told,) = looks.of_release(release.code).hidden
    assert told.words == "everybody of a group stands in one place"
    assert (looks.of_release(release.code).protecting, looks.preview(given).protecting) == (0, 0)
