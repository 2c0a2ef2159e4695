"""SQL: many rows in and out of the ledger's table without making an object of each."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

import polars as pl
from django.db import connection

from goldenthread.observations import content
from goldenthread.observations.models import Observation

TABLE = Observation._meta.db_table
ROWS_AT_ONCE = 20_000

KEY = "indicator || {chr}(31) || area || {chr}(31) || breakdown || {chr}(31) || period"
CHR = {"sqlite": "char", "postgresql": "chr"}

MOMENT = pl.Datetime("us", "UTC")
# As an expression it stays text; Django would parse the column value by value.
STORED_MOMENT = {"sqlite": "known_from || ''", "postgresql": "known_from"}

WRITTEN = (*content.KEY, "known_from", *content.SAID, *content.BESIDE, "replaces", "row_hash")

Condition = tuple[str, list[Any]]


def insert(rows: pl.DataFrame) -> None:
    """Write rows into the ledger: the columns of the frame are those of the table."""
    spelled = {
        moment: connection.ops.adapt_datetimefield_value(moment) for moment in rows["known_from"].unique()
    }
    names = ", ".join(rows.columns)
    with connection.cursor() as cursor:
        for part in rows.iter_slices(ROWS_AT_ONCE):
            columns = {name: part[name].to_list() for name in part.columns}
            columns["known_from"] = [spelled[moment] for moment in columns["known_from"]]
            values = zip(*columns.values(), strict=True)
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {TABLE} ({names}) FROM STDIN") as copy:
                    for row in values:
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(columns))
                statement = f"INSERT INTO {TABLE} ({names}) VALUES ({marks})"  # noqa: S608  names of ours
                cursor.executemany(statement, list(values))


def select(columns: Mapping[str, Any], *conditions: Condition) -> pl.DataFrame:
    """Rows that meet all conditions, in no order; `key` is the four parts of the key as one text."""
    special = {
        "key": KEY.format(chr=CHR[connection.vendor]),
        "known_from": STORED_MOMENT[connection.vendor],
    }
    wanted = ", ".join(special.get(name, name) for name in columns)
    where = " AND ".join(condition for condition, _ in conditions) or "1 = 1"
    values = [value for _, given in conditions for value in given]
    is_text = "known_from" in columns and connection.vendor == "sqlite"
    stored = {**columns, "known_from": pl.String()} if is_text else dict(columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wanted} FROM {TABLE} WHERE {where}", values)  # noqa: S608  names of ours
        parts = [pl.DataFrame(schema=columns)]
        while found := cursor.fetchmany(ROWS_AT_ONCE):
            parts.append(_with_moments(pl.DataFrame(found, schema=stored, orient="row")))
    return pl.concat(parts, rechunk=True)


def known_at(moment: datetime) -> Condition:
    """What was known at a moment."""
    return "known_from <= %s", [connection.ops.adapt_datetimefield_value(moment)]


def among(column: str, values: Collection[Any]) -> Condition:
    """One of some values, however many."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN (SELECT value FROM json_each(%s))", [json.dumps(list(values))]  # noqa: S608  ours


def _with_moments(rows: pl.DataFrame) -> pl.DataFrame:
    if rows.schema.get("known_from") != pl.String:
        return rows
    moments = {text: datetime.fromisoformat(text).replace(tzinfo=UTC) for text in rows["known_from"].unique()}
    return rows.with_columns(pl.col("known_from").replace_strict(moments, return_dtype=MOMENT))
