"""Load a council folder into a database, which is made if it is not there.

Loading again adds versions for what has changed and leaves the rest: nothing is overwritten. A fault in any
file is told by file, line and field, and then nothing is loaded.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from goldenthread.cli import options, output
from goldenthread.council_folder import load

HELP = "load a council folder (plan, organisation, indicators, targets ...) as YAML"
EPILOG = """\
example: goldenthread init examples/larkhythe --by "Head of Performance"
         goldenthread init examples/lgbf --data lgbf-files --by "Head of Performance"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the council folder")
    options.data(parser)


def run(arguments: Namespace) -> int:
    prepare_database()
    loaded = load.load(
        folder=arguments.folder, by=options.by(arguments), at=options.now(), data=arguments.data
    )
    if arguments.json:
        output.as_json(
            {name: {"added": s.added, "unchanged": s.unchanged} for name, s in loaded.sections.items()}
        )
        return 0
    rows = [(name, str(s.added), str(s.unchanged)) for name, s in loaded.sections.items()]
    output.table("Versions", [("part", "left"), ("added", "right"), ("unchanged", "right")], rows)
    return 0


def prepare_database() -> None:
    """Make the folder of a SQLite file, and bring the database to this program's schema."""
    where = place()
    if isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)


def place() -> Path | str:
    """Where the database is: the path of a SQLite file, or the name of a PostgreSQL database."""
    name: Path | str = settings.DATABASES["default"]["NAME"]
    return name
