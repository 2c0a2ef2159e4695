"""Permissions: the closed list of what can be asked for, and which role may what, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from goldenthread.access.roles import Role


class Permission(StrEnum):
    """What can be asked for; the codes are stable."""

    SEE_PUBLISHED = "see.published"
    SEE_FROZEN = "see.frozen"
    SEE_LIVE = "see.live"
    SEE_UNPROTECTED = "see.unprotected"
    ENTER_FIGURES = "figures.enter"
    APPROVE_FIGURES = "figures.approve"
    AGREE_FIGURES = "figures.agree"
    RUN_CYCLE = "cycle.run"
    CHANGE_DEFINITIONS = "definitions.change"
    DECIDE_RELEASES = "releases.decide"
    CLEAR_REPORT = "report.clear"
    PREPARE_MEETING = "meeting.prepare"
    SEE_AUDIT = "audit.see"
    MANAGE_PEOPLE = "people.manage"


# What each permission lets somebody do, in the words of the documentation.
MEANINGS: Final[Mapping[Permission, str]] = {
    Permission.SEE_PUBLISHED: "see what has been published",
    Permission.SEE_FROZEN: "see a frozen quarter before it is published",
    Permission.SEE_LIVE: "see figures as now known, and of the latest month",
    Permission.SEE_UNPROTECTED: "see small counts as they are, where the policy lets them",
    Permission.ENTER_FIGURES: "enter figures and commentary",
    Permission.APPROVE_FIGURES: "approve what was entered, or send it back",
    Permission.AGREE_FIGURES: "agree the figures and ratings before the freeze",
    Permission.RUN_CYCLE: "run the cycle: chase, import, freeze",
    Permission.CHANGE_DEFINITIONS: "change indicators, targets, schemes and scorecards",
    Permission.DECIDE_RELEASES: "decide what may leave the council",
    Permission.CLEAR_REPORT: "clear the report for their office",
    Permission.PREPARE_MEETING: "prepare the report for the meeting",
    Permission.SEE_AUDIT: "read the audit",
    Permission.MANAGE_PEOPLE: "give people access and take it away",
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a role may everywhere in the council, and what only within that for which it is granted."""

    everywhere: frozenset[Permission]
    within: frozenset[Permission] = frozenset()


_P = Permission
_PUBLISHED: Final = frozenset({_P.SEE_PUBLISHED})
_STAFF: Final = _PUBLISHED | {_P.SEE_FROZEN}
_FIGURES: Final = frozenset({_P.SEE_FROZEN, _P.SEE_LIVE})

ROLES: Final[Mapping[Role, Allowed]] = {
    Role.READER: Allowed(_PUBLISHED, _FIGURES),
    Role.OWNER: Allowed(_STAFF, frozenset({_P.SEE_LIVE, _P.SEE_UNPROTECTED, _P.ENTER_FIGURES})),
    Role.SERVICE_MANAGER: Allowed(_STAFF, frozenset({_P.SEE_LIVE, _P.ENTER_FIGURES})),
    Role.DIRECTOR: Allowed(_STAFF, frozenset({_P.SEE_LIVE, _P.AGREE_FIGURES})),
    Role.PERFORMANCE_OFFICER: Allowed(
        _STAFF
        | {
            _P.SEE_LIVE,
            _P.ENTER_FIGURES,
            _P.APPROVE_FIGURES,
            _P.RUN_CYCLE,
            _P.CHANGE_DEFINITIONS,
            _P.PREPARE_MEETING,
            _P.SEE_AUDIT,
        }
    ),
    Role.PORTFOLIO_HOLDER: Allowed(_PUBLISHED, _FIGURES),
    Role.MEMBER: Allowed(_PUBLISHED),
    Role.CLEARING_OFFICER: Allowed(_STAFF | {_P.CLEAR_REPORT}),
    Role.DATA_PROTECTION_LEAD: Allowed(
        _STAFF | {_P.SEE_LIVE, _P.SEE_UNPROTECTED, _P.DECIDE_RELEASES, _P.SEE_AUDIT}
    ),
    Role.DEMOCRATIC_SERVICES: Allowed(_STAFF | {_P.PREPARE_MEETING}),
    Role.ADMINISTRATOR: Allowed(_PUBLISHED | {_P.MANAGE_PEOPLE, _P.SEE_AUDIT}),
}
