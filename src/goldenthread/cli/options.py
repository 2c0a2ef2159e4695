"""Options: what every command reads in the same way."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from goldenthread.cli import moments


class NobodyNamed(ValueError):
    """The command changes something, and the audit must say who did it."""


def now() -> datetime:
    """The clock, read at the door and nowhere deeper."""
    return datetime.now(UTC)


def known_at(arguments: Namespace, otherwise: datetime | None = None) -> datetime:
    """The moment asked about: --known-at, else what the command suggests, else now."""
    if arguments.known_at:
        return moments.read(arguments.known_at)
    return otherwise or now()


def by(arguments: Namespace) -> str:
    """The post that does it. Raises NobodyNamed."""
    post = arguments.by or os.environ.get("GOLDENTHREAD_BY", "")
    if not post.strip():
        raise NobodyNamed('say who does this, for the audit: --by "Head of Performance"')
    return post


def data(parser: ArgumentParser) -> None:
    """--data: where the tables and returns lie that are somebody else's."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="where the files lie that a council folder names and does not hold, as a publisher's tables",
    )
