"""Choosing a view: as frozen, as now known, latest month."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import moments, options
from goldenthread.methods import periods
from goldenthread.positions import queries as positions
from goldenthread.scorecards import views
from goldenthread.scorecards.views import View


class ViewsMixed(ValueError):
    """The words ask for two views at once."""


def arguments(parser: ArgumentParser) -> None:
    """The words by which a view is chosen."""
    parser.add_argument(
        "--period", required=True, help="2023-24-Q2, 2023-24 or, for the latest month, 2023-10"
    )
    parser.add_argument(
        "--view",
        choices=("frozen", "now", "month"),
        help="frozen: as it was sealed; now: the same period with what is known now, or at --known-at; "
        "month: the monthly measures of one month. Default: month for a month; frozen if the period is "
        "frozen and --known-at is not given; else now",
    )


def view(arguments: Namespace) -> View:
    """The view that the words ask for. Raises ViewsMixed."""
    period = periods.parse(arguments.period)
    chosen = arguments.view or _usual(period, arguments)
    if chosen == "frozen":
        if arguments.known_at:
            raise ViewsMixed(
                "what was frozen stays as known at its freeze: leave out --known-at, or ask for --view now"
            )
        return views.as_frozen(period.code)
    if chosen == "month":
        if period.kind != "month":
            raise ViewsMixed(
                f"the latest month is one month, as 2023-10, and not {arguments.period}: "
                "for a quarter or a year leave out --view month"
            )
        return views.latest_month(period.code, known_at=options.known_at(arguments))
    return views.as_now_known(period.code, known_at=options.known_at(arguments))


def heading(view: View) -> str:
    """The label that stands over every answer: which view, both dates."""
    on = f"{view.position_date:%-d %B %Y}"
    return (
        f"{view.label.capitalize()}: position at {on}, figures as known on {moments.in_words(view.known_at)}."
    )


def _usual(period: periods.Period, arguments: Namespace) -> str:
    if period.kind == "month":
        return "month"
    return "frozen" if positions.is_frozen(period.code) and not arguments.known_at else "now"
