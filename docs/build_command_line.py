"""docs/reference/command-line.md: every command with its arguments, written from the parser itself.

`python -m docs.build_command_line` writes the page; with `--check` it only says whether it is out of date.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

from goldenthread.cli import parser

PAGE = Path(__file__).resolve().parent / "reference" / "command-line.md"
EVERYWHERE = {"--database", "--known-at", "--by", "--json"}

OPENING = """\
<!-- Generated from src/goldenthread/cli by `make docs`: change the help of a command, not this page. -->

# The command line

`.venv/bin/goldenthread COMMAND --help` says the same in the terminal.
[A first quarter](../tutorials/first-quarter.md) shows the commands at work.

"""

EXIT_CODES = """\
## Exit codes

| code | means |
|---|---|
| 0 | done |
| 1 | done, and something needs a person: a refused row, a warning, a failed check, a paper that failed |
| 2 | not done: the command or its input was refused in words; the database is as it was before |
| 3 | a fault of goldenthread itself, shown whole; the database is as it was before |
| 130 | stopped from the keyboard, or its reader went away; the step under way is left out whole |

Answers go to standard output, progress and refusals to standard error, so that `--json` can be piped.
"""


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say that it is out of date."""
    words = argparse.ArgumentParser(description="Write docs/reference/command-line.md from the parser.")
    words.add_argument("--check", action="store_true", help="change nothing; fail if it is out of date")
    if not words.parse_args(arguments).check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"Out of date: {PAGE.name}. Write it anew with: make docs", file=sys.stderr)
    return 1


def page() -> str:
    """The whole page."""
    _wake_django()
    blocks = [OPENING + f"```text\n{parser.ABOUT}```", EXIT_CODES.rstrip(), *_with_every_command()]
    for name in parser.COMMANDS:
        blocks += _command(f"goldenthread {name}", _parser_of(name))
    return "\n\n".join(blocks) + "\n"


def _with_every_command() -> Iterator[str]:
    yield "## With every command"
    found = _parser_of(next(iter(parser.COMMANDS)))
    yield _table(action for action in _arguments(found) if EVERYWHERE & {*action.option_strings})


def _command(name: str, found: argparse.ArgumentParser) -> Iterator[str]:
    own = [action for action in _arguments(found) if not EVERYWHERE & {*action.option_strings}]
    groups = [action for action in own if isinstance(action, argparse._SubParsersAction)]
    own = [action for action in own if action not in groups]
    yield f"## {name}"
    yield (found.description or "").strip()
    if own:
        yield _table(own)
    examples = (found.epilog or "").removesuffix(parser.EXIT_CODES).strip()
    if examples:
        yield f"```text\n{examples}\n```"
    for each, inner in (pair for group in groups for pair in group.choices.items()):
        yield from _command(f"{name} {each}", inner)


def _table(actions: Iterator[argparse.Action] | list[argparse.Action]) -> str:
    rows = [f"| `{_written(action)}` | {_words(action)} |" for action in actions]
    return "\n".join(["| argument | |", "|---|---|", *rows])


def _written(action: argparse.Action) -> str:
    """As one writes it: `--to FOLDER`, `period`, `[code]`."""
    if not action.option_strings:
        return f"[{action.dest}]" if action.nargs == "?" else action.dest + (" ..." if action.nargs else "")
    if action.nargs == 0:
        return action.option_strings[0]
    choices = ",".join(str(choice) for choice in action.choices or ())
    return f"{action.option_strings[0]} {choices or action.metavar or action.dest.upper()}"


def _words(action: argparse.Action) -> str:
    needed = "**needed.** " if action.required and action.option_strings else ""
    return needed + (action.help or "").replace("|", "\\|")


def _arguments(found: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in found._actions if not isinstance(action, argparse._HelpAction)]


def _parser_of(name: str) -> argparse.ArgumentParser:
    whole = parser.build(name)
    commands = next(act for act in whole._actions if isinstance(act, argparse._SubParsersAction))
    found: argparse.ArgumentParser = commands.choices[name]
    return found


def _wake_django() -> None:
    """Command modules name models, which need to know their settings; no database is asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
