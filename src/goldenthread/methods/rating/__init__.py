"""Rating: hold each value against the edges of its scheme."""

import math
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import reasons
from goldenthread.methods.rating import contradictions, groups, rules
from goldenthread.methods.rating.edges import WORD_COLUMNS
from goldenthread.methods.rating.groups import Rows
from goldenthread.methods.rating.rules import Rule
from goldenthread.methods.rating.scheme import BASES, Band, Edge, Scheme
from goldenthread.methods.rating.sheet import EDGES, WORDS, Sheet
from goldenthread.methods.rating.verdicts import Verdict

__all__ = ["COLUMNS", "Band", "ColumnsMissing", "Edge", "FiguresNotFinite", "Scheme", "rate"]

COLUMNS: Final = ("rating", "reason", *EDGES, *WORDS[1:], "printed_contradicts", "with_care")
"""What `rate` adds to a frame."""

NEEDED: Final = ("value", "scheme", "polarity")
FIGURES: Final = {*BASES, "value", "tolerance", "denominator"} - {"better_end", "worse_end"}


class ColumnsMissing(ValueError):
    """The frame lacks columns without which nothing can be rated."""


class FiguresNotFinite(ValueError):
    """A column holds infinity or "not a number" where a figure, or nothing, should stand."""


@dataclass(frozen=True)
class _Task:
    """What is to be rated: the frame, which rows may not be, and how near an edge rounding could matter."""

    frame: pl.DataFrame
    is_forbidden: NDArray[np.bool_] | None
    reach: float


