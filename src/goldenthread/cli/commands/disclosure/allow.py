"""Let a phrase stand that holds a text back, or take that back; for the data protection lead alone.

It holds for that phrase in its very text, from a moment on: a report that tells what was known before then
stays as it is. Who, when and why is kept and audited; the words themselves are not.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import moments, options, output
from goldenthread.reports import free_text
from goldenthread.reports.free_text import PhraseWord

EPILOG = """\
example: goldenthread disclosure allow 2023-24-Q2 3f1a9c0d44e2 \\
           --reason "The family has told its story to the press" --by "Data Protection Lead"
         goldenthread disclosure allow 2023-24-Q2 3f1a9c0d44e2 --revoke --reason ... --by ...
The digest stands at the end of each entry of `goldenthread disclosure words`. --known-from is when it was
decided, now if it is left out; it cannot lie before what a release that is out tells of.
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="the frozen period whose text it is, as 2023-24-Q2")
    parser.add_argument("digest", help="of the phrase, as `disclosure words` shows it")
    parser.add_argument("--reason", required=True, help="why it may stand, or no longer")
    parser.add_argument("--known-from", metavar="MOMENT", help="when it was decided (now)")
    parser.add_argument("--revoke", action="store_true", help="it may stand no longer")


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    told = free_text.told_up_to(arguments.period)
    word = _said(arguments)
    if arguments.json:
        output.as_json({"phrase": word.phrase, "word": word.word, "known_from": word.known_from})
        return 0
    output.say(
        f"The phrase {word.phrase[:12]} is {word.get_word_display()} in reports as known from "
        f"{moments.in_words(word.known_from)} on."
    )
    if word.known_from > told:
        output.say(
            f"The report of {arguments.period} tells what was known up to {moments.in_words(told)}: "
            "write it with a later --known-at, else it stays as it is."
        )
    return 0


def _said(arguments: Namespace) -> PhraseWord:
    reason = options.named(arguments.reason, "say why: --reason")
    by, at = options.by(arguments), options.now()
    since = options.known_from(arguments) if arguments.known_from else None
    if arguments.revoke:
        return free_text.revoke(arguments.digest, reason=reason, by=by, at=at, known_from=since)
    return free_text.allow(arguments.period, arguments.digest, reason=reason, by=by, at=at, known_from=since)
