"""The example council's database, made once for a whole run of the tests, and doors on copies of it."""

import os

import pytest

from tests.doors.running import LARKHYTHE, alone, copied, opened

ON_BOTH = ("test_bad_returns.py",)
BY = ("--by", "Head of Performance")
MADE_BY = (
    ("init", LARKHYTHE, *BY),
    ("import", LARKHYTHE / "returns" / "index.yaml"),
    ("freeze", "2023-24-Q1", *BY),
    ("freeze", "2023-24-Q2", *BY),
)


def pytest_ignore_collect(collection_path, config):
    """What works on SQLite files of its own is not done a second time in the run on PostgreSQL."""
    is_web = collection_path.parent.name == "web"
    on_both = is_web or collection_path.name in ON_BOTH or not collection_path.name.startswith("test_")
    return None if on_both or not config.getoption("postgres") else True


@pytest.fixture(scope="session")
def larkhythe(tmp_path_factory):
    """A SQLite file with the council loaded, its returns in, both quarters frozen; not to be written to."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Workers have a folder each inside that of the run.
        folder = folder.parent
    database = folder / "larkhythe.sqlite3"
    with alone(database):
        if not database.exists():
            making = folder / "making.sqlite3"
            with opened(making, folder) as door:
                for words in MADE_BY:
                    done = door(*words)
                    assert done.code in (0, 1), done.err
            copied(making, folder / "made.sqlite3").rename(database)
    return database


@pytest.fixture(scope="module")
def door(larkhythe, tmp_path_factory):
    """Commands on a copy of the example council's database, shared by the tests of a module."""
    folder = tmp_path_factory.mktemp("door")
    with opened(copied(larkhythe, folder / "council.sqlite3"), folder) as opened_door:
        yield opened_door


@pytest.fixture
def fresh(larkhythe, tmp_path):
    """Commands on a copy of one's own, to be changed at will."""
    with opened(copied(larkhythe, tmp_path / "council.sqlite3"), tmp_path) as opened_door:
        yield opened_door


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """Commands that need no database, one after the other in one process; each says where with `cwd`."""
    folder = tmp_path_factory.mktemp("program")
    with opened(folder / "unused.sqlite3", folder) as opened_door:
        yield opened_door


@pytest.fixture(scope="session")
def protect(program):
    """`disclosure protect` of a folder, written to x.csv in `cwd`."""

    def protected(place, cwd, *more, level="rank"):
        words = ("disclosure", "protect", place, "--level", level, "--out", "x.csv")
        return program(*words, *more, cwd=cwd)

    return protected
