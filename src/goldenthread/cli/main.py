"""Command line: turns words into one call on a room, and its answer into text."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from goldenthread.cli import parser

REFUSED, FAULT = 2, 3
# As a shell counts a program that was stopped from the keyboard.
STOPPED = 130
# Commands that make the tables of the web door too; the others are spared waiting for what only pages need.
COMMANDS_SETTINGS, WEB_SETTINGS = "goldenthread.config.settings", "goldenthread.config.web"
MAKES_TABLES = frozenset({"init"})


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = list(sys.argv[1:] if words is None else words)
    return guarded(lambda: _run(given))


def _run(given: Sequence[str]) -> int:
    chosen = given[0] if given and given[0] in parser.COMMANDS else ""
    if chosen:
        wire(given, WEB_SETTINGS if chosen in MAKES_TABLES else COMMANDS_SETTINGS)
    made = parser.build(chosen, given[1] if len(given) > 1 else "")
    arguments = made.parse_args(given)
    if not chosen:
        made.print_help()
        return REFUSED
    from goldenthread.cli import databases

    if arguments.on_database:
        databases.check()
    return int(arguments.run(arguments))


def guarded(run: parser.Run) -> int:
    """Run something; what refuses it is told in words, a fault of ours is shown whole."""
    _say_what_can_be_said()
    try:
        code = run()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read us (head, less) has read enough; nothing is left to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except KeyboardInterrupt:
        print("Stopped. The step that was under way is left out whole.", file=sys.stderr)
        return STOPPED
    except Exception as error:
        from goldenthread.cli import refusals

        why = refusals.words(error)
        if why is not None:
            print(f"Refused: {why}", file=sys.stderr)
            return REFUSED
        traceback.print_exc()
        print("A fault of goldenthread itself. What was under way is left out whole.", file=sys.stderr)
        return FAULT


def wire(words: Sequence[str], settings: str = COMMANDS_SETTINGS) -> None:
    """Django reads its database address when it starts, so the address is taken from the words first."""
    for place, word in enumerate(words):
        if word == "--database" and place + 1 < len(words):
            os.environ["GOLDENTHREAD_DATABASE"] = words[place + 1]
        elif word.startswith("--database="):
            os.environ["GOLDENTHREAD_DATABASE"] = word.removeprefix("--database=")
    if not os.environ.get("GOLDENTHREAD_DATABASE"):
        # Set to nothing is not set.
        os.environ.pop("GOLDENTHREAD_DATABASE", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


def _say_what_can_be_said() -> None:
    """A terminal that knows no ● shows ? in its place; the word stands beside it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
