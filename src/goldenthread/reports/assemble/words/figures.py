"""Figures: an indicator's numbers as cells and phrases; what is missing or hidden is said in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.documents.wording import Measure
from goldenthread.methods import periods, reasons
from goldenthread.reports.assemble import peer_names
from goldenthread.reports.assemble.standpoint import Standpoint
from goldenthread.reports.material import Line

HIDDEN: Final = wording.missing("hidden")
# In a cell beside one that gives the reason.
HIDDEN_TOO: Final = "[c] hidden"
LOW: Final = f"[low] {wording.missing('too_small')}"
# A limit is printed with up to so many decimals more than its indicator; one that was computed may have many.
FINER: Final = 2
YEARLY: Final = ("annual",)
NO_TARGET: Final = ("no_target", "target_not_set", "baseline_year", "no_target_this_period")


def measure(line: Line) -> Measure:
    """What the words need to know of an indicator."""
    return Measure(line["unit"], line["decimals"], line["polarity"], line.get("display") or "")


def limit_measure(line: Line, *limits: Decimal) -> Measure:
    """How a target or limit is printed: at the indicator's decimals, or its own where that is not exact."""
    plain = measure(line)
    own = max(len(f"{limit.normalize():f}".partition(".")[2]) for limit in limits)
    return replace(plain, decimals=own) if 0 < own - plain.decimals <= FINER else plain


def amount(number: float | str | None) -> Decimal | None:
    """A sealed number for printing: floats were sealed to twelve significant digits."""
    if number is None:
        return None
    return Decimal(number if isinstance(number, str) else format(number, ".12g"))


def exact(line: Line, name: str) -> Decimal | None:
    """A sealed number in full: as its exact text where the position keeps one."""
    return amount(line.get(f"{name}_exact") or line.get(name))


def shown(line: Line, which: str = "") -> str:
    """A figure as printed ("", "previous_", "like_"); "" where there is none."""
    value = amount(line.get(f"{which}value"))
    if value is None:
        return ""
    return wording.figure(value, measure(line), counts=counts(line, which))


def value(line: Line, at: Standpoint, field: str = "value") -> c.Line:
    """The cell of the figure: number, mark of its status, counts beneath; or why there is none.

    `field` is the last part of its path: another one than "value" for a figure that is not as frozen.
    """
    if not (text := shown(line)):
        return c.line(c.Quiet(why_none(line, at)))
    mark = wording.status_mark(line.get("status") or "actual")
    number = c.Number(f"{text} {mark}".strip(), path(line, at, field), exact(line, "value"))
    beneath = [part for part in (counts_words(line), rounded_words(line), line.get("coverage") or "") if part]
    return c.line(number, *(c.Quiet(part) for part in beneath))


def glance(line: Line, at: Standpoint) -> c.Span:
    """The figure alone, or why there is none."""
    if text := shown(line):
        return c.Number(text, path(line, at, "value"), exact(line, "value"))
    return c.Text(why_none(line, at))


def target(line: Line, at: Standpoint) -> c.Line:
    """The cell of the target: what is asked for, and beneath it how far amber reaches."""
    asked = target_words(line)
    if not asked:
        return c.line(c.Quiet(no_target(line)))
    beneath = [words for words in (peer_names.words(line), amber_words(line)) if words]
    return c.line(c.Number(asked, path(line, at, "target"), exact(line, "target")), *map(c.Quiet, beneath))


def goal(line: Line, at: Standpoint) -> c.Line:
    """The target at the head of a panel: "target 90.0%", or that there is none."""
    asked = target_words(line)
    if not asked:
        return c.line(no_target(line))
    return c.line("target ", c.Number(asked, path(line, at, "target"), exact(line, "target")))


def target_words(line: Line, *, old: str = "") -> str:
    """The target in words: "1,050 or fewer", "15 to 20%"; "" where there is none. `old` is a prefix."""
    single = amount(line.get(f"{old}target_exact") or line.get(f"{old}target"))
    if single is not None:
        return wording.target(single, limit_measure(line, single))
    lower, upper = amount(line.get(f"{old}lower")), amount(line.get(f"{old}upper"))
    if lower is not None and upper is not None:
        return wording.target_range(lower, upper, limit_measure(line, lower, upper))
    return ""


