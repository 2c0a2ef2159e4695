"""Decimals: one spelling for a number, exact to 25 significant digits."""

import re
from decimal import Decimal, InvalidOperation

import polars as pl

DIGITS = 25
PATTERN = r"^(?:0|-?(?:[1-9][0-9]*(?:\.[0-9]*[1-9])?|0\.[0-9]*[1-9]))$"


class NotADecimal(ValueError):
    """The text is not a number that can be kept exactly."""


def canonical(number: str | int | float | Decimal) -> str:
    """The number without exponent, plus sign, needless zeros or a minus before zero: "-0.50" is "-0.5".

    A float stands for the shortest decimal that it is the nearest float to, as it is printed.
    """
    try:
        exact = number if isinstance(number, Decimal) else Decimal(str(number).strip().replace("_", "?"))
    except InvalidOperation as error:
        raise NotADecimal(f"{number!r} is not a number: write digits with at most one point") from error
    if not exact.is_finite():
        raise NotADecimal(f"{number!r} is not a number that can be kept")
    text = _plain(exact)
    if digits(text) > DIGITS:
        raise NotADecimal(f"{number!r} has {digits(text)} significant digits: at most {DIGITS} are kept")
    return text


def digits(text: str) -> int:
    """How many significant digits a canonical number has: zeros at the end of a whole number count."""
    return len(text.replace("-", "").replace(".", "").lstrip("0")) or 1


def canonical_column(column: pl.Series) -> pl.Series:
    """A column of text in canonical form; missing stays missing. Raises NotADecimal."""
    amiss = column.filter(~_is_canonical(column)).unique().drop_nulls()
    if amiss.is_empty():
        return column
    return column.replace(amiss, pl.Series([canonical(text) for text in amiss]))


def is_canonical(text: str) -> bool:
    """Whether a text is the one spelling of a number."""
    return bool(re.fullmatch(PATTERN, text)) and digits(text) <= DIGITS


def _is_canonical(column: pl.Series) -> pl.Series:
    bare = column.str.replace_all(r"[-.]", "").str.strip_chars_start("0")
    return column.str.contains(PATTERN) & (bare.str.len_bytes() <= DIGITS)


def _plain(exact: Decimal) -> str:
    if exact.is_zero():
        return "0"
    if abs(exact.adjusted()) > 2 * DIGITS:
        raise NotADecimal(f"{exact} is too large or too small to be kept")
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
