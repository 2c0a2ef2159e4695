"""Load a council folder into a database, which is made if it is not there.

Loading again adds versions for what has changed and leaves the rest: nothing is overwritten. A fault in any
file is told by file, line and field, and then nothing is loaded.

What a council folder holds: docs/reference/council-folder.md. The example to copy: examples/larkhythe.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.core.management import call_command

from goldenthread.cli import databases, options, output, stages
from goldenthread.council_folder import load, reading

ON_DATABASE = False
EPILOG = """\
example: goldenthread init examples/larkhythe --by "Head of Performance"
         goldenthread init examples/lgbf --data lgbf-files --by "Head of Performance"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the council folder")
    options.data(parser)


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    by = options.by(arguments)
    with stages.busy(f"loading {arguments.folder}"):
        # Read first: a folder that cannot be read leaves no empty database behind.
        found = reading.read(arguments.folder, data=arguments.data)
        prepare_database()
        loaded = load.give(found, by=by, at=options.now())
    if arguments.json:
        output.as_json(
            {name: {"added": s.added, "unchanged": s.unchanged} for name, s in loaded.sections.items()}
        )
        return 0
    rows = [(name, str(s.added), str(s.unchanged)) for name, s in loaded.sections.items()]
    output.table("Versions", [("part", "left"), ("added", "right"), ("unchanged", "right")], rows)
    output.say(f"{loaded.added} added to {databases.shown()}, {loaded.unchanged} known already.")
    return 0


def prepare_database() -> None:
    """Make the folder of a SQLite file, and bring the database to this program's schema."""
    where = databases.place()
    if isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
