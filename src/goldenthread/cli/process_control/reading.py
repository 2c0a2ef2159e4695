"""Reading: series and their parameters from CSV files, with what is wrong in them, case by case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from goldenthread.cli.process_control.tables import ROW, Refused, TableNotUnderstood, read, refused
from goldenthread.methods import aggregation
from goldenthread.methods.spc import faults, parameters

KEY: Final = ("case_id",)
DIRECTIONS: Final = {"increase": "higher", "decrease": "lower", "neutral": "neutral"}
TRUTHS: Final = {"TRUE": True, "FALSE": False}
# Columns of the parameters that describe a case and change nothing.
ABOUT: Final = ("set", "name", "source", "n", "note")
# What the rule book calls a column of the file.
IN_FILE: Final = {"polarity": "improvement_direction", "screen": "screen_outliers", "rebases": "rebase"}
KNOWN: Final = (
    "case_id", "improvement_direction", "target", "rebase", "fix_after_n_points", "screen_outliers",
    "aggregation", *ABOUT,
)  # fmt: skip


@dataclass(frozen=True)
class Cases:
    """What can be charted, and what cannot and why.

    `rows`: `case_id`, `date`, `value`, `text` (the value as it is written). `how`: the parameters, as
    `spc.chart` reads them. `empty`: cases with parameters and not one row.
    """

    rows: pl.DataFrame
    how: pl.DataFrame
    empty: list[str]
    refused: list[Refused]


def cases(series_file: Path, parameters_file: Path) -> Cases:
    """The cases of the two files; one with anything wrong is left out whole. Raises TableNotUnderstood."""
    rows, wrong_rows = _series(series_file)
    how, wrong_parameters = _parameters(parameters_file)
    without = rows.join(how, on="case_id", how="anti")
    why = f"{parameters_file.name} has no row for this case; write one"
    wrong = [*wrong_parameters, *wrong_rows]
    wrong += refused(without, series_file, "case_id", pl.col("case_id").is_not_null(), why)
    named = pl.Series([each.case for each in wrong], dtype=pl.String).implode()
    fit = how.filter(~pl.col("case_id").is_in(named))
    empty = fit.join(rows, on="case_id", how="anti", maintain_order="left")["case_id"].to_list()
    kept = rows.filter(~pl.col("case_id").is_in(named)).drop_nulls("case_id")
    return Cases(kept.drop(ROW), fit, empty, wrong)


def _series(place: Path) -> tuple[pl.DataFrame, list[Refused]]:
    raw = read(place, ("case_id", "date", "value"))
    date, value = (
        pl.col("date").str.to_date("%Y-%m-%d", strict=False),
        pl.col("value").cast(pl.Float64, strict=False),
    )
    rows = raw.select(ROW, "case_id", date, value, text="value", written="date")
    told = rows.select(ROW, "case_id", date="written", value="text").with_columns(
        at=rows["date"], number=rows["value"]
    )
    named = rows.drop_nulls("case_id")
    no_number = pl.col("value").is_not_null() & ~(pl.col("number").abs() < faults.TOO_LARGE).fill_null(
        value=False
    )
    wrong = [
        *refused(
            told,
            place,
            "case_id",
            pl.col("case_id").is_null(),
            "there is none; write which series the row is of",
        ),
        *refused(told, place, "date", pl.col("at").is_null(), "{} is no date; write it as 2024-04-01"),
        *refused(
            told,
            place,
            "value",
            no_number,
            "{} is no number; write 1164 or 56.4, without commas and signs, and leave a missing value empty",
        ),
        *(
            Refused(str(fault.series[0]), place, named[ROW][fault.row or 0], "date", fault.why)
            for fault in faults.repeated(named, KEY)
        ),
    ]
    return rows.drop("written"), wrong


def _parameters(place: Path) -> tuple[pl.DataFrame, list[Refused]]:
    raw = read(place, ("case_id", "improvement_direction"))
    if strange := [name for name in raw.columns if name not in (*KNOWN, ROW)]:
        raise TableNotUnderstood(
            f"{place}, row 1: there is no parameter {strange[0]}; there are {', '.join(KNOWN)}"
        )
    raw = raw.with_columns(pl.lit(None, pl.String).alias(name) for name in KNOWN if name not in raw.columns)
    dates = pl.col("rebase").str.split(";").list.eval(pl.element().str.strip_chars())
    how = raw.select(
        "case_id",
        polarity=pl.col("improvement_direction").replace_strict(DIRECTIONS, default=None),
        target=pl.col("target").cast(pl.Float64, strict=False),
        fix_after_n_points=pl.col("fix_after_n_points").cast(pl.Int64, strict=False),
        screen=pl.col("screen_outliers").str.to_uppercase().replace_strict(TRUTHS, default=None),
        rebases=dates.list.eval(pl.element().str.to_date("%Y-%m-%d", strict=False)),
        aggregation="aggregation",
    )
    return how, [*_unread(raw, how, place), *_impossible(raw, how, place)]


def _unread(raw: pl.DataFrame, how: pl.DataFrame, place: Path) -> list[Refused]:
    """Cells that are not what their column holds."""
    kinds = ", ".join(aggregation.KINDS)
    told = raw.with_columns(how.drop("case_id", "aggregation").select(pl.all().name.prefix("read ")))
    lost = {
        "improvement_direction": ("polarity", f"{{}} is not known; write one of {', '.join(DIRECTIONS)}"),
        "target": (
            "target",
            "{} is no number; write 90 or 56.4, and leave it empty where there is no target",
        ),
        "fix_after_n_points": (
            "fix_after_n_points",
            "{} is no whole number; leave it empty to use all points",
        ),
        "screen_outliers": ("screen", "{} is neither TRUE nor FALSE"),
    }
    wrong = refused(
        told, place, "case_id", pl.col("case_id").is_null(), "there is none; write which series it is of"
    )
    for column, (name, why) in lost.items():
        unread = pl.col(f"read {name}").is_null()
        if column != "improvement_direction":
            unread &= pl.col(column).is_not_null()
        wrong += refused(told, place, column, unread, why)
    bad_date = pl.col("read rebases").list.eval(pl.element().is_null()).list.any()
    wrong += refused(
        told, place, "rebase", bad_date, "{} is no date; write 2024-04-01, or several with ; between"
    )
    unknown = ~pl.col("aggregation").is_in(aggregation.KINDS)
    return wrong + refused(told, place, "aggregation", unknown, f"{{}} is not known; write one of {kinds}")


def _impossible(raw: pl.DataFrame, how: pl.DataFrame, place: Path) -> list[Refused]:
    """Parameters that can be read and not be used, as the rule book says."""
    readable = how.with_columns(pl.col("polarity").fill_null("neutral")).drop_nulls("case_id")
    row = dict(zip(raw["case_id"], raw[ROW], strict=True))
    return [
        Refused(str(case), place, row[case], IN_FILE.get(fault.column, fault.column), fault.why)
        for fault in parameters.faults_in(readable, KEY)
        for case in fault.series
    ]
