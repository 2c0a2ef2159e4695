"""Eleven people of Larkhythe, one for each role, and what each may see, worked out from the folder."""

from dataclasses import dataclass

import yaml

from goldenthread.access.roles import Role
from tests.doors.web.council import FOLDER


@dataclass(frozen=True)
class Seen:
    """Somebody: their role, and of which indicators they see the frozen quarter and the time since.

    Each says so of an indicator as `indicators.yaml` has it.
    """

    role: Role
    frozen: object
    live: object


def _all(indicator):
    return True


def _none(indicator):
    return False


def _of_unit(unit):
    return lambda each: each["unit_code"] == unit or each["unit_code"].startswith(f"{unit}.")


def _of_posts(*posts):
    return lambda each: each["owner"] in posts


def _of_portfolio(portfolio):
    return lambda each: each["portfolio"] == portfolio


PEOPLE = {
    "quillby": Seen(Role.READER, _all, _all),
    # A post without a holder is answered for by its deputy, who owns its indicators meanwhile.
    "latchford": Seen(Role.OWNER, _all, _of_posts("deputy_landlord", "hos_landlord")),
    "barrowgate": Seen(Role.SERVICE_MANAGER, _all, _of_unit("PLA.waste")),
    "oakumley": Seen(Role.DIRECTOR, _all, _of_unit("RES")),
    "spyglass": Seen(Role.PERFORMANCE_OFFICER, _all, _all),
    "lanternby": Seen(Role.PORTFOLIO_HOLDER, _of_portfolio("housing"), _of_portfolio("housing")),
    "stilework": Seen(Role.MEMBER, _none, _none),
    "sealwright": Seen(Role.CLEARING_OFFICER, _all, _none),
    "veilbrook": Seen(Role.DATA_PROTECTION_LEAD, _all, _all),
    "minuteley": Seen(Role.DEMOCRATIC_SERVICES, _all, _none),
    "keyward": Seen(Role.ADMINISTRATOR, _none, _none),
}
"""Of a quarter that is frozen and not released yet; once it is public, everybody sees it as frozen."""

INDICATORS = {
    each.get("from_library") or each["code"]: each
    for each in yaml.safe_load((FOLDER / "indicators.yaml").read_text())["indicators"]
}


def of(may):
    """The indicators of which somebody sees something."""
    return {code for code, each in INDICATORS.items() if may(each)}
