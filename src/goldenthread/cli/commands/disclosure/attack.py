"""Play the outsider: what can be worked out of what is published, the rule and a computer.

With a release's code: from everything ever published up to it, without releases that were withdrawn. What
each printed is read, figure by figure, and not how it was decided: totals, linked tables, other periods (a
year to date less the one before, twelve months less twelve months, revised and original), other areas, shares
beside their denominators, colours beside hidden figures. What is opened is named, its count is not told.
With --pack the files of its pack are looked through as well: what pages, PDF, Word, Excel and data say, in
comments, hidden sheets, properties and the words for who cannot see a picture.

With FOLDER and X.csv: the table is worked out anew from FOLDER; X.csv says which cells are hidden: by its
column status, or by [c]. An outsider has every printed cell, knows how cells add up, that counts are whole
numbers, and that no hidden cell is 0 while zeros are printed. Exit code 1 where a small count comes out.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import numpy as np

from goldenthread.cli import output
from goldenthread.cli.commands.disclosure import pattern, ruling, written
from goldenthread.cli.commands.disclosure.releases import attacking as released
from goldenthread.methods.disclosure.linear import Values
from goldenthread.methods.disclosure.system import Flags, Role
from goldenthread.methods.disclosure.trees import Table

ON_DATABASE = False
EPILOG = """\
example: goldenthread disclosure test 2023-24-Q2-93cefa83441b
         goldenthread disclosure test 2023-24-Q2-93cefa83441b --pack build/2023-24-Q2
         goldenthread disclosure test tables/absences build/absences.csv
         goldenthread disclosure test tables/absences build/absences.csv --intervals
"""
OPENED = 1
TOLD = 20
QUARTERS = (25, 50, 75)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "subject",
        metavar="RELEASE|FOLDER",
        help="the code of a release; or a folder with inner.csv or inner.csv.gz, and meta.json",
    )
    parser.add_argument("table", type=Path, nargs="?", metavar="X.csv", help="which cells are hidden")
    parser.add_argument(
        "--pack",
        type=Path,
        metavar="FOLDER",
        help="of a release: look through its files too, seen or not, for what it hides",
    )
    ruling.arguments(parser)
    parser.add_argument(
        "--intervals",
        action="store_true",
        help="say too how many counts stay possible for each small one; a minute for ten thousand cells",
    )


def run(arguments: Namespace) -> int:
    if arguments.table is not None:
        return _attack_table(arguments)
    ruling.refuse_for_release(arguments)
    return released.attack(arguments.subject, pack=arguments.pack, as_json=arguments.json)


def _attack_table(arguments: Namespace) -> int:
    rule = ruling.of(Path(arguments.subject), arguments)
    table = rule.table(Path(arguments.subject))
    hidden, faults = pattern.read(arguments.table, table, base=rule.base)
    if faults:
        raise pattern.PatternNotUnderstood(f"{arguments.table} is of another table: {faults[0]}")
    found = _found(table, hidden, rule, with_intervals=arguments.intervals)
    if arguments.json:
        output.as_json(found)
    else:
        _tell(arguments, found)
    return OPENED if found["recovered"] else 0


def _found(table: Table, hidden: Flags, rule: ruling.Ruling, *, with_intervals: bool) -> dict[str, Any]:
    from goldenthread.methods.disclosure import attack

    system, names = table.system, written.cell_names(table)
    small = np.flatnonzero(system.is_(Role.PRIMARY))
    opened = attack.recovered(system, hidden)
    groups = attack.whole_groups(system, hidden)
    found: dict[str, Any] = {
        "small": len(small),
        "recovered": {names[cell]: int(system.counts[cell]) for cell in opened.tolist()},
        "groups": [{"group": names[one.group], "all in": names[one.category]} for one in groups],
    }
    if with_intervals:
        lowest, highest = attack.intervals(system, hidden, small)
        found["surely small"] = int((highest < rule.largest + 1).sum())
        found["widths"] = _quarters(highest - lowest)
    return found


def _quarters(widths: Values) -> dict[str, float]:
    if not len(widths):
        return {}
    return {str(at): float(np.percentile(widths, at, method="lower")) for at in QUARTERS}


def _tell(arguments: Namespace, found: dict[str, Any]) -> None:
    opened, groups = found["recovered"], found["groups"]
    small = output.counted(found["small"], "small count")
    output.say(f"{arguments.table}: {len(opened):,} of {small} can be worked out exactly.")
    for name, count in list(opened.items())[:TOLD]:
        output.say(f"  {name}: {count}")
    if len(opened) > TOLD:
        output.say(f"  and {len(opened) - TOLD:,} more")
    if groups:
        one = groups[0]
        output.say(
            f"Of {output.counted(len(groups), 'group')} everybody is seen to stand in one category; "
            f"the first: all of {one['group']} in {one['all in']}."
        )
    if found.get("widths"):
        of_quarters = ", ".join(f"{width:g}" for width in found["widths"].values())
        output.say(
            f"Possible counts of a small one differ by {of_quarters} (a quarter, half, three quarters of "
            f"them, or less); {found['surely small']:,} are surely small."
        )
