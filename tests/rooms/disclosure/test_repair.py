"""Repair: a pack that would open an earlier one is refused with the cheapest way out that was tried."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.disclosure import actions, gate, worlds
from goldenthread.disclosure.drafts import repair
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import EXCEPTIONS, World
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure.quarters import NOW, group, line, passed, sealed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"
GROUPS = {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30}


def publish(given):
    return actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)


def world(*excepted):
    """What is out, and figures that the data protection lead has excepted."""
    rows = pl.DataFrame(list(excepted), schema=EXCEPTIONS, orient="row")
    return World(**worlds.ledger_of_releases(), exceptions=rows)


def refused(printed, known):
    with pytest.raises(CannotBeProtected) as error:
        gate.clear(printed, known)
    return error.value, repair.offered(error.value, printed, known)


def cleared_with(found, printed, known):
    """The pack with what the repair leaves out."""
    more = pl.DataFrame([(*key, "hidden") for key in found.left_out], schema=EXCEPTIONS, orient="row")
    return gate.clear(printed, replace(known, exceptions=pl.concat([known.exceptions, more])))


def test_year_to_date_less_year_to_date_is_refused_and_the_later_one_left_out():
    """20 to June is out, 23 to September excepted as shown: 3 in the quarter come out by subtraction."""
    publish(passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1"))
    known = world(("ASC02", "SMH", "", "ytd-2023-09", "shown"))
    printed = Printed(sealed(line("ASC02", "ytd-2023-09", 23), line("ENV01", "ytd-2023-09", 50)))
    error, found = refused(printed, known)
    assert found.left_out == (("ASC02", "SMH", "", "ytd-2023-09"),)
    assert found.hidden_beside == 0
    assert "ASC02 numerator, 2023-07-01 to 2023-09-30" in str(error)
    assert "leave out of this release ASC02, ytd-2023-09. Then no other figure is hidden" in str(error)
    assert "goldenthread disclosure except ASC02 --period ytd-2023-09 --keep hidden" in str(error)
    shown = cleared_with(found, printed, known).table
    assert not shown.shows("ASC02", "ytd-2023-09", area="SMH")
    assert shown.shows("ENV01", "ytd-2023-09", area="SMH")


def restated():
    """Of 66 excluded pupils 14 were of one group, and all of it is out; now it is 56, and 4 of that group."""
    cut = tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in GROUPS.items())
    first = tuple(each | ({"value": 14} if "mixed" in each["breakdown"] else {}) for each in cut)
    publish(passed(line("EDU03", PERIOD, 66), period="2023-24-Q1", breakdown=first))
    return Printed(sealed(line("EDU03", PERIOD, 56), breakdown=cut))


def test_a_restated_total_less_the_original_is_refused_and_the_new_total_left_out():
    """All other groups are as they were, so 56 would tell that 4 are left of the one."""
    printed, known = restated(), world()
    error, found = refused(printed, known)
    assert found.left_out == (("EDU03", "SMH", "", PERIOD),)
    assert "EDU03 numerator, ethnicity=mixed, 2023-09-30" in str(error)
    assert f"leave out of this release EDU03, {PERIOD}. Then no other figure is hidden" in str(error)
    table = cleared_with(found, printed, known).table
    shown = {
        name for name in GROUPS if table.shows("EDU03", PERIOD, area="SMH", breakdown=f"ethnicity={name}")
    }
    assert shown == set(GROUPS) - {"mixed"}


def test_of_several_ways_out_the_one_that_costs_the_reader_least_is_offered():
    """Everything but the group of 4 is excepted as shown: any one left out protects it, the smallest best."""
    names = [name for name in GROUPS if name != "mixed"]
    shown = [("EDU03", "SMH", f"ethnicity={name}", PERIOD, "shown") for name in names]
    known = world(("EDU03", "SMH", "", PERIOD, "shown"), *shown)
    cut = tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in GROUPS.items())
    printed = Printed(sealed(line("EDU03", PERIOD, 56), breakdown=cut))
    error, found = refused(printed, known)
    assert found.left_out == (("EDU03", "SMH", "ethnicity=black", PERIOD),)
    assert "--breakdown 'ethnicity=black' --period at2023-09-30 --keep hidden" in str(error)


def test_where_all_that_tells_it_is_out_it_is_said_that_leaving_out_does_not_help():
    """20 to June and 23 to September are out since a count of 3 was not small: it is known for good."""
    lenient = policy.from_dict({"code": "lenient", "from_preset": "dfe_children_in_need", "threshold": 1})
    for period, count in (("ytd-2023-06", 20), ("ytd-2023-09", 23)):
        publish(
            gate.clear(Printed(sealed(line("ASC02", period, count))), replace(world(), otherwise=lenient))
        )
    printed = Printed(sealed(line("ASC02", "ytd-2023-09", 23), line("ENV01", PERIOD, 50)))
    error, found = refused(printed, world())
    assert found is None
    assert "Nothing that could still be left out of this release protects them." in str(error)
    assert "withdraw it" in str(error)
    assert "goldenthread disclosure except ASC02 --period 2023-24-Q2 --keep shown" in str(error)
    let_stand = gate.clear(printed, world(("ASC02", "SMH", "", "2023-24-Q2", "shown")))
    assert let_stand.table.shows("ASC02", "ytd-2023-09", area="SMH")


def test_what_an_earlier_release_hid_may_be_excepted_as_shown():
    """A group of 4 was hidden, with one that protects it; now there is a reason to show it."""
    cut = tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in GROUPS.items())
    publish(passed(line("EDU03", PERIOD, 56), period="2023-24-Q1", breakdown=cut))
    known = world(("EDU03", "SMH", "ethnicity=mixed", PERIOD, "shown"))
    table = gate.clear(Printed(sealed(line("EDU03", PERIOD, 56), breakdown=cut)), known).table
    assert table.shows("EDU03", PERIOD, area="SMH", breakdown="ethnicity=mixed")
    without = gate.clear(Printed(sealed(line("EDU03", PERIOD, 56), breakdown=cut)), world()).table
    assert not without.shows("EDU03", PERIOD, area="SMH", breakdown="ethnicity=mixed")
