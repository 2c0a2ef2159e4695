"""The triggers as PostgreSQL wants them: one function per table, and three triggers that call it."""

from typing import Any

from goldenthread.audit.triggers.table import Table

SUFFIX = "_append_only"


def statements(table: Table) -> dict[str, str]:
    """Name and SQL of the function of a table and of its triggers, in the order of their making."""
    function = table.name + SUFFIX
    calls = f'EXECUTE FUNCTION "{function}"()'
    return {
        function: f'CREATE FUNCTION "{function}"() RETURNS trigger LANGUAGE plpgsql AS $${_body(table)}$$',
        f"{table.name}_no_update": _trigger(table, "no_update", "UPDATE", "ROW", calls),
        f"{table.name}_no_delete": _trigger(table, "no_delete", "DELETE", "ROW", calls),
        f"{table.name}_no_truncate": _trigger(table, "no_truncate", "TRUNCATE", "STATEMENT", calls),
    }


def drop_all(cursor: Any) -> None:
    """Take every function and trigger of ours off, also those of tables that have a new name since."""
    cursor.execute("SELECT proname FROM pg_proc WHERE right(proname, %s) = %s", [len(SUFFIX), SUFFIX])
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP FUNCTION "{name}"() CASCADE')


def standing(cursor: Any) -> dict[str, str]:
    """The bodies of the functions, and the triggers that are switched on, as PostgreSQL spells them."""
    cursor.execute(
        "SELECT proname, prosrc FROM pg_proc WHERE right(proname, %s) = %s "
        "UNION ALL SELECT tgname, replace(pg_get_triggerdef(t.oid), n.nspname || '.', '') FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT tgisinternal AND tgenabled = 'O'",
        [len(SUFFIX), SUFFIX],
    )
    return dict(cursor.fetchall())


def core(statement: str) -> str:
    """What PostgreSQL keeps of a statement: the body of a function, and a trigger without needless quotes."""
    if "$$" in statement:
        return statement.split("$$")[1]
    return statement.replace('"', "")


def _trigger(table: Table, suffix: str, event: str, each: str, calls: str) -> str:
    return f'CREATE TRIGGER "{table.name}_{suffix}" BEFORE {event} ON "{table.name}" FOR EACH {each} {calls}'


def _body(table: Table) -> str:
    refuse = (
        f"RAISE EXCEPTION '{table.name} is append-only: % refused', lower(TG_OP) USING ERRCODE = 'P0001';"
    )
    if not table.blanks:
        return f"BEGIN {refuse} END"
    # Two levels, because NEW is not there when rows are deleted.
    return (
        f"BEGIN IF TG_OP = 'UPDATE' THEN IF {table.may_change('IS NOT DISTINCT FROM')} "
        f"THEN RETURN NEW; END IF; END IF; {refuse} END"
    )
