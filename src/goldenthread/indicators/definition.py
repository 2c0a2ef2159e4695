"""Definition: one indicator as it is defined from a date on."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from goldenthread.indicators import vocabulary

STANDARD_SCHEME = "standard"

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9&._-]*$", max_length=64)]
Amount = Annotated[Decimal, Field(allow_inf_nan=False, max_digits=25)]
Quarter = Annotated[str, StringConstraints(pattern=r"^Q[1-4]$")]

# A snapshot, a forecast or an annual figure is not the sum of what its months held.
NEVER_SUMMED = {"snapshot", "forecast"}
ROLLING = {"rolling_sum", "rolling_ratio"}


class Break(BaseModel):
    """A date across which figures do not compare, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: datetime.date = Field(description="First day of the new way of measuring")
    why: str = Field(min_length=1, description="What changed")


class Definition(BaseModel):
    """Everything about an indicator except its targets."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Code = Field(description="Stable code, as CUS01")
    name: str = Field(min_length=1, max_length=300, description="Name as printed")
    definition: str = Field("", description="What exactly is counted")
    numerator_label: str = Field("", description="What stands above the line")
    denominator_label: str = Field("", description="What stands below it; empty for a count")
    unit: str = Field(
        max_length=60, description="Unit of measure: %, count, days, seconds, per 1,000, £m ..."
    )
    multiplier: Amount = Field(Decimal(1), gt=0, description="value = multiplier x numerator / denominator")
    decimals: int = Field(0, ge=0, le=6, description="Places printed")
    display: vocabulary.Display = Field(
        "",
        description="minutes_seconds, counts to print numerator of denominator, or money if these are pounds",
    )
    polarity: vocabulary.Polarity = Field(description="Which way is better")
    frequency: vocabulary.Frequency = Field(description="How often a figure is due")
    basis: vocabulary.Basis = Field(description="What one figure on a scorecard is about")
    calendar: vocabulary.Calendar = Field("financial", description="The year that it follows")
    aggregation: vocabulary.Aggregation = Field(description="How parts of a period make the whole")
    average_months: list[Annotated[int, Field(ge=1, le=12)]] = Field(
        [], description="For average_n: the months averaged, as [12, 1, 2]"
    )
    arrears_months: int = Field(
        0, ge=0, le=36, description="How many months the rated period lies behind the report"
    )
    due: list[Quarter] = Field(
        [], description="Quarters in which an annual figure falls due; empty = every period"
    )
    due_note: str = Field("", description="Said where it is not due, as 'annual, next due Q4'")
    expected: datetime.date | None = Field(None, description="When an awaited figure is expected")
    scheme: Code = Field(STANDARD_SCHEME, description="Code of the rating scheme")
    unit_code: str = Field("", description="The unit (service) that answers for it, as RES.customer")
    portfolio: str = Field("", description="Code of the portfolio")
    owner: str = Field("", description="Code of the post that owns it")
    priority: str = Field("", description="Code of the plan's priority")
    outcome: str = Field("", description="Code of the plan's outcome")
    corporate: bool = Field(False, description="Whether it stands on the corporate scorecard")
    counts_people: bool = Field(False, description="Whether small numbers could tell of a person")
    small_number_risk: vocabulary.SmallNumberRisk = Field("none", description="How likely small numbers are")
    dimensions: list[str] = Field([], description="Breakdowns collected")
    publish_breakdowns: list[str] = Field([], description="Breakdowns that may be published")
    never_break_down: list[str] = Field([], description="Breakdowns that must not be shown")
    deadband: Amount | None = Field(None, ge=0, description="Change below which a trend is steady")
    deadband_kind: vocabulary.MarginKind = Field(
        "none", description="absolute (in the unit) or relative (in %)"
    )
    breaks: list[Break] = Field([], description="Dates across which figures do not compare")
    plausible_low: Amount | None = Field(None, description="Below this a figure is queried")
    plausible_high: Amount | None = Field(None, description="Above this a figure is queried")
    source: str = Field("", description="The return or system it comes from")
    comparator: str = Field("", description="Code of the comparator group")
    midpoint: Amount | None = Field(
        None, description="Where being near to a figure is best among peers: that figure"
    )
    min_denominator: int | None = Field(
        None,
        ge=1,
        description="A figure on fewer cases, or fewer answers to a survey, is to be interpreted with care",
    )
    disclosure: str = Field(
        "", description="Code of the disclosure policy; empty: the council's default if it counts people"
    )

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        faults = [message for wrong, message in self._rules() if wrong]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def _rules(self) -> list[tuple[bool, str]]:
        """Every rule with whether it is broken and what to write instead."""
        rolling = self.basis.startswith("rolling_")
        low, high = self.plausible_low, self.plausible_high
        return [
            (
                (self.deadband is None) != (self.deadband_kind == "none"),
                "deadband needs deadband_kind: absolute or relative, and the other way round",
            ),
            (
                self.aggregation == "average_n" and not self.average_months,
                "aggregation average_n needs average_months, as [12, 1, 2]",
            ),
            (
                self.aggregation in ROLLING and not rolling,
                "a rolling aggregation needs a basis such as rolling_12",
            ),
            (
                self.basis in NEVER_SUMMED and self.aggregation != "latest",
                f"basis {self.basis} goes with aggregation: latest",
            ),
            (self.unit == "%" and self.multiplier != 100, "unit % goes with multiplier: 100"),
            (
                (per := _per(self.unit)) is not None and self.multiplier != per,
                f"unit {self.unit} goes with multiplier: {per}",
            ),
            (
                low is not None and high is not None and low >= high,
                "plausible_low must be below plausible_high",
            ),
            (
                self.midpoint is not None and self.polarity in ("higher", "lower"),
                f"midpoint goes with polarity range or neutral, and here {self.polarity} is better",
            ),
            (
                bool(set(self.publish_breakdowns) & set(self.never_break_down)),
                "a breakdown cannot both be published and never be shown",
            ),
        ]


def _per(unit: str) -> int | None:
    found = re.fullmatch(r"per ([\d,]+)", unit)
    return int(found[1].replace(",", "")) if found else None
