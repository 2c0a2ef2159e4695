"""Meanings: what the codes of the open data stand for, where they are the same for every council."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goldenthread.methods import periods, reasons, trend
from goldenthread.publication.tables import counts, shorthand

FIGURES: Final = {
    "actual": "Final",
    "provisional": "May still change",
    "estimated": "Estimated",
    "revised": "Changed since it was first given",
    "missing": "Not there",
}
ACTIONS: Final = {
    "complete": "Delivered by the position date",
    "green": "On course for date and scope",
    "amber": "Late by up to three months, or at risk, with a recovery plan",
    "red": "Later than that, reduced, or without a plan",
    "not_started": "Not yet due",
}
TRENDS: Final = {
    "improving": "Better by more than the stated margin",
    "steady": "The same within the stated margin",
    "worsening": "Worse by more than the stated margin",
}
NO_TREND: Final = {
    **{code: said[:1].upper() + said[1:] for code, said in trend.WHY.items() if code},
    "hidden": "Hidden to protect individuals",
}
REASONS: Final = {each.code: each.explanation for each in reasons.REASONS.values()}
NO_TARGET: Final = {
    code: REASONS[code] for code in ("no_target", "target_not_set", "no_target_this_period", "baseline_year")
}
# By table and column; "all" where a column of that name means the same in every table.
CODES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("all", "polarity"): {
        "higher": "A high figure is good",
        "lower": "A low figure is good",
        "range": "Best between two ends",
        "neutral": "Neither is better; shown for context",
    },
    ("all", "frequency"): {
        "monthly": "Every month",
        "quarterly": "Every quarter",
        "termly": "Every school term",
        "thirds": "Three times a year",
        "annual": "Once a year",
    },
    ("indicators", "status"): FIGURES,
    ("breakdowns", "status"): FIGURES,
    ("all", "shorthand"): shorthand.LETTERS,
    ("all", "why_no_value"): REASONS,
    ("all", "why_not_rated"): REASONS,
    ("indicators", "why_no_year_end_target"): NO_TARGET,
    ("indicators", "why_no_forecast"): {
        "none_made": "Its owner has made none",
        "hidden": "Hidden to protect individuals",
    },
    ("all", "trend_on_previous"): TRENDS,
    ("all", "trend_on_like"): TRENDS,
    ("all", "why_no_trend_on_previous"): NO_TREND,
    ("all", "why_no_trend_on_like"): NO_TREND,
    ("actions", "status"): ACTIONS,
    ("actions", "status_as_adopted"): ACTIONS,
    ("actions", "previous_status"): ACTIONS,
    ("changes", "what"): {
        "improved": "Its rating is better",
        "worsened": "Its rating is worse",
        "newly_reported": "There was no figure, and now there is",
        "restated": "Another figure, the same rating",
        "withdrawn": "There was a figure, and now there is none",
    },
    ("targets", "direction"): {
        "easier": "Easier to meet than before",
        "harder": "Harder to meet than before",
        "same": "Neither",
    },
    ("challenge-lines", "kind"): {"indicator": "An indicator", "action": "An action of the plan, or a part"},
    ("counts", "counted"): counts.COUNTED,
}
# Beside the bands of indicators and the statuses of actions, which share their codes.
UNRATED: Final = {
    counts.NOT_RATED: "Of indicators: not rated; their own table says why",
    counts.NOT_REPORTED: "Of actions: nothing was reported",
}
# Columns that hold codes of periods, which are explained as they occur.
PERIODS: Final = ("period", "rated_period", "previous_period", "like_period", "year_end_period")
# Columns whose words are explained as they occur.
WORDS: Final = ("unit", "basis")

_BASES: Final = {
    "ytd": "The year to date",
    "snapshot": "How things stand on one day",
    "annual": "A financial year",
    "academic_year": "An academic year",
    "third": "A third of a year",
    "forecast": "What is expected of a time to come",
}
_UNITS: Final = {
    "%": "Per cent",
    "% change": "Change in per cent",
    "count": "How many",
    "seconds": "Seconds; in the papers minutes and seconds",
    "£": "Pounds",
    "£m": "Millions of pounds",
    "£000s": "Thousands of pounds",
    "score": "Points of a score",
    "rate": "A rate",
    "other": "As its name says",
}


def of_period(code: str) -> str:
    """A period by its code: "Quarter 2 (July to September 2023), 2023-07-01 to 2023-09-30"."""
    period = periods.parse(code)
    return f"{periods.long_label(period)}: {period.start.isoformat()} to {period.end.isoformat()}"


def of_word(column: str, word: str) -> str:
    """A unit or a basis in words."""
    if column == "unit":
        return _UNITS.get(word, word[:1].upper() + word[1:])
    kind, _, size = word.partition("_")
    if kind in ("rolling", "years") and size.isdecimal():
        return f"The latest {size} {'months' if kind == 'rolling' else 'years'}"
    return _BASES.get(word, f"A {word}")
