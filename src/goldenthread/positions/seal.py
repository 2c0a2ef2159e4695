"""Seal: the hash that binds a frozen quarter to every line in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from goldenthread.audit import canonical


@dataclass(frozen=True, slots=True)
class SealedLine:
    """One line of a position: its kind, its code within the kind, and its content as canonical text."""

    kind: str
    code: str
    content: str

    @property
    def line_hash(self) -> str:
        return canonical.digest([self.kind, self.code, self.content])


def line(kind: str, code: str, content: Mapping[str, Any]) -> SealedLine:
    """A line from plain data."""
    return SealedLine(kind, code, canonical.text(dict(content)))


def digest(
    *,
    period: str,
    position_date: date,
    known_at: datetime,
    frozen_by: str,
    previous_digest: str,
    lines: Iterable[SealedLine],
) -> str:
    """The seal: both dates, who froze it, the seal before, and the lines in their order. No id, no clock."""
    return canonical.digest(
        {
            "period": period,
            "position_date": position_date,
            "known_at": known_at,
            "frozen_by": frozen_by,
            "previous": previous_digest,
            "lines": [sealed.line_hash for sealed in lines],
        }
    )
