"""What is known beforehand: the council's areas, dimensions, definitions and past figures."""

from datetime import datetime
from functools import partial

import polars as pl

from goldenthread.collection.candidates.setting import Basis, Setting
from goldenthread.collection.validation import Context
from goldenthread.collection.validation.plausibility import SERIES
from goldenthread.indicators import queries as indicators
from goldenthread.observations import ledger
from goldenthread.organisation import queries as organisation


def gathered(*, known_from: datetime, at: datetime) -> tuple[Setting, Context]:
    """What a return is read with, and what its figures are held against."""
    today = at.date()
    defined = definitions(known_from=known_from, at=at)
    bases = defined.select("indicator", "basis", "calendar", "unit")
    dimensions = organisation.dimensions(on=today, known_at=at)
    setting = Setting(
        area=organisation.council(on=today, known_at=at).area,
        areas={area.code: area.name for area in organisation.areas(on=today, known_at=at)},
        bases={code: Basis(*said) for code, *said in bases.iter_rows()},
        known_from=known_from,
        now=at,
    )
    values = {code: [value["code"] for value in row.values] for code, row in dimensions.items()}
    return setting, Context(defined, values, past=partial(_past, at=at))


def definitions(*, known_from: datetime, at: datetime) -> pl.DataFrame:
    """The indicators in force today, and those that were when the figures were known and are no more."""
    today = indicators.definitions(on=at.date(), known_at=at)
    then = indicators.definitions(on=known_from.date(), known_at=at)
    return pl.concat([today, then.join(today, on="indicator", how="anti")])


def _past(series: pl.DataFrame, *, at: datetime) -> pl.DataFrame:
    """The figures known of some series."""
    names = {name: series[name].unique().to_list() for name in ("indicator", "area", "breakdown")}
    known = ledger.series(
        known_at=at, indicators=names["indicator"], areas=names["area"], breakdowns=names["breakdown"]
    )
    return known.join(series, on=SERIES, how="semi")
