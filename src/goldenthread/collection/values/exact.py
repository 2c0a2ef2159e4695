"""Exact numbers: what people write as the ledger spells it, without a binary number in between."""

from decimal import ROUND_HALF_UP, Context, Decimal

from goldenthread.observations import decimals

# Enough for any sum of what people write; nothing is rounded here by accident.
EXACTLY = Context(prec=120)
# A division that does not end (50 of 60 minutes) stops here.
PLACES = Decimal("1e-10")


def of_float(value: float) -> str:
    """The shortest decimal that is stored as this number, which is what was typed."""
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2] if text != "-0.0" else "0"
    return decimals.canonical(text) if "e" in text else text


def rounded(value: Decimal) -> Decimal:
    """To ten places, a half going up."""
    return value.quantize(PLACES, rounding=ROUND_HALF_UP, context=EXACTLY)
