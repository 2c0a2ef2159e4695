"""Targets: what an indicator should reach, by when, and how near counts as near; and rebases."""

import datetime
from typing import Self

from pydantic import Field, model_validator

from goldenthread.council_folder.schema.base import Amount, Code, Item
from goldenthread.indicators import vocabulary


class ProfilePoint(Item):
    """The target of one period of the year."""

    target: Amount = Field(description="The target")
    amber_to: Amount | None = Field(None, description="No worse than this is amber")


class Target(Item):
    """One version of an indicator's target."""

    indicator: Code = Field(description="Code of the indicator")
    target: Amount | None = Field(None, description="The target; absent for a range, a profile or none")
    amber_to: Amount | None = Field(None, description="No worse than this is amber")
    lower: Amount | None = Field(None, description="Range: green from")
    upper: Amount | None = Field(None, description="Range: green to")
    amber_lower: Amount | None = Field(None, description="Range: amber from; absent = however low")
    amber_upper: Amount | None = Field(None, description="Range: amber to; absent = however high")
    tolerance: Amount | None = Field(None, ge=0, description="How far off is still near, instead of amber_to")
    tolerance_kind: vocabulary.MarginKind = Field(
        "none", description="absolute (in the unit) or relative (in %)"
    )
    floor: Amount | None = Field(None, description="A floor standard, beside the target")
    profile: dict[str, ProfilePoint] = Field({}, description="A target for each period code of the year")
    valid_from: datetime.date | None = Field(
        None, description="Holds for periods ending on or after this day"
    )
    valid_to: datetime.date | None = Field(None, description="Holds for periods ending on or before this day")
    valid_periods: list[str] = Field([], description="Holds for these period codes only")
    none: vocabulary.NoTarget | None = Field(None, description="Why there is no target")
    year_end: Amount | None = Field(
        None, description="The target for the whole year, where the rated one is a step"
    )
    rationale: str = Field("", max_length=400, description="How the target was arrived at")

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        is_range = self.lower is not None or self.upper is not None
        kinds = [self.target is not None, is_range, bool(self.profile), self.none is not None]
        rules = [
            (sum(kinds) != 1, "write exactly one of: target, lower with upper, profile, none"),
            (is_range and (self.lower is None or self.upper is None), "a range needs both lower and upper"),
            (
                is_range and self.amber_to is not None,
                "a range takes amber_lower and amber_upper, not amber_to",
            ),
            (
                not is_range and (self.amber_lower is not None or self.amber_upper is not None),
                "amber_lower and amber_upper go with a range; write amber_to",
            ),
            (
                (self.tolerance is None) != (self.tolerance_kind == "none"),
                "tolerance needs tolerance_kind: absolute or relative, and the other way round",
            ),
            (
                self.tolerance is not None and self.amber_to is not None,
                "write tolerance or amber_to, not both",
            ),
            (bool(self.profile) and bool(self.valid_periods), "profile already names its periods"),
            (
                self.lower is not None and self.upper is not None and self.lower > self.upper,
                "lower must not be above upper",
            ),
        ]
        faults = [message for wrong, message in rules if wrong]
        if faults:
            raise ValueError("; ".join(faults))
        return self


class Rebase(Item):
    """A day from which an indicator's control limits start anew."""

    indicator: Code = Field(description="Code of the indicator")
    date: datetime.date = Field(
        description="First day of the first period to which the new limits apply, as 2021-07-01"
    )
