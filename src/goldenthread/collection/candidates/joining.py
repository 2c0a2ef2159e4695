"""Joining: numerator, denominator and value that stand in rows of their own, made one observation."""

import polars as pl

from goldenthread.collection.candidates.assembly import KEY, SURVEY_AT
from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.candidates.strips import MEASURES, SURVEY
from goldenthread.collection.findings import Code
from goldenthread.collection.readers.book import column_number
from goldenthread.collection.values.markers import HIDDEN

FIRST = ("sheet", "row", "cell", "indicator_at", "period_at", "repeats")
STATUSES_IN_ORDER = ("actual", "revised", "provisional", "estimated")


def joined(rows: pl.DataFrame, notebook: Notebook) -> pl.DataFrame:
    """One row for each key, where the rows say which measure they hold; other rows stay as they are."""
    if (rows["measure"] == "").all():
        return rows
    whole = rows.filter(pl.col("measure") == "")
    parts = _without_repeats(rows.filter(pl.col("measure") != ""), notebook)
    by = [*KEY, "known_from"]
    made = parts.group_by(by, maintain_order=True).agg(
        *(
            _first("value_exact", measure).alias(f"{measure}_exact")
            for measure in MEASURES
            if measure not in SURVEY
        ),
        *(_of_survey(measure) for measure in SURVEY),
        *(pl.lit("").alias(name) for name in SURVEY_AT),
        *(pl.col(name).sort_by(_weight()).first() for name in FIRST),
        _why_missing().alias("reason"),
        pl.col("status").sort_by(_doubt(), descending=True).first(),
        pl.col("note").filter(pl.col("note") != "").unique(maintain_order=True).str.join("; "),
        pl.col("why").filter(pl.col("why") != "").unique(maintain_order=True).str.join("; "),
        pl.lit("").alias("measure"),
    )
    return pl.concat([whole, made.select(rows.columns)])


def _first(column: str, measure: str) -> pl.Expr:
    return pl.col(column).filter(pl.col("measure") == measure).first()


def _of_survey(measure: str) -> pl.Expr:
    """From a row of its own, else from beside one of the others."""
    name = f"{measure}_exact"
    return pl.coalesce(_first("value_exact", measure), pl.col(name).drop_nulls().first()).alias(name)


def _weight() -> pl.Expr:
    return pl.col("measure").replace_strict({name: place for place, name in enumerate(MEASURES)})


def _why_missing() -> pl.Expr:
    """Hidden if one of the parts is: the others would give it away."""
    first = pl.col("reason").sort_by(_weight()).first()
    return pl.when((pl.col("reason") == HIDDEN).any()).then(pl.lit(HIDDEN)).otherwise(first)


def _doubt() -> pl.Expr:
    """A figure is as provisional as the least certain of its parts."""
    return pl.col("status").replace_strict(
        {name: place for place, name in enumerate(STATUSES_IN_ORDER)}, default=0
    )


def _without_repeats(parts: pl.DataFrame, notebook: Notebook) -> pl.DataFrame:
    """The same measure twice for one key cannot be joined: all of the key's rows are refused."""
    same = pl.struct(*KEY, "known_from", "measure").is_duplicated()
    key = pl.struct(*KEY, "known_from")
    amiss = parts.filter(same)
    if amiss.is_empty():
        return parts
    for sheet_row, cell, measure in amiss.select("row", "cell", "measure").iter_rows():
        notebook.refuse_row(
            sheet_row,
            column_number(cell.rstrip("0123456789")),
            Code.TWICE_AND_DIFFERENT,
            f"the {measure} stands twice for the same indicator and period",
            "Keep the row that is right",
        )
    bad = amiss.select(key.alias("key"))["key"]
    return parts.filter(~key.is_in(bad.implode()))
