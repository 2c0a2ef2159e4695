"""Show a release: what it hides and why, how far that is proven, who approved it, what was excepted.

How many people a hidden figure counts is not told. --unprotected tells it to those whom a policy names, of
the indicators that it opens to them, with a reason; who looked and why goes into the audit.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from goldenthread.cli import moments, options, output
from goldenthread.cli.commands.disclosure.releases import hidden
from goldenthread.disclosure import looks
from goldenthread.disclosure.looks import ReleaseLook

EPILOG = """\
example: goldenthread disclosure show 2023-24-Q2-93cefa83441b
         goldenthread disclosure show 2023-24-Q2-93cefa83441b --json
         goldenthread disclosure show 2023-24-Q2-93cefa83441b --unprotected \\
           --reason "Question from the regulator" --by "Data Protection Lead"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("release", help="its code, as goldenthread disclosure list has it")
    parser.add_argument(
        "--unprotected", action="store_true", help="the hidden figures as they are, for those entitled"
    )
    parser.add_argument("--reason", default="", help="with --unprotected: why they are needed")


def run(arguments: Namespace) -> int:
    options.tell_nothing_is_asked(arguments)
    if arguments.unprotected:
        return _unprotected(arguments)
    found = looks.of_release(arguments.release)
    if arguments.json:
        output.as_json(_plain(found))
    else:
        for line in _lines(found):
            output.say(line)
    return 0


def _unprotected(arguments: Namespace) -> int:
    look = looks.counts_of_release(
        arguments.release,
        reason=options.named(arguments.reason, "say why they are needed, for the audit: --reason"),
        by=options.by(arguments),
        at=options.now(),
    )
    rows = look.figures.to_dicts()
    if arguments.json:
        output.as_json({"mark": look.mark, "left_out": list(look.left_out), "hidden": rows})
        return 0
    output.say(f"{arguments.release}. {look.mark}.")
    columns = [(name, "right" if name in ("count", "of") else "left") for name in look.figures.columns]
    output.table("", columns, (["" if cell is None else str(cell) for cell in row.values()] for row in rows))
    if look.left_out:
        output.say(f"Left out, for they are not open to this post: {', '.join(look.left_out)}.")
    return 0


def _lines(found: ReleaseLook) -> Iterator[str]:
    listed = found.listed
    yield f"Release {listed.code}. {hidden.FOR_STAFF}"
    yield (
        f"Made on {moments.in_words(listed.recorded_at)} by {listed.made_by}; it tells what was known on "
        f"{moments.in_words(found.known_at)}."
    )
    yield hidden.proof(listed.level, listed.width)
    yield (
        f"{output.counted(listed.shown, 'figure')} shown, {listed.hidden:,} hidden, "
        f"{found.protecting:,} of them only so that others cannot be worked out."
    )
    yield f"Held against: {', '.join(found.world) or 'nothing, for nothing was out before it'}."
    yield from _standing(found)
    yield ""
    yield "Hidden" if found.hidden else "Nothing is hidden."
    yield from hidden.lines(found.hidden)
    if found.exceptions:
        yield ""
        yield "Exceptions in force"
        for one in found.exceptions:
            when = one.period or "every period"
            yield (
                f"  {one.code}: {one.indicator}, {one.named}, {when}: {one.keep} until {one.until}, "
                f"approved by {one.approver}: {one.reason}"
            )
    if found.notes:
        yield ""
        yield "What does not add up"
        yield from (f"  {note}" for note in found.notes)


def _standing(found: ReleaseLook) -> Iterator[str]:
    for said in found.said:
        yield f"{said.word.capitalize()} on {moments.in_words(said.at)} by {said.by}: {said.reason}"
    if not found.said:
        yield "Nobody has approved it yet."


def _plain(found: ReleaseLook) -> dict[str, Any]:
    return {
        **asdict(found.listed),
        "known_at": found.known_at,
        "held_against": list(found.world),
        "protecting": found.protecting,
        "said": [asdict(said) for said in found.said],
        "exceptions": [asdict(one) for one in found.exceptions],
        "hidden_figures": hidden.plain(found.hidden),
        "notes": list(found.notes),
    }
