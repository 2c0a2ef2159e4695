"""Tables of groups: how many of how many, the figure, and how far it lies from the council's."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.documents.wording import Measure
from goldenthread.documents.wording.measures import Place
from goldenthread.methods import periods
from goldenthread.reports.assemble.equality import cuts
from goldenthread.reports.assemble.equality.cuts import Cut
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

HIDDEN: Final = "[c]"
NOT_THERE: Final = "[x]"
BEYOND: Final = "more than chance"
LOW: Final = "[low]"
WHY_LOW: Final = "[low]: so little that it rounds to nothing."
WHY_HIDDEN: Final = "[c]: hidden to protect individuals."
# What stands under the heads of a table, by the kind of its indicator.
HEADS: Final = {
    "count": ("Number", ""),
    "share": ("How many", "Percentage"),
    "rate": ("How many", "Rate"),
    "mean": ("Cases", "Average"),
    # Staff over twelve months are no cases: they would be counted twelve times.
    "level": ("", "Average"),
}


def table(q: Quarter, cut: Cut) -> c.Table:
    """One cut: a row a group in the fixed order of the groups, the whole last."""
    counted, result = HEADS[cut.kind]
    shares = c.Column(f"Share of {q.at.council['short_name']}", "number", share=40)
    gap = c.Column(_gap_head(q, cut), "number", share=44)
    heads = (
        c.Column(cut.label, share=58),
        *([c.Column(counted, "number", share=40)] if counted else []),
        *([c.Column(_result_head(cut, result), "value", share=32), gap] if result else [shares]),
    )
    rows = tuple(_row(q, cut, line) for line in cut.lines)
    return c.rows_table(
        table_id(cut),
        caption(q, cut),
        heads,
        (*rows, _whole(q, cut)),
        notes=tuple(c.line(note) for note in _notes(cut)),
    )


def table_id(cut: Cut) -> str:
    """The id of a cut's table."""
    return f"{figures.anchor(cut.whole['indicator'])}-by-{figures.anchor(cut.id)}"


def caption(q: Quarter, cut: Cut) -> str:
    """What the table shows: "ASC07 by ethnic group, at 30 September 2023: 5 of 6 groups, 1 hidden"."""
    label = cut.label[:1].lower() + cut.label[1:]
    when = periods.label(periods.parse(cut.lines[0]["period"]))
    total, gone = len(cut.lines), len(cut.hidden)
    said = f"{cut.whole['indicator']} by {label}, {when}"
    return f"{said}: {total - gone} of {total} shown, {gone} hidden" if gone else said


def result(line: Line, whole: Line, *, place: Place = "cell") -> str:
    """The figure of a group as its indicator is printed."""
    value = figures.amount(line.get("value_exact") or line.get("value"))
    plain = Measure(whole["unit"], whole["decimals"], whole["polarity"])
    return wording.figure(value, plain, place=place) if value is not None else ""


def gap(line: Line, whole: Line) -> tuple[str, str]:
    """How far a group lies from the whole, in its unit, and on which side: ("6.9", "below")."""
    apart = Decimal(format(line["value"], ".12g")) - Decimal(format(whole["value"], ".12g"))
    said = wording.digits(abs(apart), whole["decimals"])
    if not any(digit in said for digit in "123456789"):
        return "", "the same"
    return said, "above" if apart > 0 else "below"


def _row(q: Quarter, cut: Cut, line: Line) -> c.Row:
    is_beyond = any(line is each for each in cut.beyond_chance)
    cells = _counted(q, cut, line)
    if cut.kind == "count":
        cells.append(_share(q, cut, line))
    else:
        cells += [_result(q, cut, line), _gap(q, cut, line, is_beyond=is_beyond)]
    return c.Row(c.line(cuts.name(line)), tuple(cells))


def _whole(q: Quarter, cut: Cut) -> c.Row:
    """The council as a whole, as Appendix 2 has it."""
    line = cut.whole
    cells = _counted(q, cut, line)
    cells += (
        [c.line(_everybody(cut))] if cut.kind == "count" else [_result(q, cut, line), c.line("the whole")]
    )
    return c.Row(c.line(f"{q.at.council['short_name']}, all"), tuple(cells), kind="total")


def _everybody(cut: Cut) -> str:
    return "100%" if cuts.is_shown(cut.whole) else HIDDEN


