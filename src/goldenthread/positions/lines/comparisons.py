"""Comparisons: with whom each indicator was compared on the day, what they reached, and where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import polars as pl

from goldenthread.assessments import compared
from goldenthread.assessments.compared import words
from goldenthread.organisation.peers import PeerGroup
from goldenthread.positions.lines import plain
from goldenthread.positions.lines.standing import Standing
from goldenthread.positions.seal import SealedLine, line

PLACES: Final = ("polarity", "midpoint", "rank", "is_tied", "ranked", "quarter", "gap", "aim_gap")
PEERS: Final = (
    "peers", "missing", "missing_areas", "median", "q1", "q3", "least", "greatest", "quartile_method",
    "caveat",
)  # fmt: skip
AREA: Final = ("area", "name", "value", "rank", "is_tied")


def gather(standing: Standing) -> Iterator[SealedLine]:
    """A `comparator_group` line for each group, then a `comparison` line for each indicator, by code.

    None where no indicator names a group, so that the seal of a council that compares with nobody says
    nothing of it.
    """
    if not standing.verdicts["comparator"].fill_null("").ne("").any():
        return
    found = compared.figures(
        report_period=standing.period,
        position_date=standing.on,
        known_at=standing.known_at,
        area=standing.area,
    )
    for code, group in found.groups.items():
        yield line("comparator_group", code, _group(group))
    others = _others(found.areas)
    for row in found.lines.iter_rows(named=True):
        code = row["indicator"]
        content = {
            "indicator": code,
            "period": row["period"],
            "group": row["group"],
            **plain.row(row, (*PLACES, *PEERS)),
            "areas": others.get(code, []),
        }
        yield line("comparison", code, content)


def _group(group: PeerGroup) -> dict[str, Any]:
    version = group.version
    return {
        "code": version.code,
        "name": version.name,
        "source": version.source,
        "effective_from": version.effective_from,
        "reason": version.reason,
        "approver": version.approver,
        "in_brief": words.in_brief(group),
        "how": dict(words.why(group))["How"],
        "members": [{"area": peer.code, "name": peer.name} for peer in group.members],
    }


def _others(areas: pl.DataFrame) -> Mapping[str, list[dict[str, Any]]]:
    """By indicator the other areas, the best first; the own figure stands in the indicator's own line."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in areas.filter(~pl.col("is_self")).iter_rows(named=True):
        found.setdefault(row["indicator"], []).append(plain.row(row, AREA))
    return found
