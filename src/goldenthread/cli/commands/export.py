"""Write everything out in open formats: data, versions, history and audit, with a schema.

CSV files with a Frictionless package beside them. Leave whenever you like.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.cli import options, output, stages
from goldenthread.council_folder.export import export

EPILOG = "example: goldenthread export --to build/export"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="a new folder, or an earlier export"
    )


def run(arguments: Namespace) -> int:
    with stages.busy(f"writing {arguments.to}"):
        done = export(to=arguments.to, known_at=options.known_at(arguments))
    rows = [(table, str(count)) for table, count in done.tables.items()]
    if arguments.json:
        output.as_json(dict(done.tables))
    else:
        output.table(f"Exported to {arguments.to}", [("table", "left"), ("rows", "right")], rows)
    return 0