def _counted(q: Quarter, cut: Cut, line: Line) -> list[c.Line]:
    """The count: of a number the figure itself, of a mean its cases, else how many of how many."""
    if cut.kind == "count":
        return [_result(q, cut, line)]
    if cut.kind == "level":
        return []
    names = ("denominator",) if cut.kind == "mean" else ("numerator", "denominator")
    # A count beside what it is out of would tell the figure that is hidden.
    shown = [name for name in names if name == "denominator" or not cuts.is_hidden(line)]
    numbers = [(name, figures.exact(line, name) if name in shown else None) for name in names]
    if all(number is None for _, number in numbers):
        return [c.line(c.Quiet(symbol(line)))]
    parts: list[str | c.Span] = []
    for name, number in numbers:
        parts += [" of "] if parts else []
        parts.append(_number(q, line, name, number) if number is not None else symbol(line))
    return [c.line(*parts)]


def _number(q: Quarter, line: Line, name: str, number: Decimal) -> c.Number:
    places_after = 0 if number == number.to_integral_value() else 1
    return c.Number(wording.digits(number, places_after), place(q.at.code, line, name), number)


def _result(q: Quarter, cut: Cut, line: Line) -> c.Line:
    if not cuts.is_shown(line):
        return c.line(c.Quiet(symbol(line)))
    mark = wording.status_mark(line.get("status") or "actual")
    text = f"{result(line, cut.whole)} {mark}".strip()
    return c.line(c.Number(text, place(q.at.code, line, "value"), figures.exact(line, "value")))


def _share(q: Quarter, cut: Cut, line: Line) -> c.Line:
    """What part of the whole a count is, where both are shown."""
    if not cuts.is_shown(line) or not cuts.is_shown(cut.whole) or not cut.whole["value"]:
        return c.line(c.Quiet(symbol(line)))
    part = Decimal(100) * Decimal(format(line["value"], ".12g")) / Decimal(format(cut.whole["value"], ".12g"))
    return c.line(c.Number(f"{wording.digits(part, 1)}%", place(q.at.code, line, "share")))


def _gap(q: Quarter, cut: Cut, line: Line, *, is_beyond: bool) -> c.Line:
    if not cuts.is_shown(line) or not cuts.is_shown(cut.whole):
        return c.line(c.Quiet(symbol(line)))
    said = " ".join(part for part in gap(line, cut.whole) if part)
    number = c.Number(said, place(q.at.code, line, "gap"))
    return c.line(number, c.Quiet(BEYOND)) if is_beyond else c.line(number)


def symbol(line: Line) -> str:
    """The one symbol of every hidden cell; others of one that never came, and of what rounds to nothing."""
    if cuts.is_low(line):
        return LOW
    return NOT_THERE if line.get("value") is None and not cuts.is_hidden(line) else HIDDEN


def place(period: str, line: Line, field: str) -> str:
    """Where a figure of a group lives: "2023-24-Q2/ASC07/ethnicity=asian/value"."""
    return places.place(period, line["indicator"], *filter(None, [_below(line)]), field)


def _below(line: Line) -> str:
    """The group, else the part of the area; of a group within a part of the area both; "" for the whole."""
    if "breakdown" not in line:
        return ""
    groups = line["breakdown"]
    is_part = len(line["dimensions"]) > groups.count("=")
    return ";".join(filter(None, [line["area"] if is_part else "", groups]))


def _notes(cut: Cut) -> list[str]:
    found = [WHY_HIDDEN] if cut.hidden or cuts.is_hidden(cut.whole) else []
    if any(symbol(line) == NOT_THERE for line in (*cut.lines, cut.whole)):
        found.append("[x]: no figure has come in.")
    if any(symbol(line) == LOW for line in (*cut.lines, cut.whole)):
        found.append(WHY_LOW)
    found += dict.fromkeys(line["rounded"]["statement"] for line in cut.lines if line.get("rounded"))
    short = list(dict.fromkeys(line["coverage"] for line in cut.shown if line.get("coverage")))
    return [*found, *(f"{coverage}." for coverage in short)]


def _result_head(cut: Cut, head: str) -> str:
    if cut.kind == "rate":
        return f"Rate {cut.whole['unit']}"
    return f"{head} ({cut.whole['unit']})" if cut.kind in ("mean", "level") else head


def _gap_head(q: Quarter, cut: Cut) -> str:
    points = " (percentage points)" if cut.kind == "share" else ""
    return f"Against {q.at.council['short_name']}{points}"


def counts_in_words(line: Line, cut: Cut) -> str:
    """The counts behind a figure, in brackets after it: " (134 of 640)"; "" where they may not be shown."""
    above, below = (figures.amount(line.get(name)) for name in ("numerator", "denominator"))
    if cut.kind == "level" or below is None or below != below.to_integral_value():
        return ""
    if cut.kind == "mean":
        return f" ({wording.plural(int(below), 'case')})"
    if above is None or above != above.to_integral_value():
        return ""
    return f" ({wording.of_all(int(above), int(below))})"
