"""Command line: turns words into one call on a room, and its answer into text."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from goldenthread.cli import parser

COMMANDS = {
    "init": "init",
    "import": "importing",
    "returns": "returns",
    "scorecard": "scorecard",
    "receipt": "receipt",
    "freeze": "freeze",
    "changes": "changes",
    "report": "report",
    "verify": "verify",
    "redact": "redact",
    "export": "export",
}
REFUSED = 2


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _wire(sys.argv[1:] if words is None else words)
    modules = {
        name: import_module(f"goldenthread.cli.commands.{module}") for name, module in COMMANDS.items()
    }
    arguments = parser.build(modules).parse_args(words)
    try:
        return int(arguments.run(arguments))
    except Exception as error:
        if not is_fact(error):
            raise
        print(f"Refused: {error}", file=sys.stderr)
        return REFUSED


def is_fact(error: BaseException) -> bool:
    """Whether an error is a named fact, made for people; any other is a fault of ours, shown whole."""
    named_here = type(error).__module__.startswith("goldenthread.")
    return named_here or isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError)


def _wire(words: Sequence[str]) -> None:
    """Django reads its database address when it starts, so the address is taken from the words first."""
    for place, word in enumerate(words):
        if word == "--database" and place + 1 < len(words):
            os.environ["GOLDENTHREAD_DATABASE"] = words[place + 1]
        elif word.startswith("--database="):
            os.environ["GOLDENTHREAD_DATABASE"] = word.removeprefix("--database=")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(main())
