"""Releases: what left is known, the next one is held against it, and every proof can be checked."""

import pytest
from django.db import DatabaseError, transaction

from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import actions, queries, roles, verify
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.kept import packed
from goldenthread.disclosure.models import Release, Why
from tests.rooms.disclosure import posts
from tests.rooms.disclosure.quarters import LEAD, NOW, group, hidden, line, passed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _posts():
    posts.load()


GROUPS = {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30}
PERIOD = "at2023-09-30"


def exclusions(period="2023-24-Q2", **changed):
    """A total of 56 by ethnic group, of which one counts 4."""
    counts = GROUPS | changed
    cut = tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in counts.items())
    return passed(line("EDU03", PERIOD, sum(counts.values())), period=period, breakdown=cut)


def publish(given):
    return actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)


def test_what_leaves_is_recorded_with_what_it_hides_why_and_the_proof():
    """4 of one group is hidden, and one more with it, or the total less the others would tell it."""
    release = publish(exclusions())
    told = queries.release(release.code)
    why = {each.breakdown: each.why for each in told.decisions}
    assert why.pop("ethnicity=mixed") == Why.FEW
    assert list(why.values()) == [Why.PROTECTS]
    assert (told.listed.shown, told.listed.hidden, told.listed.level, told.listed.width) == (
        4,
        2,
        "witness",
        1,
    )
    assert verify.faults() == []
    assert AuditEvent.objects.latest("number").subject == release.code


def test_how_many_are_lost_is_told_where_that_tells_no_figure():
    """One group that is not small is hidden: how many people that costs would be its very count."""
    publish(exclusions())
    assert queries.releases()[0].lost is None
    publish(passed(line("ASC02", "ytd-2023-06", 20)))
    assert queries.releases()[0].lost == 0


def test_the_same_content_again_is_the_same_release():
    first = publish(exclusions())
    again = exclusions()
    assert again.code == first.code
    assert publish(again).pk == first.pk
    assert Release.objects.count() == 1


def test_a_group_stays_hidden_in_the_next_release_and_the_others_stay_shown():
    """The same figures under another period's name: nothing is decided anew, so nothing can be compared."""
    publish(exclusions())
    before = hidden(exclusions())
    again = passed(
        line("EDU03", PERIOD, 56), line("EDU09", PERIOD, 40), period="2023-24-Q3",
        breakdown=tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in GROUPS.items()),
    )  # fmt: skip
    assert hidden(again) == before
    assert publish(again).world == [queries.out()[0]]


def test_a_figure_to_date_that_would_undo_an_earlier_one_is_not_shown():
    """20 to June is out. 23 to September would tell of 3 people, so it is hidden, dear as it is."""
    publish(passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1"))
    later = passed(line("ASC02", "ytd-2023-09", 23))
    assert hidden(later) == {("ASC02", "", "ytd-2023-09")}
    assert hidden(passed(line("ASC02", "ytd-2023-09", 29))) == set()


def test_what_is_shown_now_may_not_open_what_was_hidden_then():
    """4 to June was hidden. 24 to September may stand, and so may 20 in quarter 2: but not both."""
    publish(passed(line("ASC02", "ytd-2023-06", 4), period="2023-24-Q1"))
    to_september, quarter = line("ASC02", "ytd-2023-09", 24), group("ASC02", "2023-24-Q2", "", 20)
    assert hidden(passed(to_september)) == set()
    assert len(hidden(passed(to_september, breakdown=(quarter,)))) == 1


def test_a_release_that_never_left_binds_no_other():
    """Withdrawn, with a reason, by the data protection lead: 23 to September may be shown again."""
    first = publish(passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1"))
    actions.withdraw(code=first.code, reason="Written to look at it", by=LEAD, at=NOW)
    assert hidden(passed(line("ASC02", "ytd-2023-09", 23))) == set()
    assert queries.releases()[0].standing == "withdrawn"
    assert queries.out() == []
    again = publish(passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1"))
    assert again.code == f"{first.code}-2"
    assert verify.faults() == []


def test_words_on_a_release_say_why_and_are_said_once():
    code = publish(exclusions()).code
    with pytest.raises(actions.NoReason):
        actions.approve(code=code, reason=" ", by=LEAD, at=NOW)
    actions.approve(code=code, reason="Looked at every group", by=LEAD, at=NOW)
    assert queries.releases()[0].standing == "approved"
    with pytest.raises(actions.SaidAlready):
        actions.approve(code=code, reason="Again", by=LEAD, at=NOW)
    with pytest.raises(queries.NoSuchRelease, match="there is no release"):
        actions.withdraw(code="2023-24-Q9-000", reason="None", by=LEAD, at=NOW)


@pytest.mark.parametrize("say", [actions.approve, actions.withdraw])
def test_words_on_a_release_are_for_the_data_protection_lead_alone(say):
    code = publish(exclusions()).code
    with pytest.raises(
        roles.NotTheirs, match="for the Data Protection Lead alone, not for Head of Performance"
    ):
        say(code=code, reason="Looked at it", by="Head of Performance", at=NOW)
    assert queries.releases()[0].standing == "published"


def test_two_that_were_made_side_by_side_are_not_both_recorded():
    """The second was not held against the first: it must be made again."""
    one, other = exclusions(), passed(line("ASC02", "ytd-2023-06", 20))
    publish(one)
    with pytest.raises(actions.AnotherCameBetween):
        publish(other)


def test_what_no_hiding_can_protect_is_refused_with_its_name_and_a_way_out():
    """All groups but one are out, and so is the total: the last counts 4, and nothing can be done."""
    total, few = line("EDU03", PERIOD, 56), group("EDU03", PERIOD, "ethnicity=mixed", 14)
    shown = [group("EDU03", PERIOD, f"ethnicity={name}", n) for name, n in GROUPS.items() if name != "mixed"]
    publish(passed(total | {"value": 66.0}, period="2023-24-Q1", breakdown=(*shown, few)))
    with pytest.raises(CannotBeProtected) as refused:
        exclusions()
    assert "EDU03" in str(refused.value)
    assert "cheapest way out" in str(refused.value)


def test_a_proof_that_was_touched_is_found():
    """One change of the witness taken back: it no longer adds up, and the seal is broken too."""
    release = publish(exclusions())
    assert verify.of_release(release.code) == []
    told = packed.plain(release.proof)
    told["witness"]["changes"]["numbers"][0] += 1
    release.proof = packed.text(told)
    assert verify.faults_of(release) == [f"release {release.code} is not what was sealed"]
    release.digest = actions.digest(release)
    (fault,) = verify.faults_of(release)
    assert "the proof does not hold" in fault


def test_a_pack_of_another_database_is_told():
    assert verify.of_release("2023-24-Q2-abc") == ["release 2023-24-Q2-abc is not in this database"]


def test_the_database_keeps_releases_as_they_were_written():
    release = publish(exclusions())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(proof="")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        release.decisions.all().delete()
