"""Say what is expected at the year's end, by how past years went, beside the rating now and the owner's view.

PERIOD is a report period: of a frozen one the forecasts are those of its freeze (with --known-at: of what is
known then). With INDICATOR, that one explained: by which method and why, from which figure, and how far the
method would have been out in past years. --keep keeps the forecasts of a frozen period, so that they can be
scored once the year is over.

`goldenthread forecast scores` holds every kept forecast, and the owners' own, against what happened, by
service: the mean error and the bias in per cent of the outturn, and the share inside the interval.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from typing import NamedTuple

import polars as pl

from goldenthread.assessments.forecasts import expecting, keeping
from goldenthread.cli import moments, notices, options, output
from goldenthread.cli.forecasts import scores, tables
from goldenthread.council_folder.problems import did_you_mean
from goldenthread.methods import periods
from goldenthread.methods.forecast import told
from goldenthread.organisation import queries as organisation
from goldenthread.positions import queries as positions

EPILOG = """\
example: goldenthread forecast 2023-24-Q2
         goldenthread forecast 2023-24-Q2 HOU08
         goldenthread forecast 2023-24-Q2 --keep --by "Head of Performance"
         goldenthread forecast scores
These are the council's own figures, small numbers and all: nothing here has passed disclosure control.
"""
SCORES = "scores"


class NotOfAFreeze(ValueError):
    """Only the forecasts of a frozen period, as known at its freeze, are kept."""


class NoSuchForecast(LookupError):
    """No indicator of that code is in force."""


class About(NamedTuple):
    """What the forecasts are made from: a frozen position has a seal."""

    period: str
    on: date
    known_at: datetime
    seal: str


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", metavar="PERIOD|scores", help="a report period, as 2023-24-Q2; or: scores")
    parser.add_argument("indicator", nargs="?", help="one indicator's code, as HOU08: its forecast explained")
    parser.add_argument("--keep", action="store_true", help="keep the forecasts of a frozen period")


def run(arguments: Namespace) -> int:
    if arguments.period == SCORES:
        return scores.run(arguments)
    about = _about(arguments)
    if arguments.keep and not about.seal:
        raise NotOfAFreeze(
            f"forecasts are kept as of a freeze: freeze {about.period} first, and leave out --known-at"
        )
    area = organisation.council(on=about.on, known_at=about.known_at).area
    lines = expecting.lines(
        report_period=about.period, position_date=about.on, known_at=about.known_at, area=area
    )
    shown = _only(lines, arguments.indicator) if arguments.indicator else lines
    if arguments.keep:
        _keep(arguments, about, lines)
    if arguments.json:
        output.as_json([tables.plain(line) for line in shown.iter_rows(named=True)])
        return 0
    label = "As frozen" if about.seal else "As now known"
    output.say(
        f"{label}: position at {about.on:%-d %B %Y}, figures as known on {moments.in_words(about.known_at)}."
    )
    if arguments.indicator:
        _explain(shown)
    else:
        tables.tell(shown)
    notices.say(on=about.on, known_at=about.known_at)
    return 0


def _about(arguments: Namespace) -> About:
    if positions.is_frozen(arguments.period) and not arguments.known_at:
        sealed = positions.sealed(arguments.period)
        return About(sealed.period, sealed.position_date, sealed.known_at, sealed.digest)
    known_at = options.known_at(arguments)
    return About(arguments.period, periods.parse(arguments.period).end, known_at, "")


def _only(lines: pl.DataFrame, code: str) -> pl.DataFrame:
    found = lines.filter(pl.col("indicator") == code)
    if found.is_empty():
        hint = did_you_mean(code, lines["indicator"].to_list())
        raise NoSuchForecast(f"{code} is not an indicator in force then. {hint}")
    return found


def _keep(arguments: Namespace, about: About, lines: pl.DataFrame) -> None:
    added = keeping.keep(
        lines,
        period=about.period,
        position=about.seal,
        position_date=about.on,
        data_known_at=about.known_at,
        by=options.by(arguments),
        at=options.now(),
    )
    already = f", {added.unchanged} were kept already" if added.unchanged else ""
    output.tell(f"{output.counted(added.added, 'forecast')} kept{already}.")


def _explain(lines: pl.DataFrame) -> None:
    for line in lines.iter_rows(named=True):
        output.say(f"{line['indicator']}  {line['name']}")
        for sentence in told.receipt(line):
            output.say(f"  {sentence}")
