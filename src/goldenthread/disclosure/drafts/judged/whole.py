"""Whole: figures on people are made of whole counts; which of their numbers are, by what they measure.

A count of people, and both parts of a share or of a rate per so many, are whole. What is summed up to be
averaged, as days, hours or pounds, is not, and what it is averaged over is. Full-time equivalents and
averages are whole nowhere: a definition names them in its unit, or in the label of the part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts import printed as printed_
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure.linked import NotACount

COUNTED: Final = re.compile(r"count|%|per [\d,]+")
"""Units of which the upper part counts people too."""

AVERAGED: Final = re.compile(r"\b(FTEs?|full[- ]time equivalents?|average|mean)\b", re.IGNORECASE)
NAMED: Final = 5
NOT_A_HAIR: Final = 1e-9
"""Sums of whole numbers are whole but for this much, whatever they were added in."""


def check(printed: Printed, world: World) -> None:
    """Raises NotACount, which names them, where a figure that is protected counts a part of a person."""
    rows = printed_.rows(printed)
    about = {line["indicator"]: line for line in printed.now.of("indicator")}
    of_indicator = [(code, *_whole(about.get(code, {}))) for code in rows["indicator"].unique()]
    schema = {"indicator": pl.String, "is_counted": pl.Boolean, "is_over_whole": pl.Boolean}
    asked = rows.filter(pl.col("counts_people") | pl.col("indicator").is_in(list(world.policies))).join(
        pl.DataFrame(of_indicator, schema=schema, orient="row"), on="indicator", maintain_order="left"
    )
    # A share that is told without its count is rounded itself; a plain count is the value.
    count = pl.coalesce("numerator", pl.when(pl.col("denominator").is_null()).then("value"))
    is_share = pl.col("numerator").is_null() & (pl.col("multiplier") != 1)
    parts = {
        "numerator": (pl.when(~is_share).then(count), "is_counted"),
        "denominator": (pl.col("denominator"), "is_over_whole"),
    }
    wrong = [
        asked.select(*printed_.KEY, number=number, part=pl.lit(part)).filter(
            asked[rule] & ((pl.col("number") - pl.col("number").round(0)).abs() > NOT_A_HAIR)
        )
        for part, (number, rule) in parts.items()
    ]
    found = pl.concat(wrong).unique(maintain_order=True)
    if found.height:
        raise NotACount(_said(found))


def _whole(line: Mapping[str, Any]) -> tuple[bool, bool]:
    """Whether the upper part of an indicator counts people, and whether the lower one does."""
    unit = str(line.get("unit") or "")
    above, below = (str(line.get(f"{part}_label") or "") for part in ("numerator", "denominator"))
    is_mean = line.get("aggregation") == "average_n"
    is_counted = bool(COUNTED.fullmatch(unit)) and not AVERAGED.search(above) and not is_mean
    is_over_whole = bool(unit) and not (AVERAGED.search(unit) or AVERAGED.search(below) or is_mean)
    return is_counted, is_over_whole


def _said(found: pl.DataFrame) -> str:
    named = "; ".join(_named(row) for row in found.head(NAMED).iter_rows(named=True))
    more = f"; and {found.height - NAMED} more" if found.height > NAMED else ""
    return (
        f"no count of people, for it is not whole: {named}{more}. Correct it in the return and import it "
        "again; of full-time equivalents or of an average say so in the label of that part; if it counts no "
        "people, write counts_people: false"
    )


def _named(row: Mapping[str, Any]) -> str:
    group = f", {row['breakdown']}" if row["breakdown"] else ""
    area = f", {row['area']}" if row["area"] else ""
    return f"{row['indicator']} {row['part']}{area}{group}, {row['period']}: {row['number']:.12g}"
