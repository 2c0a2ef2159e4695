"""Measures: a figure with its unit, in the space of a cell or in a sentence."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from goldenthread.methods import rounding

Amount = Decimal | float | int
Place = Literal["cell", "sentence"]

MINUS: Final = "\u2212"

# Units that stand after the figure in a sentence; in a table they stand once, in the line under the name.
_AFTER: Final = {"count": "", "score": "", "rate": "", "other": "", "": ""}
_POUNDS: Final = {"£": "", "£m": "m", "£000s": "k"}
_UNIT_WORDS: Final = {
    "%": "%",
    "% change": "% change",
    "count": "number",
    "seconds": "time",
    "£m": "£ million",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What the words need to know of an indicator: its unit, decimals, direction and way of being shown.

    `display` is "minutes_seconds" for seconds said as a time, "counts" for numerator and denominator as they
    are ("11 of 11"), "money" for a share whose counts are pounds ("£4.1m of £196.4m" beside it), else "".
    """

    unit: str
    decimals: int = 0
    polarity: str = "neutral"
    display: str = ""


def figure(
    value: Amount, measure: Measure, *, place: Place = "cell", counts: tuple[Amount, Amount] | None = None
) -> str:
    """The figure as printed: "91.3%", "1,164", "£4.1m", "2 min 51 s"; in a sentence with its unit.

    `counts` are numerator and denominator, for measures that are shown so.
    """
    if measure.display == "counts" and counts is not None:
        return f"{digits(counts[0], 0)} of {digits(counts[1], 0)}"
    if measure.display == "minutes_seconds":
        return duration(value, place)
    return with_unit(digits(value, measure.decimals), measure.unit, place)


def digits(value: Amount, decimals: int) -> str:
    """The figure rounded half up, thousands separated, a true minus before it."""
    rounded = Decimal(rounding.printed(Decimal(value) if isinstance(value, int) else value, decimals))
    return f"{rounded:,}".replace("-", MINUS)


def with_unit(text: str, unit: str, place: Place) -> str:
    """Printed digits with the sign of their unit, and in a sentence with its words."""
    sign, bare = (MINUS, text[1:]) if text.startswith(MINUS) else ("", text)
    if unit in _POUNDS:
        return f"{sign}£{bare}{_POUNDS[unit]}"
    if unit in ("%", "% change"):
        return f"{text}%"
    words = _AFTER.get(unit, f" {unit}") if place == "sentence" else ""
    if words == " days" and bare == "1":
        words = " day"
    return f"{text}{words}"


def duration(seconds: Amount, place: Place) -> str:
    """Seconds as people say them: "2 minutes 51 seconds", in a cell "2 min 51 s"."""
    whole = int(rounding.half_up(Decimal(seconds), 0))
    sign, left = (MINUS, -whole) if whole < 0 else ("", whole)
    parts = []
    for size, long, short in ((3600, "hour", "h"), (60, "minute", "min"), (1, "second", "s")):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {short if place == 'cell' else long + 's' * (count != 1)}")
    return sign + " ".join(parts) if parts else ("0 s" if place == "cell" else "0 seconds")


def target(value: Amount, measure: Measure, *, place: Place = "cell") -> str:
    """A target in words: "90.0%", and where low is good "1,050 or fewer", "28.0 or less"."""
    text = figure(value, measure, place=place)
    if measure.polarity == "lower" and value > 0:
        return f"{text} or {'fewer' if measure.unit == 'count' else 'less'}"
    return text


def target_range(lower: Amount, upper: Amount, measure: Measure, *, place: Place = "cell") -> str:
    """A target that is a span: "15 to 20%"."""
    last = figure(upper, measure, place=place)
    if measure.unit in _POUNDS or measure.display == "minutes_seconds":
        return f"{figure(lower, measure, place=place)} to {last}"
    return f"{digits(lower, measure.decimals)} to {last}"


def polarity(measure: Measure, span: tuple[Amount, Amount] | None = None) -> str:
    """Which way is good: "high is good", "low is good", "best between 15 and 20"."""
    if measure.polarity == "range" and span is not None:
        return f"best between {digits(span[0], measure.decimals)} and {digits(span[1], measure.decimals)}"
    said = {"higher": "high is good", "lower": "low is good", "range": "best within a range"}
    return said.get(measure.polarity, "shown for context")


def unit_words(unit: str) -> str:
    """The unit as it stands once in the line under an indicator's name."""
    return _UNIT_WORDS.get(unit, unit)
