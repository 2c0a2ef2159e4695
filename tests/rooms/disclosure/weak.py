"""Weak releases: rows as they would stand in the database, had somebody published past the gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl

from goldenthread.disclosure.drafts import printed as printed_
from goldenthread.disclosure.drafts.kept import STATED, packed
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.models import Release
from goldenthread.positions import actions as positions
from goldenthread.positions import seal
from goldenthread.positions.queries import Sealed
from tests.rooms.disclosure.quarters import NOW

Row = dict[str, Any]


def few(row: Row) -> bool:
    """What is hidden where nothing else is thought of: counts of 1 to 5."""
    return 0 < row["count"] <= 5


def published(given: Sealed, *, hidden: Callable[[Row], bool] = few, **texts: str | None) -> str:
    """Store this quarter and a release of it that hides what `hidden` says; the release's code.

    `texts` stand in place of what is printed, where that is not hidden: None prints nothing of a part.
    """
    said = printed_.figures(Printed(given))
    gone = pl.Series([hidden(row) for row in said.iter_rows(named=True)], dtype=pl.Boolean)
    stated = said.with_columns(
        pl.lit(text, pl.String).alias(name) for name, text in texts.items()
    ).with_columns(
        hidden=gone, series=pl.lit(0), why=pl.lit(None), is_small=gone, is_of_few=pl.lit(value=False),
        cell_numerator=pl.lit(-1), cell_denominator=pl.lit(-1), cell_remainder=pl.lit(-1),
    )  # fmt: skip
    return _stored(frozen(given), stated.select(pl.col(name).cast(kind) for name, kind in STATED.items()))


def frozen(given: Sealed) -> Sealed:
    """The same quarter, frozen in the database, with the seal that it has there."""
    lines = [
        seal.line(kind, str(number), line)
        for kind, every in given.lines.items()
        for number, line in enumerate(every)
    ]
    dates = {"period": given.period, "position_date": given.position_date, "known_at": given.known_at}
    stored = positions.store(**dates, lines=lines, by=given.frozen_by, at=NOW)
    return replace(given, digest=stored.digest)


def _stored(given: Sealed, stated: pl.DataFrame) -> str:
    figures = {"inputs": "", "stated": packed.columns(stated), "safe_ratings": [], "small_forecasts": []}
    number = Release.objects.count() + 1
    return Release.objects.create(
        code=f"{given.period}-weak{number}",
        period=given.period,
        position=given.digest,
        known_at=given.known_at,
        level="witness",
        width=1,
        shown_count=0,
        hidden_count=0,
        primary_cells=0,
        secondary_cells=0,
        lost=0,
        figures=packed.text({**figures, "notes": []}),
        digest=f"{number:064}",
        made_by="Nobody at the gate",
        audit_number=number,
        recorded_at=NOW,
    ).code
