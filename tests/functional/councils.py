"""Databases of a council that other processes can open: SQLite files, or on the run's PostgreSQL."""

import csv
import json
import sqlite3
from contextlib import closing
from itertools import count
from urllib.parse import quote, urlencode

import psycopg
from django.db import connection

from tests.doors.running import copied

IDS = ("id", "submission_id", "run_id", "position_id")


class OnFiles:
    """SQLite files in one folder."""

    def __init__(self, folder):
        self.folder, self.numbers = folder, count()

    def fresh(self):
        """The address of a database that is not there yet."""
        return self.folder / f"council{next(self.numbers)}.sqlite3"

    def copy(self, address):
        """The address of a copy."""
        return copied(address, self.fresh())

    def count(self, address, table):
        """How many rows a table holds, while others may be writing."""
        with closing(sqlite3.connect(address)) as held:
            return held.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


class OnPostgres:
    """Databases of the server on which the tests run."""

    def __init__(self):
        self.numbers, self.made = count(), []

    def fresh(self):
        """The address of a new database with nothing in it."""
        return self._create("")

    def copy(self, address):
        """The address of a copy; nobody may be connected to the original."""
        return self._create(f" TEMPLATE {_name(address)}")

    def count(self, address, table):
        """How many rows a table holds, while others may be writing."""
        with psycopg.connect(address) as held:
            return held.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def drop(self):
        """Take all of them away."""
        for name in self.made:
            self._command(f"DROP DATABASE {name} WITH (FORCE)")

    def _create(self, how):
        name = f"{connection.settings_dict['NAME']}_council{next(self.numbers)}"
        self._command(f"CREATE DATABASE {name}{how}")
        self.made.append(name)
        return _address(name)

    def _command(self, words):
        with psycopg.connect(_address("postgres"), autocommit=True) as server:
            server.execute(words)


def kept(door):
    """What a door's database holds, apart from ids and the clock; it must verify."""
    verified = door("verify")
    assert (verified.code, verified.err) == (0, ""), verified.out
    return {
        table: [_without(row, *IDS, "recorded_at") for row in rows]
        for table, rows in everything(door).items()
    }


def everything(door):
    """The rows of every table, read from an export."""
    folder = door.cwd / "export"
    done = door("export", "--to", folder)
    assert done.code == 0, done.err
    package = json.loads((folder / "datapackage.json").read_text())
    return {each["name"]: _rows(folder / each["path"]) for each in package["resources"]}


def _rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


def _address(name):
    told = connection.settings_dict
    options = urlencode({**told["OPTIONS"], "host": told["HOST"], "port": told["PORT"]})
    return f"postgresql://{quote(told['USER'])}:{quote(told['PASSWORD'])}@/{name}?{options}"


def _name(address):
    return address.split("@/")[1].split("?")[0]
