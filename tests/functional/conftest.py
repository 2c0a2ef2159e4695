"""A small council on either database, made once for a run of a module, and copies of it."""

import pytest

from tests import small_council
from tests.doors.running import opened
from tests.functional.councils import OnFiles, OnPostgres

ME = ("--by", "Head of Performance")


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
