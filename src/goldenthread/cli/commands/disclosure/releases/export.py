"""Write a pack's figures as files for staff: as the public sees them, or as they are.

Two files, a table (CSV) and a page to read, each marked with the look that it is in, as its name is. As the
public sees them: [c] for whatever is hidden. --unprotected writes the figures as they are, for the posts that
the policy of an indicator names, of those indicators alone, with a reason; who exported what and why goes
into the audit. The two never stand in one folder. Nothing is released by it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.cli import options, output, stages
from goldenthread.reports.leaving import exporting, previewing
from goldenthread.reports.leaving.exporting import Exported

EPILOG = """\
example: goldenthread disclosure export 2023-24-Q2 --to build/public-look
         goldenthread disclosure export 2023-24-Q2 --to build/as-they-are --unprotected \\
           --reason "To check what is hidden" --by "Data Protection Lead"
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")
    parser.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="a folder for these files alone"
    )
    parser.add_argument(
        "--unprotected", action="store_true", help="the figures as they are, for those entitled"
    )
    parser.add_argument("--reason", default="", help="with --unprotected: why they are needed")


def run(arguments: Namespace) -> int:
    written = (
        _unprotected(arguments)
        if arguments.unprotected
        else exporting.protected(_leaving(arguments), to=arguments.to)
    )
    if arguments.json:
        files = [str(file) for file in written.files]
        told = {"mark": written.mark, "files": files, "figures": written.figures}
        output.as_json({**told, "left_out": list(written.left_out)})
        return 0
    output.say(f"{output.counted(written.figures, 'figure')}. {written.mark}.")
    if written.left_out:
        output.say(f"Left out, for they are not open to this post: {', '.join(written.left_out)}.")
    output.say(f"In {', '.join(map(str, written.files))}")
    return 0


def _unprotected(arguments: Namespace) -> Exported:
    reason = options.named(arguments.reason, "say why they are needed, for the audit: --reason")
    by = options.by(arguments)
    return exporting.unprotected(_leaving(arguments), to=arguments.to, reason=reason, by=by, at=options.now())


def _leaving(arguments: Namespace) -> previewing.Leaving:
    known_at = options.known_at(arguments) if arguments.known_at else None
    with stages.busy("deciding what to hide"):
        return previewing.passed(arguments.period, at=options.now(), known_at=known_at)
