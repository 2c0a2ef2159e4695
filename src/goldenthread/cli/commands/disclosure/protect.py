"""Choose which cells of a table stay hidden so that nothing published gives a small count away.

FOLDER holds inner.csv (or inner.csv.gz): a row for each inner cell, with the level columns of each dimension
and the count in freq; and meta.json, whose "dims" names the level columns of each dimension from the top.
Every cell of the full cross of all nodes is published, totals included, but those that have to stay hidden:
counts from 1 to the threshold (primary) and what would give them away (secondary). An inner cell without a
row counts 0; a row with "Total" from some level of a dimension down is held against what its cells come to.

meta.json may name a "policy": the code of a convention, or the fields of a policy. It says what is small,
what becomes of zeros, to what multiples the public's counts are rounded, width and lowest level. What it asks
beyond that and a table of counts cannot keep is refused by field; `complement`, which is of denominators,
does not apply. check and test go by the same policy.

--out is for those entitled: for each cell the path of its node in each dimension, count, and status. Beside
it X.proof.json says at what level this holds: how many cells there are and how many are primary, how many of
these an audit finds open (0, or nothing is written), and the loss, in cells and in the sum of their counts.
--public is what everybody may see: [c] for every hidden cell.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from goldenthread.cli import output, stages
from goldenthread.cli.commands.disclosure import folder, ruling, written
from goldenthread.cli.commands.disclosure.numbers import more_than_nothing, one_or_more
from goldenthread.methods.disclosure.policy import Policy
from goldenthread.methods.disclosure.protection import Level, NotProtected, Protection
from goldenthread.methods.disclosure.trees import Table

ON_DATABASE = False
EPILOG = """\
example: goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
         goldenthread disclosure protect tables/absences --level rank --out build/absences.csv \\
           --public build/absences-public.csv --seconds 30
         goldenthread disclosure protect tables/absences --level witness --out build/absences.csv \\
           --policy dfe_children_in_need
"""
NAMED = 5
# Rounds of a search that the clock bounds.
ENDLESS = 1_000_000


class StaysOpen(ValueError):
    """Primary cells that would stay open whatever else is hidden; nothing is written."""


class BadPlace(ValueError):
    """An output cannot be written where it is to be, or would stand where something else does."""


class WidthMeansNothing(ValueError):
    """A width is asked for at a level that has no two tables which could differ by it."""


class LevelTooLow(ValueError):
    """A level is asked for that holds against less than the policy wants."""


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
        type=more_than_nothing,
        metavar="S",
        help="look for less to hide for so long (default: as many tries as suit the size, so that the answer "
        "is always the same)",
    )
    ruling.arguments(parser)
    parser.add_argument(
        "--width",
        type=one_or_more,
        metavar="N",
        help="by how much two tables differ, where there is no policy (1)",
    )


def run(arguments: Namespace) -> int:
    _check(arguments)
    rule = ruling.of(arguments.folder, arguments)
    width = _width(arguments, rule)
    table = rule.table(arguments.folder)
    made = _protected(table, width, arguments)
    proof = _proof(table, made, rule, arguments.seed)
    written.write(arguments.out, written.cells(table, made))
    if arguments.public:
        written.write(arguments.public, written.public(table, made, base=rule.base))
    written.write(written.proof_beside(arguments.out), proof)
    if arguments.json:
        output.as_json(proof)
    else:
        lost, small = proof["loss"], output.counted(proof["primary"], "small one")
        output.say(
            f"{arguments.out}: {proof['cells']:,} cells, {small} hidden; to protect them "
            f"{output.counted(lost['cells'], 'more cell')} that count {lost['sum']:,}. "
            f"Holds at the level {proof['level']}."
        )
        _say_of_policy(rule.policy, arguments.public)
    return 0


def _say_of_policy(policy: Policy | None, public: Path | None) -> None:
    if policy and policy.rounding and public:
        output.say(f"To be told with {public}: {policy.rounding.statement}")
    if policy and policy.complement:
        output.say(
            f"Of policy {policy.code}, complement does not apply: a table of counts has no denominators. "
            "Each cell is judged by itself, and not what several of them come to."
        )


def _check(arguments: Namespace) -> None:
    """Refuse before the work what would be refused, or lost, after it. Raises BadPlace."""
    out, public = arguments.out, arguments.public
    inputs = [arguments.folder / name for name in (*folder.INNER, folder.META)]
    if public and public.resolve() in (out.resolve(), written.proof_beside(out).resolve()):
        raise BadPlace(f"--public names {public}, where --out writes what is not for the public")
    for option, place in (("--out", out), ("--public", public)):
        if place and (place.is_dir() or not place.parent.is_dir()):
            raise BadPlace(f"{option} names {place}: name a file in a folder that there is")
        if place and place.resolve() in [one.resolve() for one in inputs]:
            raise BadPlace(f"{option} names {place}, which is what is to be protected")


def _width(arguments: Namespace, rule: ruling.Ruling) -> int:
    """The width of the policy or of the command line. Raises TwoRules, LevelTooLow, WidthMeansNothing."""
    asked, policy = arguments.width, rule.policy
    if policy is None:
        if asked not in (None, 1) and arguments.level != Level.WITNESS:
            raise WidthMeansNothing(
                f"--width {asked} is by how much two tables differ, which --level {arguments.level} "
                f"has not: ask for --level {Level.WITNESS}, or leave it out"
            )
        return asked or 1
    if asked is not None:
        raise ruling.TwoRules(f"--width {asked}: the policy says the width; leave out one")
    if ruling.is_lower(Level(arguments.level), policy.level):
        raise LevelTooLow(
            f"--level {arguments.level}: policy {policy.code} asks for the level {policy.level}. "
            f"Ask for it, or write another in the policy"
        )
    return policy.width


def _protected(table: Table, width: int, arguments: Namespace) -> Protection:
    from goldenthread.methods.disclosure.protect import protect

    with stages.bar("protecting") as progress:
        try:
            return protect(
                table.system,
                level=Level(arguments.level),
                width=width,
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


def _proof(table: Table, made: Protection, rule: ruling.Ruling, seed: int) -> dict[str, Any]:
    from goldenthread.methods.disclosure import rank

    exposed = rank.exposed(table.system, made.hidden(table.system), basis=table.basis)
    if len(exposed):
        raise StaysOpen(f"nothing is written: the audit finds {len(exposed):,} small counts open")
    return written.proof(table, made, exposed=len(exposed), seed=seed, ruling=rule)


def _after(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until
