"""Name the wards, groups and teams that good figures of the whole council hide.

An area is named where the whole meets its target, the area misses it, and the area lies on the worse side
by more than chance: of all areas named not more than one in twenty should be a false alarm. The figures are
those that the public sees. --unprotected takes all figures as they are, for the posts that the policy of an
indicator names, of those indicators alone, with a reason; who looked and why goes into the audit.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import Any, Final

import polars as pl

from goldenthread.cli import options, output, stages
from goldenthread.documents import wording
from goldenthread.documents.wording import Measure
from goldenthread.reports.leaving import masking, previewing
from goldenthread.reports.leaving.masking import Look

EPILOG = """\
example: goldenthread masked 2023-24-Q2
         goldenthread masked 2023-24-Q2 --all
         goldenthread masked 2023-24-Q2 --unprotected --reason "To ask the services" \\
           --by "Data Protection Lead"
"""
COLUMNS = (("area", "left"), ("figure", "right"), ("the whole", "right"), ("target", "right"), ("", "left"))
MASKED: Final = "hidden behind a good figure"
WHY: Final = {
    "kind": "no limits for plain counts and amounts",
    "missing": "hidden or not come in",
    "of_none": "of none",
    "not_counts": "not counted in whole numbers",
    "not_a_share": "more counted than there are",
    "no_whole": "the whole is no figure of its kind",
    "too_few": "too few to say",
    "too_few_areas": "too few areas to say",
    "no_spread": "most areas are the same",
}
Row = dict[str, Any]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")
    parser.add_argument("--all", action="store_true", help="every area beyond chance, better or worse")
    parser.add_argument(
        "--unprotected", action="store_true", help="all figures as they are, for those entitled"
    )
    parser.add_argument("--reason", default="", help="with --unprotected: why they are needed")


def run(arguments: Namespace) -> int:
    look = _look(arguments)
    beyond = look.found.areas.filter(pl.col("verdict").is_not_null() & (pl.col("verdict") != "within"))
    shown = beyond if arguments.all else look.found.hidden_behind
    if arguments.json:
        output.as_json(_plain(look, shown))
        return 0
    _tell(look, shown, arguments.period)
    return 0


def _look(arguments: Namespace) -> Look:
    with stages.busy("deciding what to hide"):
        leaving = previewing.passed(arguments.period, at=options.now())
    if not arguments.unprotected:
        return masking.protected(leaving)
    reason = options.named(arguments.reason, "say why they are needed, for the audit: --reason")
    by = options.by(arguments)
    return masking.unprotected(leaving, reason=reason, by=by, at=options.now())


def _tell(look: Look, shown: pl.DataFrame, period: str) -> None:
    output.say(f"{period}. {look.mark}.")
    if look.left_out:
        output.say(f"Left out, for they are not open to this post: {', '.join(look.left_out)}.")
    wholes = {line["indicator"]: line for line in look.sealed.of("indicator")}
    rows = [_entry(row, wholes[row["indicator"]]) for row in shown.iter_rows(named=True)]
    if rows:
        output.entries(output.counted(len(rows), "area"), COLUMNS, rows)
    else:
        output.say("No area is hidden behind a good figure.")
    judged = look.found.areas["verdict"].count()
    output.say(f"{output.counted(judged, 'area')} judged, each against the whole council.")
    for why, count in Counter(look.found.areas["why"]).items():
        if why:
            output.say(f"  not judged: {count:,}, {WHY[str(why)]}")
    for row in look.found.sets.filter("is_overdispersed").iter_rows(named=True):
        times = f"{row['overdispersion']:.1f} times as much as by chance"
        output.say(
            f"  {row['indicator']} by {row['cut']}: areas vary {times}, for reasons of their own; one beyond "
            "chance is less of a surprise"
        )


def _entry(row: Row, whole: Row) -> tuple[str, str, tuple[str, ...]]:
    measure = Measure(whole["unit"], whole["decimals"], whole["polarity"], whole["display"])
    figures = [
        "" if row[name] is None else wording.figure(row[name], measure)
        for name in ("value", "whole", "target")
    ]
    said = MASKED if row["is_masked"] else str(row["verdict"])
    return row["indicator"], f"{whole['name']}, by {row['cut']}", (row["name"], *figures, said)


def _plain(look: Look, shown: pl.DataFrame) -> Row:
    return {
        "mark": look.mark,
        "left_out": list(look.left_out),
        "areas": shown.to_dicts(),
        "sets": look.found.sets.to_dicts(),
    }
