"""Databases as a door meets them: is one there, is it ours, and what its refusals mean."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

APP = "goldenthread"
# What SQLite and PostgreSQL say, and what it means for whoever reads it. The first that fits is taken.
MEANINGS = (
    ("database is locked", "the database is busy: another command is writing to it. Try again in a minute"),
    ("already exists", "another command is making this database just now. Try again in a minute"),
    ("readonly database", "the database may be read and not written: it, or its folder, is write-protected"),
    ("read-only transaction", "the database may be read and not written"),
    ("permission denied", "the database does not let this user in, or not to its tables"),
    ("file is not a database", "the file is not a database: name another with --database"),
    ("unable to open database file", "the database cannot be opened: see whether it is a file you may write"),
    ("disk is full", "there is no room left on the disk"),
    ("disk I/O error", "the disk cannot be read or written: it may be full, or failing"),
    ("malformed", "the database file is damaged: go back to a copy, then goldenthread verify"),
    ('role "', "the database knows no such user"),
    ("does not exist", "there is no such database: make one with createdb, then goldenthread init"),
    ("value too long", "a text is longer than the database keeps"),
)


class NoDatabase(LookupError):
    """There is no database at the address, or nothing in it."""


class OfAnotherRelease(ValueError):
    """The tables of the database are those of an earlier or a later release."""


def place() -> Path | str:
    """Where the database is: the path of a SQLite file, or the name of a PostgreSQL database."""
    name: Path | str = connection.settings_dict["NAME"]
    return name


def shown() -> str:
    """Where the database is, as one would write it from here."""
    where = place()
    if isinstance(where, Path) and where.is_relative_to(Path.cwd()):
        return str(where.relative_to(Path.cwd()))
    return str(where)


def check() -> None:
    """Raise NoDatabase or OfAnotherRelease unless a council can be asked about here."""
    where = place()
    if isinstance(where, Path) and not where.exists():
        raise NoDatabase(f'there is no database {shown()}: make it with goldenthread init FOLDER --by "POST"')
    there, ours = _applied(), _shipped()
    if not there:
        raise NoDatabase(
            f'the database {shown()} holds no council yet: goldenthread init FOLDER --by "POST" loads one'
        )
    if there - ours:
        raise OfAnotherRelease(
            f"the database {shown()} was made by a later release of goldenthread: use that"
        )
    if ours - there:
        raise OfAnotherRelease(
            f"the database {shown()} was made by an earlier release of goldenthread: "
            "keep a copy of it, then goldenthread init FOLDER brings it up to date"
        )


def words(error: DatabaseError) -> str | None:
    """What a database's refusal means; None where it is a fault of ours."""
    said = str(error).strip()
    for passage, meaning in MEANINGS:
        if passage in said:
            return f"{meaning} ({shown()})"
    if "connection" in said:
        return f"the database {shown()} cannot be reached: {said.splitlines()[0]}"
    return None


def _applied() -> set[str]:
    return {name for app, name in MigrationRecorder(connection).applied_migrations() if app == APP}


def _shipped() -> set[str]:
    names = [file.name for file in files(f"{APP}.migrations").iterdir()]
    return {name.removesuffix(".py") for name in names if name[:4].isdecimal() and name.endswith(".py")}
