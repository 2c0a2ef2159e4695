"""Delivery: how the plan's actions and milestones stand, by line and by adopted action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from goldenthread.methods import rollup

STATUSES = ("complete", "green", "amber", "red", "not_started")
"""Every status there is, in the order in which they are printed."""

WORST_FIRST = ("red", "amber", "green", "complete")


class NotAStatus(ValueError):
    """A word that is no status of an action, and that no vocabulary translates."""


@dataclass(frozen=True)
class Reconciliation:
    """How the adopted actions became the lines of a report."""

    adopted: int
    in_parts: int
    lines: int

    def __str__(self) -> str:
        if self.in_parts == 0:
            return f"Each of the {self.adopted} adopted actions is reported on one line."
        reported = "is reported" if self.in_parts == 1 else "are reported"
        return (
            f"{self.lines} lines are shown because {self.in_parts} of the {self.adopted} adopted actions "
            f"{reported} in parts."
        )


def tally(lines: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Counts by status: by, complete, green, amber, red, not_started, all, on_course, on_course_share.

    On course is complete or green; its share is of all lines, to one decimal.
    """
    _check(lines["status"])
    counts = rollup.tally(lines, by, of="status", scale=STATUSES)
    counts = counts.with_columns(on_course=pl.col("complete") + pl.col("green"))
    with_share = rollup.shares(counts, ["on_course"], whole="all", decimals=1)
    return with_share.select(*by, *STATUSES, "all", "on_course", "on_course_share")


def worst_part(lines: pl.DataFrame) -> pl.DataFrame:
    """One row for each adopted action, in the order of the lines: `action` its code, `status`, `parts`.

    `lines` has action, parent (empty where the action is not split) and status; other columns come along from
    the action's first line. An action stands where its worst part stands. It is complete only when every
    part is, and not started only when no part has started: a part delivered and one not yet due are green.
    """
    _check(lines["status"])
    adopted = pl.when(pl.col("parent").fill_null("") == "").then("action").otherwise("parent")
    is_part = pl.col("parent").fill_null("") != ""
    others = [name for name in lines.columns if name not in ("action", "parent", "status")]
    grouped = lines.with_columns(_adopted=adopted).group_by("_adopted", maintain_order=True)
    status = grouped.agg(
        *(pl.col(name).first() for name in others),
        *((pl.col("status") == step).any().alias(step) for step in STATUSES),
        parts=pl.col("action").filter(is_part),
    )
    worst = pl.coalesce(*(pl.when(step).then(pl.lit(step)) for step in WORST_FIRST), pl.lit("not_started"))
    begun = pl.when(pl.col("not_started") & (worst == "complete")).then(pl.lit("green")).otherwise(worst)
    return status.select(pl.col("_adopted").alias("action"), begun.alias("status"), "parts", *others)


def reconciliation(lines: pl.DataFrame) -> Reconciliation:
    """How many actions were adopted, how many are reported in parts, and how many lines that makes."""
    actions = worst_part(lines)
    in_parts = int((actions["parts"].list.len() > 0).sum())
    return Reconciliation(adopted=len(actions), in_parts=in_parts, lines=len(lines))


def translated(statuses: pl.Series, vocabulary: Mapping[str, str]) -> pl.Series:
    """Statuses from a council's own words: {"progressing to plan": "green"}; upper case does not matter."""
    words = {word.strip().lower(): status for word, status in vocabulary.items()}
    _check(pl.Series(sorted(set(words.values())), dtype=pl.String))
    written = statuses.str.strip_chars().str.to_lowercase()
    unknown = sorted(set(written.drop_nulls().unique()) - set(words))
    if unknown:
        raise NotAStatus(f"{', '.join(unknown)}: give each word its status, one of {', '.join(STATUSES)}")
    return written.replace_strict(words, return_dtype=pl.String)


def milestones(milestones: pl.DataFrame, *, on: date, soon: int = 28) -> pl.DataFrame:
    """Milestones (due, done: dates) as they stood on a day: with `state` and `days_late`.

    State is met, met_late, late, due (within so many days) or ahead. What was done after the day had not been
    done on it.
    """
    due, done = pl.col("due"), pl.col("done")
    was_done = (done <= on).fill_null(value=False)
    until = pl.when(was_done).then(done).otherwise(pl.lit(on))
    late = (until - due).dt.total_days().clip(lower_bound=0)
    state = (
        pl.when(was_done & (done <= due)).then(pl.lit("met"))
        .when(was_done).then(pl.lit("met_late"))
        .when(due < on).then(pl.lit("late"))
        .when((due - pl.lit(on)).dt.total_days() <= soon).then(pl.lit("due"))
        .otherwise(pl.lit("ahead"))
    )  # fmt: skip
    return milestones.with_columns(state=state, days_late=late)


def _check(statuses: pl.Series) -> None:
    unknown = sorted({str(status) for status in statuses.unique()} - set(STATUSES))
    if unknown:
        raise NotAStatus(f"{', '.join(unknown)}: a status is one of {', '.join(STATUSES)}")
