"""List the releases: what left the council, the latest first.

A release is what one pack told the public, with the proof that it tells too much of nobody. Lost is how many
people the figures count that are hidden though they are not small, so that others cannot be worked out;
- where only one or two figures make it up.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from goldenthread.cli import moments, options, output
from goldenthread.disclosure import queries
from goldenthread.disclosure.queries import Listed

EPILOG = """\
example: goldenthread disclosure list
"""
COLUMNS = (
    ("release", "left"),
    ("period", "left"),
    ("when", "left"),
    ("who", "left"),
    ("level", "left"),
    ("width", "right"),
    ("shown", "right"),
    ("hidden", "right"),
    ("lost", "right"),
    ("standing", "left"),
)


def arguments(parser: ArgumentParser) -> None:
    """It asks for nothing more."""


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    found = queries.releases()
    if arguments.json:
        output.as_json([asdict(each) for each in found])
    elif found:
        output.table(output.counted(len(found), "release"), COLUMNS, map(_row, found))
    else:
        output.say("No release yet: goldenthread report writes a pack and records it.")
    return 0


def _row(release: Listed) -> tuple[str, ...]:
    numbers = (release.width, release.shown, release.hidden)
    return (
        release.code,
        release.period,
        moments.in_words(release.recorded_at),
        release.made_by,
        release.level,
        *(f"{number:,}" for number in numbers),
        "-" if release.lost is None else f"{release.lost:,}",
        release.standing,
    )
