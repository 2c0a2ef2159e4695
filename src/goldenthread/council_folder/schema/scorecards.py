"""Scorecards: how lines are arranged at each level."""

from typing import Literal

from pydantic import Field

from goldenthread.council_folder.schema.base import Code, Item, Line


class ScorecardSection(Item):
    """A group of lines."""

    code: Code = Field(description="Stable code within the scorecard")
    title: Line = Field(description="As printed")
    lines: list[Code] = Field(description="Codes of indicators, in order")


class Scorecard(Item):
    """An arrangement of indicators."""

    code: Code = Field(description="As corporate, RES, RES.revenues")
    title: Line = Field(description="As printed")
    level: Literal["corporate", "directorate", "service", "priority", "portfolio"] = Field(
        description="Level"
    )
    subject: str = Field("", description="Code of the unit, priority or portfolio it is about")
    order: int = Field(0, description="Place in lists")
    sections: list[ScorecardSection] = Field(min_length=1, description="Its sections, in order")
