"""Moments as written at the door: which instant they mean, in winter, in summer, and when clocks change."""

from datetime import UTC, datetime

import pytest

from goldenthread.cli import moments

END = ":59:59.999999+00:00"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-11-10", f"2023-11-10T23{END}"),
        ("2023-07-10", f"2023-07-10T22{END}"),
        ("2023-03-26", f"2023-03-26T22{END}"),
        ("2023-10-29", f"2023-10-29T23{END}"),
        ("2024-02-29", f"2024-02-29T23{END}"),
        ("2023-11-10T17:00", "2023-11-10T17:00:00+00:00"),
        ("2023-07-10T17:00", "2023-07-10T16:00:00+00:00"),
        ("2023-07-10 17:00:30", "2023-07-10T16:00:30+00:00"),
        ("2023-07-10T17:00Z", "2023-07-10T17:00:00+00:00"),
        ("2023-07-10T17:00+00:00", "2023-07-10T17:00:00+00:00"),
        ("2023-07-10T17:00+05:30", "2023-07-10T11:30:00+00:00"),
        ("2023-07-10T17:00:00.000001-01:00", "2023-07-10T18:00:00.000001+00:00"),
        ("2023-10-29T01:30", "2023-10-29T00:30:00+00:00"),
    ],
)
def test_a_moment_means_one_instant(written, meant):
    assert moments.read(written).isoformat() == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-11-10", "2023-11-10T09:30:00+00:00"),
        ("2023-11-09", f"2023-11-09T23{END}"),
        ("2023-11-11", f"2023-11-11T23{END}"),
        ("2023-11-10T17:00", "2023-11-10T17:00:00+00:00"),
    ],
)
def test_what_is_known_today_is_known_now(written, meant):
    now = datetime(2023, 11, 10, 9, 30, tzinfo=UTC)
    assert moments.read_known(written, now=now).isoformat() == meant


def test_today_is_the_day_here_and_not_in_utc():
    just_after_midnight = datetime(2023, 7, 10, 23, 30, tzinfo=UTC)
    assert moments.read_known("2023-07-11", now=just_after_midnight) == just_after_midnight


@pytest.mark.parametrize(
    "written",
    [
        "",
        "today",
        "10/11/2023",
        "2023-11",
        "20231110",
        "2023-W45-5",
        "2023-13-01",
        "2023-02-29",
        "2023-11-10T",
        "2023-11-10T25:00",
        "2023-11-10T17",
        "2023-11-10T17:00 GMT",
        "２０２３-11-10",
        "0001-01-01T00:00+05:00",
    ],
)
def test_what_is_no_moment_is_refused_with_what_to_write(written):
    with pytest.raises(moments.MomentNotUnderstood, match="write 2023-11-10 for the end of that day"):
        moments.read(written)
    with pytest.raises(moments.MomentNotUnderstood, match="write 2023-09-30"):
        moments.read_date(written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2023-11-10", "10 November 2023"),
        ("2023-07-01", "1 July 2023"),
        ("2023-07-10T16:00Z", "10 July 2023, 17:00"),
    ],
)
def test_a_moment_is_told_in_uk_time_and_the_end_of_a_day_as_that_day(written, told):
    assert moments.in_words(moments.read(written)) == told


def test_a_bare_date_takes_in_the_whole_of_that_day(door):
    """The complaints were counted anew on 16 November at ten in the morning."""

    def rating(moment):
        lines = door(
            "scorecard", "RES.customer", "--period", "2023-24-Q2", "--known-at", moment, "--json"
        ).json
        return next(line["rating"] for line in lines if line["indicator"] == "CUS01")

    told = ("2023-11-15", "2023-11-16T09:59", "2023-11-16T10:00", "2023-11-16", "2023-11-16T10:30+01:00")
    assert [rating(moment) for moment in told] == ["green", "green", "amber", "amber", "green"]
