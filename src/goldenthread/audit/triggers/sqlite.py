"""The triggers as SQLite wants them."""

from typing import Any

from goldenthread.audit.triggers.table import Table

SUFFIXES = ("_no_update", "_no_delete", "_no_replace")


def statements(table: Table) -> dict[str, str]:
    """Name and SQL of each trigger of a table."""
    return {
        f"{table.name}_no_update": _trigger(table, "update", "UPDATE", _unless_redacting(table)),
        f"{table.name}_no_delete": _trigger(table, "delete", "DELETE", ""),
        # REPLACE deletes the row in its way without firing the trigger for DELETE.
        f"{table.name}_no_replace": _trigger(table, "replace", "INSERT", f" WHEN {_in_its_way(table)}"),
    }


def drop_all(cursor: Any) -> None:
    """Take every trigger of ours off, also those of tables that have a new name since."""
    for name in standing(cursor):
        if name.endswith(SUFFIXES):
            cursor.execute(f'DROP TRIGGER "{name}"')


def standing(cursor: Any) -> dict[str, str]:
    """Name and SQL of the triggers in the database."""
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(cursor.fetchall())


def core(statement: str) -> str:
    """What SQLite keeps of a statement: all of it."""
    return statement


def _trigger(table: Table, verb: str, event: str, when: str) -> str:
    return (
        f'CREATE TRIGGER "{table.name}_no_{verb}" BEFORE {event} ON "{table.name}"{when} '
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only: {verb} refused'); END"
    )


def _unless_redacting(table: Table) -> str:
    return f" WHEN NOT ({table.may_change('IS')})" if table.blanks else ""


def _in_its_way(table: Table) -> str:
    ways = []
    for key in [(table.primary_key,), *table.unique]:
        same = " AND ".join(f'o."{column}" = NEW."{column}"' for column in key)
        ways.append(f'EXISTS (SELECT 1 FROM "{table.name}" o WHERE {same})')  # noqa: S608  names of models
    return " OR ".join(ways)
