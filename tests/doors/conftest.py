"""The example council's database, made once for a whole run of the tests, and doors on copies of it."""

import pytest

from tests.doors.running import LARKHYTHE, alone, copied, opened

BY = ("--by", "Head of Performance")
MADE_BY = (
    ("init", LARKHYTHE, *BY),
    ("import", LARKHYTHE / "returns" / "index.yaml"),
    ("freeze", "2023-24-Q1", *BY),
    ("freeze", "2023-24-Q2", *BY),
)


@pytest.fixture(scope="session")
def larkhythe(tmp_path_factory):
    """A SQLite file with the council loaded, its returns in and both quarters frozen; not to be written to."""
    # Workers have a folder each inside that of the run.
    folder = tmp_path_factory.getbasetemp().parent
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
