"""Check that nothing was altered: the database (audit chain, ledger, versions, frozen quarters), or a pack.

Without a folder the database is checked. With the folder of a pack, every file is held against its manifest,
and the manifest against the frozen quarter in the database. The first broken link is named.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from goldenthread.audit import verify as audit
from goldenthread.cli import output
from goldenthread.observations import verify as observations
from goldenthread.positions import verify as positions
from goldenthread.publication import verify as publication

HELP = "check the database, or a pack against its manifest"
EPILOG = """\
example: goldenthread verify
         goldenthread verify build/2023-24-Q2
"""
NOT_AS_WRITTEN = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("pack", nargs="?", type=Path, help="the folder of a pack")
    parser.add_argument(
        "--files-only", action="store_true", help="the pack's files alone, without the database"
    )


def run(arguments: Namespace) -> int:
    found = list(_of_pack(arguments.pack, arguments.files_only) if arguments.pack else _of_database())
    if arguments.json:
        output.as_json({"faults": found})
    else:
        for fault in found:
            output.say(fault)
        what = str(arguments.pack or "the database")
        output.say(f"{what}: {len(found)} faults" if found else f"{what}: everything is as it was written")
    return NOT_AS_WRITTEN if found else 0


def _of_database() -> Iterator[str]:
    for fault in chain(audit.faults(), observations.faults()):
        yield str(fault)
    yield from positions.faults()


def _of_pack(folder: Path, files_only: bool) -> Iterator[str]:
    yield from publication.faults(folder)
    if not files_only:
        yield from publication.against_database(folder)
