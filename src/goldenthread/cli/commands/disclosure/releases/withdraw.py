"""Withdraw a release that never left the council: nobody knows what it says, so it binds no other.

Only for a pack that nobody outside has seen, such as one that was written to look at it. What has been seen
stays published, and withdrawing it would open it: the next pack would be held against less than people know.
Only the post that holds the role data_protection_lead in disclosure.yaml may say so. The release stays on
record, with the reason, and can still be checked.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import options, output
from goldenthread.disclosure import actions

EPILOG = """\
example: goldenthread disclosure withdraw 2023-24-Q2-93cefa83441b \\
           --reason "Written to look at it; the folder was deleted" --by "Data Protection Lead"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("release", help="its code, as goldenthread disclosure list has it")
    parser.add_argument(
        "--reason", default="", help="how it is known that nobody outside has seen it; needed"
    )


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    said = actions.withdraw(
        code=arguments.release,
        reason=options.named(arguments.reason, "say how it is known that nobody has seen it: --reason"),
        by=options.by(arguments),
        at=options.now(),
    )
    if arguments.json:
        output.as_json({"release": arguments.release, "standing": said.word, "by": said.by})
    else:
        output.say(
            f"{arguments.release} is withdrawn by {said.by}: later packs are no longer held against it."
        )
    return 0
