"""Preview what a pack would hide if it left now: which figures and why, the proof, what would hide less.

Everything that the pack prints is decided together and held against every release that is out, as when it
leaves. Texts that would be withheld are named, their words are not. Nothing is recorded. Other ways are tried
for each breakdown with a hidden figure: the smallest groups taken together, neighbours taken together, larger
areas, a year instead of a quarter. How many people a hidden figure counts is not told.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from goldenthread.cli import moments, options, output, stages
from goldenthread.cli.commands.disclosure.releases import hidden
from goldenthread.disclosure.looks import Preview
from goldenthread.disclosure.looks.page import in_brief, words_command
from goldenthread.reports.leaving import previewing

EPILOG = """\
example: goldenthread disclosure preview 2023-24-Q2
         goldenthread disclosure preview 2023-24-Q2 --to preview.html
The figures are those that the pack would tell: up to --known-at, else as goldenthread report has it.
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")
    parser.add_argument(
        "--to", type=Path, metavar="FILE.html", help="write it as a page that needs nothing beside it, too"
    )


def run(arguments: Namespace) -> int:
    known_at = options.known_at(arguments) if arguments.known_at else None
    with stages.busy("deciding what to hide"):
        leaving = previewing.passed(arguments.period, at=options.now(), known_at=known_at)
        told = previewing.preview(leaving)
    if arguments.to:
        arguments.to.write_text(previewing.as_page(leaving, told), encoding="utf-8")
    if arguments.json:
        output.as_json(_plain(told))
    elif arguments.to:
        output.say(f"{in_brief(told)} Open {arguments.to}")
    else:
        output.say(f"{told.period}, as known on {moments.in_words(leaving.known_at)}. {hidden.FOR_STAFF}")
        for line in _lines(told):
            output.say(line)
    return 0


def _lines(told: Preview) -> Iterator[str]:
    yield in_brief(told)
    standing = "the same has left already" if told.is_out else "not recorded: this is a preview"
    yield f"It would be release {told.code}; {standing}."
    yield hidden.proof(told.level, told.width)
    yield f"Held against: {', '.join(told.world) or 'nothing, for no release is out'}."
    if told.hidden_figures:
        yield ""
        yield "Hidden"
        yield from hidden.lines(told.hidden_figures)
    if told.withheld:
        yield ""
        yield f"Texts withheld ({words_command(told)} names the words)"
        yield from (f"  {kind} {about}" for kind, about in told.withheld)
    yield from _instead(told)
    if told.notes:
        yield ""
        yield "What does not add up"
        yield from (f"  {note}" for note in told.notes)


def _instead(told: Preview) -> Iterator[str]:
    """The breakdowns for which another way hides less, each way beneath."""
    yield ""
    yield "What would hide less"
    found = groupby(told.alternatives, key=lambda each: (each.indicator, each.cut, each.period))
    better = [(about, ways) for about, group in found if len(ways := list(group)) > 1]
    if not better:
        yield "  No other way that was tried hides fewer figures."
    for (code, cut, period), ways in better:
        yield f"{code}  {told.names.indicator(code)}, by {told.names.cut(cut)}, {period}"
        for each in ways:
            yield f"  {each.way}: {each.hidden:,} of {each.of:,} hidden"


def _plain(told: Preview) -> dict[str, Any]:
    return {
        "period": told.period,
        "release": told.code,
        "is_out": told.is_out,
        "held_against": list(told.world),
        "level": told.level,
        "width": told.width,
        "shown": told.shown,
        "hidden": told.hidden,
        "protecting": told.protecting,
        "hidden_figures": hidden.plain(told.hidden_figures),
        "withheld": [{"kind": kind, "about": about} for kind, about in told.withheld],
        "alternatives": [
            {
                "indicator": each.indicator,
                "cut": each.cut,
                "period": each.period,
                "way": each.way,
                "hidden": each.hidden,
                "of": each.of,
            }
            for each in told.alternatives
        ],
        "notes": list(told.notes),
    }
