"""Ratings: which counts the colour beside a hidden figure leaves possible to whoever knows the targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts.world import SPAN
from goldenthread.methods import periods, rating
from goldenthread.methods.disclosure.possible import LIMITS
from goldenthread.methods.rating import reading

RATED: Final = pl.Schema(
    {**dict.fromkeys(SPAN[:3], pl.String()), **dict.fromkeys(SPAN[3:], pl.Date()),
     "rated_least": pl.Int64(), "rated_greatest": pl.Int64()}
)  # fmt: skip
"""A row for each hidden figure beside which a colour is printed, and the counts that have this colour."""
AROUND: Final = 400
"""How many counts on either side of the true one are held against the target."""

Line = Mapping[str, Any]


def told(lines: Iterable[Line], kept: Collection[str], schemes: Iterable[Line], area: str) -> pl.DataFrame:
    """What the ratings of some indicator lines tell (`RATED`); `kept` are the indicators that keep theirs."""
    read = {scheme["code"]: reading.from_dict(scheme) for scheme in schemes}
    rows = [_row(line, read, area) for line in lines if line["indicator"] in kept and line["rating"]]
    return pl.DataFrame(rows, schema=RATED, orient="row")


def _row(line: Line, schemes: Mapping[str, rating.Scheme], area: str) -> tuple[Any, ...]:
    period = periods.parse(line["period"])
    count, same = _count(line), set(_of_this_colour(line, schemes))
    below, above = count, count
    while below - 1 in same:
        below -= 1
    while above + 1 in same:
        above += 1
    return (line["indicator"], line.get("area") or area, "", period.start, period.end, below, above)


def _count(line: Line) -> int:
    numerator = line["numerator"] if line["denominator"] is not None else line["value"]
    return round(numerator)


def _of_this_colour(line: Line, schemes: Mapping[str, rating.Scheme]) -> Iterator[int]:
    """The counts near the true one whose figure the published rule gives the printed colour."""
    of, count = line["denominator"], _count(line)
    most = count + AROUND if of is None else min(count + AROUND, round(of))
    others = range(max(0, count - AROUND), most + 1)
    about = {name: line.get(name) for name in ("scheme", "polarity", "tolerance_kind", *LIMITS)}
    kinds = dict.fromkeys(LIMITS, pl.Float64) | {"value": pl.Float64, "denominator": pl.Float64}
    values = [float(n) if of is None else line["multiplier"] * n / of for n in others]
    frame = pl.DataFrame(
        [{**about, "value": value, "denominator": of} for value in values], schema_overrides=kinds
    )
    bands = rating.rate(frame, schemes)["rating"].cast(pl.String)
    yield from (n for n, band in zip(others, bands, strict=True) if band == line["rating"])