def rate(frame: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.DataFrame:
    """The frame with `COLUMNS` added: each row's band, or the reason why it has none.

    Needs `value`, `scheme` (a key of `schemes`; empty: no target) and `polarity`, and whatever columns the
    schemes start from (`target`, `amber`, `lower`, `upper`, `floor`, `tolerance` with `tolerance_kind`,
    `like_value`, `trend_like` ...; an absent column counts as empty). Looks at, if there: `reason` (why a
    figure may not be rated, a code of `reasons` or its words), `target_reason`, `decimals`, `denominator`.

    Values are held against edges unrounded; one that stands on an edge, give or take `rounding.NUDGE` of it,
    takes the better band where the edge is inclusive. Added: `rating` (band code or null), `reason` (""
    where rated), `better_edge`, `worse_edge` and, for the best band of a range, `other_edge`; what lies
    beyond them (`better_band`, `worse_band`) and where a value must stand for it (`better_side`: "at or
    above" ...); `rating_group`, `rule`; `printed_contradicts`; `with_care` (fewer cases than the scheme asks
    for). Bands and rule are of type
    Categorical, the other words Enum. Raises ColumnsMissing, FiguresNotFinite, closed_words.WordUnknown,
    reasons.NotAReason, rules.SchemeDoesNotFit.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise ColumnsMissing(f"to rate, the frame needs {', '.join(missing)}")
    given = _given_reasons(frame)
    decimals = frame["decimals"] if "decimals" in frame.columns else None
    reach = 0.0 if decimals is None else contradictions.reach(decimals)
    task = _Task(frame, _marked(frame, given), reach)
    sheet = Sheet.empty(frame.height)
    outcomes = _rate_all(task, sheet, schemes)
    _enter_given(sheet, frame, given)
    rated = sheet.columns(outcomes, decimals)
    return frame.drop(COLUMNS, strict=False).with_columns(rated.select(COLUMNS))


def _rate_all(task: _Task, sheet: Sheet, schemes: Mapping[str, Scheme]) -> list[Verdict | None]:
    """Enter every row in the sheet, each scheme and polarity in its turn; the outcomes by their number."""
    outcomes: list[Verdict | None] = [None]
    work = []
    for scheme, side, rows in groups.groups(task.frame, schemes):
        if scheme is None or side is None:
            _enter_context(task, sheet, rows)
            continue
        rule = rules.compiled(scheme, side)
        work.append(partial(_rate_group, task, sheet, scheme, rule, rows, len(outcomes)))
        outcomes += rule.outcomes
    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        for done in [pool.submit(each) for each in work]:
            done.result()
    return outcomes


def _rate_group(task: _Task, sheet: Sheet, scheme: Scheme, rule: Rule, rows: Rows, first: int) -> None:
    """Apply one rule to its rows; its outcomes are numbered from `first`."""
    part = _part(task, scheme, rule, rows)
    found = rule.verdicts(part)
    sheet.enter_verdicts(rows, found, first)
    unrated = found["verdict"].is_null().arg_true()
    if unrated.len():
        sheet.enter_reasons(rows[unrated.to_numpy()], rule.reasons(part.select(pl.all().gather(unrated))))
    if scheme.small_numbers == "with_care" and scheme.min_denominator is not None:
        sheet.with_care[rows] = part.select(rules.is_small(scheme)).to_series().to_numpy()
    if task.reach:
        near = contradictions.within_reach(found, part["_value"], task.reach)
        sheet.near.append((rows[near.to_numpy()], part["_value"].gather(near)))


def _part(task: _Task, scheme: Scheme, rule: Rule, rows: Rows) -> pl.DataFrame:
    """The rows and columns that the rule looks at; `_value` is null where a reason forbids a rating."""
    present = [name for name in task.frame.columns if name in rule.columns]
    part = groups.gathered(task.frame.select(present), rows)
    figures = [pl.col(name).cast(pl.Float64) for name in present if name in FIGURES | {scheme.measured}]
    absent = [_nothing(name, scheme) for name in sorted(rule.columns - set(present))]
    part = part.with_columns(*figures, *absent)
    _check_finite(part)
    value = pl.col(scheme.measured)
    if task.is_forbidden is not None:
        value = pl.when(~pl.lit(pl.Series(task.is_forbidden[rows]))).then(value)
    return part.with_columns(value.alias("_value"))


def _nothing(name: str, scheme: Scheme) -> pl.Expr:
    """An empty column in place of one that the frame lacks."""
    conditions = {edge.when.column for edge in scheme.edges if edge.when}
    dtype = pl.String() if name in WORD_COLUMNS | conditions else pl.Float64()
    return pl.lit(None, dtype=dtype).alias(name)


def _check_finite(part: pl.DataFrame) -> None:
    for column in part:
        if column.dtype.is_float() and not math.isfinite(float(column.sum() or 0)):
            raise FiguresNotFinite(f"{column.name} holds infinity or not-a-number: give a figure or nothing")


def _given_reasons(frame: pl.DataFrame) -> pl.DataFrame | None:
    """Row and reason where the frame itself says why there is no rating. Raises reasons.NotAReason."""
    if "reason" not in frame.columns:
        return None
    stated = frame.lazy().with_row_index("row").filter(pl.col("reason").cast(pl.String).fill_null("") != "")
    given = stated.select("row", "value", code=reasons.code_of(pl.col("reason"))).drop_nulls("code").collect()
    for code in given["code"].unique():
        reasons.get(code)
    given = given.filter(pl.col("value").is_null() | reasons.forbids(pl.col("code")))
    return given if given.height else None


def _marked(frame: pl.DataFrame, given: pl.DataFrame | None) -> NDArray[np.bool_] | None:
    if given is None:
        return None
    marked = np.zeros(frame.height, dtype=np.bool_)
    marked[given["row"].to_numpy()] = True
    return marked


def _enter_context(task: _Task, sheet: Sheet, rows: Rows) -> None:
    """A measure without polarity or scheme: for context, whatever target somebody has set."""
    names = [name for name in ("target", "lower", "upper") if name in task.frame.columns]
    has_target = pl.any_horizontal(*(pl.col(name).is_not_null() for name in names), pl.lit(value=False))
    is_neutral = has_target & (pl.col("scheme").cast(pl.String) != "")
    why = (
        pl.when(pl.col("value").is_null())
        .then(pl.lit("awaited"))
        .when(is_neutral)
        .then(pl.lit("neutral"))
        .otherwise(pl.lit("no_target"))
    )
    about = groups.gathered(task.frame.select("value", "scheme", *names), rows)
    sheet.enter_context(rows, about.select(why.alias("why")).to_series())


def _enter_given(sheet: Sheet, frame: pl.DataFrame, given: pl.DataFrame | None) -> None:
    """What the frame itself says: why there is no target, and why a figure may not be rated."""
    if "target_reason" in frame.columns:
        rows = sheet.rows_without("no_target")
        said = groups.gathered(frame.select("target_reason"), rows)
        code = reasons.code_of(pl.col("target_reason")).fill_null("no_target")
        sheet.enter_reasons(rows, said.select(code).to_series())
    if given is not None:
        sheet.enter_reasons(given["row"].to_numpy(), given["code"])
