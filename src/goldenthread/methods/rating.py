"""Rating: hold each value against the edges of its scheme."""

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import rating_contradictions, rating_groups, rating_rules, reasons
from goldenthread.methods.rating_edges import WORD_COLUMNS
from goldenthread.methods.rating_groups import Rows, SchemeUnknown
from goldenthread.methods.rating_rules import Rule
from goldenthread.methods.rating_scheme import BASES, Band, Edge, Scheme
from goldenthread.methods.rating_verdicts import Verdict

__all__ = ["COLUMNS", "Band", "ColumnsMissing", "Edge", "FiguresNotFinite", "Scheme", "SchemeUnknown", "rate"]

WORDS: Final = tuple(field.name for field in fields(Verdict))
EDGES: Final = tuple(rating_contradictions.BEYOND)
COLUMNS: Final = ("rating", "reason", *EDGES, *WORDS[1:], "printed_contradicts", "with_care")
"""What `rate` adds to a frame."""

NEEDED: Final = ("value", "scheme", "polarity")
REASON_CODES: Final = ("", *reasons.REASONS)
REASON_NUMBERS: Final = pl.Enum(REASON_CODES)
FIGURES: Final = {*BASES, "value", "tolerance", "denominator", "_value"} - {"better_end", "worse_end"}


class ColumnsMissing(ValueError):
    """The frame lacks columns without which nothing can be rated."""


class FiguresNotFinite(ValueError):
    """A column holds infinity or "not a number" where a figure, or nothing, should stand."""


@dataclass(frozen=True)
class _Sheet:
    """The results of all rows, filled in scheme by scheme."""

    outcome: NDArray[np.uint16]
    reason: NDArray[np.uint32]
    edges: dict[str, NDArray[np.float64]]
    with_care: NDArray[np.bool_]


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
    for). Words are of type Categorical. Raises ColumnsMissing, SchemeUnknown, FiguresNotFinite,
    rating_rules.SchemeDoesNotFit.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise ColumnsMissing(f"to rate, the frame needs {', '.join(missing)}")
    sheet = _empty_sheet(frame.height)
    given = _given_reasons(frame)
    outcomes: list[Verdict | None] = [None]
    work = []
    for scheme, side, rows in rating_groups.groups(frame, schemes):
        if scheme is None or side is None:
            _enter_unrated(sheet, frame, rows)
            continue
        rule = rating_rules.compiled(scheme, side)
        work.append(partial(_rate_group, sheet, frame, given, scheme, rule, rows, len(outcomes)))
        outcomes += rule.outcomes
    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        for done in [pool.submit(each) for each in work]:
            done.result()
    _enter_given(sheet, frame, given)
    rated = _results(sheet, outcomes).with_columns(with_care=sheet.with_care)
    rated = rated.with_columns(printed_contradicts=_contradicted(frame, rated, schemes))
    return frame.drop(COLUMNS, strict=False).with_columns(rated.select(COLUMNS))


def _empty_sheet(height: int) -> _Sheet:
    return _Sheet(
        outcome=np.zeros(height, dtype=np.uint16),
        reason=np.zeros(height, dtype=np.uint32),
        edges={name: np.full(height, np.nan) for name in EDGES},
        with_care=np.zeros(height, dtype=np.bool_),
    )


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


def _part(
    frame: pl.DataFrame, given: pl.DataFrame | None, scheme: Scheme, rule: Rule, rows: Rows
) -> pl.DataFrame:
    """The rows and columns that the rule looks at; `_value` is null where a reason forbids a rating."""
    wanted = rule.columns
    present = [name for name in frame.columns if name in wanted]
    part = rating_groups.gathered(frame.select(present), rows)
    absent = [
        pl.lit(None, dtype=_type_of(name, scheme)).alias(name) for name in sorted(wanted - set(present))
    ]
    figures = [pl.col(name).cast(pl.Float64) for name in present if name in FIGURES | {scheme.measured}]
    part = part.with_columns(*absent, *figures).with_columns(pl.col(scheme.measured).alias("_value"))
    _check_finite(part)
    if given is None:
        return part
    forbidden = np.zeros(frame.height, dtype=np.bool_)
    forbidden[given["row"].to_numpy()] = True
    return part.with_columns(
        pl.when(~pl.lit(pl.Series(forbidden[rows]))).then(pl.col("_value")).alias("_value")
    )


