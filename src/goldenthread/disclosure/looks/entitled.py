"""Entitled: of which indicators somebody may see the figures as they are, on record in the audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event
from goldenthread.disclosure import roles
from goldenthread.methods.disclosure.policy import Policy


class NotEntitled(PermissionError):
    """Somebody may not see these figures as they are; the message says who may."""


class NoReasonGiven(ValueError):
    """Whoever looks at protected figures as they are says why."""


def opened(policies: Mapping[str, Policy | None], *, by: str, at: datetime) -> tuple[list[str], list[str]]:
    """The indicators that a post may see as they are, and those that it may not, in order.

    `policies` by indicator, None where nothing is protected: those anybody may see. Raises NotEntitled where
    it may see none of those that are protected.
    """
    held = roles.on_each(by, policies, at=at)
    closed = [code for code, rule in policies.items() if rule and not rule.may_see_unprotected(held[code])]
    if closed and len(closed) == sum(rule is not None for rule in policies.values()):
        raise NotEntitled(
            f"{by or 'nobody'} may not see protected figures as they are; who may: {_who_may(policies, at)}"
        )
    return sorted(set(policies) - set(closed)), sorted(closed)


def record(
    subject: str, indicators: Iterable[str], figures: int, *, reason: str, by: str, at: datetime
) -> None:
    """Write into the audit who saw which figures as they are, and why. Raises NoReasonGiven."""
    if not reason.strip() or not by.strip():
        raise NoReasonGiven("figures as they are: say why they are needed, and who asks")
    audit.write(
        event=Event.UNPROTECTED_EXPORTED,
        by=by,
        at=at,
        subject=subject,
        label=reason,
        details={"indicators": list(indicators), "figures": figures},
    )


def _who_may(policies: Mapping[str, Policy | None], at: datetime) -> str:
    """The posts that hold a role which a policy names, and owners where one opens to them."""
    named = sorted({role for rule in policies.values() if rule for role in rule.unprotected_for})
    titles = [title for role in named if role != roles.OWNER for title in _titles(role, at)]
    owners = ["each indicator's owner, of that indicator"] if roles.OWNER in named else []
    return "; ".join(dict.fromkeys([*titles, *owners])) or "nobody, for no policy names a role"


def _titles(role: str, at: datetime) -> list[str]:
    try:
        return roles.holding(role, at=at)
    except roles.NobodyHolds:
        return []
