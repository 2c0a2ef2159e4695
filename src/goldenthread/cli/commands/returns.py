"""Write the workbooks in which services return their figures, or read a filled-in one back.

Each workbook is pre-filled with the latest figures, the range that is expected and the definition; the
headings are locked, the cells for figures are free. Without --service one is written for every service that
has figures to return.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from goldenthread.cli import options, output, stages
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


class FilledInPerhaps(ValueError):
    """A workbook of this name is there, and may hold a service's figures."""


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
    forms: dict[Path, bytes] = {}
    with stages.bar("workbooks") as progress:
        for done, code in enumerate(codes):
            progress(code, done, len(codes))
            form = queries.return_form(unit=code, period=arguments.period, on=on, known_at=known_at)
            forms[arguments.to / f"{code}-{arguments.period}.xlsx"] = form
    for place, form in forms.items():
        if place.exists() and place.read_bytes() != form:
            raise FilledInPerhaps(
                f"{place} is there already, perhaps filled in: move it, or name another --to"
            )
    arguments.to.mkdir(parents=True, exist_ok=True)
    for place, form in forms.items():
        place.write_bytes(form)
    if arguments.json:
        output.as_json({"written": [str(place) for place in forms]})
    else:
        output.say("\n".join(map(str, forms)))
        output.say(f"{output.counted(len(forms), 'workbook')} to send out; --read FILE reads one back.")
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
            known_from=options.known_from(arguments),
            by=options.by(arguments),
            at=options.now(),
            dry_run=arguments.dry_run,
        )
    except FileRefused as refused:
        brought = Brought(arguments.read.name, refused=refused.findings)
    else:
        brought = Brought(arguments.read.name, imported=done)
    return importing.told([brought], as_json=arguments.json)