def _type_of(name: str, scheme: Scheme) -> pl.DataType:
    conditions = {edge.when.column for edge in scheme.edges if edge.when}
    return pl.String() if name in WORD_COLUMNS | conditions else pl.Float64()


def _check_finite(part: pl.DataFrame) -> None:
    for column in part:
        if column.dtype.is_float() and not math.isfinite(float(column.sum() or 0)):
            raise FiguresNotFinite(f"{column.name} holds infinity or not-a-number: give a figure or nothing")


def _rate_group(
    sheet: _Sheet,
    frame: pl.DataFrame,
    given: pl.DataFrame | None,
    scheme: Scheme,
    rule: Rule,
    rows: Rows,
    first: int,
) -> None:
    """Apply one rule to its rows and enter what it finds; its outcomes are numbered from `first`."""
    part = _part(frame, given, scheme, rule, rows)
    found = rule.verdicts(part)
    verdict = found["verdict"]
    sheet.outcome[rows] = (verdict + first).fill_null(0).to_numpy()
    for name in EDGES:
        if found[name].null_count() < len(rows):
            sheet.edges[name][rows] = found[name].fill_null(np.nan).to_numpy()
    if verdict.null_count():
        unrated = verdict.is_null().arg_true()
        why = rule.reasons(part.select(pl.all().gather(unrated)))
        sheet.reason[rows[unrated.to_numpy()]] = _numbers(why)
    if scheme.small_numbers == "with_care" and scheme.min_denominator is not None:
        sheet.with_care[rows] = part.select(rating_rules.is_small(scheme)).to_series().to_numpy()


def _enter_unrated(sheet: _Sheet, frame: pl.DataFrame, rows: Rows) -> None:
    """A measure without polarity or scheme: for context, whatever target somebody has set."""
    targets = [pl.col(name).is_not_null() for name in ("target", "lower", "upper") if name in frame.columns]
    has_target = pl.any_horizontal(*targets, pl.lit(value=False)) & (pl.col("scheme") != "")
    why = (
        pl.when(pl.col("value").is_null()).then(pl.lit("awaited")).when(has_target).then(pl.lit("neutral"))
    ).otherwise(pl.lit("no_target"))
    sheet.reason[rows] = _numbers(frame.select(why.alias("why")).to_series())[rows]


def _enter_given(sheet: _Sheet, frame: pl.DataFrame, given: pl.DataFrame | None) -> None:
    """What the frame itself says: why there is no target, and why a figure may not be rated."""
    if "target_reason" in frame.columns:
        rows = np.flatnonzero(sheet.reason == REASON_CODES.index("no_target"))
        code = reasons.code_of(pl.col("target_reason")).fill_null("no_target")
        sheet.reason[rows] = _numbers(rating_groups.gathered(frame.select(code), rows).to_series())
    if given is not None:
        sheet.reason[given["row"].to_numpy()] = _numbers(given["code"])


def _numbers(codes: pl.Series) -> NDArray[np.uint32]:
    return codes.cast(REASON_NUMBERS).to_physical().cast(pl.UInt32).to_numpy()


def _results(sheet: _Sheet, outcomes: list[Verdict | None]) -> pl.DataFrame:
    numbers = {"outcome": sheet.outcome.astype(np.uint32), "why": sheet.reason}
    found = pl.DataFrame({**numbers, **sheet.edges})
    words = {name: [getattr(each, name, None) for each in outcomes] for name in WORDS}
    columns = {name: _looked_up("outcome", each) for name, each in words.items()}
    edges = {name: pl.col(name).fill_nan(None) for name in EDGES}
    return found.select(**columns, **edges, reason=_looked_up("why", REASON_CODES))


def _looked_up(number: str, words: Sequence[str | None]) -> pl.Expr:
    return pl.lit(pl.Series(words, dtype=pl.Categorical)).gather(pl.col(number))


def _contradicted(frame: pl.DataFrame, rated: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.Series:
    contradicts = np.zeros(frame.height, dtype=np.bool_)
    if "decimals" in frame.columns:
        figure = pl.col("value").cast(pl.Float64)
        for code, scheme in schemes.items():
            if scheme.measured in frame.columns and scheme.measured != "value":
                figure = pl.when(pl.col("scheme") == code).then(pl.col(scheme.measured)).otherwise(figure)
        figures = frame.select(figure.alias("figure")).to_series()
        rows = rating_contradictions.contradicted(rated, figures, frame["decimals"])
        contradicts[rows.to_numpy()] = True
    return pl.Series(contradicts)
