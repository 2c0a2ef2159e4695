from datetime import UTC, date, datetime, timedelta

import pytest

from goldenthread.access import actions, authorise
from goldenthread.access.authorise import Subject
from goldenthread.access.permissions import MEANINGS, ROLES, Permission
from goldenthread.access.roles import GRANTED, Role
from goldenthread.organisation import actions as organisation
from tests.rooms.access.granted import (
    AT,
    BY,
    council,
    granted,
    holding,
    people,
    person,
    post,
    stamped,
)

pytestmark = pytest.mark.django_db

IT, RESOURCES, HOUSING = Subject(unit="RES.it"), Subject(unit="RES"), Subject(unit="HOU")


@pytest.fixture(autouse=True)
def _council():
    council()


def standing(code="ada", at=AT):
    return authorise.standing(code, at=at)


def test_a_stranger_may_nothing():
    assert standing() is None
    assert not any(authorise.may(None, permission) for permission in Permission)
    assert authorise.units_seen(None, Permission.SEE_LIVE) == frozenset()


def test_an_account_without_a_role_may_nothing():
    people(people=[person("ada")])

    assert not any(authorise.may(standing(), permission) for permission in Permission)


def test_a_role_given_to_a_post_is_held_by_whoever_holds_the_post():
    people(
        people=[person("ada"), person("ben")],
        post_holdings=[holding("head_performance", "ada")],
        grants=[granted("performance_officer", post="head_performance")],
    )

    assert authorise.may(standing("ada"), Permission.RUN_CYCLE)
    assert not authorise.may(standing("ben"), Permission.RUN_CYCLE)
    assert standing("ada").acts_as == "Head performance"


def test_who_leaves_a_post_loses_what_came_with_it_from_that_day_on():
    people(
        people=[person("ada")],
        post_holdings=[
            holding("head_performance", "ada"),
            holding(
                "head_performance",
                "ada",
                effective_from=date(2023, 10, 1),
                known_from=datetime(2023, 9, 20, tzinfo=UTC),
                is_withdrawn=True,
            ),
        ],
        grants=[granted("performance_officer", post="head_performance")],
    )

    before = standing(at=datetime(2023, 9, 30, 12, tzinfo=UTC))
    assert authorise.may(before, Permission.RUN_CYCLE)
    assert not authorise.may(standing(), Permission.RUN_CYCLE)


def test_a_director_sees_the_latest_figures_of_the_own_directorate_and_what_lies_below_it():
    people(people=[person("ada")], grants=[granted("director", person="ada", unit="RES")])

    assert authorise.units_seen(standing(), Permission.SEE_LIVE) == {"RES", "RES.it"}
    assert authorise.may(standing(), Permission.SEE_LIVE, IT)
    assert not authorise.may(standing(), Permission.SEE_LIVE, HOUSING)
    assert not authorise.may(standing(), Permission.SEE_LIVE), "not of the whole council"
    assert authorise.may(standing(), Permission.SEE_FROZEN, HOUSING)


def test_a_portfolio_holder_sees_the_own_portfolio_before_publication_and_no_other():
    people(
        people=[person("ada")],
        grants=[granted("portfolio_holder", person="ada", portfolio="housing")],
    )

    assert authorise.may(standing(), Permission.SEE_FROZEN, Subject("HOU", "housing"))
    assert not authorise.may(standing(), Permission.SEE_FROZEN, Subject("RES", "finance"))
    assert authorise.may(standing(), Permission.SEE_PUBLISHED, Subject("RES", "finance"))


def test_a_member_sees_what_is_published_and_nothing_before():
    people(people=[person("ada")], grants=[granted("member", person="ada")])

    allowed = {each for each in Permission if authorise.may(standing(), each, IT)}
    assert allowed == {Permission.SEE_PUBLISHED}


def test_an_indicator_is_owned_by_whoever_holds_the_post_that_it_names():
    people(people=[person("ada")], post_holdings=[holding("head_it", "ada")])

    assert authorise.may(standing(), Permission.ENTER_FIGURES, Subject("RES.it", "", "head_it"))
    assert not authorise.may(standing(), Permission.ENTER_FIGURES, Subject("RES.it", "", "deputy_it"))
    assert not authorise.may(standing(), Permission.ENTER_FIGURES, Subject("RES.it"))


def test_while_a_post_is_vacant_its_deputy_answers_and_who_left_does_not():
    people(
        people=[person("ada"), person("ben")],
        post_holdings=[holding("head_it", "ada"), holding("deputy_it", "ben")],
        grants=[granted("service_manager", post="head_it", unit="RES.it")],
    )
    vacant = post("head_it", "RES.it", deputy="deputy_it", vacant=True, effective_from=date(2023, 8, 1))
    organisation.load({"posts": stamped([vacant])}, by=BY, at=AT)

    assert standing("ben").has(Role.SERVICE_MANAGER)
    assert authorise.may(standing("ben"), Permission.ENTER_FIGURES, Subject(owner="head_it"))
    assert not standing("ada").has(Role.SERVICE_MANAGER)
    assert not authorise.may(standing("ada"), Permission.ENTER_FIGURES, Subject(owner="head_it"))


def test_nothing_that_says_not_where_it_belongs_is_within_a_part():
    people(
        people=[person("ada")],
        post_holdings=[holding("head_it", "ada")],
        grants=[granted("director", person="ada", unit="RES"), granted("reader", person="ada", unit="HOU")],
    )

    assert not authorise.may(standing(), Permission.SEE_LIVE, Subject())


def test_a_grant_for_a_part_that_is_no_longer_there_holds_nowhere():
    people(people=[person("ada")], grants=[granted("director", person="ada", unit="GONE")])

    assert authorise.units_seen(standing(), Permission.SEE_LIVE) == frozenset()
    assert not authorise.may(standing(), Permission.SEE_LIVE, Subject(unit="GONE"))


def test_a_grant_holds_through_its_last_day_in_this_country():
    people(people=[person("ada")], grants=[granted("reader", person="ada", effective_to=date(2023, 6, 30))])

    late = datetime(2023, 6, 30, 22, 59, tzinfo=UTC)
    assert authorise.may(standing(at=late), Permission.SEE_LIVE)
    assert not authorise.may(standing(at=late + timedelta(minutes=1)), Permission.SEE_LIVE), "July in London"


def test_a_grant_that_is_ended_is_over_at_once():
    people(people=[person("ada")], grants=[granted("reader", person="ada")])

    actions.end_grant(code="reader/council/ada", reason="left", approver=BY, by=BY, at=AT)

    assert not authorise.may(standing(), Permission.SEE_LIVE)
    assert authorise.may(standing(at=AT - timedelta(days=1)), Permission.SEE_LIVE), "history stays"


def test_a_closed_account_is_a_strangers():
    people(people=[person("ada")], grants=[granted("administrator", person="ada")])

    actions.close(person="ada", reason="left", approver=BY, by=BY, at=AT)

    assert standing() is None


def test_every_role_says_what_it_may_and_every_permission_what_it_means():
    assert set(ROLES) == set(Role)
    assert set(MEANINGS) == set(Permission)
    held = {each for allowed in ROLES.values() for each in allowed.everywhere | allowed.within}
    assert held == set(Permission), "a permission that nobody has"


def test_who_gives_access_sees_no_figures_by_it():
    allowed = ROLES[Role.ADMINISTRATOR]

    assert not (allowed.everywhere | allowed.within) & {
        Permission.SEE_FROZEN,
        Permission.SEE_LIVE,
        Permission.SEE_UNPROTECTED,
    }


def test_owners_are_never_granted():
    assert Role.OWNER not in GRANTED
