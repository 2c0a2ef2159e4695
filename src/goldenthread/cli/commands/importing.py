"""Bring figures into the ledger: a return by its mapping, or every file that a council folder's index names.

Every row becomes a figure or a finding with file, sheet and cell, what is wrong and what would be right.
Nothing is dropped silently; the same file twice changes nothing; --dry-run shows what would change. Each file
is in wholly or not at all, and one that is refused does not stop the others.

Of an index, --known-at leaves out the files that were not known yet at that moment.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from goldenthread.cli import findings, moments, options, output, stages
from goldenthread.collection import actions as collection
from goldenthread.collection import mapping as mappings
from goldenthread.collection.findings import FileRefused
from goldenthread.council_folder import cycle, load, reading
from goldenthread.council_folder.cycle import Brought

EPILOG = """\
example: goldenthread import examples/larkhythe/returns/index.yaml
         goldenthread import revenues.xlsx --mapping mappings/revenues.yaml \\
           --known-from 2023-10-05 --by "Head of Revenues and Benefits" --dry-run
How to write a mapping: docs/reference/mappings.md
"""
NEEDS_A_PERSON, REFUSED = 1, 2
INDEX = "index.yaml"
MOST_SHOWN = 50
NUMBERS = ("numerator", "denominator", "value", "respondents", "given_lower", "given_upper")


class WordsMissing(ValueError):
    """A single file needs its mapping and the day from which its figures were known."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, help="returns, or a council folder's returns/index.yaml"
    )
    options.data(parser)
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE", help="the mapping that reads the file, as YAML"
    )
    parser.add_argument(
        "--known-from", metavar="MOMENT", help="when the figures were known, as the sender says"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show added, changed (old and new) and refused only"
    )


def run(arguments: Namespace) -> int:
    for file in arguments.files:
        if file.name != INDEX:
            _check_words(file, arguments)
    brought: list[Brought] = []
    for file in map(Path.absolute, arguments.files):
        brought += _indexed(file, arguments) if file.name == INDEX else [_single(file, arguments)]
    return told(brought, as_json=arguments.json)


def told(brought: list[Brought], *, as_json: bool) -> int:
    """Tell what became of the files; returns the exit code."""
    if as_json:
        output.as_json([_as_row(each) for each in brought])
    else:
        for each in brought:
            _show(each)
    if any(each.refused for each in brought) and not any(each.imported for each in brought):
        return REFUSED
    return NEEDS_A_PERSON if any(_needs_a_person(each) for each in brought) else 0


def summary(each: Brought) -> str:
    """One line on one file."""
    if each.refused:
        return f"{each.file}: refused, nothing of it came in"
    if each.read_before or each.imported is None:
        return f"{each.file}: read before, nothing new"
    done = each.imported
    parts = [f"{done.added} added", f"{done.changed} changed", f"{done.unchanged} unchanged"]
    parts += [f"{done.redacted} redacted before and kept out"] if done.redacted else []
    parts += [f"{done.refused} refused"] if done.refused else []
    parts += [f"{done.warnings} to look at"] if done.warnings else []
    return f"{each.file}: {', '.join(parts)}" + (" (dry run, nothing kept)" if done.is_dry_run else "")


def _check_words(file: Path, arguments: Namespace) -> None:
    if not arguments.mapping or not arguments.known_from:
        raise WordsMissing(
            f"{file.name}: say how it is read and when its figures were known: --mapping FILE.yaml "
            "--known-from 2023-10-05. A council folder's returns/index.yaml says both for all its files"
        )
    options.by(arguments)


def _indexed(index: Path, arguments: Namespace) -> list[Brought]:
    returns = load.returns(reading.read(index.resolve().parent.parent, data=arguments.data))
    if arguments.known_at:
        moment = moments.read(arguments.known_at)
        returns = tuple(each for each in returns if each.known_from <= moment)
    brought: list[Brought] = []
    bring_in = cycle.rehearse if arguments.dry_run else cycle.bring_in
    with stages.bar("files") as progress:
        for each in bring_in(
            returns, at=options.now(), started=lambda file: progress(file, len(brought), len(returns))
        ):
            brought.append(each)
    return brought


def _single(file: Path, arguments: Namespace) -> Brought:
    mapping = mappings.load(arguments.mapping)
    try:
        with stages.busy(f"reading {file.name}"):
            done = collection.import_file(
                path=file,
                mapping=mapping,
                known_from=options.known_from(arguments),
                by=options.by(arguments),
                at=options.now(),
                dry_run=arguments.dry_run,
            )
    except FileRefused as refused:
        return Brought(file.name, refused=refused.findings)
    return Brought(file.name, imported=done)


def _show(each: Brought) -> None:
    output.say(summary(each))
    for line in findings.in_words(each.findings):
        output.say(line)
    if each.imported and each.imported.is_dry_run:
        _show_difference(each)


def _show_difference(each: Brought) -> None:
    assert each.imported
    rows = each.imported.rows
    if rows.is_empty():
        return
    columns = ("change", "indicator", "area", "breakdown", "period", *_figures("old_"), *_figures())
    present = [name for name in columns if name in rows.columns and rows[name].is_not_null().any()]
    shown = [
        tuple(str(value or "") for value in row) for row in rows.select(present).head(MOST_SHOWN).iter_rows()
    ]
    headings = [(name.removesuffix("_exact").replace("_", " "), "left") for name in present]
    output.table("What would change", headings, shown)
    if rows.height > MOST_SHOWN:
        output.say(f"and {rows.height - MOST_SHOWN} more")


def _figures(before: str = "") -> list[str]:
    return [f"{before}{name}_exact" for name in NUMBERS]


def _needs_a_person(each: Brought) -> bool:
    return bool(each.refused or (each.imported and (each.imported.refused or each.imported.warnings)))


def _as_row(each: Brought) -> dict[str, Any]:
    done = each.imported
    counts = {
        name: getattr(done, name) if done else 0
        for name in ("added", "changed", "unchanged", "redacted", "refused")
    }
    return {
        "file": each.file,
        "is_refused": bool(each.refused),
        "read_before": each.read_before,
        **counts,
        "findings": findings.as_rows(each.findings or each.earlier),
    }
