"""Surveys: between which figures a survey says that its result lies, and how many answered."""

from __future__ import annotations

from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line


def said(line: Line) -> str:
    """ "Between 88.0% and 94.0%, as given, 842 answers."; "" for what is no survey, or may not be told."""
    survey = line.get("survey")
    if not survey or line.get("value") is None:
        return ""
    told = [*_between(line), *_answers(survey["respondents"])]
    return f"{dated.sentence(', '.join(told))}." if told else ""


def _between(line: Line) -> list[str]:
    ends = [figures.amount(line["survey"][f"given_{end}"]) for end in ("lower", "upper")]
    measure = figures.measure(line)
    lower, upper = (None if end is None else wording.figure(end, measure, place="sentence") for end in ends)
    return [f"between {lower} and {upper}", "as given"] if lower and upper else []


def _answers(respondents: float | None) -> list[str]:
    return [] if respondents is None else [wording.plural(int(respondents), "answer")]
