"""Forecasts in a terminal: a row an indicator, the rating now always beside what is expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from goldenthread.cli import figures, output
from goldenthread.documents import wording
from goldenthread.methods.forecast import told, words

Line = Mapping[str, Any]

COLUMNS: Final = (
    ("now", "right"),
    ("rating", "left"),
    ("expected", "right"),
    ("interval", "left"),
    ("rating then", "left"),
    ("target then", "right"),
    ("owner expects", "left"),
    ("by", "left"),
)
PLAIN: Final = (
    "indicator", "period", "value", "rating", "reason", "year_end_period", "expected", "expected_lower",
    "expected_upper", "coverage", "expected_rating", "lower_rating", "upper_rating",
    "why_expected_not_rated", "target_year_end", "year_end_lower", "year_end_upper", "method", "why_method",
    "figure_period", "years_used", "years_left_out", "errors", "why", "why_interval",
)  # fmt: skip
OWNER: Final = {
    "forecast": "owner_expects",
    "forecast_rating": "owner_rating",
    "forecast_basis": "owner_basis",
}
SHORT: Final = {
    "profile": "profile",
    "last_year": "last year",
    "straight_line": "straight line",
    "outturn": "outturn",
}


def tell(lines: pl.DataFrame) -> None:
    """The table, then how many forecasts there are, by which method, and why others have none."""
    rows = list(lines.iter_rows(named=True))
    made = [line for line in rows if line["expected"] is not None]
    output.entries("Expected at the year's end", COLUMNS, map(_entry, rows))
    output.say()
    methods = Counter(words.METHOD_IN_WORDS[line["method"]] for line in made)
    output.say(f"{output.counted(len(made), 'forecast')}{_told(methods)}.")
    without = Counter(words.WHY[line["why"]] for line in rows if line["expected"] is None)
    for why, count in without.most_common():
        output.say(f"{count} without, for {why}.")
    few = sum(line["why_interval"] == "few_errors" for line in rows)
    if few:
        output.say(f"{few} without an interval, for {words.WHY_INTERVAL['few_errors']}.")


def plain(line: Line) -> dict[str, Any]:
    """The line as --json gives it: unrounded, with the sentences that explain it."""
    owner = {name: line[column] for column, name in OWNER.items()}
    return {**{name: line[name] for name in PLAIN}, **owner, "receipt": told.receipt(line)}


def _told(counts: Counter[str]) -> str:
    said = [f"{count} by {name}" for name, count in counts.most_common()]
    return f": {', '.join(said)}" if said else ""


def _entry(line: Line) -> tuple[str, str, tuple[str, ...]]:
    # Whether a figure is revised is said against what an earlier freeze told, which is not asked here.
    status = "actual" if line["status"] == "revised" else line["status"]
    cells = (
        figures.value({**line, "status": status}),
        _band(line["rating"]),
        _amount(line, "expected"),
        _interval(line),
        _band(line["expected_rating"]) if line["expected"] is not None else "",
        _target(line),
        f"{_amount(line, 'forecast')} {_band(line['forecast_rating'])}".strip()
        if line["forecast"] is not None
        else "",
        SHORT[line["method"]] if line["method"] else "none",
    )
    return line["indicator"], line["name"], cells


def _amount(line: Line, name: str) -> str:
    return "" if line[name] is None else wording.figure(line[name], figures.measure(line))


def _interval(line: Line) -> str:
    if line["expected_lower"] is None:
        return ""
    lower, upper = line["expected_lower"], line["expected_upper"]
    return f"{wording.target_range(lower, upper, figures.measure(line))} ({line['coverage']:.0%})"


def _target(line: Line) -> str:
    if line["year_end_lower"] is not None and line["year_end_upper"] is not None:
        return wording.target_range(line["year_end_lower"], line["year_end_upper"], figures.measure(line))
    asked = line["target_year_end"]
    return "" if asked is None else wording.target(asked, figures.measure(line))


def _band(code: str | None) -> str:
    if not code:
        return f"{figures.NOT_RATED} not rated"
    return f"{figures.SHAPES.get(code, '◆')} {code.replace('_', ' ')}"
