"""Choose which cells of a table stay hidden so that nothing published gives a small count away.

FOLDER holds inner.csv (or inner.csv.gz): a row for each inner cell, with the level columns of each dimension
and the count in freq; and meta.json, whose "dims" names the level columns of each dimension from the top.
Every cell of the full cross of all nodes is published, totals included, but those that have to stay hidden:
counts from 1 to the threshold (primary) and what would give them away (secondary). An inner cell without a
row counts 0; a row with "Total" from some level of a dimension down is held against what its cells come to.

--out is for those entitled: for each cell the path of its node in each dimension, count, and status. Beside
it X.proof.json says at what level this holds: how many cells there are and how many are primary, how many of
these an audit finds open (0, or nothing is written), and the loss, in cells and in the sum of their counts.
--public is what everybody may see: [c] for every hidden cell.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from goldenthread.cli import output, stages
from goldenthread.cli.commands.disclosure import folder, written
from goldenthread.methods.disclosure.protection import Level, NotProtected, Protection
from goldenthread.methods.disclosure.trees import Table

ON_DATABASE = False
EPILOG = """\
example: goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
         goldenthread disclosure protect tables/absences --level rank --out build/absences.csv \\
           --public build/absences-public.csv --seconds 30
"""
NAMED = 5
# Rounds of a search that the clock bounds.
ENDLESS = 1_000_000


class StaysOpen(ValueError):
    """Primary cells that would stay open whatever else is hidden; nothing is written."""


class SamePlace(ValueError):
    """Two outputs, one of them not for the public, would be written to one place."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="holds inner.csv or inner.csv.gz, and meta.json")
    parser.add_argument(
        "--level",
        choices=[str(level) for level in Level],
        required=True,
        help="what it must hold against. rank: the sums fix no small count; rule-aware: nor do they for one "
        "who knows the rule; witness: for each small count two whole tables that fit all that is published",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="X.csv", help="cell, count and status")
    parser.add_argument("--public", type=Path, metavar="Y.csv", help="what an outsider sees")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="same table, same seed: same answer")
    parser.add_argument(
        "--seconds",
        type=_more_than_nothing,
        metavar="S",
        help="look for less to hide for so long (default: as many tries as suit the size, so that the answer "
        "is always the same)",
    )
    parser.add_argument("--threshold", type=_one_or_more, default=4, metavar="N", help="1 to N is small (4)")
    parser.add_argument(
        "--width", type=_one_or_more, default=1, metavar="N", help="by how much two tables differ (1)"
    )


def run(arguments: Namespace) -> int:
    _check_places(arguments)
    table = folder.read(arguments.folder, threshold=arguments.threshold)
    made = _protected(table, arguments)
    proof = _proof(table, made, arguments)
    written.write(arguments.out, written.cells(table, made))
    if arguments.public:
        written.write(arguments.public, written.public(table, made))
    written.write(written.proof_beside(arguments.out), proof)
    if arguments.json:
        output.as_json(proof)
    else:
        lost = proof["loss"]
        output.say(
            f"{arguments.out}: {proof['cells']:,} cells, {proof['primary']:,} small ones hidden; to protect "
            f"them {output.counted(lost['cells'], 'more cell')} that count {lost['sum']:,}. "
            f"Holds at the level {proof['level']}."
        )
    return 0


def _check_places(arguments: Namespace) -> None:
    """Raise SamePlace where what is for the public would stand where what is not stands, or the other way."""
    if arguments.public and arguments.public.resolve() in (
        arguments.out.resolve(),
        written.proof_beside(arguments.out).resolve(),
    ):
        raise SamePlace(f"--public names {arguments.public}, where --out writes what is not for the public")


def _protected(table: Table, arguments: Namespace) -> Protection:
    from goldenthread.methods.disclosure.protect import protect

    with stages.bar("protecting") as progress:
        try:
            return protect(
                table.system,
                level=Level(arguments.level),
                width=arguments.width,
                basis=table.basis,
                seed=arguments.seed,
                rounds=ENDLESS if arguments.seconds else None,
                give_up=_after(arguments.seconds) if arguments.seconds else None,
                progress=progress,
            )
        except NotProtected as refused:
            names = written.cells_named(table, refused.cells[:NAMED])
            more = f" and {len(refused.cells) - NAMED:,} more" if len(refused.cells) > NAMED else ""
            raise StaysOpen(
                f"nothing is written, for these small counts would stay open whatever is hidden: "
                f"{'; '.join(names)}{more}. Merge categories, or leave out a level"
            ) from refused


def _proof(table: Table, made: Protection, arguments: Namespace) -> dict[str, Any]:
    from goldenthread.methods.disclosure import rank

    exposed = rank.exposed(table.system, made.hidden(table.system), basis=table.basis)
    if len(exposed):
        raise StaysOpen(f"nothing is written: the audit finds {len(exposed):,} small counts open")
    return written.proof(
        table, made, exposed=len(exposed), seed=arguments.seed, threshold=arguments.threshold
    )


def _after(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def _more_than_nothing(words: str) -> float:
    seconds = float(words)
    if not 0 < seconds < float("inf"):
        raise ArgumentTypeError(f"seconds are more than 0, not {words}")
    return seconds


def _one_or_more(words: str) -> int:
    if (number := int(words)) < 1:
        raise ArgumentTypeError(f"1 or more, not {words}")
    return number
