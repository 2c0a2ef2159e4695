"""Write the pack of a frozen quarter: web pages, PDF, Word, Excel, open data, and a manifest of hashes.

The same position, program and moment give the same bytes; --check renders again and compares.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.cli import despatch, options, output, stages
from goldenthread.publication import actions, checking, verify
from goldenthread.publication.rendering import Look

EPILOG = """\
example: goldenthread report 2023-24-Q2 --to build/2023-24-Q2
         goldenthread report 2023-24-Q2 --to build/2023-24-Q2 --check
What has become known since the freeze is told up to --known-at. Without it, up to the day that the reporting
calendar names (updates_to), or up to now while that day is to come.
"""
NOT_THE_SAME = 1


class AnotherPeriod(ValueError):
    """The folder holds the pack of a period that was not named."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")
    parser.add_argument(
        "--to",
        required=True,
        type=Path,
        metavar="FOLDER",
        help="the pack's own folder: a new one, or an earlier pack",
    )
    parser.add_argument("--check", action="store_true", help="write nothing: render again and compare")
    parser.add_argument(
        "--word-template",
        type=Path,
        metavar="FILE",
        help="the council's own Word file (.docx) for the papers: its styles, header and footer",
    )


def run(arguments: Namespace) -> int:
    return _check(arguments) if arguments.check else _write(arguments)


def _write(arguments: Namespace) -> int:
    with stages.bar("papers") as progress:
        written = actions.write_pack(
            period=arguments.period,
            to=arguments.to,
            by=options.by_if_named(arguments),
            known_at=options.known_at(arguments) if arguments.known_at else None,
            at=options.now(),
            look=Look(word_template=_template(arguments)),
            progress=progress,
        )
    failures = [f"{failure.part}: {failure.why}" for failure in written.failures]
    if arguments.json:
        before = [{"code": found.code, "words": found.words} for found in written.before_despatch]
        told = {"folder": str(written.folder), "files": written.files, "failures": failures}
        output.as_json({**told, "before_despatch": before})
    else:
        for failure in failures:
            output.say(f"failed: {failure}")
        for words in despatch.in_words(written.before_despatch):
            output.say(words)
        output.say(f"{written.files} files in {written.folder}. Open {written.first}")
    return NOT_THE_SAME if failures else 0


def _template(arguments: Namespace) -> bytes | None:
    """The council's own Word template; None for ours."""
    return arguments.word_template.read_bytes() if arguments.word_template else None


def _check(arguments: Namespace) -> int:
    about = verify.read_manifest(arguments.to).about
    if about.period != arguments.period:
        raise AnotherPeriod(f"{arguments.to} is the pack of {about.period}, not of {arguments.period}")
    with stages.busy("rendering again"):
        found = checking.differences(arguments.to, word_template=_template(arguments))
    if arguments.json:
        output.as_json({"differences": found})
    else:
        for difference in found:
            output.say(difference)
        output.say(
            output.counted(len(found), "difference") if found else "Rendered again: every byte is the same."
        )
    return NOT_THE_SAME if found else 0
