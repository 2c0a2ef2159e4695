from datetime import UTC, date, datetime, timedelta

import pytest

from goldenthread.audit import versions
from goldenthread.audit.models import AuditEvent
from tests.rooms.audit import things
from tests.rooms.audit.things import Thing

pytestmark = pytest.mark.django_db

FEB = datetime(2023, 2, 23, 18, tzinfo=UTC)
JUL = datetime(2023, 7, 10, 9, tzinfo=UTC)
NOV = datetime(2023, 11, 10, 17, tzinfo=UTC)
NOW = datetime(2023, 11, 30, 12, tzinfo=UTC)
APRIL, SEPTEMBER = date(2023, 4, 1), date(2023, 9, 1)


@pytest.fixture(autouse=True)
def table():
    with things.table():
        yield


def thing(code="A", name="first", effective_from=APRIL, known_from=FEB, **more):
    given = {"reason": "plan adopted", "approver": "Cabinet", **more}
    return {
        "code": code,
        "name": name,
        "effective_from": effective_from,
        "known_from": known_from,
        **given,
    }


def add(*rows):
    return versions.add(Thing, rows, by="Head of Performance", at=NOW)


def names(on, known_at, **filters):
    return [version.name for version in versions.in_force(Thing, on, known_at, **filters)]


def test_a_version_is_in_force_from_its_day_once_it_is_known():
    add(thing(name="first"), thing(name="second", effective_from=SEPTEMBER, known_from=JUL))

    assert names(date(2023, 3, 31), NOW) == []
    assert names(APRIL, FEB - timedelta(seconds=1)) == []
    assert names(APRIL, FEB) == ["first"]
    assert names(SEPTEMBER, FEB) == ["first"]
    assert names(SEPTEMBER, JUL) == ["second"]
    assert names(date(2023, 8, 31), NOW) == ["first"]


def test_a_corrected_version_takes_the_place_of_the_one_true_from_the_same_day():
    add(thing(name="wrong"), thing(name="right", known_from=NOV))

    assert names(SEPTEMBER, JUL) == ["wrong"]
    assert names(SEPTEMBER, NOV) == ["right"]


def test_a_withdrawn_thing_is_in_force_no_longer():
    add(thing(), thing(effective_from=SEPTEMBER, known_from=JUL, is_withdrawn=True))

    assert names(date(2023, 8, 31), NOW) == ["first"]
    assert names(SEPTEMBER, NOW) == []


def test_a_filter_holds_for_the_version_in_force_not_for_what_a_thing_used_to_be():
    add(thing(name="old"), thing(name="new", effective_from=SEPTEMBER, known_from=JUL))

    assert names(SEPTEMBER, NOW, name="old") == []
    assert names(SEPTEMBER, NOW, name="new") == ["new"]


def test_one_query_whatever_the_number_of_things(django_assert_num_queries):
    add(*(thing(code=f"T{number}") for number in range(30)))

    with django_assert_num_queries(1):
        assert len(versions.in_force(Thing, SEPTEMBER, NOW)) == 30


def test_loading_the_same_again_adds_nothing_and_writes_no_event():
    rows = [thing(limit=90, tags=["a"]), thing(code="B", known_from=JUL)]

    assert add(*rows) == versions.VersionsAdded(added=2, unchanged=0)
    assert add(*reversed(rows)) == versions.VersionsAdded(added=0, unchanged=2)
    assert AuditEvent.objects.count() == 1


def test_a_new_version_is_added_beside_the_old_one():
    add(thing())

    assert add(thing(name="other", known_from=JUL)) == versions.VersionsAdded(added=1, unchanged=0)
    assert [version.name for version in versions.history(Thing, NOW)] == ["first", "other"]


def test_two_versions_of_one_moment_must_agree():
    add(thing())

    with pytest.raises(versions.VersionsDisagree, match="A from 2023-04-01"):
        add(thing(name="other"))
    with pytest.raises(versions.VersionsDisagree):
        add(thing(code="B"), thing(code="B", name="other"))
    assert Thing.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (thing(known_from=NOW + timedelta(seconds=1)), "later than now"),
        (thing(known_from=datetime(2023, 1, 1)), "time zone"),
        (thing(known_from="2023-01-01"), "time zone"),
        (thing(colour="red"), "no field 'colour'"),
        (thing(limit="tbc"), "limit"),
        (thing(approver=""), "approver"),
        (thing(name="x" * 101), "name"),
    ],
)
def test_a_version_that_cannot_be_kept_is_refused_by_name(row, says):
    with pytest.raises(versions.VersionNotSound, match=says) as refused:
        add(row)
    assert "thing A" in str(refused.value)
    assert Thing.objects.count() == 0


def test_rows_for_a_frame_hold_what_a_version_says():
    add(thing(limit="90.5", tags=["a", "b"]))

    (row,) = versions.as_rows(versions.in_force(Thing, SEPTEMBER, NOW))

    assert row["limit"] == 90.5
    assert row["tags"] == ["a", "b"]
    assert row["known_from"] == FEB
    assert not {"id", "recorded_at", "audit_number"} & row.keys()


def test_the_hash_of_a_version_holds_no_clock_and_survives_the_database():
    add(thing(limit=1e22, tags=[1.0, 2.5, {"b": 1, "a": None}]), thing(known_from=JUL, name="b"))
    before = [version.content_hash for version in versions.history(Thing, NOW)]

    assert [versions.content_hash(version) for version in versions.history(Thing, NOW)] == before
