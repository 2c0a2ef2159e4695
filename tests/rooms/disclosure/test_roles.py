"""Roles: the council folder says which post decides on releases, and nobody else does."""

import pytest

from goldenthread.disclosure import roles
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.posts import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("by", ["Data Protection Lead", "data protection lead", "dpo"])
def test_a_post_is_known_by_its_title_or_its_code(by):
    posts.load()
    roles.check_lead(by, "approve a release", at=NOW)
    assert roles.of(by, at=NOW) == {"data_protection_lead"}


@pytest.mark.parametrize("by", ["Head of Legal", "Data Protection", "", "data_protection_lead"])
def test_nobody_else_is_the_data_protection_lead(by):
    posts.load()
    with pytest.raises(roles.NotTheirs, match="for the Data Protection Lead alone, not for"):
        roles.check_lead(by, "approve a release", at=NOW)


def test_the_deputy_answers_while_the_post_is_vacant():
    posts.load(vacant=True, deputy="deputy")
    roles.check_lead("Head of Legal", "approve a release", at=NOW)
    assert roles.lead(at=NOW) == "Head of Legal"


def test_where_no_post_holds_the_role_the_error_says_what_to_write():
    with pytest.raises(roles.NobodyHolds, match=r"name it in disclosure\.yaml under roles"):
        roles.check_lead("Data Protection Lead", "approve a release", at=NOW)
