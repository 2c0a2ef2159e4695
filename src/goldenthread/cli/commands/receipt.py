"""Explain one rating: value, target, edges, tolerance, who set them and when, and what would turn it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from goldenthread.cli import choosing, output

HELP = "explain a rating: the receipt"
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
    found = view.of([arguments.indicator])
    if not found:
        raise NoSuchIndicator(f"{arguments.indicator} is not an indicator in force on {view.position_date}")
    (line,) = found
    if arguments.json:
        output.as_json({"view": view.label, **line})
        return 0
    output.say(f"{line['indicator']}  {line['name']}")
    output.say(choosing.heading(view))
    for sentence in line["receipt"]:
        output.say(f"  {sentence}")
    for source in line["sources"]:
        output.say(f"  From {source}")
    return 0
