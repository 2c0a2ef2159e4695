"""Comparison: what a delivery says that is not known yet, what it corrects, what it says again."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from goldenthread.audit.models import Redaction
from goldenthread.observations import sql, timeline
from goldenthread.observations.content import BESIDE, KEY, NUMBERS, SAID
from goldenthread.observations.delivery import ObservationsDisagree, describe
from goldenthread.observations.timeline import Repeat

IDENTITY = {"id": pl.Int64(), "key": pl.String(), "known_from": sql.MOMENT, "row_hash": pl.String()}
TEXTS = dict.fromkeys((*KEY, *SAID, *BESIDE, "row_hash", "replaces", "change"), pl.String())
NEW = pl.Schema({**TEXTS, "known_from": sql.MOMENT, "old_id": pl.Int64()})
OLD = {**dict.fromkeys(SAID, pl.String()), "known_from": sql.MOMENT}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A delivery against the ledger as known at its moment.

    `rows`, one for each figure to be kept: key, figures, `change` (added, changed, restated), `known_from`,
    `replaces`, `why`. `repeated`: id and row_hash of rows that are said again at a moment of their own.
    """

    rows: pl.DataFrame
    repeated: pl.DataFrame
    unchanged: int
    redacted: int

    def count(self, change: str) -> int:
        """How many rows are of one kind."""
        return self.rows.filter(pl.col("change") == change).height


def compare(delivered: pl.DataFrame, *, known_from: datetime, source_name: str) -> Comparison:
    """Hold a sound delivery against what was known at `known_from`. Raises ObservationsDisagree."""
    redacted = Redaction.objects.filter(table_name=sql.TABLE).values_list("row_hash", flat=True)
    fit = delivered.filter(~pl.col("row_hash").is_in(list(redacted)))
    joined = fit.join(_current(fit, known_from), on="key", how="left", maintain_order="left")
    same = joined.filter(pl.col("replaces") == pl.col("row_hash"))
    new = _new(joined.filter(pl.col("replaces").ne_missing(pl.col("row_hash"))), known_from, source_name)
    _refuse_second_word(new.filter(pl.col("old_known_from") == known_from))
    repeats = timeline.repeats_from(known_from)
    restated = _restated(new.filter(pl.col("change") == "changed"), known_from, repeats)
    return Comparison(
        rows=pl.concat([new.select(NEW.names()), restated.select(NEW.names())]),
        repeated=_newly_repeated(same, known_from, repeats),
        unchanged=same.height,
        redacted=delivered.height - fit.height,
    )


def with_old(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of a comparison beside what they replace, in columns `old_...`."""
    old = sql.select({"id": pl.Int64(), **OLD}, sql.among("id", rows["old_id"].drop_nulls().to_list()))
    named = old.rename({name: f"old_{name}" for name in ("id", *OLD)})
    joined = rows.join(named, on="old_id", how="left", maintain_order="left").drop("old_id")
    return joined.rename({name: f"{name}_exact" for figure in NUMBERS for name in (figure, f"old_{figure}")})


def _stored(like: pl.DataFrame, *conditions: sql.Condition) -> pl.DataFrame:
    """What identifies the ledger's rows for the indicators and periods of a frame."""
    about = [sql.among(name, like[name].unique().to_list()) for name in ("indicator", "period")]
    return sql.select(IDENTITY, *about, *conditions)


def _current(fit: pl.DataFrame, known_from: datetime) -> pl.DataFrame:
    stored = _stored(fit, sql.known_at(known_from))
    return (
        stored.sort("known_from")
        .unique("key", keep="last")
        .rename({"id": "old_id", "known_from": "old_known_from", "row_hash": "replaces"})
    )


def _new(differing: pl.DataFrame, known_from: datetime, source_name: str) -> pl.DataFrame:
    changed = pl.col("replaces").is_not_null()
    unexplained = changed & (pl.col("why") == "")
    return differing.with_columns(
        pl.when(changed).then(pl.lit("changed")).otherwise(pl.lit("added")).alias("change"),
        pl.when(unexplained).then(pl.lit(f"delivered anew in {source_name}")).otherwise("why").alias("why"),
        pl.col("replaces").fill_null(""),
        pl.lit(known_from, dtype=sql.MOMENT).alias("known_from"),
    )


def _refuse_second_word(contradicting: pl.DataFrame) -> None:
    if not contradicting.is_empty():
        raise ObservationsDisagree(
            f"another figure is already known from the very moment {contradicting['known_from'][0]}: "
            f"{describe(contradicting)}. A correction is known from a later moment"
        )


def _newly_repeated(same: pl.DataFrame, known_from: datetime, repeats: list[Repeat]) -> pl.DataFrame:
    """The rows said again, but for those that were first said, or were said again already, at this moment."""
    said = [repeat.ids for repeat in repeats if repeat.known_from == known_from]
    earlier = same.filter(pl.col("old_known_from") < known_from).select(
        pl.col("old_id").alias("id"), "row_hash"
    )
    for ids in said:
        earlier = earlier.join(ids.to_frame(), on="id", how="anti")
    return earlier


def _restated(changed: pl.DataFrame, known_from: datetime, repeats: list[Repeat]) -> pl.DataFrame:
    """Rows that keep true what later deliveries said again, where an older figure comes in after them.

    Known: 5 in July, and 5 again in January. A late delivery brings a 7 known in October. Without a row of
    its own for January, the 7 would then stand for January too.
    """
    if changed.is_empty() or not repeats:
        return NEW.to_frame()
    history = _stored(changed).join(changed.select("key"), on="key", how="semi")
    said_again = pl.concat(_said_again(history, repeat) for repeat in repeats)
    _refuse_second_word(
        changed.join(said_again.filter(pl.col("again_from") == known_from), on="key", how="semi")
    )
    next_row = (
        history.filter(pl.col("known_from") > known_from)
        .group_by("key")
        .agg(pl.col("known_from").min().alias("next"))
    )
    due = (
        said_again.sort("again_from")
        .unique("key", keep="first")
        .join(next_row, on="key", how="left")
        .filter(pl.col("next").is_null() | (pl.col("again_from") < pl.col("next")))
        .join(changed.select("key", pl.col("row_hash").alias("replaces")), on="key")
        .filter(pl.col("row_hash") != pl.col("replaces"))
    )
    whole = sql.select(
        {"id": pl.Int64(), **dict.fromkeys((*KEY, *SAID), pl.String())}, sql.among("id", due["id"].to_list())
    )
    return due.join(whole, on="id").with_columns(
        pl.lit(None, dtype=pl.Int64).alias("old_id"),
        pl.lit("restated").alias("change"),
        pl.col("again_from").alias("known_from"),
        pl.format("restating {}", "again_in").alias("cell"),
        pl.format("said again in {}", "again_in").alias("why"),
    )


def _said_again(history: pl.DataFrame, repeat: Repeat) -> pl.DataFrame:
    return history.join(repeat.ids.to_frame(), on="id", how="semi").select(
        "id",
        "key",
        "row_hash",
        pl.lit(repeat.known_from, dtype=sql.MOMENT).alias("again_from"),
        pl.lit(repeat.source_name).alias("again_in"),
    )
