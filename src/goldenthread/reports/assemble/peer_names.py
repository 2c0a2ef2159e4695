"""Peers: whether a target is what other councils reach, and who they are."""

from __future__ import annotations

from math import isclose

from goldenthread.reports.material import Line


def words(line: Line) -> str:
    """Whose average the target is, where it is that of peers; "" where the target is the council's own."""
    peers = line.get("comparator") or {}
    reached, asked = peers.get("value"), line.get("target")
    is_target = reached is not None and asked is not None and isclose(reached, asked, rel_tol=1e-9)
    return str(peers["label"]) if is_target else ""
