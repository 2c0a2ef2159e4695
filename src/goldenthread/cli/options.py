"""Options: what every command reads in the same way."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from goldenthread.cli import moments, output

LONGEST = 120


class StillToCome(ValueError):
    """A question about what was known names a moment that lies ahead."""


class NobodyNamed(ValueError):
    """The command changes something, and the audit must say who did it, in words that can be printed."""


def now() -> datetime:
    """The clock, read at the door and nowhere deeper."""
    return datetime.now(UTC)


def known_at(arguments: Namespace, otherwise: datetime | None = None) -> datetime:
    """The moment asked about: --known-at, else what the command suggests, else now. Raises StillToCome."""
    if not arguments.known_at:
        return otherwise or now()
    at = now()
    moment = moments.read_known(arguments.known_at, now=at)
    if moment > at:
        raise StillToCome(
            f"nothing is known yet on {moments.in_words(moment)}: ask about today, or a day past"
        )
    return moment


def known_from(arguments: Namespace) -> datetime:
    """The moment that --known-from declares."""
    return moments.read_known(arguments.known_from, now=now())


def by_if_named(arguments: Namespace) -> str:
    """The post that does it, where one is named; else ""."""
    post = arguments.by or os.environ.get("GOLDENTHREAD_BY", "")
    return named(post, "") if post.strip() else ""


def by(arguments: Namespace) -> str:
    """The post that does it. Raises NobodyNamed."""
    post = arguments.by or os.environ.get("GOLDENTHREAD_BY", "")
    return named(post, 'say who does this, for the audit: --by "Head of Performance"')


def named(words: str, otherwise: str) -> str:
    """Words that the audit will keep. Raises NobodyNamed, with `otherwise` where there are none."""
    if not words.strip():
        raise NobodyNamed(otherwise)
    if len(words) > LONGEST or not words.isprintable():
        raise NobodyNamed(f"the audit keeps one line of at most {LONGEST} letters: shorten {words[:40]!r}")
    return words.strip()


def tell_nothing_is_asked(arguments: Namespace) -> None:
    """Say that --known-at makes no difference to a command that asks nothing about the past."""
    if arguments.known_at:
        moments.read(arguments.known_at)
        output.tell(f"--known-at makes no difference to {arguments.command}: it asks nothing of the past.")


def data(parser: ArgumentParser) -> None:
    """--data: where the tables and returns lie that are somebody else's."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="where the files lie that a council folder names and does not hold, as a publisher's tables",
    )
