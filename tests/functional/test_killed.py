"""Kill -9 at a write of an import or a freeze: nothing of it is there, and the next run succeeds."""

import signal
import subprocess
import sys

import pytest

from tests.doors.running import environment, opened
from tests.functional.councils import kept

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
IMPORT = ("import", "return.csv", "--mapping", "many.yaml", "--known-from", "2023-10-20", *ME)
FREEZE = ("freeze", "2023-24-Q2", *ME)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a return of some hundred good rows and one bad one."""
    folder = tmp_path_factory.mktemp("killed")
    rows = [f"CUS01,{month},{90 + number % 9},100" for number, month in enumerate(MONTHS)]
    lines = ["Indicator,Period,Number,Out of", *rows, "CUS99,2023-08,1,2"]
    (folder / "return.csv").write_text("\n".join(lines))
    (folder / "many.yaml").write_text(MAPPING)
    return folder


def started(words, address, place, after):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.functional.killing", str(after), *words],
        cwd=place,
        env=environment(GOLDENTHREAD_DATABASE=str(address)),
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module", params=[IMPORT, FREEZE], ids=["import", "freeze"])
def command(request, councils, smallham, place):
    """A command, how many writes it has, and what the database holds before and after it."""
    address = councils.copy(smallham)
    with opened(address, place) as door:
        before = kept(door)
        process = started(request.param, address, place, 0)
        told, _ = process.communicate()
        assert process.returncode in (0, 1)
        return request.param, int(told.splitlines()[-1]), before, kept(door)


def test_killed_at_a_write_nothing_is_there_and_the_next_run_is_whole(command, councils, smallham, place):
    words, writes, before, whole = command
    assert writes >= 3
    killed = {after: councils.copy(smallham) for after in (1, writes // 2, writes)}
    processes = [started(words, address, place, after) for after, address in killed.items()]
    assert {process.wait() for process in processes} == {-signal.SIGKILL}
    for process, address in zip(processes, killed.values(), strict=True):
        process.stdout.close()
        with opened(address, place) as door:
            assert kept(door) == before
            assert door(*words).code in (0, 1)
            assert kept(door) == whole
