"""What every test may rely on."""

import pytest
from django.test import TransactionTestCase
from hypothesis import settings

# How long one example takes says how busy the machine is, not whether a law holds.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

NO_DATABASE = ("methods", "documents", "test_architecture.py")


def pytest_addoption(parser):
    parser.addoption("--postgres", action="store_true", help="run on a real PostgreSQL, started for this run")


def pytest_configure(config):
    from django.db import connection

    wanted = "postgresql" if config.getoption("postgres") else "sqlite"
    if connection.vendor != wanted:
        raise pytest.UsageError(
            f"tests would run on {connection.vendor}: give --postgres on the command line itself"
        )


def pytest_ignore_collect(collection_path, config):
    """What knows no database (the architecture sees to that) is not done a second time on PostgreSQL."""
    is_top = collection_path.parent == config.rootpath / "tests"
    return True if config.getoption("postgres") and is_top and collection_path.name in NO_DATABASE else None


@pytest.fixture(autouse=True, scope="session")
def _emptying_tables_past_the_triggers():
    """Let a test that commits empty the append-only tables afterwards; the triggers stand for the next."""
    from goldenthread.audit import triggers

    empty = TransactionTestCase._fixture_teardown

    def past_the_triggers(case):
        triggers.drop()
        try:
            empty(case)
        finally:
            triggers.install()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", past_the_triggers)
        yield
