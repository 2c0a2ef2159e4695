"""Take out what should never have come in: the one audited way in which content is ever blanked.

A tombstone with reason and approver stays, the hashes stay, and `goldenthread verify` still holds. What a
frozen quarter sealed, and what a pack has printed, is not altered by it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import options, output
from goldenthread.documents import wording
from goldenthread.observations import actions as observations
from goldenthread.observations import ledger

EPILOG = """\
example: goldenthread redact --show CUS01 --period 2023-09
         goldenthread redact --row 3fa9c1... --reason "names of complainants" \\
           --approver "Data Protection Lead" --by "Head of Performance"
         goldenthread redact --delivery 77be20... --reason ... --approver ... --by ...
--show lists figures with the hashes that --row wants, and changes nothing; with --known-at also those that
have been replaced since. `goldenthread export` holds all hashes: of figures in observations_observation.csv,
of deliveries in observations_submission.csv.
"""
SURVEY = ("respondents_exact", "given_lower_exact", "given_upper_exact")
SHOWN = (
    "period",
    "area",
    "breakdown",
    "numerator_exact",
    "denominator_exact",
    "value_exact",
    *SURVEY,
    "source",
    "row_hash",
)


def arguments(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--show", metavar="INDICATOR", help="list its figures and their hashes, blank nothing")
    which.add_argument(
        "--row", action="append", default=[], metavar="HASH", help="one figure; may be repeated"
    )
    which.add_argument("--delivery", default="", metavar="DIGEST", help="every figure of one delivery")
    parser.add_argument("--period", metavar="PERIOD", help="with --show: the figures of one period alone")
    parser.add_argument("--reason", default="", help="why it should never have come in")
    parser.add_argument("--approver", default="", help="the post that approved taking it out")


def run(arguments: Namespace) -> int:
    return _show(arguments) if arguments.show else _redact(arguments)


def _show(arguments: Namespace) -> int:
    periods = [arguments.period] if arguments.period else None
    found = ledger.series(known_at=options.known_at(arguments), indicators=[arguments.show], periods=periods)
    shown = [name for name in SHOWN if name not in SURVEY or found[name].is_not_null().any()]
    found = found.select(shown)
    if arguments.json:
        output.as_json(found.to_dicts())
        return 0
    columns = [(name.removesuffix("_exact").replace("_", " "), "left") for name in shown]
    rows = [tuple(value or "" for value in row) for row in found.iter_rows()]
    output.table(f"{wording.plural(len(rows), 'figure')} of {arguments.show}", columns, rows)
    return 0


def _redact(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    blanked = observations.redact(
        row_hashes=arguments.row,
        submission=arguments.delivery,
        reason=options.named(arguments.reason, "say why it should never have come in: --reason"),
        approver=options.named(arguments.approver, "say which post approved it: --approver"),
        by=options.by(arguments),
        at=options.now(),
    )
    if arguments.json:
        output.as_json({"blanked": blanked})
    else:
        output.say(f"{output.counted(blanked, 'figure')} blanked; the tombstones say why.")
    return 0
