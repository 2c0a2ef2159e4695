"""A delivery is wholly there or not at all, even when the machine is pulled from the wall."""

import json
import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from tests import house
from tests.rooms.observations.recording import ROWS

pytestmark = pytest.mark.django_db(transaction=True)

SECONDS_BEFORE_THE_KILL = [0.05, 0.25, 0.6]


@pytest.fixture
def database(tmp_path):
    """The address of a database that other processes can open."""
    if connection.vendor == "postgresql":
        told = connection.settings_dict
        options = urlencode({**told["OPTIONS"], "host": told["HOST"], "port": told["PORT"]})
        return f"postgresql://{quote(told['USER'])}:{quote(told['PASSWORD'])}@/{told['NAME']}?{options}"
    address = str(tmp_path / "ledger.sqlite3")
    run(address, "prepare").wait()
    return address


def run(database, *arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.rooms.observations.recording", *arguments],
        cwd=house.ROOT,
        env={**os.environ, "GOLDENTHREAD_DATABASE": database},
        stdout=subprocess.PIPE,
        text=True,
    )


def check(database):
    out, _ = run(database, "check").communicate()
    return json.loads(out)


def test_a_killed_recording_leaves_all_or_nothing(database):
    killed = 0
    for number, seconds in enumerate(SECONDS_BEFORE_THE_KILL):
        process = run(database, "record", f"CUS{number:02}")
        assert process.stdout.readline() == "recording\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        process.stdout.close()
    assert run(database, "record", "LAST").wait() == 0

    found = check(database)

    assert killed > 0, "every recording was done before it could be killed"
    assert found["faults"] == []
    assert found["observations"] == found["submissions"] * ROWS
    assert found["submissions"] == found["events"] >= 1


def test_recordings_at_once_wait_for_each_other(database):
    processes = [run(database, "record", f"CUS{number:02}") for number in range(2)]

    assert [process.wait() for process in processes] == [0, 0]
    found = check(database)

    assert (found["submissions"], found["events"], found["observations"]) == (2, 2, 2 * ROWS)
    assert found["faults"] == []
