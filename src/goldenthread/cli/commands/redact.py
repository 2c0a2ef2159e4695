"""Take out what should never have come in: the one audited way in which content is ever blanked.

A tombstone with reason and approver stays, the hashes stay, and `goldenthread verify` still holds.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import options, output
from goldenthread.observations import actions as observations

EPILOG = """\
example: goldenthread redact --row 3fa9c1... --reason "names of complainants" \\
           --approver "Data Protection Lead" --by "Head of Performance"
         goldenthread redact --delivery 77be20... --reason ... --approver ... --by ...
`goldenthread export` and `goldenthread receipt --json` show the hashes of rows and deliveries.
"""


def arguments(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--row", action="append", default=[], metavar="HASH", help="one figure; may be repeated"
    )
    which.add_argument("--delivery", default="", metavar="DIGEST", help="every figure of one delivery")
    parser.add_argument("--reason", required=True, help="why it should never have come in")
    parser.add_argument("--approver", required=True, help="the post that approved taking it out")


def run(arguments: Namespace) -> int:
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
        output.say(f"{blanked} figures blanked; the tombstones say why.")
    return 0
