"""Parser: the words of the command line, and help that teaches."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module, metadata

Run = Callable[[], int]

# Command: its module, and what the list of commands says of it.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("init", "load a council folder: plan, organisation, indicators, targets"),
    "import": ("importing", "bring returns into the ledger, with findings"),
    "returns": ("returns", "write pre-filled return workbooks, or read one back"),
    "scorecard": ("scorecard", "ratings and trends, arranged"),
    "receipt": ("receipt", "explain one rating"),
    "neighbours": ("neighbours", "with whom the council is compared, and where it stands"),
    "freeze": ("freeze", "freeze a quarter: the position that stays put"),
    "forecast": ("forecast", "what is expected at the year's end, and how good that was"),
    "changes": ("changes", "what has moved since the freeze"),
    "variation": ("variation", "what each indicator's run of figures says, and which are exceptions"),
    "trends": ("trends", "which indicators have moved, by a line through their chart"),
    "session-pack": ("session_pack", "the paper of a performance session: exceptions, then a sheet for each"),
    "masked": ("masked", "wards and groups that a good figure of the whole hides"),
    "report": ("report", "write the pack of a frozen quarter"),
    "word-template": ("word_template", "the Word file of the papers, to be made your own"),
    "verify": ("verify", "check the database, or a pack against its manifest"),
    "redact": ("redact", "blank figures that should never have come in"),
    "disclosure": ("disclosure", "hide what would give small counts of people away"),
    "spc": ("spc", "which points of a series speak of more than chance"),
    "export": ("export", "everything in open formats, with a schema"),
}

ABOUT = """\
goldenthread takes a council's plan, indicators and returns into an exact ledger, rates them,
freezes the quarter and writes the report. The usual order of a quarter:

  goldenthread init examples/larkhythe                       the council folder into a new database
  goldenthread returns --period 2023-24-Q2 --to forms        workbooks for the services to fill in
  goldenthread import examples/larkhythe/returns/index.yaml  the services' returns
  goldenthread scorecard --period 2023-24-Q2                 what they say
  goldenthread receipt EDU01 --period 2023-24-Q2             why one of them is rated so
  goldenthread freeze 2023-24-Q2                             the quarter that stays put
  goldenthread changes 2023-24-Q2                            what has moved since
  goldenthread report 2023-24-Q2 --to build/2023-24-Q2       the pack
  goldenthread verify build/2023-24-Q2                       is it what was written?

A period is written 2023-24-Q2 (a quarter), 2023-10 (a month) or 2023-24 (a year).
Whatever changes something asks who does it: --by "Head of Performance", or once for all commands
export GOLDENTHREAD_BY="Head of Performance". COMMAND --help explains one command.
"""

EXIT_CODES = """\
exit codes: 0 done; 1 done, and something needs a person (findings, a refused row, a failed check);
2 not done: the command or its input was refused, and the database is as it was before;
3 a fault of goldenthread itself; 130 stopped from the keyboard.
"""


def build(chosen: str, action: str = "") -> argparse.ArgumentParser:
    """The parser; of the commands only the chosen one is loaded with its own words.

    So of a group is `action` alone, where it is one of its commands; what others need is not waited for.

    A command module gives a docstring, `EPILOG`, `arguments(parser)`, `run(args)` and, where it works on no
    database or makes one, `ON_DATABASE = False`. A group of commands gives `COMMANDS` in place of the last
    three.
    """
    parser = argparse.ArgumentParser(
        prog="goldenthread",
        description=ABOUT,
        epilog=EXIT_CODES,
        formatter_class=_Lines,
    )
    version = f"goldenthread {metadata.version('goldenthread')}"
    parser.add_argument("--version", action="version", version=version, help="the release, and end")
    subparsers = parser.add_subparsers(dest="command", metavar="command", title="commands")
    for name, (module, about) in COMMANDS.items():
        sub = subparsers.add_parser(name, help=about, formatter_class=_Lines, allow_abbrev=False)
        if name == chosen:
            _fill(sub, module, action)
    return parser


class _Lines(argparse.RawDescriptionHelpFormatter):
    """Lines as written, and room for the names on the left."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)
        # So that the names of commands, which stand further in, leave room for what is said of them.
        self._action_max_length = 17


def _fill(sub: argparse.ArgumentParser, module: str, action: str = "") -> None:
    command = import_module(f"goldenthread.cli.commands.{module}")
    sub.description = command.__doc__
    sub.epilog = f"{command.EPILOG.rstrip()}\n\n{EXIT_CODES}"
    if hasattr(command, "COMMANDS"):
        _fill_group(sub, module, command.COMMANDS, action)
        return
    command.arguments(sub)
    _everywhere(sub)
    sub.set_defaults(run=command.run, on_database=getattr(command, "ON_DATABASE", True))


def _fill_group(
    sub: argparse.ArgumentParser, group: str, commands: Mapping[str, tuple[str, str]], action: str
) -> None:
    made = sub.add_subparsers(dest="action", metavar="command", title="commands", required=True)
    for name, (module, about) in commands.items():
        each = made.add_parser(name, help=about, formatter_class=_Lines, allow_abbrev=False)
        if action not in commands or name == action:
            _fill(each, f"{group}.{module}")


def _everywhere(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("with every command")
    group.add_argument(
        "--database",
        metavar="ADDRESS",
        help="a SQLite file or postgresql://user:password@host/name (default: $GOLDENTHREAD_DATABASE, "
        "else var/goldenthread.sqlite3)",
    )
    group.add_argument(
        "--known-at",
        metavar="MOMENT",
        help="as it was known then: 2023-11-10 is the end of that day, 2023-11-10T17:00 is UK time "
        "(default: now)",
    )
    group.add_argument(
        "--by", metavar="POST", help="the post that does it, for the audit (default: $GOLDENTHREAD_BY)"
    )
    group.add_argument("--json", action="store_true", help="the answer as JSON on standard output")
