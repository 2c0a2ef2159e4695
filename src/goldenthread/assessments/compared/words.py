"""Words: who the peers are, why, how close, and where the council stands among them, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from goldenthread.documents import wording
from goldenthread.documents.wording import Measure
from goldenthread.organisation.models import Characteristic
from goldenthread.organisation.peers import PeerGroup

Line = Mapping[str, Any]

CLOSEST = 3
APART = 2
QUARTILES = {1: "top quartile", 2: "second quartile", 3: "third quartile", 4: "bottom quartile"}
SENTENCES = re.compile(r"(?<=\.) (?=[A-Z])")


def measure(line: Line) -> Measure:
    """What the words need to know of the indicator."""
    return Measure(line["unit"], line["decimals"], line["polarity"], line["display"])


def place(line: Line) -> str:
    """`3 of 8`, `3 = of 8` where the place is shared; why there is none where there is none."""
    if line["value"] is None:
        return "no figure of its own"
    if not line["peers"]:
        return "no peer has a figure"
    return f"{line['rank']}{' =' if line['is_tied'] else ''} of {line['ranked']}"


def quartile(line: Line) -> str:
    """`top quartile`; with no better side `by size alone`."""
    if line["value"] is None or not line["peers"] or line["quarter"] is None:
        return "none"
    return "by size alone" if line["polarity"] == "neutral" else QUARTILES[line["quarter"]]


def figure(amount: float | None, line: Line) -> str:
    """A figure as printed; that there is none where there is none."""
    return "none" if amount is None else wording.figure(amount, measure(line))


def gap(line: Line) -> str:
    """`2.1 days above the median, worse`."""
    if line["gap"] is None:
        return "cannot be said"
    said = wording.gap(line["value"], line["median"], measure(line), of="the median")
    if not line["aim_gap"]:
        return said
    return f"{said}, {'better' if line['aim_gap'] > 0 else 'worse'}"


def told(lines: pl.DataFrame) -> tuple[pl.DataFrame, str]:
    """The lines that say something, and of how many nothing can be said, in words."""
    shown = lines.filter((pl.col("peers") > 0) & pl.col("value").is_not_null())
    without = lines.height - shown.height
    if not without:
        return shown, ""
    lost = wording.plural(without, "indicator")
    return shown, f"Not compared: {lost} without a figure, of the council's own or of any of the others."


def caveats(lines: pl.DataFrame) -> tuple[list[str], dict[str, str]]:
    """What is to be said of all lines, and of each beyond that: no sentence of any is lost."""
    said = {code: SENTENCES.split(text) for code, text in lines.select("indicator", "caveat").iter_rows()}
    common = [each for each in next(iter(said.values()), []) if all(each in other for other in said.values())]
    return common, {
        code: " ".join(each for each in sentences if each not in common) for code, sentences in said.items()
    }


def says_how_close(group: PeerGroup) -> bool:
    """Whether anything is known of how close the members are."""
    return any(peer.distance is not None for peer in group.members)


def in_brief(group: PeerGroup) -> str:
    """Who is compared with whom, in a sentence."""
    names = [peer.name for peer in group.members]
    if not names:
        return f"{group.of_name} is compared with nobody."
    who = f"{group.of_name} is compared with {wording.plural(len(names), 'area')}"
    near = [peer.name for peer in group.members if peer.distance is not None][:CLOSEST]
    if not near:
        return f"{who}: {wording.joined(names)}."
    return f"{who}. The closest {'is' if len(near) == 1 else 'are'} {wording.joined(near)}."


def why(group: PeerGroup) -> Iterator[tuple[str, str]]:
    """Facts about a group: what it is, who drew it up, from when, why, and how its members are found."""
    version = group.version
    yield "Group", f"{version.name} ({version.code})"
    yield "Drawn up by", version.source or "not stated"
    yield "In force from", f"{version.effective_from:%-d %B %Y}"
    yield "Reason", f"{version.reason}; approved by {version.approver}"
    found = group.found
    if found is None:
        yield "How", "A list as it was given"
        return
    labels = wording.joined([lower(group.characteristics[code].label) for code in found.used])
    yield (
        "How",
        f"The nearest of {found.areas} areas by {wording.plural(len(found.used), 'characteristic')}: "
        f"{labels}. Each is put on one scale (mean 0, standard deviation 1); the distance is Euclid's, and "
        "the farthest area is at 1",
    )
    for what, codes in (
        ("the same for all areas", found.constant),
        (f"not known of {group.of_name}", found.not_known),
    ):
        if codes:
            names = wording.joined([group.characteristics[code].label for code in codes])
            yield "Left out", f"{names}: {what}"
    if found.left_out:
        yield "Not held against", f"{wording.joined(found.left_out)}: too little is known of them"


def apart(group: PeerGroup, area: str) -> str:
    """What sets a member most apart from the council, with both figures."""
    if group.found is None:
        return "not stated"
    rows = (
        group.found.reasons.filter((pl.col("area") == area) & (pl.col("part") > 0))
        .sort("part", descending=True, maintain_order=True)
        .head(APART)
    )
    said = [_against(group.characteristics[row["characteristic"]], row) for row in rows.iter_rows(named=True)]
    return "; ".join(said) or "nothing"


def _against(characteristic: Characteristic, row: Line) -> str:
    of = Measure(characteristic.unit, characteristic.decimals)
    theirs, ours = (wording.figure(row[name], of) for name in ("value", "own"))
    return f"{lower(characteristic.label)}: {theirs} against {ours}"


def lower(label: str) -> str:
    """A label within a sentence."""
    return label[:1].lower() + label[1:]
