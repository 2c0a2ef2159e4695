"""Judgement: a person's rating beside the computed one, which it never replaces."""

from typing import Final

import polars as pl

KEYS: Final = ("indicator", "period")
COLUMNS: Final = {
    "rating": "judgement",
    "author": "judgement_author",
    "known_from": "judgement_known_from",
    "why": "judgement_why",
}
"""Columns of the judgements and what they are called beside a rating."""


class JudgementWithoutReason(ValueError):
    """A judgement lacks its author or its reason."""


def attach(rated: pl.DataFrame, judgements: pl.DataFrame) -> pl.DataFrame:
    """The frame with `COLUMNS` beside each figure that was judged, and `judgement_differs` from `rating`.

    `judgements` has `indicator`, `period` and the keys of COLUMNS; of several on one figure the latest
    `known_from` counts. A frame that is not rated yet gets them too, for schemes that ask for a judgement.
    Raises JudgementWithoutReason.
    """
    _check_reasons(judgements)
    latest = judgements.sort("known_from").unique(KEYS, keep="last", maintain_order=True)
    beside = latest.select(*KEYS, *(pl.col(name).alias(shown) for name, shown in COLUMNS.items()))
    joined = rated.drop(*COLUMNS.values(), "judgement_differs", strict=False).join(
        beside, on=KEYS, how="left", maintain_order="left"
    )
    if "rating" not in joined.columns:
        return joined
    differs = pl.col("judgement").ne_missing(pl.col("rating").cast(pl.String))
    return joined.with_columns(judgement_differs=pl.col("judgement").is_not_null() & differs)


def _check_reasons(judgements: pl.DataFrame) -> None:
    empty = pl.any_horizontal(
        pl.col(name).fill_null("").str.strip_chars() == "" for name in ("author", "why")
    )
    lacking = judgements.filter(empty)
    if lacking.height:
        first = lacking.row(0, named=True)
        raise JudgementWithoutReason(
            f"the judgement on {first['indicator']} in {first['period']} needs an author and a reason"
        )
