"""Formats: the number format under which an exact figure looks as it is printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Final

from goldenthread.documents.wording.measures import MINUS

# What a cell holds of a figure, and what Excel rounds for display.
DIGITS: Final = Context(prec=15)
_ROOMY: Final = Context(prec=400)

_MARK: Final = re.compile(r"(?P<rest>.*\S)\s+(?P<mark>\[[a-z]{1,3}\])")
_NUMBER: Final = re.compile(
    rf"(?P<sign>[{MINUS}+-]?)(?P<pounds>£?)"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?"
    r"(?P<unit>[%a-zA-Z]{0,3})(?:\s+(?P<words>[^\d\s][^\d]*))?"
)
_TIME: Final = re.compile(
    rf"(?P<sign>[{MINUS}-]?)(?=\d)(?:(?P<h>\d+) h)?\s*(?:(?P<min>\d+) min)?\s*(?:(?P<s>\d+) s)?"
    r"(?:\s+(?P<words>[^\d\s][^\d]*))?"
)
_SIZES: Final = {"h": 3600, "min": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class Shape:
    """How an exact figure is to look: its number format, and the words that stand beside it.

    `words` are those that no number holds ("or fewer"); of a time, the time as printed, since the cell
    holds seconds.
    """

    format: str
    words: str = ""


def unmarked(shown: str) -> tuple[str, str]:
    """A figure as printed without its mark, and the mark: "38.4% [p]" is "38.4%" and "[p]"."""
    found = _MARK.fullmatch(shown.strip())
    return (found["rest"], found["mark"]) if found else (shown.strip(), "")


def shape(shown: str, value: Decimal) -> Shape | None:
    """The shape under which a cell that holds `value` looks like `shown`, a figure without a mark.

    None where no format does: where words or several numbers are shown ("9 of 9"), or where a spreadsheet,
    which rounds a half away from zero, would print another figure.
    """
    if held(value) is None:
        return None
    return _time(shown, value) or _number(shown, value)


def held(value: Decimal) -> float | None:
    """The figure as a cell holds it, to 15 significant digits; None where it is too large or too small."""
    number = float(DIGITS.create_decimal(value))
    return number if isfinite(number) and bool(number) == bool(value) else None


def _number(shown: str, value: Decimal) -> Shape | None:
    found = _NUMBER.fullmatch(shown)
    if not found:
        return None
    part = found["part"] or ""
    digits = Decimal(f"{found['whole'].replace(',', '')}.{part}" if part else found["whole"].replace(",", ""))
    if _rounded(value, len(part)) != (-digits if found["sign"] in (MINUS, "-") else digits):
        return None
    places = "#,##0" if "," in found["whole"] or len(found["whole"]) <= 3 else "0"
    places += f".{'0' * len(part)}" if part else ""

    def body(sign: str) -> str:
        return f"{_quoted(sign + found['pounds'])}{places}{_quoted(found['unit'])}"

    return Shape(_sections(body, value, found["sign"]), found["words"] or "")


def _time(shown: str, value: Decimal) -> Shape | None:
    found = _TIME.fullmatch(shown)
    if not found or not any(found[name] for name in _SIZES):
        return None
    seconds = sum(int(found[name] or 0) * size for name, size in _SIZES.items())
    if _rounded(value, 0) != (-seconds if found["sign"] else seconds):
        return None

    def body(sign: str) -> str:
        return f'{_quoted(sign)}#,##0" seconds"'

    return Shape(_sections(body, value, found["sign"]), shown)


def _sections(body: Callable[[str], str], value: Decimal, sign: str) -> str:
    """One section for a number that is not negative; for a negative one two, so that our own minus prints."""
    return body(sign) if value >= 0 else f"{body('')};{body(sign)}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    held = DIGITS.create_decimal(value)
    return held.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_ROOMY)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
