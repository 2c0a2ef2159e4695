"""Disclosure: how small numbers are protected, which counts are one, and what is excepted."""

import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from goldenthread.council_folder.schema.base import Code, Item, Line, ValueCode
from goldenthread.methods.disclosure import policy

Limit = Annotated[int | None, Field(ge=1)]
Crossing = Annotated[list[Code], Field(min_length=2)]
Share = Annotated[float, Field(gt=0, lt=1)]
PARTS = ("numerator", "denominator", "remainder")


class Dominance(Item):
    """The rule (n,k) for totals of amounts."""

    n: int = Field(ge=1, description="So many of the largest contributors")
    k: Share = Field(description="make up more than this share of the total, as 0.9")


class Rounding(Item):
    """Printed figures are multiples of a base."""

    base: int = Field(ge=2, description="As 5")
    kind: Literal["independent", "controlled"] = Field(
        "independent", description="independent: each by itself, half up; controlled: so that sums add up"
    )


def _convention(written: str) -> str:
    if written not in policy.PRESETS:
        raise ValueError(f"{written!r} is no convention: write one of {', '.join(policy.PRESETS)}")
    return written


Convention = Annotated[str, AfterValidator(_convention)]


class Policy(Item):
    """How the figures of one kind are protected; a preset, and what differs from it, or every field."""

    code: Code = Field(description="As people; indicators name it in their field disclosure")
    name: str = Field("", max_length=300, description="The rule in a line, as staff read it")
    source: str = Field("", description="Where the rule comes from")
    from_preset: Convention | None = Field(
        None,
        description=f"The convention it starts from: {', '.join(policy.PRESETS)}; the rest is laid over it",
    )
    default: bool = Field(
        False, description="Whether it holds for every indicator on people that names no other"
    )
    threshold: Limit = Field(None, description="Counts from 1 up to this are hidden")
    inclusive: bool | None = Field(None, description="Whether the threshold itself is hidden too (true)")
    zeros: Literal["shown", "may_hide", "hidden"] | None = Field(
        None, description="shown (always), may_hide (to protect others), hidden (as small counts are)"
    )
    complement: bool | None = Field(None, description="Whether what is left of the denominator is judged too")
    class_disclosure: bool | None = Field(
        None, description="Whether a whole group in one cell is hidden, however large"
    )
    percentages: Literal["safe_parts", "rounded_parts"] | None = Field(
        None, description="Shares where all their parts are safe, or worked out from rounded parts"
    )
    minimum_base: Limit = Field(None, description="Shares of fewer than so many are not printed")
    dominance: Dominance | None = Field(None, description="For totals of amounts: the rule (n,k)")
    p_percent: Share | None = Field(
        None, description="For totals of amounts: how closely the second may know the first, as 0.1"
    )
    minimum_contributors: Limit = Field(None, description="For totals of amounts: how many must contribute")
    rounding: Rounding | None = Field(None, description="Round what is printed")
    width: Limit = Field(None, description="By how much what a hidden count may be differs at least (1)")
    level: Literal["rank", "rule-aware", "witness"] | None = Field(
        None, description="What protection must hold (witness)"
    )
    may_cross: list[Crossing] | None = Field(
        None, description="Dimensions that may be crossed, as [[age, sex]]; else one, and it with wards"
    )
    never_cross: list[Crossing] | None = Field(None, description="Dimensions that must not be crossed")
    unprotected_for: list[Code] | None = Field(
        None, description="Roles that may see the figures as they are, as data_protection_lead"
    )
    none_because: str | None = Field(None, description="Why nothing is protected; only where nothing is")
    symbols: dict[str, str] | None = Field(None, description='Notes on symbols, as {"[c]": Hidden}')
    note: str | None = Field(None, description="Anything a reader should know")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        try:
            policy.from_dict(self.model_dump(exclude={"default"}))
        except policy.PolicyRefused as refused:
            raise ValueError(str(refused).removeprefix(f"policy {self.code}: ")) from refused
        return self


def _count(written: str) -> str:
    code, _, part = written.partition("/")
    if not code or part not in PARTS:
        raise ValueError(
            f"{written!r} is no count: write the indicator and one of {', '.join(PARTS)}, as CSC06/numerator"
        )
    return written


CountName = Annotated[str, AfterValidator(_count)]


class Role(Item):
    """A role in disclosure control, and the posts that hold it."""

    code: Code = Field(
        description="data_protection_lead, who approves releases; or another that policies name"
    )
    posts: list[Code] = Field(min_length=1, description="Codes of the posts that hold it")


class Link(Item):
    """Counts of the same people under several indicators: hide one, and the others give it away."""

    code: Code = Field(description="As children_in_care")
    counts: list[CountName] = Field(min_length=2, description="As [CSC06/numerator, CSC07/denominator]")

    @field_validator("counts")
    @classmethod
    def _differ(cls, counts: list[str]) -> list[str]:
        if len(set(counts)) < len(counts):
            raise ValueError("a count stands here twice: name each once")
        return counts


class Grouping(Item):
    """Values of a dimension that make up another of its values, or everybody."""

    code: Code = Field(description="As adults_by_age")
    dimension: Code = Field(description="Code of the dimension")
    whole: str = Field("", description="The value they make up, as 65-and-over; empty for everybody")
    parts: list[ValueCode] = Field(min_length=2, description="The values it is made of; no two overlap")
    complete: bool = Field(True, description="false where some belong to none, as those of unknown age")
    indicators: list[Code] = Field([], description="Where it holds; empty: wherever the values occur")

    @model_validator(mode="after")
    def _is_a_partition(self) -> Self:
        if self.whole in self.parts:
            raise ValueError(f"{self.whole} is part of itself: take it out of parts, or name another whole")
        if len(set(self.parts)) < len(self.parts):
            raise ValueError("a value stands twice among the parts: name each once")
        return self


class Excepted(Item):
    """A figure that is shown or hidden whatever its policy says, for a time."""

    code: Code = Field(description="As E2024-1")
    indicator: Code = Field(description="Code of the indicator")
    breakdown: dict[Code, ValueCode] = Field(
        {}, description="The cell, as {ward: X05900001}; empty for the council as a whole"
    )
    period: str = Field("", description="Code of the period; empty for every one")
    keep: Literal["shown", "hidden"] = Field(description="What it must be")
    until: datetime.date = Field(description="The day up to which it holds")


class GuardedName(Item):
    """The name of a person that no output may print."""

    code: Code = Field(description="As N1; it must not say who it is")
    name: Annotated[Line, StringConstraints(min_length=3)] = Field(description="The name as people write it")


def filled(written: dict[str, Any]) -> dict[str, Any]:
    """The fields of a policy with those of its preset under them; as written where it names none of them."""
    try:
        return policy.resolved(written)
    except policy.PolicyRefused:
        return written  # its own check says what is wrong, where it stands
