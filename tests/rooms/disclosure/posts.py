"""Posts by hand: who is the data protection lead, so that what is for that post alone can be done."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldenthread.indicators import actions as indicators
from goldenthread.organisation import actions as organisation

NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
STAMP: dict[str, Any] = {
    "effective_from": date(2023, 4, 1),
    "known_from": datetime(2023, 4, 1, tzinfo=UTC),
    "reason": "Organisation",
    "approver": "Cabinet",
    "is_withdrawn": False,
}


def load(**lead: Any) -> None:
    """Two posts, of which one is the data protection lead; `lead` is said of that one."""
    posts = [
        {"code": "dpo", "title": "Data Protection Lead", "unit": "RES", **lead, **STAMP},
        {"code": "deputy", "title": "Head of Legal", "unit": "RES", **STAMP},
    ]
    organisation.load({"posts": posts}, by="Head of Performance", at=NOW)
    held = [{"code": "data_protection_lead", "posts": ["dpo"], **STAMP}]
    indicators.load({"roles": held}, by="Head of Performance", at=NOW)
