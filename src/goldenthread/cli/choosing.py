"""Choosing a view: as frozen, as now known, latest month."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import moments, options
from goldenthread.methods import periods
from goldenthread.positions import queries as positions
from goldenthread.scorecards import views
from goldenthread.scorecards.views import View


def arguments(parser: ArgumentParser) -> None:
    """The words by which a view is chosen."""
    parser.add_argument(
        "--period", required=True, help="2023-24-Q2, 2023-24 or, for the latest month, 2023-10"
    )
    parser.add_argument(
        "--view",
        choices=("frozen", "now", "month"),
        help="default: frozen if the period is frozen and --known-at is not given, else now; "
        "month shows the monthly measures of one month",
    )


def view(arguments: Namespace) -> View:
    """The view that the words ask for."""
    chosen = arguments.view or _usual(arguments)
    if chosen == "frozen":
        return views.as_frozen(arguments.period)
    if chosen == "month":
        return views.latest_month(arguments.period, known_at=options.known_at(arguments))
    return views.as_now_known(arguments.period, known_at=options.known_at(arguments))


def heading(view: View) -> str:
    """The label that stands over every answer: which view, both dates."""
    on = f"{view.position_date:%-d %B %Y}"
    return (
        f"{view.label.capitalize()}: position at {on}, figures as known on {moments.in_words(view.known_at)}."
    )


def _usual(arguments: Namespace) -> str:
    if periods.parse(arguments.period).kind == "month":
        return "month"
    is_frozen = positions.is_frozen(arguments.period)
    return "frozen" if is_frozen and not arguments.known_at else "now"
