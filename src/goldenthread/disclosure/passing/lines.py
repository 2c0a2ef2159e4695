"""Lines: an indicator's line, a group's and a change of target, as they may leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from goldenthread.disclosure.drafts import ratings
from goldenthread.disclosure.drafts.printed import NUMBERS
from goldenthread.disclosure.passing.passed import Passed
from goldenthread.disclosure.texts import Decision
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

WHY_HIDDEN: Final = "hidden to protect individuals"
SURVEY: Final = "survey"
OF_THE_FORECAST: Final = (
    "forecast", "forecast_exact", "forecast_basis", "forecast_author", "forecast_rating",
)  # fmt: skip
ON_THE_FIGURE: Final = (
    "value",
    "value_text",
    "value_exact",
    "numerator",
    "numerator_exact",
    "denominator",
    "denominator_exact",
    "change_previous",
    "change_like",
    "printed_contradicts",
    # Said of a figure on few cases.
    "with_care",
    # Its ends lie as far from the figure on either side, and the answers are what it is a share of.
    SURVEY,
    # The colour under the target before: what it leaves open, beside the colour under this one, is narrower.
    "old_rating",
    *OF_THE_FORECAST,
)


def through(line: Mapping[str, Any], named: str, passed: Passed) -> Line:
    """An indicator's line as it may leave; `named` is its id among the lines of the pack."""
    shows = partial(_shows, passed, line)
    gone = {
        "hidden": not shows(""),
        "previous_hidden": not shows("previous_"),
        "like_hidden": not shows("like_"),
        "forecast_hidden": named in passed.draft.small_forecasts,
    }
    kept = {**_with_answers_known(line), "history": _history(line, passed)}
    cleared = _line(kept, gone, named in passed.draft.safe_ratings)
    return passed.rounded.of_indicator(cleared, line, named)


def _shows(passed: Passed, line: Mapping[str, Any], when: str) -> bool:
    if line.get(f"{when}value") is None:
        return True
    area = str(line.get("area") or passed.printed.area)
    return passed.table.shows(line["indicator"], line[f"{when}period"], area=area)


def indicators(sealed: Sealed, passed: Passed) -> tuple[list[Line], list[Decision]]:
    where = "now" if sealed is passed.printed.now else "before"
    cleared = [through(line, f"{where}/{line['indicator']}", passed) for line in sealed.of("indicator")]
    decisions = [Decision(line["indicator"], what, WHY_HIDDEN) for line in cleared if (what := _what(line))]
    return cleared, decisions


def _line(line: Line, flag: Mapping[str, bool], rating_may_stand: bool) -> Line:
    cleared = {**line, **flag}
    for when in ("previous_", "like_"):
        if flag["hidden"] or flag[f"{when}hidden"]:
            cleared |= _without_comparison(when)
        if flag[f"{when}hidden"]:
            cleared |= {f"{when}{name}": None for name in NUMBERS}
    if flag["previous_hidden"]:
        cleared["previous_rating"] = None
    if flag["forecast_hidden"]:
        cleared |= dict.fromkeys(OF_THE_FORECAST)
    if flag["hidden"]:
        cleared |= dict.fromkeys(ON_THE_FIGURE) | {"history": [], "receipt": [], "sources": []}
        if not rating_may_stand:
            cleared |= dict.fromkeys(ratings.OF_THE_RATING) | {"reason": "hidden"}
    return cleared


def _with_answers_known(line: Mapping[str, Any]) -> Line:
    """The line with a survey's interval only where the answers on which it rests were looked at.

    Of a figure on people that is so where they stand as its denominator; else its width would tell of few.
    """
    survey = line.get(SURVEY)
    if not survey or not line["counts_people"]:
        return dict(line)
    answers = survey["respondents"]
    looked_at = answers is not None and answers == line["denominator"]
    return {**line, SURVEY: survey if looked_at else None}


def _without_comparison(when: str) -> Line:
    to = when.rstrip("_")
    return {f"trend_{to}": None, f"arrow_{to}": None, f"change_{to}": None, f"why_{to}": "hidden"}


def _history(line: Mapping[str, Any], passed: Passed) -> list[Line]:
    """The points a reader may see; a hidden one is a gap. The counts behind them stay inside."""
    return [
        {
            "period": point["period"],
            "value": point["value"] if _shows(passed, line | point, "") else None,
            "target": point["target"],
        }
        for point in line["history"]
    ]


def breakdowns(sealed: Sealed, passed: Passed) -> list[Line]:
    printed = filter(passed.world.may_print, sealed.of("breakdown"))
    return [_broken_down(line, passed) for line in printed]


def _broken_down(line: Line, passed: Passed) -> Line:
    """A figure of a breakdown: the figure itself, or that it is hidden."""
    area = str(line.get("area") or passed.printed.area)
    shown = line.get("value") is None or passed.table.shows(
        line["indicator"], line["period"], area=area, breakdown=line["breakdown"]
    )
    told = [name for name in line if name.removesuffix("_exact") in NUMBERS]
    gone = [] if shown else told
    return passed.rounded.of_group({**line, **dict.fromkeys(gone), "hidden": not shown}, line)


def _what(line: Line) -> str:
    names = {
        "hidden": line["period"],
        "previous_hidden": line["previous_period"],
        "like_hidden": line["like_period"],
    }
    gone = [str(period) for flag, period in names.items() if line[flag]]
    return ", ".join([*gone, *(["forecast"] if line["forecast_hidden"] and not line["hidden"] else [])])


def target_changes(changes: Iterable[Line], indicators: list[Line]) -> Iterator[Line]:
    """Changes of targets, with the ratings under either only where the figure is shown exactly."""
    hidden = {line["indicator"]: line for line in indicators if line["hidden"] or line.get("rounded")}
    for change in changes:
        line = hidden.get(change["indicator"])
        yield {**change, "rating_old": None, "rating_new": line["rating"]} if line else change
