"""Access: who has an account, which post they hold, and what is granted."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from goldenthread.access import roles
from goldenthread.access.roles import Role, grant_code
from goldenthread.council_folder.schema.base import Code, Item

Email = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=254, to_lower=True
    ),
]
GrantedRole = Literal[
    "reader",
    "service_manager",
    "director",
    "performance_officer",
    "portfolio_holder",
    "member",
    "clearing_officer",
    "data_protection_lead",
    "democratic_services",
    "administrator",
]


class Person(Item):
    """Somebody with an account; `withdrawn: true` closes it. Passwords never stand here."""

    code: Code = Field(description="Stable code of the person, which stays when the name changes")
    name: str = Field(min_length=1, max_length=120, description="As colleagues know them")
    email: Email = Field(description="With which they sign in; capitals make no difference")


class PostHolding(Item):
    """That a person holds a post; whoever holds it owns its indicators. Several may share one."""

    post: Code = Field(description="Code of the post (organisation.yaml)")
    person: Code = Field(description="Code of the person")


class Grant(Item):
    """A role for whoever holds a post, or for one person. Owners need none: their post is what owns."""

    role: GrantedRole = Field(description="The role")
    post: str = Field("", description="Code of the post whose holder has it; its deputy while it is vacant")
    person: str = Field("", description="Code of the person who has it; instead of post")
    unit: str = Field(
        "",
        description="Code of the unit for which it holds, with all below it: service_manager and director "
        "need one, reader may have one",
    )
    portfolio: str = Field("", description="Code of the portfolio, for portfolio_holder")
    effective_to: datetime.date | None = Field(None, description="Its last day, where it ends by itself")

    @property
    def name(self) -> str:
        """What the grant is called."""
        return grant_code(
            role=self.role, post=self.post, person=self.person, unit=self.unit, portfolio=self.portfolio
        )

    @model_validator(mode="after")
    def _says_to_whom(self) -> Self:
        if bool(self.post) == bool(self.person):
            raise ValueError("a grant is for a post or for a person: write exactly one of post, person")
        return self

    @model_validator(mode="after")
    def _says_for_what(self) -> Self:
        role = Role(self.role)
        if role in roles.WITH_UNIT and not self.unit:
            raise ValueError(f"{role} is for one part of the council: write unit")
        if self.unit and role not in roles.MAY_HAVE_UNIT:
            raise ValueError(f"{role} is for the whole council: leave unit out")
        if (role in roles.WITH_PORTFOLIO) != bool(self.portfolio):
            raise ValueError(
                f"{role} is for one portfolio: write portfolio"
                if role in roles.WITH_PORTFOLIO
                else f"{role} has nothing to do with portfolios: leave portfolio out"
            )
        return self
