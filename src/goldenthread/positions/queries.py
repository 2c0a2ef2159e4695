"""How to ask for frozen quarters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from goldenthread.positions.models import Position, PositionLine

Line = dict[str, Any]


class NotFrozen(LookupError):
    """The period has no frozen position."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A frozen period as it was sealed: its dates, its seal, and its lines by kind, in sealed order."""

    period: str
    position_date: date
    known_at: datetime
    frozen_by: str
    digest: str
    previous_digest: str
    lines: Mapping[str, tuple[Line, ...]]

    def of(self, kind: str) -> tuple[Line, ...]:
        """The lines of a kind; none where the position holds none."""
        return self.lines.get(kind, ())

    def one(self, kind: str) -> Line:
        """The single line of a kind."""
        (only,) = self.lines[kind]
        return only


def sealed(period: str) -> Sealed:
    """The frozen position of a period. Raises NotFrozen, saying which periods are frozen."""
    position = Position.objects.filter(period=period).first()
    if position is None:
        frozen = ", ".join(frozen_periods()) or "none yet"
        raise NotFrozen(f"{period} is not frozen (frozen: {frozen}): run goldenthread freeze {period}")
    lines: dict[str, list[Line]] = {}
    for kind, content in position.lines.order_by("ordinal").values_list("kind", "content"):
        lines.setdefault(kind, []).append(json.loads(content))
    return Sealed(
        period=position.period,
        position_date=position.position_date,
        known_at=position.known_at,
        frozen_by=position.frozen_by,
        digest=position.digest,
        previous_digest=position.previous_digest,
        lines={kind: tuple(found) for kind, found in lines.items()},
    )


def is_frozen(period: str) -> bool:
    """Whether a period has been frozen."""
    return Position.objects.filter(period=period).exists()


def frozen_periods() -> list[str]:
    """The frozen periods, the earliest position date first."""
    return list(Position.objects.order_by("position_date").values_list("period", flat=True))


def said_before(moment: datetime) -> dict[tuple[str, str], str | None]:
    """What positions frozen before a moment said: value as text by indicator and period, the latest said."""
    rows = PositionLine.objects.filter(kind="indicator", position__known_at__lt=moment)
    said: dict[tuple[str, str], str | None] = {}
    for content in rows.order_by("position__known_at", "ordinal").values_list("content", flat=True):
        line = json.loads(content)
        said[line["indicator"], line["period"]] = line["value_text"]
    return said


def by_digest(digest: str) -> Sealed | None:
    """The frozen position with a seal; None where there is none (the first quarter has no quarter before)."""
    period = (
        Position.objects.filter(digest=digest).values_list("period", flat=True).first() if digest else None
    )
    return sealed(period) if period else None
