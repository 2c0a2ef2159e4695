"""Plan: the corporate plan, its levels, actions, milestones and progress."""

import datetime
from typing import Literal

from pydantic import Field

from goldenthread.council_folder.schema.base import Amount, Code, Due, Item, Line, Words

Status = Literal["complete", "green", "amber", "red", "not_started"]


class CorporatePlan(Item):
    """The adopted plan."""

    code: Code = Field(description="As LF2023")
    name: Line = Field(description="As Larkhythe Forward 2023-26")
    adopted_on: datetime.date = Field(description="Day of adoption")
    adopted_by: Line = Field(description="As Cabinet")
    start: datetime.date = Field(description="First day it covers")
    end: datetime.date = Field(description="Its final day")


class Priority(Item):
    """A priority of the plan."""

    code: Code = Field(description="As RF")
    name: Line = Field(description="As A council that puts residents first")
    short: Line = Field(description="As Residents First, for charts")
    order: int = Field(description="The plan's order")


class Outcome(Item):
    """What a priority wants to bring about."""

    code: Code = Field(description="Stable code")
    name: Line = Field(description="As printed")
    priority: Code = Field(description="Code of its priority")
    order: int = Field(0, description="The plan's order")


class Action(Item):
    """Something the council undertook to do; a part of a split action names its parent."""

    code: Code = Field(description="As R2, or R2a for a part")
    wording: Line = Field(description="The adopted wording")
    parent: str = Field("", description="Given by standing under parts; not written")
    plan: str = Field("", description="Code of the plan; empty = the one plan of this file")
    priority: Code = Field(description="Code of its priority")
    outcome: str = Field("", description="Code of its outcome")
    flagship: bool = Field(True, description="Adopted by name in the plan")
    unit_code: Code = Field(description="The unit that delivers it")
    portfolio: str = Field("", description="Code of the portfolio")
    lead: str = Field("", description="Code of the post that leads")
    due: Due | None = Field(None, description="A day, or a month as 2024-03 (its end)")
    every_quarter: bool = Field(False, description="true where the promise holds anew each quarter")
    indicator: str = Field("", description="Code of the indicator that measures it")
    follows_indicator: bool = Field(False, description="true: its status is that indicator's rating")
    of: Amount | None = Field(None, gt=0, description="The number promised, as 60")
    of_what: str = Field("", max_length=60, description="As roads")
    order: int = Field(0, description="Place in lists before the code")


class Milestone(Item):
    """A dated step of an action."""

    code: Code = Field(description="Stable code")
    action: Code = Field(description="Code of the action or part")
    title: Line = Field(description="What will have happened")
    due: Due = Field(description="A day, or a month as 2024-03 (its end)")
    amount: Amount | None = Field(None, description="The number planned by then")
    reached_on: datetime.date | None = Field(None, description="Day it was reached")


class Progress(Item):
    """How an action stood on a day (effective_from), as known from known_from."""

    action: Code = Field(description="Code of the action or part")
    status: Status = Field(description="Its status")
    words: Words = Field("", description="At most 60 words, with a number where there is one")
    done: Amount | None = Field(None, description="Number done, as 34")
    planned: Amount | None = Field(None, description="Number planned by now, as 30")
    revised_due: Due | None = Field(None, description="New date, if moved")
    author: str = Field("", description="Code of the post that says so")
