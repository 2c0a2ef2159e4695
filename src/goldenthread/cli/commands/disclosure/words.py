"""List the words that hold a frozen quarter's texts back: very few people, names, hidden figures told.

Read are comments, progress of actions, forecasts, judgements, key challenges, reasons of restatement and the
answers of the covering report's form. What is listed is for the writers and the data protection lead alone.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from goldenthread.cli import moments, options, output
from goldenthread.disclosure.findings import DATA_PROTECTION_LEAD, Finding
from goldenthread.reports import free_text

EPILOG = """\
example: goldenthread disclosure words 2023-24-Q2
A text that is listed stays withheld until its writer has changed it or the data protection lead has approved
the phrase. Exit code 1 while any stands.
"""
SOMETHING_STANDS = 1


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="a frozen period, as 2023-24-Q2")


def run(arguments: Namespace) -> int:
    found = free_text.of_period(
        arguments.period, known_at=options.known_at(arguments) if arguments.known_at else None
    )
    if arguments.json:
        output.as_json([asdict(finding) for finding in found.findings])
    else:
        many = output.counted(len(found.findings), "phrase")
        output.say(f"{found.period}, as known on {moments.in_words(found.known_at)}: {many} to change.")
        for line in _lines(found.findings):
            output.say(line)
    return SOMETHING_STANDS if found.findings else 0


def _lines(findings: Iterable[Finding]) -> Iterable[str]:
    """Under each writer every phrase, why it stands there, and what would be right."""
    for writer, of_one in groupby(findings, key=lambda finding: finding.writer):
        yield ""
        yield f"{writer or 'Whoever wrote it'}; {DATA_PROTECTION_LEAD}"
        for finding in of_one:
            place = ", ".join(part for part in (finding.about, finding.field) if part)
            yield f"  {finding.kind} {place}: “{finding.words}”"
            yield f"    {finding.why}; {finding.instead} ({finding.rule})"
