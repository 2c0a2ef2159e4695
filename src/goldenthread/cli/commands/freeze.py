"""Freeze a quarter: what was so on the position date, as known at the freeze.

Values, targets, tolerances, schemes, ratings, statuses, words, owners and definitions are sealed with a hash.
Nothing later alters it: what becomes known afterwards shows in `goldenthread changes`. Both dates come from
the reporting calendar of the council folder: the position date, and the moment of the freeze (--known-at).
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import moments, options, output, stages
from goldenthread.methods import periods
from goldenthread.organisation import queries as organisation
from goldenthread.positions import freezing

EPILOG = """\
example: goldenthread freeze 2023-24-Q2 --by "Head of Performance"
         goldenthread freeze 2023-24-Q2 --position-date 2023-09-30 --known-at 2023-11-10T17:00 --by ...
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="the period, as 2023-24-Q2")
    parser.add_argument(
        "--position-date",
        metavar="DATE",
        help="the day whose state is frozen (default: as the reporting calendar says)",
    )


def run(arguments: Namespace) -> int:
    end = periods.parse(arguments.period).end
    entry = organisation.reporting_period(arguments.period, on=end, known_at=options.now())
    on = moments.read_date(arguments.position_date) if arguments.position_date else entry.position_date
    with stages.busy(f"freezing {arguments.period}"):
        position = freezing.freeze(
            period=arguments.period,
            position_date=on,
            known_at=options.known_at(arguments, entry.freeze_at),
            by=options.by(arguments),
            at=options.now(),
        )
    if arguments.json:
        output.as_json(
            {
                "period": position.period,
                "position_date": position.position_date,
                "known_at": position.known_at,
                "digest": position.digest,
            }
        )
        return 0
    output.say(
        f"{position.period} is frozen: position at {position.position_date:%-d %B %Y}, "
        f"as known on {moments.in_words(position.known_at)}."
    )
    output.say(f"Seal {position.digest}")
    return 0
