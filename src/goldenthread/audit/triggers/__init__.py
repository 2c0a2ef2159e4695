"""Triggers: the database itself refuses to change or delete what was once written."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from goldenthread.audit.triggers import postgresql, sqlite
from goldenthread.audit.triggers.table import Table

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def append_only_models() -> list[type[models.Model]]:
    """Every model of the app that says `append_only = True` and has its table."""
    tables = set(connection.introspection.table_names())
    found = apps.get_app_config("goldenthread").get_models()
    return [
        model for model in found if getattr(model, "append_only", False) and model._meta.db_table in tables
    ]


def install(**_: Any) -> None:
    """See to it that every append-only table has its triggers; receives `post_migrate`."""
    if not missing():
        return
    engine = ENGINES[connection.vendor]
    with transaction.atomic(), connection.cursor() as cursor:
        engine.drop_all(cursor)
        for model in append_only_models():
            for statement in engine.statements(Table.of(model)).values():
                cursor.execute(statement)


def make_way(plan: Sequence[Any] = (), **_: Any) -> None:
    """Take the triggers off if there is something to migrate; receives `pre_migrate`.

    SQLite cannot rebuild a table while a trigger names it, and both would refuse a migration that fills a
    new column.
    """
    if plan:
        drop()


def drop() -> None:
    """Take all triggers off."""
    with connection.cursor() as cursor:
        ENGINES[connection.vendor].drop_all(cursor)


def missing() -> list[str]:
    """The triggers that should stand in the database but do not, or do not as written here."""
    engine = ENGINES[connection.vendor]
    with connection.cursor() as cursor:
        standing = engine.standing(cursor)
    return [
        name
        for model in append_only_models()
        for name, statement in engine.statements(Table.of(model)).items()
        if standing.get(name) != engine.core(statement)
    ]
