"""Missing figures: every one with a reason, or declared to be none."""

from datetime import datetime

import polars as pl

from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.candidates.strips import SURVEY
from goldenthread.collection.findings import Code
from goldenthread.collection.mapping.schema import Table
from goldenthread.collection.readers.book import column_number
from goldenthread.collection.values.markers import HIDDEN, LEFT_BLANK, NOT_AVAILABLE, REASONS
from goldenthread.methods import periods

RIGHT = "Write the number, or why there is none (tbc, n/a, [c])"


def settled(rows: pl.DataFrame, table: Table, known_from: datetime, notebook: Notebook) -> pl.DataFrame:
    """The candidates with their missing figures marked as such; blanks as the mapping says.

    Where the sender has hidden one count of a figure, the figure is hidden: what else the row holds would
    give the count away, and is not kept. Only the denominator is, for it tells nothing by itself.
    """
    rows = _hidden_at_source(rows, notebook)
    is_missing = pl.col("value_exact").is_null() & pl.col("numerator_exact").is_null()
    rows = rows.with_columns(
        is_missing.alias("is_missing"),
        pl.when(_says_why()).then("status").otherwise("reason").alias("reason"),
    )
    rows = _contradictions_refused(rows, notebook)
    is_blank = pl.col("is_missing") & (pl.col("reason") == LEFT_BLANK)
    if rows.select(is_blank.any()).item():
        rows = _blanks(rows, is_blank, table, known_from, notebook)
    return rows.with_columns(
        pl.when("is_missing").then(pl.lit("missing")).otherwise("status").alias("status"),
        pl.when("is_missing").then(_reason()).otherwise(pl.lit("")).alias("reason"),
    ).pipe(_without_survey, notebook)


def _without_survey(rows: pl.DataFrame, notebook: Notebook) -> pl.DataFrame:
    """An interval without its figure tells nothing, or what was to stay hidden: nothing of it is kept."""
    said = pl.any_horizontal(pl.col(f"{name}_exact").is_not_null() for name in SURVEY)
    for cell in rows.filter(said & pl.col("is_missing"))["cell"]:
        wrong = "the row has no figure: how many answered and the interval around it are not kept"
        notebook.warn(cell, Code.SURVEY_NOT_KEPT, wrong, "Write the figure beside them, or leave all blank")
    kept = [pl.when(~pl.col("is_missing")).then(f"{name}_exact").alias(f"{name}_exact") for name in SURVEY]
    return rows.with_columns(kept).drop("is_missing")


def _hidden_at_source(rows: pl.DataFrame, notebook: Notebook) -> pl.DataFrame:
    """Without the numbers that stand beside a hidden count.

    Where both counts are given, the sender has hidden a share that anybody can work out: that stays, for our
    own policies to judge.
    """
    has_number = pl.col("value_exact").is_not_null() | pl.col("numerator_exact").is_not_null()
    has_both = pl.col("numerator_exact").is_not_null() & pl.col("denominator_exact").is_not_null()
    amiss = (pl.col("reason") == HIDDEN) & has_number & ~has_both
    for cell in rows.filter(amiss)["cell"]:
        wrong = f"a count of this row is hidden, and {cell} would give it away: the figure is kept as hidden"
        notebook.warn(cell, Code.UNKNOWN_STATUS, wrong, "Hide the whole row, or write both counts")
    numbers = pl.col("value_exact", "numerator_exact")
    return rows.with_columns(pl.when(~amiss).then(numbers))


def _says_why() -> pl.Expr:
    """Whether the status column gives the reason itself: "Missing value; suppressed" is hidden."""
    return pl.col("status").is_in(REASONS)


def _reason() -> pl.Expr:
    return pl.col("reason").replace("", NOT_AVAILABLE)


def _contradictions_refused(rows: pl.DataFrame, notebook: Notebook) -> pl.DataFrame:
    """A row cannot be called missing and hold a number."""
    amiss = (_says_why() | (pl.col("status") == "missing")) & ~pl.col("is_missing")
    for row, cell in rows.filter(amiss).select("row", "cell").iter_rows():
        wrong = f"the row is called missing, but {cell} holds a number"
        notebook.refuse_row(row, 0, Code.UNKNOWN_STATUS, wrong, "Correct the status, or remove the number")
    return rows.filter(~amiss)


def _blanks(
    rows: pl.DataFrame, is_blank: pl.Expr, table: Table, known_from: datetime, notebook: Notebook
) -> pl.DataFrame:
    """What a cell without anything in it means; one whose period has not ended yet means nothing."""
    ends = periods.frame(rows["period"]).select("period", "end")
    rows = rows.join(ends, on="period", how="left", maintain_order="left")
    moment = pl.coalesce("known_from", pl.lit(known_from))
    not_yet = is_blank & (pl.col("end") >= moment.dt.convert_time_zone("Europe/London").dt.date())
    notebook.ignore("blank, not due yet", range(rows.filter(not_yet).height))
    rows = rows.filter(~not_yet).drop("end")
    blank = rows.filter(is_blank)
    if table.blank == "skip":
        notebook.ignore("blank", range(blank.height))
        return rows.filter(~is_blank)
    if table.blank == "refuse":
        for row, cell in blank.select("row", "cell").iter_rows():
            notebook.refuse_row(
                row,
                column_number(cell.rstrip("0123456789")),
                Code.BLANK,
                "there is no number in this row",
                RIGHT,
            )
        return rows.filter(~is_blank)
    for cell in blank["cell"]:
        wrong = f"the cell was left blank: kept as missing, {table.blank.replace('_', ' ')}"
        notebook.note(cell, Code.BLANK, wrong, RIGHT)
    return rows.with_columns(pl.when(is_blank).then(pl.lit(table.blank)).otherwise("reason").alias("reason"))
