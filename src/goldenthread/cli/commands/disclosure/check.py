"""Check that a release, or a protected table, is as safe as it claims to be.

With a release's code: its seal against what it says and against the audit, the list of what it hides, and its
proof, by adding whole numbers and nothing else. Withdrawn ones too.

With FOLDER and X.csv: the table is worked out anew from FOLDER. X.csv is what `disclosure protect --out
X.csv` wrote, with its proof X.proof.json beside it. Every cell must have its true count and its right status.
A witness is checked by adding whole numbers and nothing else: for each small count two tables that agree with
everything published and differ in that cell. At the levels below there is no such proof; then what can be
worked out is worked out anew. Exit code 1 where anything does not hold.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import numpy as np

from goldenthread.cli import output
from goldenthread.cli.commands.disclosure import pattern, ruling, written
from goldenthread.cli.commands.disclosure.releases import checking as released
from goldenthread.methods.disclosure.protection import Level, Protection, Witness
from goldenthread.methods.disclosure.system import Flags, Role
from goldenthread.methods.disclosure.trees import Table

ON_DATABASE = False
EPILOG = """\
example: goldenthread disclosure check 2023-24-Q2-93cefa83441b
         goldenthread disclosure check tables/absences build/absences.csv
"""
DOES_NOT_HOLD = 1
TOLD = 20


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "subject",
        metavar="RELEASE|FOLDER",
        help="the code of a release; or a folder with inner.csv or inner.csv.gz, and meta.json",
    )
    parser.add_argument(
        "table", type=Path, nargs="?", metavar="X.csv", help="cell, count and status, its proof beside it"
    )
    ruling.arguments(parser)


def run(arguments: Namespace) -> int:
    if arguments.table is not None:
        return _check_table(arguments)
    ruling.refuse_for_release(arguments)
    return released.check(arguments.subject, as_json=arguments.json)


def _check_table(arguments: Namespace) -> int:
    rule = ruling.of(Path(arguments.subject), arguments)
    table = rule.table(Path(arguments.subject))
    hidden, faults = pattern.read(arguments.table, table, base=rule.base)
    proof = pattern.read_proof(written.proof_beside(arguments.table))
    faults += _wrong_roles(table, hidden)
    level, width, witness = _claimed(proof, table, arguments, rule)
    faults += _less_than_asked(level, width, rule)
    if not faults:
        faults = _faults(table, Protection(hidden & table.system.is_(Role.FREE), level, width, witness))
    _tell(arguments, str(level), width, faults)
    return DOES_NOT_HOLD if faults else 0


def _claimed(
    proof: dict[str, Any], table: Table, arguments: Namespace, rule: ruling.Ruling
) -> tuple[Level, int, Witness | None]:
    from goldenthread.methods.disclosure import witness

    level, width, threshold = (proof.get(name) for name in ("level", "width", "threshold"))
    if level not in list(Level) or type(width) is not int:
        raise pattern.PatternNotUnderstood(
            f"{written.proof_beside(arguments.table)}: level is one of {', '.join(Level)}, "
            f"width a whole number; not {level!r} and {width!r}"
        )
    if proof.get("policy") != rule.plain:
        raise pattern.PatternNotUnderstood(
            "the proof is by another policy than the table is looked at by, or by none: "
            "say which is meant with --policy, or in meta.json"
        )
    if threshold != rule.largest:
        raise pattern.PatternNotUnderstood(
            f"the proof is for small counts of 1 to {threshold}, not to {rule.largest}: "
            "say which is meant with --threshold"
        )
    if level != Level.WITNESS:
        return Level(level), width, None
    return Level(level), width, witness.from_plain(proof, written.cell_names(table))


def _less_than_asked(level: Level, width: int, rule: ruling.Ruling) -> list[str]:
    """A level, or a width, below that of the policy."""
    policy = rule.policy
    if policy is None:
        return []
    said = [
        (ruling.is_lower(level, policy.level), f"the policy asks for the level {policy.level}"),
        (width < policy.width, f"the policy asks for a width of {policy.width}, and this is {width}"),
    ]
    return [fault for is_less, fault in said if is_less]


def _wrong_roles(table: Table, hidden: Flags) -> list[str]:
    """Small counts that are printed, zeros that are hidden though zeros are published."""
    system, names = table.system, written.cell_names(table)
    printed, zero = system.is_(Role.PRIMARY) & ~hidden, system.is_(Role.SHOWN) & hidden
    return [
        *(f"{names[cell]}: a small count that is printed" for cell in np.flatnonzero(printed).tolist()),
        *(f"{names[cell]}: hidden, but zeros are published" for cell in np.flatnonzero(zero).tolist()),
    ]


def _faults(table: Table, made: Protection) -> list[str]:
    from goldenthread.methods.disclosure import rank, rule_aware, witness

    names = written.cell_names(table)
    if made.level is Level.WITNESS:
        return witness.faults(table.system, made, names.__getitem__)
    exposed = rank.exposed if made.level is Level.RANK else rule_aware.exposed
    open_ones = exposed(table.system, made.hidden(table.system), basis=table.basis)
    return [f"{names[cell]}: a small count that can be worked out" for cell in open_ones.tolist()]


def _tell(arguments: Namespace, level: str, width: int, faults: list[str]) -> None:
    if arguments.json:
        output.as_json({"level": level, "width": width, "holds": not faults, "faults": faults})
        return
    if not faults:
        proven = (
            f"proven at width {width}" if level == Level.WITNESS else "worked out anew, for there is no proof"
        )
        output.say(f"{arguments.table} holds at the level {level}: {proven}.")
        return
    output.say(f"{arguments.table} does not hold at the level {level}:")
    for fault in faults[:TOLD]:
        output.say(f"  {fault}")
    if len(faults) > TOLD:
        output.say(f"  and {len(faults) - TOLD:,} more")
