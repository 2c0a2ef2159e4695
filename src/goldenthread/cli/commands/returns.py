"""Write the workbooks in which services return their figures, or read a filled-in one back.

Each workbook is pre-filled with the latest figures, the range that is expected and the definition; the
headings are locked, the cells for figures are free. Without --service one is written for every service that
has figures to return.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from goldenthread.cli import moments, options, output
from goldenthread.cli.commands import importing
from goldenthread.collection import actions, queries
from goldenthread.collection.findings import FileRefused
from goldenthread.council_folder.cycle import Brought
from goldenthread.methods import periods

EPILOG = """\
example: goldenthread returns --period 2023-24-Q3 --to build/returns
         goldenthread returns --period 2023-24-Q3 --service RES.revenues --to build/returns
         goldenthread returns --read RES.revenues-2023-24-Q3.xlsx --known-from 2024-01-19 \\
           --by "Head of Revenues and Benefits"
"""


class WordsMissing(ValueError):
    """Neither a form to write nor one to read was named."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--period", help="the report period, as 2023-24-Q3")
    parser.add_argument(
        "--service", help="one service, by its code (default: every service with figures to return)"
    )
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where the workbooks go")
    parser.add_argument("--read", type=Path, metavar="FILE", help="a filled-in workbook")
    parser.add_argument("--known-from", metavar="MOMENT", help="with --read: when the figures were known")
    parser.add_argument("--dry-run", action="store_true", help="with --read: show what would change only")


def run(arguments: Namespace) -> int:
    if arguments.read:
        return _read(arguments)
    if not arguments.period or not arguments.to:
        raise WordsMissing(
            "say --period and --to to write workbooks, or --read and --known-from to read one back"
        )
    return _write(arguments)


def _write(arguments: Namespace) -> int:
    known_at = options.known_at(arguments)
    on = periods.parse(arguments.period).end
    codes = [arguments.service] if arguments.service else _every(arguments.period, known_at)
    arguments.to.mkdir(parents=True, exist_ok=True)
    written = []
    for code in codes:
        place = arguments.to / f"{code}-{arguments.period}.xlsx"
        place.write_bytes(queries.return_form(unit=code, period=arguments.period, on=on, known_at=known_at))
        written.append(str(place))
    if arguments.json:
        output.as_json({"written": written})
    else:
        output.say(f"{len(written)} workbooks in {arguments.to}")
    return 0


def _every(period: str, known_at: datetime) -> list[str]:
    on = periods.parse(period).end
    return [service.code for service in queries.services_asked(period=period, on=on, known_at=known_at)]


def _read(arguments: Namespace) -> int:
    if not arguments.known_from:
        raise WordsMissing(f"{arguments.read.name}: say when its figures were known, --known-from 2024-01-19")
    try:
        done = actions.import_form(
            path=arguments.read,
            known_from=moments.read(arguments.known_from),
            by=options.by(arguments),
            at=options.now(),
            dry_run=arguments.dry_run,
        )
    except FileRefused as refused:
        brought = Brought(arguments.read.name, refused=refused.findings)
    else:
        brought = Brought(arguments.read.name, imported=done)
    return importing.told([brought], as_json=arguments.json)
