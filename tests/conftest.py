"""What every test may rely on."""

from pathlib import Path

import pytest

import goldenthread

MIGRATIONS = Path(goldenthread.__file__).parent / "migrations"


def pytest_addoption(parser):
    parser.addoption("--postgres", action="store_true", help="run on a real PostgreSQL, started for this run")


def pytest_configure(config):
    from django.db import connection

    wanted = "postgresql" if config.getoption("postgres") else "sqlite"
    if connection.vendor != wanted:
        raise pytest.UsageError(
            f"tests would run on {connection.vendor}: give --postgres on the command line itself"
        )
    if not any(MIGRATIONS.glob("[0-9]*.py")):
        config.option.nomigrations = True
