"""Content: what a recorded figure says, and the hashes that vouch for it."""

import hashlib
from typing import Any

import polars as pl

from goldenthread.audit import canonical

KEY = ("indicator", "area", "breakdown", "period")
FIGURES = ("numerator", "denominator", "value")
# How many answered a survey, and the interval around its figure as whoever ran it gives it.
SURVEY = ("respondents", "given_lower", "given_upper")
NUMBERS = (*FIGURES, *SURVEY)
WORDS = ("status", "reason", "note")
SAID = (*NUMBERS, *WORDS)
BESIDE = ("cell", "why")

STATUSES = ("actual", "provisional", "estimated", "revised", "missing")

# The delivery refuses both in any text, so that no two contents are spelled alike.
BETWEEN_FIELDS = "\x1f"
BETWEEN_ROWS = "\x1e"


def key(columns: tuple[str, ...] = KEY) -> pl.Expr:
    """The key of a row as one text."""
    return pl.concat_str([pl.col(name) for name in columns], separator=BETWEEN_FIELDS)


def row_hashes(rows: pl.DataFrame) -> pl.Series:
    """The hash of what each row says: key, figures, status, reason and note; no id, no moment, no source.

    What a survey says is written behind that where there is any, so that a figure of no survey keeps the hash
    it had before figures of surveys could be told apart.
    """
    fields = [pl.col(name).fill_null("") for name in (*KEY, *FIGURES, *WORDS)]
    survey = [pl.col(name).fill_null("") for name in SURVEY]
    is_survey = pl.any_horizontal(pl.col(name).is_not_null() for name in SURVEY)
    behind = pl.when(is_survey).then(pl.concat_str([pl.lit(""), *survey], separator=BETWEEN_FIELDS))
    texts = rows.select(
        pl.concat_str(fields, separator=BETWEEN_FIELDS) + behind.otherwise(pl.lit(""))
    ).to_series()
    return pl.Series(
        "row_hash", [hashlib.sha256(text.encode()).hexdigest() for text in texts], dtype=pl.String
    )


def submission_digest(header: dict[str, Any], rows: pl.DataFrame, repeated: list[str]) -> str:
    """The digest of a delivery: its header, its rows with their moments and provenance, what it repeats."""
    moments = {moment: canonical.moment(moment) for moment in rows["known_from"].unique()}
    spelled = [
        pl.col("known_from").replace_strict(moments, default="", return_dtype=pl.String),
        *(pl.col(name) for name in ("row_hash", "replaces", *BESIDE)),
    ]
    lines = rows.select(pl.concat_str(spelled, separator=BETWEEN_FIELDS)).to_series()
    parts = [canonical.text(header), _joined(lines), _joined(pl.Series(repeated, dtype=pl.String))]
    return hashlib.sha256((BETWEEN_ROWS * 2).join(parts).encode()).hexdigest()


def _joined(texts: pl.Series) -> str:
    """All texts in one, in the order of their characters."""
    return str(texts.sort().str.join(BETWEEN_ROWS).item())
