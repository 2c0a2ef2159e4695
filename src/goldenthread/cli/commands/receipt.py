"""Explain one rating: value, target, edges, tolerance, who set them and when, and what would turn it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import choosing, figures, notices, output
from goldenthread.council_folder.problems import did_you_mean
from goldenthread.scorecards.views import View

EPILOG = """\
example: goldenthread receipt EDU01 --period 2023-24-Q2
         goldenthread receipt CUS01 --period 2023-24-Q2 --known-at 2023-11-30
"""


class NoSuchIndicator(LookupError):
    """The view holds no such indicator."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("indicator", help="the indicator's code, as CUS01")
    choosing.arguments(parser)


def run(arguments: Namespace) -> int:
    view = choosing.view(arguments)
    line = _line(view, arguments.indicator)
    if arguments.json:
        output.as_json({"view": view.label, **line})
        return 0
    output.say(f"{line['indicator']}  {line['name']}")
    output.say(choosing.heading(view))
    for sentence in line["receipt"]:
        output.say(f"  {sentence}")
    for source in line["sources"]:
        output.say(f"  From {source}")
    notices.say(on=view.position_date, known_at=view.known_at)
    return 0


def _line(view: View, code: str) -> figures.Line:
    for line in view.lines:
        if line["indicator"] == code:
            return line
    on = f"{view.position_date:%-d %B %Y}"
    hint = did_you_mean(code, [line["indicator"] for line in view.lines])
    raise NoSuchIndicator(f"{code} is not an indicator of this view, in force on {on}. {hint}")
