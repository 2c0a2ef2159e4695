"""A small council on either database, made once for a run of a module, and copies of it."""

import pytest

from tests import small_council
from tests.doors.conftest import larkhythe  # noqa: F401  a fixture
from tests.doors.running import opened
from tests.functional.councils import OnFiles, OnPostgres

ME = ("--by", "Head of Performance")
ON_FILES_ALONE = ("test_make_report.py",)
ON_POSTGRES_ALONE = ("test_both_databases.py",)


def pytest_ignore_collect(collection_path, config):
    """Each test in the run it belongs to: what works on files of its own is not done a second time."""
    elsewhere = ON_FILES_ALONE if config.getoption("postgres") else ON_POSTGRES_ALONE
    return True if collection_path.name in elsewhere else None


@pytest.fixture(scope="module")
def councils(request, tmp_path_factory):
    """Where databases are made: on files, or on the run's PostgreSQL."""
    if not request.config.getoption("postgres"):
        yield OnFiles(tmp_path_factory.mktemp("councils"))
        return
    request.getfixturevalue("django_db_setup")
    made = OnPostgres()
    yield made
    made.drop()


@pytest.fixture(scope="module")
def smallham(councils, tmp_path_factory):
    """A council into which no returns have come; not to be written to."""
    folder = small_council.write(tmp_path_factory.mktemp("smallham"))
    address = councils.fresh()
    with opened(address, folder) as door:
        done = door("init", folder, *ME)
        assert done.code == 0, done.err
    return address
