"""Running the command line: as a program of its own, or many commands in one process on one database."""

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass

from tests.house import ROOT

GOLDENTHREAD = os.path.join(os.path.dirname(sys.executable), "goldenthread")
LARKHYTHE = ROOT / "examples" / "larkhythe"
# Of the test's own run, and nothing to a program that is started like any other.
NOT_HANDED_ON = (
    "COLUMNS",
    "DJANGO_SETTINGS_MODULE",
    "FORCE_COLOR",
    "GOLDENTHREAD_BY",
    "GOLDENTHREAD_DATABASE",
    "NO_COLOR",
    # Else every process would compile every module anew.
    "PYTHONDONTWRITEBYTECODE",
)


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def environment(**more):
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def run(*words, cwd, **more):
    """One command as a program of its own."""
    done = subprocess.run(
        [GOLDENTHREAD, *map(str, words)], cwd=cwd, env=environment(**more), capture_output=True, text=True
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Door:
    """Commands on one database, in one process that stays: quick, and all else as in a program of its own."""

    def __init__(self, database, cwd, **more):
        self.database, self.cwd = database, cwd
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.doors.child"],
            cwd=cwd,
            env=environment(GOLDENTHREAD_DATABASE=str(database), **more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(self, *words, sql="", cwd=None):
        """Run a command; `sql` is said to the database first, and `cwd` gone to; both hold from then on."""
        asked = {"sql": sql, "cwd": cwd and str(cwd), "words": [str(word) for word in words]}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return Ran(**json.loads(self.process.stdout.readline()))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


@contextmanager
def opened(database, cwd, **more):
    """A door that is closed afterwards."""
    door = Door(database, cwd, **more)
    try:
        yield door
    finally:
        door.close()


def copied(database, to):
    """A copy of a SQLite database, whole even while it is in use."""
    with sqlite3.connect(database) as source, sqlite3.connect(to) as target:
        source.backup(target)
    return to


def tables(database):
    """Everything a SQLite database holds, by table; two are equal where nothing has changed."""
    with sqlite3.connect(database) as held:
        names = [
            name
            for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
        ]
        return {name: held.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


@contextmanager
def alone(place):
    """One process at a time: the workers of a test run share what is made there."""
    with open(f"{place}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
