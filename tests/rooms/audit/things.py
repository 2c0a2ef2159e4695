"""A versioned thing for the tests of versions, with a table of its own."""

from contextlib import contextmanager

from django.db import connection, models
from django.test.utils import isolate_apps

from goldenthread.audit.versions import Versioned

with isolate_apps("goldenthread"):

    class Thing(Versioned):
        redactable = {"holder": "redacted"}

        name = models.CharField(max_length=100)
        holder = models.CharField(max_length=100, blank=True)
        limit = models.FloatField(null=True, blank=True)
        tags = models.JSONField(default=list, blank=True)

        class Meta(Versioned.Meta):
            app_label = "goldenthread"
            db_table = "thing_of_the_tests"


@contextmanager
def table():
    """The table of things, made inside the test's own transaction."""
    # Not entered as a context: on SQLite it would want a connection outside any transaction.
    editor = connection.schema_editor(collect_sql=True)
    editor.deferred_sql = []
    sql, _ = editor.table_sql(Thing)
    with connection.cursor() as cursor:
        cursor.execute(sql)
        yield
        cursor.execute("DROP TABLE thing_of_the_tests")
