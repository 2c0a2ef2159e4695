"""Roles: what somebody is to the council's performance cycle."""

from django.db.models import TextChoices


class Role(TextChoices):
    """The closed list of roles; the stored codes never change."""

    READER = "reader", "reader"
    OWNER = "owner", "indicator owner"
    SERVICE_MANAGER = "service_manager", "service manager"
    DIRECTOR = "director", "director"
    PERFORMANCE_OFFICER = "performance_officer", "performance officer"
    PORTFOLIO_HOLDER = "portfolio_holder", "portfolio holder"
    MEMBER = "member", "member of the council"
    CLEARING_OFFICER = "clearing_officer", "clearing officer"
    DATA_PROTECTION_LEAD = "data_protection_lead", "data protection lead"
    DEMOCRATIC_SERVICES = "democratic_services", "democratic services"
    ADMINISTRATOR = "administrator", "administrator"


# Nobody is made an owner: the owner of an indicator is whoever holds the post that its definition names.
GRANTED = frozenset(Role) - {Role.OWNER}
# What is asked for beside the role: the part of the council, or the cabinet member's field.
WITH_UNIT = frozenset({Role.SERVICE_MANAGER, Role.DIRECTOR})
MAY_HAVE_UNIT = WITH_UNIT | {Role.READER}
WITH_PORTFOLIO = frozenset({Role.PORTFOLIO_HOLDER})


def grant_code(*, role: str, post: str = "", person: str = "", unit: str = "", portfolio: str = "") -> str:
    """What a grant is called: its role, that for which it holds, and who has it."""
    return f"{role}/{unit or portfolio or 'council'}/{post or person}"
