"""Approve a release: the data protection lead has looked at what it hides and shows, and agrees.

Only the post that holds the role data_protection_lead in disclosure.yaml may say so, once for each release.
What the release says is not changed by it; who approved it and why is kept and shown with it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import options, output
from goldenthread.disclosure import actions

EPILOG = """\
example: goldenthread disclosure approve 2023-24-Q2-93cefa83441b \\
           --reason "Looked at every hidden figure" --by "Data Protection Lead"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("release", help="its code, as goldenthread disclosure list has it")
    parser.add_argument("--reason", default="", help="why it may stand as it is; needed")


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    said = actions.approve(
        code=arguments.release,
        reason=options.named(arguments.reason, "say why it may stand as it is: --reason"),
        by=options.by(arguments),
        at=options.now(),
    )
    if arguments.json:
        output.as_json({"release": arguments.release, "standing": said.word, "by": said.by})
    else:
        output.say(f"{arguments.release} is approved by {said.by}.")
    return 0
