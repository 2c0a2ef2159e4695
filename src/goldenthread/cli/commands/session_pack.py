"""Write the paper of a performance session: exceptions in order of what presses, then a sheet for each.

For the whole council, or for one part of it by the code of its scorecard. A sheet holds what the figures say
and why, chart, trends with their method, how sure the figure is, forecast, the place among other councils and
the key challenge that answers. For staff: no pack takes it. It holds the measures that no disclosure policy
protects; --unprotected adds those that are open to the post that asks, with a reason, and who looked and why
goes into the audit.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.cli import choosing, moments, notices, options, output
from goldenthread.disclosure.looks import folders
from goldenthread.documents import wording
from goldenthread.documents.content import Document
from goldenthread.documents.renderers import formats, html
from goldenthread.scorecards.views import View
from goldenthread.sessions import pack as packs
from goldenthread.sessions.pack import Asked, Pack
from goldenthread.sessions.sheets import paper

EPILOG = """\
example: goldenthread session-pack 2023-24-Q2 --to build/session
         goldenthread session-pack 2023-24-Q2 --part HRG --to build/session-housing
         goldenthread session-pack 2023-24-Q2 --to build/session-all --unprotected \\
           --reason "For the performance session" --by "Data Protection Lead"
"""


class ReasonForNothing(ValueError):
    """--reason is for figures as they are, and these were not asked for."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="2023-24-Q2, 2023-24 or, for the monthly measures, 2023-10")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="a folder for these files alone"
    )
    parser.add_argument(
        "--part", default="", metavar="SCORECARD", help="one part of the council: its scorecard's code"
    )
    parser.add_argument("--every", action="store_true", help="a sheet for every indicator")
    parser.add_argument(
        "--group", default="", help="compare all with this comparator group, not each with its own"
    )
    parser.add_argument(
        "--unprotected", action="store_true", help="measures that a policy protects too, for those entitled"
    )
    parser.add_argument("--reason", default="", help="with --unprotected: why they are needed")
    parser.set_defaults(view=None)


def run(arguments: Namespace) -> int:
    if arguments.reason and not arguments.unprotected:
        raise ReasonForNothing("--reason is for figures as they are: write --unprotected with it")
    folders.check(arguments.to, packs.NAME)
    view = choosing.view(arguments)
    found = _gathered(arguments, view)
    document = paper.document(
        found, dates=wording.known_line(position=view.position_date, known=moments.day_of(view.known_at))
    )
    written = folders.put(arguments.to, _files(document))
    if arguments.json:
        output.as_json(
            {
                "mark": found.look.mark,
                "files": [str(path) for path in written],
                "left_out": list(found.look.left_out),
                "sheets": [row["indicator"] for row in found.chosen],
            }
        )
        return 0
    output.say(f"{choosing.heading(view)} {found.look.mark}.")
    if found.look.left_out:
        output.say(f"Left out, for a policy protects their figures: {', '.join(found.look.left_out)}.")
    output.say(paper.in_brief(found))
    for path in written:
        output.say(f"Open {path}")
    notices.say(on=view.position_date, known_at=view.known_at)
    return 0


def _gathered(arguments: Namespace, view: View) -> Pack:
    asked = Asked(arguments.part, arguments.every, arguments.group)
    if not arguments.unprotected:
        return packs.of_nobody(view, asked)
    reason = options.named(arguments.reason, "say why they are needed, for the audit: --reason")
    return packs.unprotected(view, asked, reason=reason, by=options.by(arguments), at=options.now())


def _files(document: Document) -> dict[str, bytes]:
    """Each file of the paper by its name: the page needs nothing beside it."""
    page = html.alone(document, style=html.Style()).encode()
    others = {file.path: formats.render(file, formats.Look()) for file in formats.files(document)}
    return {f"{document.name}.html": page, **others}
