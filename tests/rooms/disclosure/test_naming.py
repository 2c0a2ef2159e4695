"""Naming: no hash that leaves the council is taken of a hidden count, for few counts can all be tried."""

import pytest

from goldenthread.disclosure import actions, queries
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.quarters import LEAD, NOW, group, line, passed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"


def exclusions(mixed, asian):
    """A total of 56 by ethnic group: two are hidden, and an outsider knows that they come to 11."""
    counts = {"asian": asian, "black": 12, "mixed": mixed, "other": 13, "white": 20}
    cut = tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in counts.items())
    return passed(line("EDU03", PERIOD, 56), breakdown=cut)


def publish(given):
    return actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)


def test_whoever_tries_every_possible_count_finds_the_same_name_for_all():
    """The adversary runs this very program on 2 and 9, 3 and 8, 4 and 7: each has the name that is out."""
    told = [exclusions(mixed=count, asian=11 - count) for count in (2, 3, 4)]
    assert {tuple(each.draft.stated.filter("hidden")["breakdown"]) for each in told} == {
        ("ethnicity=asian", "ethnicity=mixed")
    }
    assert len({each.code for each in told}) == 1
    assert len({each.seal for each in told}) == 1
    assert len({each.draft.inputs for each in told}) == 3


def test_another_public_figure_gives_another_name():
    cut = (group("EDU03", PERIOD, "ethnicity=white", 56),)
    assert passed(line("EDU03", PERIOD, 56)).code != passed(line("EDU03", PERIOD, 56), breakdown=cut).code


def test_what_says_the_same_in_public_of_other_counts_is_a_release_of_its_own():
    """Its proof is another one, so both are kept, under names of their own; the same again is the same."""
    first = publish(exclusions(mixed=3, asian=8))
    second = publish(exclusions(mixed=4, asian=7))
    assert second.code == f"{first.code}-2"
    assert publish(exclusions(mixed=3, asian=8)).pk == first.pk
    assert publish(exclusions(mixed=4, asian=7)).pk == second.pk
    posts.load()
    actions.withdraw(code=first.code, reason="Never left", by=LEAD, at=NOW)
    assert exclusions(mixed=3, asian=8).code == f"{first.code}-3"
    assert queries.out() == [second.code]
