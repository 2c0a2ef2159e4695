"""Targets: every change of a target in the year, with the rating under the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.indicators import queries as indicators
from goldenthread.methods import periods
from goldenthread.positions.lines import plain
from goldenthread.positions.lines.standing import Standing
from goldenthread.positions.seal import SealedLine, line

GOAL = ("target", "amber", "lower", "upper", "amber_lower", "amber_upper", "year_end", "version")


def gather(standing: Standing) -> Iterator[SealedLine]:
    """A `target_change` line for each target that replaced another with effect in the report's year."""
    year = periods.containing(standing.on, "year")
    before = _by_indicator(indicators.previous_targets(on=standing.on, known_at=standing.known_at))
    after = _by_indicator(indicators.targets(on=standing.on, known_at=standing.known_at))
    for verdict in standing.verdicts.iter_rows(named=True):
        code = verdict["indicator"]
        if code in before and code in after and year.start <= after[code]["effective_from"] <= standing.on:
            yield line("target_change", code, _content(verdict, before[code], after[code]))


def _by_indicator(frame: Any) -> dict[str, dict[str, Any]]:
    """The target of each indicator; of a profile the first period, which carries its dates and reason."""
    found: dict[str, dict[str, Any]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row["indicator"], row)
    return found


def _content(verdict: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    # The figures rated are those of the period; a profile's other periods may have moved by other amounts.
    now = {name: verdict[name] for name in ("target", "amber", "lower", "upper")}
    was = {name: verdict[f"old_{name}"] for name in ("target", "amber", "lower", "upper")}
    return {
        "indicator": verdict["indicator"],
        "old": plain.row(old, GOAL) | plain.row(was, was),
        "new": plain.row(new, GOAL) | plain.row(now, now),
        "effective_from": new["effective_from"],
        "known_from": new["known_from"],
        "approver": new["approver"],
        "reason": new["reason"],
        "rating_new": verdict["rating"],
        "rating_old": verdict["old_rating"],
        "direction": _direction(verdict, now["target"], was["target"]),
    }


def _direction(verdict: dict[str, Any], now: float | None, was: float | None) -> str:
    """Whether the change made the target easier or harder to meet; "" where that cannot be said."""
    if now is None or was is None or verdict["polarity"] not in ("higher", "lower"):
        return ""
    if now == was:
        return "same"
    lower_is_easier = verdict["polarity"] == "higher"
    return "easier" if (now < was) == lower_is_easier else "harder"
