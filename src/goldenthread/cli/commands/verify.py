"""Check that nothing was altered: the database (audit, ledger, versions, quarters, releases), or a pack.

Without a folder the database is checked. With the folder of a pack, every file is held against its manifest,
and the manifest against the frozen quarter in the database. The first broken link is named. Whoever has the
pack alone checks it with --files-only.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from goldenthread.audit import verify as audit
from goldenthread.cli import databases, options, output, stages
from goldenthread.collection import verify as collection
from goldenthread.disclosure import verify as disclosure
from goldenthread.disclosure.phrases import verify as phrases
from goldenthread.observations import verify as observations
from goldenthread.positions import verify as positions
from goldenthread.publication import verify as publication

EPILOG = """\
example: goldenthread verify
         goldenthread verify build/2023-24-Q2
"""
NOT_AS_WRITTEN = 1


class NoSuchFolder(LookupError):
    """There is no folder in which a pack could lie."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("pack", nargs="?", type=Path, help="the folder of a pack")
    parser.add_argument(
        "--files-only",
        dest="on_database",
        action="store_false",
        help="the pack's files alone, without the database",
    )


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    with stages.busy("checking"):
        found = list(dict.fromkeys(_of_pack(arguments) if arguments.pack else _of_database()))
    if arguments.json:
        output.as_json({"faults": found})
    else:
        for fault in found:
            output.say(fault)
        what = str(arguments.pack or f"the database {databases.shown()}")
        output.say(
            f"{what}: {output.counted(len(found), 'fault')}"
            if found
            else f"{what}: everything is as it was written"
        )
    return NOT_AS_WRITTEN if found else 0


def _of_database() -> Iterator[str]:
    for fault in chain(audit.faults(), observations.faults(), collection.faults()):
        yield str(fault)
    yield from positions.faults()
    yield from disclosure.faults()
    yield from phrases.faults()


def _of_pack(arguments: Namespace) -> Iterator[str]:
    if not arguments.pack.is_dir():
        raise NoSuchFolder(f"there is no folder {arguments.pack}: give that of a pack")
    yield from publication.faults(arguments.pack)
    if arguments.on_database:
        yield from publication.against_database(arguments.pack)
