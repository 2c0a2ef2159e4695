"""Rounding: half up, once, at the edge, as a person does it on paper."""

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import overload

import polars as pl

NUDGE = 1e-9
"""How far, relative to itself, a computed figure may fall short of a limit and still stand on it."""

DIGITS = 15
"""A decimal of so many significant digits survives the trip through a binary number and back."""

WHOLE = 10.0**DIGITS
"""From so many steps on, the fraction of a step is noise and the figure stays as it is."""

ROOMY = Context(prec=100)
"""Room for a figure of 25 digits, at any number of decimals."""

FAR = 1e-3
"""Never is a figure nudged by more than this part of a step, however large it is."""


@overload
def half_up(value: Decimal, decimals: int) -> Decimal: ...
@overload
def half_up(value: float, decimals: int) -> float: ...
@overload
def half_up(value: pl.Expr, decimals: int | pl.Expr) -> pl.Expr: ...
def half_up(value: Decimal | float | pl.Expr, decimals: int | pl.Expr) -> Decimal | float | pl.Expr:
    """The value to so many decimals, a half going away from zero: 0.25 -> 0.3, -0.25 -> -0.3.

    Equal to exact decimal arithmetic for every decimal of up to 15 significant digits. A figure that is no
    such decimal was computed (100 * 3146 / 3575): it counts as a half when it is within NUDGE of one.
    Decimals may be negative (-1: nearest ten) and, in a frame, a column of their own. Missing stays missing.
    """
    if isinstance(value, pl.Expr):
        return _of_column(value, decimals)
    assert isinstance(decimals, int), "a single figure takes a whole number of decimals"
    if isinstance(value, Decimal):
        return _of_decimal(value, decimals)
    return _of_number(float(value), decimals)


def printed(value: Decimal | float, decimals: int) -> str:
    """The rounded figure as digits: 88 to one decimal is "88.0"; never "-0.0"."""
    rounded = half_up(value, decimals)
    digits = Decimal(str(rounded)) if isinstance(rounded, float) else rounded
    return f"{digits:.{max(decimals, 0)}f}"


def touches_limit(
    value: pl.Expr, decimals: int | pl.Expr, limits: tuple[float, ...] = (0.0, 100.0)
) -> pl.Expr:
    """Whether the printed figure would claim a natural limit that is not reached (99.98 as 100.0)."""
    shown = half_up(value, decimals)
    claims = [(shown == limit) & ((value - limit).abs() > NUDGE * max(abs(limit), 1.0)) for limit in limits]
    return pl.any_horizontal(claims)


def _of_decimal(value: Decimal, decimals: int) -> Decimal:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, ROOMY)
    return abs(rounded) if rounded.is_zero() else rounded


def _of_number(value: float, decimals: int) -> float:
    """What `_of_column` does, for a single figure: a page prints thousands of them."""
    size, up, down = abs(value), 10.0 ** max(decimals, 0), 10.0 ** max(-decimals, 0)
    scaled = size * up / down
    if not scaled < WHOLE:
        return value
    floor = float(math.floor(scaled))
    half = floor + 0.5
    in_reach = half - scaled <= min(scaled * NUDGE, FAR) and float(f"{size:.{DIGITS}g}") != size
    goes_up = scaled >= half or size == half * down / up or in_reach
    return math.copysign((floor + 1.0 if goes_up else floor) * down / up, value) + 0.0


def _of_column(value: pl.Expr, decimals: int | pl.Expr) -> pl.Expr:
    places = decimals if isinstance(decimals, pl.Expr) else pl.lit(decimals)
    up = pl.lit(10.0).pow(places.clip(lower_bound=0).cast(pl.Float64))
    down = pl.lit(10.0).pow((-places).clip(lower_bound=0).cast(pl.Float64))
    size = value.cast(pl.Float64).abs()
    scaled = size * up / down
    half = scaled.floor() + 0.5
    on_half = half * down / up
    reach = (scaled * NUDGE).clip(upper_bound=FAR)
    near = (size == on_half) | ((half - scaled <= reach) & ~_is_short_decimal(size))
    steps = pl.when(near | (scaled >= half)).then(scaled.floor() + 1.0).otherwise(scaled.floor())
    rounded = steps * down / up * value.sign() + 0.0
    has_fraction = scaled < WHOLE
    return pl.when(has_fraction).then(rounded).otherwise(value.cast(pl.Float64))


def _is_short_decimal(size: pl.Expr) -> pl.Expr:
    """Whether the number is what a decimal of at most 15 significant digits is stored as."""
    return size.round_sig_figs(DIGITS) == size