def amber_words(line: Line, *, old: str = "") -> str:
    """How far amber reaches: "amber to 85.0%", "amber from 12 to 23"; "" where no limit is set.

    Nor where it is the target itself: amber cannot occur then.
    """
    limit = amount(line.get(f"{old}amber_exact") or line.get(f"{old}amber"))
    if limit is not None and limit == amount(line.get(f"{old}target_exact") or line.get(f"{old}target")):
        return ""
    if limit is not None:
        return f"amber to {wording.figure(limit, limit_measure(line, limit))}"
    ends = [
        (word, amount(line.get(f"{old}{name}")))
        for word, name in (("from", "amber_lower"), ("to", "amber_upper"))
    ]
    said = [
        f"{word} {wording.figure(end, limit_measure(line, end))}" for word, end in ends if end is not None
    ]
    return f"amber {' '.join(said)}" if said else ""


def no_target(line: Line) -> str:
    """Why there is no target, in words."""
    reason = line.get("reason") or ""
    return reasons.get(reason).label if reason in NO_TARGET else "no target"


def why_none(line: Line, at: Standpoint) -> str:
    """Why there is no figure: "awaited, expected 30 November"; "annual, next due Q4"; hidden."""
    if line.get("hidden"):
        return HIDDEN
    reason = line.get("reason") or "awaited"
    if reason == "too_small" and line.get("rounded"):
        return LOW
    if reason in NO_TARGET:
        return "no figure"
    if reason == "not_due" and line.get("due_note"):
        return str(line["due_note"]).partition(" (")[0]
    expected = date.fromisoformat(line["expected"]) if line.get("expected") and reason == "awaited" else None
    return wording.missing(
        reason,
        expected=expected,
        position=at.position_date,
        frequency=line.get("frequency") or "",
        due=line.get("due") or (),
    )


def period_words(line: Line, at: Standpoint) -> str:
    """The period a figure is about where it is not simply the report's; "" where it is."""
    if line.get("reason") == "not_due":
        return str(line["frequency"]) if line.get("frequency") in YEARLY else ""
    code = line.get("period") or ""
    if not code or code == at.code:
        return ""
    period = periods.parse(code)
    plain = periods.label(period)
    # "T1" says little: a third of a year is named in full.
    full = f"{periods.long_label(period).split(' (')[0]}, {plain.split(' ')[-1]}"
    return full if line.get("frequency") == "thirds" else plain


def meta(line: Line) -> str:
    """The line under a name: unit and direction: "% · high is good"."""
    span = None
    if line.get("lower") is not None and line.get("upper") is not None:
        span = (amount(line["lower"]) or Decimal(0), amount(line["upper"]) or Decimal(0))
    parts = (wording.unit_words(line["unit"]), wording.polarity(measure(line), span))
    return " · ".join(part for part in parts if part)


def path(line: Line, at: Standpoint, field: str) -> str:
    """Where a number lives: "2023-24-Q2/CUS01/value"."""
    return places.place(at.code, line["indicator"], field)


def anchor(code: str) -> str:
    """The id of a thing in a document: small letters, digits, points; any other sign by its number.

    Two codes that differ by more than capitals have two ids: "C&L01" is "c-26l01", "C_L01" "c-5fl01".
    """
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter == ".") else f"-{ord(letter):x}"
        for letter in code.lower()
    )


def receipt(line: Line) -> str:
    """Where the receipt of an indicator's rating stands."""
    return f"receipts.html#r-{anchor(line['indicator'])}"


def counts(line: Line, which: str = "") -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator of a figure; None where it has not both."""
    above, below = amount(line.get(f"{which}numerator")), amount(line.get(f"{which}denominator"))
    return (above, below) if above is not None and below is not None else None


def rounded_words(line: Line) -> str:
    """To what the counts behind a figure are rounded, beneath it: "rounded to 5"; "" where they are not."""
    rounded = line.get("rounded")
    return f"rounded to {rounded['base']}" if rounded else ""


def counts_words(line: Line) -> str:
    """Numerator and denominator beneath a percentage, the count itself beneath a rate per so many."""
    both = counts(line)
    if both is not None and line.get("display") == "money":
        return wording.of_money(*both)
    if both is None or any(count != count.to_integral_value() for count in both):
        return ""
    if line["unit"].startswith("per "):
        return f"{int(both[0]):,} in all"
    if line["unit"] != "%":
        return ""
    if line.get("display") == "counts":
        plain = Measure(line["unit"], line["decimals"], line["polarity"])
        value = amount(line["value"])
        return wording.figure(value, plain) if value is not None else ""
    return wording.of_all(int(both[0]), int(both[1]))
