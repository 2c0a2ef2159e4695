"""Database addresses are read as people write them."""

import pytest
from django.db import connection

from goldenthread.config import database


def test_a_path_is_a_sqlite_file_that_outlives_a_power_cut(tmp_path):
    settings = database.from_address(str(tmp_path / "council.sqlite3"))

    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == tmp_path / "council.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in settings["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart():
    settings = database.from_address("postgresql://ann:p%40ss@db.example:6543/council?sslmode=require")

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["USER"], settings["PASSWORD"]) == ("ann", "p@ss")
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", "6543", "council")
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_folder_stands_in_for_the_host():
    settings = database.from_address("postgresql://postgres:@/council?host=/run/postgresql")

    assert settings["HOST"] == "/run/postgresql"
    assert settings["OPTIONS"] == {}


def test_another_database_is_refused_with_what_to_write():
    with pytest.raises(database.AddressNotUnderstood, match="path of a SQLite file"):
        database.from_address("mysql://root@localhost/council")


@pytest.mark.django_db
def test_the_database_of_the_tests_answers():
    with connection.cursor() as cursor:
        cursor.execute("select 1")
        assert cursor.fetchone() == (1,)
