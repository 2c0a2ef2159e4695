"""Say of every indicator what its run of figures tells, from its target and its variation together.

PERIOD is a report period: of a frozen one as known at its freeze (with --known-at: as known then); a month
for the monthly measures. With INDICATOR, that one alone with all that is to be known beside it. For staff:
the figures stand here as they are, with icons and limits, and are not for publication. A page (--to) holds
the measures that no disclosure policy protects; --unprotected adds those that are open to the post that asks,
with a reason, and who looked and why goes into the audit.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import polars as pl

from goldenthread.cli import choosing, figures, moments, notices, options, output
from goldenthread.council_folder.problems import did_you_mean
from goldenthread.documents import wording
from goldenthread.documents.renderers import html
from goldenthread.organisation import queries as organisation
from goldenthread.scorecards.views import View
from goldenthread.sessions.said import look as looks
from goldenthread.sessions.said import page, words
from goldenthread.sessions.said.look import Look

EPILOG = """\
example: goldenthread variation 2023-24-Q2
         goldenthread variation 2023-24-Q2 CUS05
         goldenthread variation 2023-24-Q2 --only-exceptions --to build/exceptions.html
         goldenthread variation 2023-24-Q2 --to build/exceptions.html --unprotected \\
           --reason "For the performance session" --by "Data Protection Lead"
With --json: view, left_out, messages (message, why_message, icons, limits, what is charted, whether and why
it is an exception) and starts (days from which limits start anew, why, by whom approved).
"""
COLUMNS = (
    ("figure", "right"),
    ("rating", "left"),
    ("charted by", "left"),
    ("variation", "left"),
    ("target", "left"),
    ("limits", "right"),
    ("exception", "left"),
)


class NoPageAsked(ValueError):
    """--unprotected and --reason are about the page, and none is written."""


class NoSuchIndicator(LookupError):
    """No indicator of that code is in force."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="2023-24-Q2, 2023-24 or, for the monthly measures, 2023-10")
    parser.add_argument(
        "indicator", nargs="?", help="one indicator's code, as CUS05: all that is known of it"
    )
    parser.add_argument(
        "--only-exceptions",
        action="store_true",
        help="those that get worse, keep missing or are red two periods running",
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE.html", help="write a page that needs nothing beside it, with charts"
    )
    parser.add_argument(
        "--unprotected",
        action="store_true",
        help="with --to: measures that a policy protects too, for those entitled",
    )
    parser.add_argument("--reason", default="", help="with --unprotected: why they are needed")
    parser.set_defaults(view=None)


def run(arguments: Namespace) -> int:
    if (arguments.unprotected or arguments.reason) and not arguments.to:
        raise NoPageAsked("--unprotected and --reason are for a page: name its file with --to FILE.html")
    view = choosing.view(arguments)
    look = _kept(arguments, view) if arguments.to else looks.on_screen(view)
    shown = _shown(arguments, look)
    if arguments.to:
        _write(arguments, look)
    if arguments.json:
        output.as_json(_plain(look, shown))
        return 0
    output.say(f"{choosing.heading(view)} {look.mark}.")
    if look.left_out:
        output.say(f"Left out, for a policy protects their figures: {', '.join(look.left_out)}.")
    if arguments.indicator:
        _explain(shown, look)
    else:
        _tell(shown, look)
    if arguments.to:
        output.say(f"Open {arguments.to}")
    notices.say(on=view.position_date, known_at=view.known_at)
    return 0


def _kept(arguments: Namespace, view: View) -> Look:
    if not arguments.unprotected:
        return looks.of_nobody(view)
    reason = options.named(arguments.reason, "say why they are needed, for the audit: --reason")
    return looks.unprotected(view, reason=reason, by=options.by(arguments), at=options.now())


def _shown(arguments: Namespace, look: Look) -> pl.DataFrame:
    found = look.messages.filter("is_exception") if arguments.only_exceptions else look.messages
    if not arguments.indicator:
        return found
    if arguments.indicator not in look.lines:
        hint = did_you_mean(arguments.indicator, list(look.lines))
        raise NoSuchIndicator(f"{arguments.indicator} is not an indicator in force then. {hint}")
    return look.messages.filter(pl.col("indicator") == arguments.indicator)


def _write(arguments: Namespace, look: Look) -> None:
    view = look.view
    council = organisation.council(on=view.position_date, known_at=view.known_at)
    document = page.document(
        look,
        council=council.name,
        notice=council.notice,
        dates=wording.known_line(position=view.position_date, known=moments.day_of(view.known_at)),
        only_exceptions=arguments.only_exceptions,
    )
    arguments.to.write_text(html.alone(document, style=html.Style()), encoding="utf-8")


def _tell(shown: pl.DataFrame, look: Look) -> None:
    for label, why, rows in words.grouped(shown):
        output.say()
        output.say(f"{label}: {why}")
        output.entries("", COLUMNS, [_entry(row, look) for row in rows])
    output.say()
    output.say(page.in_brief(shown))


def _entry(row: words.Row, look: Look) -> tuple[str, str, tuple[str, ...]]:
    line = look.lines[row["indicator"]]
    cells = (
        figures.value(line),
        figures.rating(line, look.view.schemes),
        "" if row["chart"] == "none" else row["kind"],
        words.variation(row),
        words.assurance(row),
        words.limits(row, line),
        row["why_exception"],
    )
    return row["indicator"], line["name"], cells


def _explain(shown: pl.DataFrame, look: Look) -> None:
    for row in shown.iter_rows(named=True):
        line = look.lines[row["indicator"]]
        output.say(f"{row['indicator']}  {line['name']}")
        told = (
            f"{words.LABELS[row['message']]}: {row['why_message']}",
            f"Figure {figures.value(line)}, {figures.rating(line, look.view.schemes)}",
            f"Variation: {words.variation(row)}. Target: {words.assurance(row)}",
            f"Charted: {words.charted(row)}. Limits or median: {words.limits(row, line)}",
            *words.beside(row, look.charts.starts),
            f"Exception: {row['why_exception'] or 'no'}",
        )
        for sentence in told:
            output.say(f"  {sentence}")


def _plain(look: Look, shown: pl.DataFrame) -> dict[str, Any]:
    starts = look.charts.starts.join(shown, on="indicator", how="semi", maintain_order="left")
    return {
        "mark": look.mark,
        "view": look.view.label,
        "period": look.view.period,
        "position_date": look.view.position_date,
        "known_at": look.view.known_at,
        "left_out": list(look.left_out),
        "messages": shown.to_dicts(),
        "starts": starts.to_dicts(),
    }
