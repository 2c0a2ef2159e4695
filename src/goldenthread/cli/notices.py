"""Notices: what a council has printed on every output, as that it is invented."""

from __future__ import annotations

from datetime import date, datetime

from goldenthread.cli import output
from goldenthread.organisation import queries as organisation


def say(*, on: date, known_at: datetime) -> None:
    """The council's notice on a line of its own; nothing where it has none."""
    if notice := organisation.council(on=on, known_at=known_at).notice:
        output.say(notice)
