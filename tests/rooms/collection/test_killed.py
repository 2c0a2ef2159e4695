"""A process killed in the middle of an import leaves all of it in the database, or nothing."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.rooms.collection import council, files

ROOT = Path(__file__).parents[3]
MONTHLY = ("CUS01", "CUS07", "REV03", "HOU01")
AREAS = ("SMH", *council.WARDS)
MONTHS = [f"{year}-{month:02d}" for year in range(1985, 2023) for month in range(1, 13)]
ROWS = len(MONTHLY) * len(AREAS) * len(MONTHS)

START = """
import sys
from pathlib import Path
from django.conf import settings
import django
settings.MIGRATION_MODULES = {"goldenthread": None}
django.setup()
from django.core.management import call_command
from django.db import transaction
from goldenthread.collection import actions, mapping
from tests.rooms.collection import council, test_killed
"""
PREPARE = (
    START
    + """
call_command("migrate", run_syncdb=True, verbosity=0)
council.load()
"""
)
IMPORT = (
    START
    + """
def run():
    read = mapping.read(test_killed.MAPPING.encode(), "killed.yaml")
    said = {"known_from": council.KNOWN, "by": "Officer", "at": council.NOW}
    actions.import_file(path=Path(sys.argv[1]), mapping=read, **said)
"""
)
ALL_OF_IT = (
    IMPORT
    + """
print("started", flush=True)
run()
"""
)
UNTIL_THE_COMMIT = (
    IMPORT
    + """
with transaction.atomic():
    run()
    print("started", flush=True)
    import time
    time.sleep(600)
"""
)
MAPPING = (
    files.MAPPING.replace("{column: Period}", "{column: Period, as: month}") + "    area: {column: Area}\n"
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed")
    lines = [
        f"{indicator},{month},,,{20 + number % 7},{area}"
        for indicator in MONTHLY
        for area in AREAS
        for number, month in enumerate(MONTHS)
    ]
    files.text(folder / "many.csv", "Indicator,Period,Number,Out of,Value,Area", *lines)
    subprocess.run([sys.executable, "-c", PREPARE], env=environment(folder / "start.sqlite3"), check=True)
    return folder


def environment(database):
    return {
        **os.environ,
        "GOLDENTHREAD_DATABASE": str(database),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
        "PYTHONPATH": str(ROOT),
    }


def copy(prepared, path):
    with sqlite3.connect(prepared / "start.sqlite3") as source, sqlite3.connect(path) as target:
        source.backup(target)
    return path


def started(script, prepared, database):
    words = [sys.executable, "-c", script, str(prepared / "many.csv")]
    child = subprocess.Popen(words, env=environment(database), stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "started\n"
    return child


def kill(child):
    os.kill(child.pid, signal.SIGKILL)
    child.wait()


def kept(database):
    """How much there is of each, in a database that is sound."""
    tables = ("observations_observation", "observations_submission", "collection_import_run")
    with sqlite3.connect(database) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return tuple(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def test_killed_before_the_commit_nothing_is_there_and_the_next_import_is_whole(prepared, tmp_path):
    database = copy(prepared, tmp_path / "a.sqlite3")
    kill(started(UNTIL_THE_COMMIT, prepared, database))
    assert kept(database) == (0, 0, 0)
    assert started(ALL_OF_IT, prepared, database).wait() == 0
    assert kept(database) == (ROWS, 1, 1)


@pytest.mark.parametrize("delay", [0.1, 0.4])
def test_killed_at_any_moment_it_is_all_there_or_nothing(prepared, tmp_path, delay):
    database = copy(prepared, tmp_path / "a.sqlite3")
    child = started(ALL_OF_IT, prepared, database)
    time.sleep(delay)
    kill(child)
    assert kept(database) in ((0, 0, 0), (ROWS, 1, 1))
