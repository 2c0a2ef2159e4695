"""List the words that hold a frozen quarter's texts back: very few people, names, hidden figures told.

Read are comments, progress of actions, forecasts, judgements, key challenges, reasons of restatement and the
answers of the covering report's form. What is listed is for the writers and the data protection lead alone.
With --text another text is read, as the answer to a councillor, beside all that the quarter's pack hides.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from goldenthread.cli import moments, options, output
from goldenthread.disclosure.findings import Finding
from goldenthread.reports import free_text
from goldenthread.reports.free_text import Found

EPILOG = """\
example: goldenthread disclosure words 2023-24-Q2
         goldenthread disclosure words 2023-24-Q2 --text answer.txt
A text that is listed stays withheld until its writer has changed it or the data protection lead lets the
phrase stand: goldenthread disclosure allow, with the digest that ends each entry. What was let stand up to
the report's moment (--known-at) is listed below. Exit code 1 while any phrase holds a text back.
"""
SOMETHING_STANDS = 1
SHOWN = 12
"""So many characters of a digest are shown; they are enough to name a phrase."""


class NotPlainText(ValueError):
    """The file holds something else than text."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")
    parser.add_argument(
        "--text", type=Path, metavar="FILE", help="a text file to be read in place of the quarter's own texts"
    )


def run(arguments: Namespace) -> int:
    moment = options.known_at(arguments) if arguments.known_at else None
    found = (
        _of_file(arguments, moment)
        if arguments.text
        else free_text.of_period(arguments.period, known_at=moment)
    )
    if arguments.json:
        allowed = list(_allowed_plain(found))
        output.as_json({"findings": [asdict(finding) for finding in found.findings], "allowed": allowed})
    else:
        many = output.counted(len(found.findings), "phrase")
        output.say(f"{found.period}, as known on {moments.in_words(found.known_at)}: {many} to change.")
        for line in (*_lines(found.findings), *_allowed(found)):
            output.say(line)
    return SOMETHING_STANDS if found.findings else 0


def _of_file(arguments: Namespace, moment: datetime | None) -> Found:
    """What holds the text of a file back. Raises NotPlainText."""
    name, content = arguments.text.name, arguments.text.read_bytes()
    try:
        said = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotPlainText(f"{arguments.text}: no plain text in UTF-8; save it as one (.txt)") from error
    told = free_text.of_answers(
        arguments.period, {name: said}, writer=options.by_if_named(arguments), known_at=moment
    )
    return Found(arguments.period, moment or free_text.told_up_to(arguments.period), told, ())


def _lines(findings: Iterable[Finding]) -> Iterable[str]:
    """Under each writer every phrase, why it stands there, what would be right, and its digest."""
    for writer, of_one in groupby(findings, key=lambda finding: finding.writer):
        told = list(of_one)
        yield ""
        yield f"{writer or 'Whoever wrote it'}; {told[0].lead}"
        for finding in told:
            yield f"  {_place(finding.kind, finding.about, finding.field)}: “{finding.words}”"
            yield f"    {finding.why}; {finding.instead} ({finding.rule}, {finding.digest[:SHOWN]})"


def _allowed(found: Found) -> Iterable[str]:
    """What is let stand: where, by which rule, who said so and why; not the words, which nobody keeps."""
    if found.allowed:
        yield ""
        yield "Allowed to stand"
    for word in found.allowed:
        day = moments.in_words(word.known_from)
        yield f"  {_place(word.kind, word.about, word.field)}: {word.rule}, {word.phrase[:SHOWN]}"
        yield f"    {word.by}, from {day}: {word.reason}"


def _allowed_plain(found: Found) -> Iterable[dict[str, Any]]:
    names = ("phrase", "known_from", "kind", "about", "field", "rule", "reason", "by")
    yield from ({name: getattr(word, name) for name in names} for word in found.allowed)


def _place(kind: str, about: str, field: str) -> str:
    return f"{kind} {', '.join(part for part in (about, field) if part)}"
