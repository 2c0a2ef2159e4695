"""Counts: how many of how many, always with what they are out of."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from goldenthread.documents.wording.measures import digits, with_unit

MILLION: Final = 1_000_000


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 indicator", "9 indicators", "2 households"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """A list as one reads it: "a", "a and b", "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def of_all(part: int, whole: int) -> str:
    """A count out of another: "512 of 561"."""
    return f"{part:,} of {whole:,}"


def of_money(part: Decimal, whole: Decimal) -> str:
    """Pounds out of pounds: "£4.1m of £196.4m", "£853 of £1,200"; each to a tenth of a million where it has
    one."""
    return f"{_pounds(part)} of {_pounds(whole)}"


def share(part: int, whole: int, decimals: int = 1) -> str:
    """A percentage with its counts: "18 of 27 (66.7%)"; of nothing, the counts alone."""
    if whole == 0:
        return of_all(part, whole)
    return f"{of_all(part, whole)} ({_percent(part, whole, decimals)}%)"


def share_of(part: int, whole: int, one: str, many: str = "") -> str:
    """A percentage with its counts and their noun: "30 of 57 rated indicators (52.6%)"."""
    told = f"{part:,} of {plural(whole, one, many)}"
    return f"{told} ({_percent(part, whole, 1)}%)" if whole else told


def rounding_note(parts: Sequence[int], decimals: int = 0) -> str:
    """The remark that rounded percentages need where they do not add up to 100; "" where they do."""
    whole = sum(parts)
    if whole == 0:
        return ""
    printed = sum(Decimal(_percent(part, whole, decimals)) for part in parts)
    return "" if printed == 100 else "may not sum to 100 because of rounding"


def rated_of(*, rated: int, total: int, earlier: int = 0) -> str:
    """How many are rated: "57 of 66 rated; 6 of these on an earlier period; 9 not rated"."""
    parts = [f"{of_all(rated, total)} rated"]
    if earlier:
        parts.append(f"{earlier:,} of these on an earlier period")
    if total > rated:
        parts.append(f"{total - rated:,} not rated")
    return "; ".join(parts)


def reported_of(*, reported: int, total: int, provisional: int = 0) -> str:
    """How many have reported: "12 of 15 reported, 2 provisional"."""
    return f"{of_all(reported, total)} reported" + (f", {provisional:,} provisional" if provisional else "")


def _pounds(amount: Decimal) -> str:
    if abs(amount) >= MILLION:
        return with_unit(digits(amount / MILLION, 1), "£m", "cell")
    return with_unit(digits(amount, 0), "£", "cell")


def _percent(part: int, whole: int, decimals: int) -> str:
    return digits(Decimal(100) * part / whole, decimals)
