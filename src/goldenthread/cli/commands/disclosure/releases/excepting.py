"""Except a figure: it is shown, or stays hidden, for a time, whatever its policy says.

Only the post that holds the role data_protection_lead in disclosure.yaml may do so, with a reason and a last
day. A figure that is kept shown may count very few people: whoever excepts it answers for that. One that is
kept hidden is protected as a small one is. It holds for packs that tell what is known from now on; one that
is out stays as it is. After its last day it no longer works.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from goldenthread.cli import moments, options, output
from goldenthread.disclosure import actions
from goldenthread.disclosure.actions import Excepted

EPILOG = """\
example: goldenthread disclosure except EDU03 --breakdown ethnicity=mixed --period acytd-2023-08 \\
           --keep shown --reason "The trust has published it itself" --expires 2027-03-31 \\
           --by "Data Protection Lead"
         goldenthread disclosure except CSC01 --breakdown ward=X05900007 --keep hidden \\
           --reason "One family is known there" --expires 2027-03-31 --by "Data Protection Lead"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("indicator", help="its code, as EDU03")
    parser.add_argument(
        "--breakdown",
        type=_groups,
        default={},
        metavar="GROUP",
        help="the group, as ethnicity=mixed, ward=X05900007 or age=under-5;sex=male; without it, the whole "
        "council",
    )
    parser.add_argument("--period", default="", help="the period of the figure; without it, every one")
    parser.add_argument("--keep", required=True, choices=("shown", "hidden"), help="what the figure must be")
    parser.add_argument("--reason", default="", help="why; needed")
    parser.add_argument(
        "--expires", required=True, type=_day, metavar="DATE", help="the last day on which it holds"
    )


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    asked = Excepted(
        arguments.indicator, arguments.breakdown, arguments.period, arguments.keep, arguments.expires
    )
    code = actions.except_figure(
        asked,
        reason=options.named(arguments.reason, "say why it is excepted: --reason"),
        by=options.by(arguments),
        at=options.now(),
    )
    if arguments.json:
        output.as_json({"exception": code, "keep": asked.keep, "until": asked.until})
    else:
        output.say(
            f"Exception {code}: {asked.indicator} is kept {asked.keep} up to {asked.until}, in packs that "
            "tell what is known from now on."
        )
    return 0


def _groups(written: str) -> dict[str, str]:
    pairs = [part.strip().partition("=") for part in written.replace(",", ";").split(";")]
    if not all(name and value for name, _, value in pairs) or len({name for name, _, _ in pairs}) < len(
        pairs
    ):
        raise ArgumentTypeError(f"{written!r} is no group: write ethnicity=mixed, or age=under-5;sex=male")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _day(written: str) -> date:
    try:
        return moments.read_date(written)
    except moments.MomentNotUnderstood as error:
        raise ArgumentTypeError(str(error)) from error
