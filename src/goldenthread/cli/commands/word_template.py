"""Write the Word file that papers are set in, to be made into the council's own.

Open it in Word, give it a letterhead, a foot and styles, and name it when a report is written.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.cli import output
from goldenthread.documents.renderers.docx import shipped

EPILOG = """\
example: goldenthread word-template --to ours.docx
         goldenthread report 2023-24-Q2 --to build/2023-24-Q2 --word-template ours.docx
A council folder may hold it as word-template.docx: make report then takes it from there.
"""
ON_DATABASE = False
WORD = ".docx"


class NotAWordName(ValueError):
    """A file that Word would not open by its name."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="a new file, ending in .docx")


def run(arguments: Namespace) -> int:
    to: Path = arguments.to
    if to.suffix.lower() != WORD:
        raise NotAWordName(f"{to} does not end in {WORD}: name a file that Word opens")
    # A file that is there may hold an afternoon's work, so it is never written over.
    with to.open("xb") as file:
        file.write(shipped.file())
    if arguments.json:
        output.as_json({"file": str(to)})
    else:
        output.say(f"{to} written. Make it yours in Word, then: goldenthread report ... --word-template {to}")
    return 0
