"""Pack: all that a performance session looks at, of a council or of one part of it, gathered at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl

from goldenthread.assessments import compared, material
from goldenthread.assessments.aims import intervals
from goldenthread.assessments.compared import Compared
from goldenthread.assessments.forecasts import expecting, scoring
from goldenthread.assessments.forecasts.scoring import Scored
from goldenthread.assessments.material import Material
from goldenthread.assessments.variation import recent, trends
from goldenthread.methods import message
from goldenthread.methods.aggregation.rules import SURVEY
from goldenthread.organisation import queries as organisation
from goldenthread.scorecards import coverage
from goldenthread.scorecards import queries as scorecards
from goldenthread.scorecards.views import View
from goldenthread.sessions import answers
from goldenthread.sessions.answers import Answer
from goldenthread.sessions.said import look as looks
from goldenthread.sessions.said.look import Look
from goldenthread.sessions.said.words import IN_ORDER, Row

NAME = "session-pack"
COUNTED = ("indicator", "value", "numerator", "denominator", "multiplier")


class NothingOpen(ValueError):
    """Of what is asked for, nothing may be looked at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a session is about: the `part` of the council (the code of a scorecard; "": all of it).

    `every`: a sheet for each indicator, not for exceptions alone. `group`: with whom all are compared; "":
    each with the group that it names.
    """

    part: str = ""
    every: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A session's figures, by indicator where it is a mapping; nothing here has passed the gate.

    `messages`: what each indicator says, the most pressing exceptions first, with `pressing`. `chosen`: those
    of them that have a sheet.
    """

    asked: Asked
    look: Look
    title: str
    council: str
    notice: str
    messages: tuple[Row, ...]
    chosen: tuple[Row, ...]
    trends: Mapping[str, Row]
    recent: Mapping[str, Row]
    intervals: Mapping[str, Row]
    forecasts: Mapping[str, Row]
    scored: Scored
    services: Mapping[str, str]
    compared: Compared
    answers: Mapping[str, Answer]

    @property
    def view(self) -> View:
        """The view whose figures they are."""
        return self.look.view


def of_nobody(view: View, asked: Asked) -> Pack:
    """The pack of the measures that no policy protects. Raises NoSuchScorecard, NothingOpen, NoSuchGroup."""
    title, only = _part(view, asked.part)
    return _gathered(looks.of_nobody(view, only=only), asked, title)


def unprotected(view: View, asked: Asked, *, reason: str, by: str, at: datetime) -> Pack:
    """The pack of the measures that are open to a post, as they are; on record in the audit.

    Raises NotEntitled, NoReasonGiven, NoSuchScorecard, NothingOpen, NoSuchGroup.
    """
    title, only = _part(view, asked.part)
    subject = f"{NAME} {view.period} {asked.part}".strip()
    look = looks.unprotected(view, reason=reason, by=by, at=at, only=only, subject=subject)
    return _gathered(look, asked, title)


def _part(view: View, code: str) -> tuple[str, list[str] | None]:
    """What a part of the council is called, and its indicators; None: all."""
    if not code:
        return "All indicators", None
    layout = scorecards.layout(code, on=view.position_date, known_at=view.known_at)
    return str(layout["title"]), coverage.lines_of(layout)


def _gathered(look: Look, asked: Asked, title: str) -> Pack:
    view = look.view
    council = organisation.council(on=view.position_date, known_at=view.known_at)
    codes = look.messages["indicator"].to_list()
    if not codes:
        why = f"a policy protects {', '.join(look.left_out)}" if look.left_out else "it has no indicator"
        raise NothingOpen(f"nothing of {asked.part or council.name} is open: {why}")
    gathered = material.gather(
        report_period=view.period,
        position_date=view.position_date,
        known_at=view.known_at,
        area=council.area,
        only=codes,
    )
    units = organisation.units(on=view.position_date, known_at=view.known_at).units
    said = _in_order(look.messages)
    return Pack(
        asked=asked,
        look=look,
        title=title,
        council=council.name,
        notice=council.notice,
        messages=said,
        chosen=tuple(row for row in said if asked.every or row["is_exception"]),
        trends=_by_code(trends.regressed(look.charts, trends.polarities(view.of(codes)))),
        recent=_by_code(recent.tested(gathered)),
        intervals=_by_code(_intervals(view.of(codes), gathered)),
        forecasts=_by_code(expecting.named(gathered, on=view.position_date, known_at=view.known_at)),
        scored=scoring.scored(known_at=view.known_at, area=council.area),
        services={code: unit.name for code, unit in units.items()},
        compared=compared.figures(
            report_period=view.period,
            position_date=view.position_date,
            known_at=view.known_at,
            area=council.area,
            only=codes,
            group=asked.group,
        ),
        answers=answers.by_indicator(period=view.period, on=view.known_on, known_at=view.known_at),
    )


def _in_order(said: pl.DataFrame) -> tuple[Row, ...]:
    """The most pressing first, then by what each says, then by code."""
    labels = list(message.PRESSING.categories)
    rows = message.pressing(said).iter_rows(named=True)

    def place(row: Row) -> tuple[int, int, str]:
        pressing = labels.index(row["pressing"]) if row["pressing"] else len(labels)
        return pressing, IN_ORDER.index(row["message"]), row["indicator"]

    return tuple(sorted(rows, key=place))


def _intervals(lines: list[dict[str, Any]], gathered: Material) -> pl.DataFrame:
    """How sure the figure of each line is, as given with it or by its counts."""
    rows = [
        (line["indicator"], line["polarity"], *(_number(said.get(name)) for name in (*COUNTED[1:], *SURVEY)))
        for line in lines
        for said in [{**line, **(line.get("survey") or {})}]
    ]
    numbers = dict.fromkeys((*COUNTED[1:], *SURVEY), pl.Float64)
    schema = {"indicator": pl.String, "polarity": pl.String, **numbers}
    return intervals.of(pl.DataFrame(rows, schema=schema, orient="row"), gathered.definitions)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _by_code(frame: pl.DataFrame) -> dict[str, Row]:
    return {row["indicator"]: row for row in frame.iter_rows(named=True)}
