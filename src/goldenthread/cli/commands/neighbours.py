"""Show with whom the council is compared: who, why, how close, and where it stands in each indicator.

Groups, members and figures are those of the position date, as known at the moment asked about. A place is no
verdict: what has to be known to read it stands beside it. For staff: figures stand here as they are.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goldenthread.assessments import compared
from goldenthread.assessments.compared import Compared, page, words
from goldenthread.cli import choosing, moments, notices, output
from goldenthread.documents import wording
from goldenthread.documents.renderers import html
from goldenthread.organisation import peers
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.peers import PeerGroup
from goldenthread.scorecards.views import View

EPILOG = """\
example: goldenthread neighbours --period 2023-24-Q2
         goldenthread neighbours neighbours --period 2023-24-Q2 --to build/neighbours.html
Without a group: those that indicators name as their comparator. With one, all indicators are held against it.
With --json: groups (members, distance, why), lines (value, rank, ranked, quarter, median, gap, peers, caveat
of each indicator) and areas (every area's figure and place).
"""
MEMBERS = (("area", "left"), ("place", "right"), ("distance", "right"), ("most apart by", "left"))
LINES = (
    ("figure", "right"),
    ("median", "right"),
    ("place", "right"),
    ("quartile", "left"),
    ("how far", "left"),
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "group",
        nargs="?",
        default="",
        help="the code of a comparator group; a wrong one is answered with those there are",
    )
    choosing.arguments(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FILE.html", help="write it as a page that needs nothing beside it, too"
    )


def run(arguments: Namespace) -> int:
    view = choosing.view(arguments)
    council = organisation.council(on=view.position_date, known_at=view.known_at)
    found = compared.figures(
        report_period=view.period,
        position_date=view.position_date,
        known_at=view.known_at,
        area=council.area,
        only=[line["indicator"] for line in view.lines],
        group=arguments.group,
    )
    if arguments.to:
        document = page.document(
            found,
            period=view.period,
            council=council.name,
            notice=council.notice,
            dates=wording.known_line(position=view.position_date, known=moments.day_of(view.known_at)),
            view=view.label,
        )
        arguments.to.write_text(html.alone(document, style=html.Style()), encoding="utf-8")
    if arguments.json:
        output.as_json(_plain(found, view))
        return 0
    output.say(f"{choosing.heading(view)} {page.FOR_STAFF}.")
    for line in _groups(found):
        output.say(line)
    for group in found.groups.values():
        _tell(group, found)
    if arguments.to:
        output.say(f"Open {arguments.to}")
    notices.say(on=view.position_date, known_at=view.known_at)
    return 0


def _groups(found: Compared) -> Iterator[str]:
    if not found.groups:
        yield "No indicator is compared with a group that was in force: name one, or write comparator."
    for code, group in sorted(found.unmatched.items()):
        yield f"{code}: of its group {group} nothing was known on the day."


def _tell(group: PeerGroup, found: Compared) -> None:
    output.say()
    output.say(words.in_brief(group))
    for label, said in words.why(group):
        output.say(f"  {label}: {said}")
    if words.says_how_close(group):
        output.table("", MEMBERS, (_member(group, peer) for peer in group.members))
    lines = found.lines.filter(found.lines["group"] == group.version.code)
    shown, without = words.told(lines)
    if without:
        output.say(without)
    if shown.is_empty():
        return
    common, own = words.caveats(shown)
    entries = []
    for line in shown.iter_rows(named=True):
        about = f"{line['name']} {own[line['indicator']]}".strip()
        cells = (
            words.figure(line["value"], line),
            words.figure(line["median"], line),
            words.place(line),
            words.quartile(line),
            words.gap(line),
        )
        entries.append((line["indicator"], about, cells))
    output.entries("", LINES, entries)
    output.say(" ".join(common))


def _member(group: PeerGroup, peer: peers.Peer) -> list[str]:
    distance = "" if peer.distance is None else f"{peer.distance:.2f}"
    return [peer.name, str(peer.rank or ""), distance, words.apart(group, peer.code)]


def _plain(found: Compared, view: View) -> dict[str, Any]:
    return {
        "view": view.label,
        "period": view.period,
        "position_date": view.position_date,
        "known_at": view.known_at,
        "groups": [_plain_group(group) for group in found.groups.values()],
        "lines": found.lines.to_dicts(),
        "areas": found.areas.to_dicts(),
        "unmatched": dict(found.unmatched),
    }


def _plain_group(group: PeerGroup) -> dict[str, Any]:
    version = group.version
    return {
        "code": version.code,
        "name": version.name,
        "source": version.source,
        "reason": version.reason,
        "approver": version.approver,
        "effective_from": version.effective_from,
        "known_from": version.known_from,
        "of": group.of,
        "members": [
            {"area": peer.code, "name": peer.name, "rank": peer.rank, "distance": peer.distance}
            for peer in group.members
        ],
        "reasons": [] if group.found is None else group.found.reasons.to_dicts(),
        "left_out": [] if group.found is None else group.found.left_out,
    }
