"""Written: points and verdicts as CSV, in the columns of the published reference results."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import polars as pl

from goldenthread.cli.process_control.reading import Cases
from goldenthread.documents.renderers import spreadsheet_text
from goldenthread.methods.spc import Chart, words

NO_POINTS: Final = "cannot be assessed: there are no points"
NO_TARGET: Final = "assurance cannot be assessed: there is no target"
FLAGS: Final = ("outside_limits", "close_to_limits", "special_cause_flag", "short_group_warning")
SUMMARY: Final = (
    "case_id", "rebase_group", "n", "mean", "lpl", "upl",
    "n_common_cause", "n_improvement", "n_concern", "n_neutral",
    "variation_type", "variation_icon", "assurance_type", "assurance_icon", "warning", "error",
)  # fmt: skip


def beside(place: Path) -> Path:
    """Where the verdicts stand: X.summary.csv beside X.csv."""
    return place.with_name(f"{place.stem}.summary.csv")


def points(chart: Chart, cases: Cases) -> pl.DataFrame:
    """A row a point; a value as it was written in the file, flags as TRUE and FALSE."""
    as_written = cases.rows.select("case_id", "date", "text")
    told = chart.points.join(as_written, on=["case_id", "date"], how="left", maintain_order="left")
    truth = [pl.col(flag).cast(pl.String).str.to_uppercase() for flag in FLAGS]
    return told.with_columns(_shown("case_id"), pl.col("text").alias("value"), *truth).select(
        chart.points.columns
    )


def summary(chart: Chart, cases: Cases) -> pl.DataFrame:
    """A row for each group between rebases, then a row for each case without points or with a fault."""
    found = chart.groups.with_columns(
        words.remarks().alias("warning"),
        pl.lit(None, pl.String).alias("error"),
        *(
            (pl.col(icon).cast(pl.String) + ".svg").alias(icon)
            for icon in ("variation_icon", "assurance_icon")
        ),
    )
    unused = chart.unused_rebases.group_by("case_id", maintain_order=True).agg(
        pl.format("rebase {} is not used: no point has this date", "date").str.join("; ").alias("unused")
    )
    said = [pl.col("warning").replace("", None), aimless(cases), "unused"]
    found = found.join(unused, on="case_id", how="left", maintain_order="left").with_columns(
        pl.concat_str(said, separator="; ", ignore_nulls=True).replace("", None).alias("warning")
    )
    kinds = dict.fromkeys(("case_id", "warning", "error"), pl.String)
    others: list[tuple[str, str | None, str | None]] = [(case, NO_POINTS, None) for case in cases.empty]
    others += [
        (each.case, None, f"{each.file.name}, row {each.row}, {each.column}: {each.why}")
        for each in cases.refused
    ]
    rest = pl.DataFrame(others, schema=kinds, orient="row")
    together = pl.concat([found.select(SUMMARY), rest], how="diagonal")
    return together.with_columns(_shown("case_id"), _shown("error"))


def aimless(cases: Cases) -> pl.Expr:
    """What is said where limits and a better side are there, and no target to hold them against."""
    without = pl.col("target").is_null() & pl.col("polarity").is_in(["higher", "lower"])
    aimless = pl.col("case_id").is_in(cases.how.filter(without)["case_id"].implode())
    is_asked = pl.col("is_latest") & (pl.col("obstacle") == "")
    return pl.when(is_asked & aimless).then(pl.lit(NO_TARGET))


def write(tables: dict[Path, pl.DataFrame]) -> None:
    """All of the tables, or, where one cannot be written, none."""
    made = {place: place.with_name(f"{place.name}.part") for place in tables}
    try:
        for place, table in tables.items():
            with made[place].open("wb") as file:
                table.write_csv(file)
        for place, part in made.items():
            os.replace(part, place)
    finally:
        for part in made.values():
            part.unlink(missing_ok=True)


def _shown(column: str) -> pl.Expr:
    """Text that no spreadsheet takes for a formula."""
    return pl.col(column).map_elements(spreadsheet_text.shown, return_dtype=pl.String)
