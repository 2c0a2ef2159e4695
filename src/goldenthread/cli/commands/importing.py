"""Bring figures into the ledger: a return by its mapping, or every file that a council folder's index names.

Every row becomes a figure or a finding with file, sheet and cell, what is wrong and what would be right.
Nothing is dropped silently; the same file twice changes nothing; --dry-run shows what would change.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goldenthread.cli import findings, moments, options, output
from goldenthread.collection import actions as collection
from goldenthread.collection import mapping as mappings
from goldenthread.collection.findings import FileRefused
from goldenthread.council_folder import load, reading
from goldenthread.council_folder.cycle import Brought, bring_in

HELP = "bring returns into the ledger, with findings"
EPILOG = """\
example: goldenthread import examples/larkhythe/returns/index.yaml
         goldenthread import revenues.xlsx --mapping mappings/revenues.yaml \\
           --known-from 2023-10-05 --by "Head of Revenues and Benefits" --dry-run
"""
NEEDS_A_PERSON, REFUSED = 1, 2
INDEX = "index.yaml"


class WordsMissing(ValueError):
    """A single file needs its mapping and the day from which its figures were known."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, help="returns, or a council folder's returns/index.yaml"
    )
    options.data(parser)
    parser.add_argument("--mapping", type=Path, help="the mapping that reads the file, as YAML")
    parser.add_argument(
        "--known-from", metavar="MOMENT", help="when the figures were known, as the sender says"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show added, changed (old and new) and refused only"
    )


def run(arguments: Namespace) -> int:
    brought = [each for file in arguments.files for each in _brought(file, arguments)]
    return told(brought, as_json=arguments.json)


def told(brought: list[Brought], *, as_json: bool) -> int:
    """Tell what became of the files; returns the exit code."""
    if as_json:
        output.as_json([_as_row(each) for each in brought])
    else:
        for each in brought:
            _show(each)
    if any(each.refused for each in brought):
        return REFUSED
    return NEEDS_A_PERSON if any(_needs_a_person(each) for each in brought) else 0


def _brought(file: Path, arguments: Namespace) -> Iterator[Brought]:
    if file.name == INDEX:
        folder = reading.read(file.parent.parent, data=arguments.data)
        yield from bring_in(load.returns(folder), at=options.now())
        return
    if not arguments.mapping or not arguments.known_from:
        raise WordsMissing(f"{file.name}: give --mapping FILE.yaml and --known-from 2023-10-05")
    try:
        done = collection.import_file(
            path=file,
            mapping=mappings.load(arguments.mapping),
            known_from=moments.read(arguments.known_from),
            by=options.by(arguments),
            at=options.now(),
            dry_run=arguments.dry_run,
        )
    except FileRefused as refused:
        yield Brought(file.name, refused=refused.findings)
    else:
        yield Brought(file.name, imported=done)


def summary(each: Brought) -> str:
    """One line on one file."""
    if each.refused:
        return f"{each.file}: refused, nothing of it came in"
    if each.read_before or each.imported is None:
        return f"{each.file}: read before, nothing new"
    done = each.imported
    parts = [f"{done.added} added", f"{done.changed} changed", f"{done.unchanged} unchanged"]
    parts += [f"{done.refused} refused"] if done.refused else []
    parts += [f"{done.warnings} to look at"] if done.warnings else []
    return f"{each.file}: {', '.join(parts)}" + (" (dry run, nothing kept)" if done.is_dry_run else "")


def _show(each: Brought) -> None:
    output.say(summary(each))
    findings.show(each.findings)
    if each.imported and each.imported.is_dry_run:
        _show_difference(each)


def _show_difference(each: Brought) -> None:
    assert each.imported
    rows = each.imported.rows
    columns = ("change", "indicator", "area", "breakdown", "period", "value_exact", "old_value_exact")
    present = [name for name in columns if name in rows.columns]
    shown = [tuple(str(value or "") for value in row) for row in rows.select(present).head(50).iter_rows()]
    output.table("What would change", [(name.replace("_exact", ""), "left") for name in present], shown)


def _needs_a_person(each: Brought) -> bool:
    return bool(each.imported and (each.imported.refused or each.imported.warnings))


def _as_row(each: Brought) -> dict[str, Any]:
    done = each.imported
    counts = {
        name: getattr(done, name) if done else 0 for name in ("added", "changed", "unchanged", "refused")
    }
    return {
        "file": each.file,
        "read_before": each.read_before,
        **counts,
        "findings": findings.as_rows(each.findings),
    }
