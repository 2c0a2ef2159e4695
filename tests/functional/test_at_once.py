"""Two commands at once on one database: both end well, or one is refused in words; never half of either."""

import json
import subprocess

import pytest

from tests import small_council
from tests.doors.running import GOLDENTHREAD, Ran, environment, opened
from tests.functional.councils import everything, kept

ME = ("--by", "Head of Performance")
MAPPING = """\
mapping: many
title: Many figures
tables:
  - header: {find: [Indicator, Period]}
    indicator: {column: Indicator}
    period: {column: Period, as: month}
    numerator: {column: Number}
    denominator: {column: Out of}
"""
MONTHS = [f"{year}-{month:02}" for year in range(2001, 2023) for month in range(1, 13)]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with returns: one, another month by month, and one that disagrees with the first."""
    folder = tmp_path_factory.mktemp("at-once")
    (folder / "many.yaml").write_text(MAPPING)
    for name, indicator, number in (("one", "CUS01", 90), ("other", "REV01", 50), ("against", "CUS01", 80)):
        rows = [f"{indicator},{month},{number},100" for month in MONTHS]
        (folder / f"{name}.csv").write_text("\n".join(["Indicator,Period,Number,Out of", *rows]))
    return folder


def importing(name):
    return ("import", f"{name}.csv", "--mapping", "many.yaml", "--known-from", "2023-10-20", *ME, "--json")


def at_once(address, place, *commands):
    """Start commands together; what became of each."""
    settings = environment(GOLDENTHREAD_DATABASE=str(address))
    pipe = subprocess.PIPE
    started = [
        subprocess.Popen([GOLDENTHREAD, *words], cwd=place, env=settings, stdout=pipe, stderr=pipe, text=True)
        for words in commands
    ]
    told = [process.communicate() for process in started]
    return [Ran(process.returncode, *said) for process, said in zip(started, told, strict=True)]


def counts(ran):
    (file,) = json.loads(ran.out)
    return file["added"], file["unchanged"]


def test_the_same_file_twice_at_once_comes_in_once(councils, smallham, place):
    address = councils.copy(smallham)
    both = at_once(address, place, importing("one"), importing("one"))
    assert [ran.code for ran in both] == [0, 0]
    assert sorted(map(counts, both)) == [(0, len(MONTHS)), (len(MONTHS), 0)]
    with opened(address, place) as door:
        assert len(kept(door)["observations_observation"]) == len(MONTHS)


def test_two_files_at_once_come_in_both(councils, smallham, place):
    address = councils.copy(smallham)
    both = at_once(address, place, importing("one"), importing("other"))
    assert [ran.code for ran in both] == [0, 0]
    with opened(address, place) as door:
        found = kept(door)
    assert len(found["observations_observation"]) == 2 * len(MONTHS)
    assert len(found["collection_import_run"]) == 2


def test_of_two_files_that_disagree_one_is_refused(councils, smallham, place):
    address = councils.copy(smallham)
    both = at_once(address, place, importing("one"), importing("against"))
    assert sorted(ran.code for ran in both) == [0, 2]
    (refused,) = [ran for ran in both if ran.code == 2]
    assert "already known from the same moment" in refused.out
    with opened(address, place) as door:
        kept(door)
        numerators = {row["numerator"] for row in everything(door)["observations_observation"]}
    assert numerators in ({"90"}, {"80"})


def test_a_quarter_is_frozen_once_and_whole_while_figures_come_in(councils, smallham, place):
    address = councils.copy(smallham)
    freeze = ("freeze", "2023-24-Q2", *ME)
    done = at_once(address, place, freeze, importing("one"), freeze)
    assert sorted((done[0].code, done[2].code)) == [0, 2]
    assert done[1].code == 0
    (refused,) = [ran for ran in (done[0], done[2]) if ran.code == 2]
    assert "is frozen already and stays as it is" in refused.err
    with opened(address, place) as door:
        assert len(kept(door)["positions_position"]) == 1


def test_a_database_made_twice_at_once_is_made_once(councils, place, smallham):
    address = councils.fresh()
    words = ("init", small_council.write(place / "council"), *ME)
    done = at_once(address, place, words, words)
    assert {ran.code for ran in done} <= {0, 2}
    assert 0 in {ran.code for ran in done}
    for refused in (ran for ran in done if ran.code == 2):
        assert "Try again in a minute" in refused.err
    with opened(address, place) as door, opened(smallham, place) as other:
        assert kept(door) == kept(other)
