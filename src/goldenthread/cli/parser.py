"""Parser: the words of the command line, and help that teaches."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from types import ModuleType

ABOUT = """\
goldenthread takes a council's plan, indicators and returns into an exact ledger, rates them,
freezes the quarter and writes the report. The usual order of a quarter:

  goldenthread init examples/larkhythe                      the council folder into a new database
  goldenthread import examples/larkhythe/returns/index.yaml the services' returns
  goldenthread scorecard --period 2023-24-Q2                what they say
  goldenthread freeze 2023-24-Q2                            the quarter that stays put
  goldenthread changes 2023-24-Q2                           what has moved since
  goldenthread report 2023-24-Q2 --to build/2023-24-Q2      the pack
  goldenthread verify build/2023-24-Q2                      is it what was written?
"""

EXIT_CODES = """\
exit codes: 0 done; 1 done, and something needs a person (findings, a refused row, a failed check);
2 not done: the command or its input was refused, and the database is as it was before.
"""


def build(commands: Mapping[str, ModuleType]) -> argparse.ArgumentParser:
    """The whole parser; a command module gives `HELP`, `EPILOG`, `arguments(parser)` and `run(args)`."""
    parser = argparse.ArgumentParser(
        prog="goldenthread",
        description=ABOUT,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subparsers = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, command in commands.items():
        sub = subparsers.add_parser(
            name,
            help=command.HELP,
            description=command.__doc__,
            epilog=command.EPILOG + "\n" + EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _everywhere(sub)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return parser


def _everywhere(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("everywhere")
    group.add_argument(
        "--database",
        metavar="ADDRESS",
        help="a SQLite file or postgresql://user:password@host/name (default: $GOLDENTHREAD_DATABASE, "
        "else var/goldenthread.sqlite3)",
    )
    group.add_argument(
        "--known-at",
        metavar="MOMENT",
        help="as it was known then (2023-11-10 means the end of that day; default: now)",
    )
    group.add_argument(
        "--by", metavar="POST", help="the post that does it, for the audit (default: $GOLDENTHREAD_BY)"
    )
    group.add_argument("--json", action="store_true", help="the answer as JSON on standard output")
