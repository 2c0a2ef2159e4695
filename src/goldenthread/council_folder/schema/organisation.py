"""Organisation: the council, its units and posts, portfolios, areas, dimensions and calendar."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from goldenthread.council_folder.schema.base import Amount, Code, Item, Line, Moment, ValueCode, Words

Distance = Annotated[Amount, Field(ge=0)]


class Label(Item):
    """What the council calls one of its levels."""

    one: Line = Field(description="Singular, as Flagship Action")
    many: Line = Field(description="Plural, as Flagship Actions")
    short: str = Field("", max_length=12, description="Initials, as FA")


class Labels(Item):
    """The council's own words for the levels; what is left out keeps goldenthread's word."""

    plan: Label | None = Field(None, description="For the corporate plan")
    priority: Label | None = Field(None, description="For a priority")
    outcome: Label | None = Field(None, description="For an outcome, as objective")
    action: Label | None = Field(None, description="For an action")
    flagship_action: Label | None = Field(None, description="For an action adopted by name")
    part: Label | None = Field(None, description="For a part of a split action")
    milestone: Label | None = Field(None, description="For a milestone")
    indicator: Label | None = Field(None, description="For an indicator")
    challenge: Label | None = Field(None, description="For a key challenge")
    portfolio: Label | None = Field(None, description="For a portfolio")
    directorate: Label | None = Field(None, description="For a directorate")
    service: Label | None = Field(None, description="For a service")
    area: Label | None = Field(None, description="For the areas published, as wards")


class Fact(Item):
    """One number about the place."""

    code: Code = Field(description="As population")
    label: Line = Field(description="As People")
    value: Amount = Field(description="The number")
    unit: str = Field("", max_length=40, description="As £m")


class Council(Item):
    """The council itself."""

    code: Code = Field(description="Stable code of the council")
    name: Line = Field(description="Full name")
    short_name: Line = Field(description="Name in running text")
    area: Code = Field(description="Code of the area it covers (areas.yaml)")
    fictional: bool = Field(
        False, description="true for an invented council: its notice is printed everywhere"
    )
    notice: str = Field("", max_length=400, description="Printed on every output")
    labels: Labels = Field(default_factory=Labels, description="The council's words for its levels")
    facts: list[Fact] = Field([], description="Numbers about the place")


class Unit(Item):
    """A part of the council."""

    code: Code = Field(description="As RES, or RES.revenues for a service")
    name: Line = Field(description="Name as printed")
    kind: Literal["council", "directorate", "service", "team"] = Field(description="Level")
    parent: str = Field("", description="Code of the unit above; empty for the council")
    order: int = Field(0, description="Place in lists")


class Post(Item):
    """A post; a person's name only where a form needs it."""

    code: Code = Field(description="As corporate_director_housing")
    title: Line = Field(description="As Corporate Director of Housing and Regeneration")
    unit: Code = Field(description="Code of the unit")
    holder: str = Field("", max_length=120, description="Name, only where a form prints it")
    vacant: bool = Field(False, description="true while nobody holds it; then the deputy answers")
    deputy: str = Field("", description="Code of the post that answers in its place")


class Portfolio(Item):
    """A cabinet member's field."""

    code: Code = Field(description="As housing")
    title: Line = Field(description="Full title")
    order: int = Field(0, description="Place in lists")


class Holding(Item):
    """Who holds a portfolio, from when."""

    portfolio: Code = Field(description="Code of the portfolio")
    holder: Line = Field(description="As Cllr P. Lanternby")


class Area(Item):
    """A part of the map."""

    code: Code = Field(description="As X05900001")
    name: Line = Field(description="Name as printed")
    kind: Code = Field(description="borough, ward, council area ...")
    parent: str = Field("", description="Code of the area around it")
    population: int | None = Field(None, ge=0, description="People")
    seats: int | None = Field(None, ge=0, description="Councillors")


class DimensionValue(Item):
    """One value of a dimension."""

    code: ValueCode = Field(description="As asian, or 65+")
    label: Line = Field(description="As Asian or Asian British")


class Dimension(Item):
    """A way of breaking figures down."""

    code: Code = Field(description="As ethnicity")
    label: Line = Field(description="As Ethnic group")
    values: list[DimensionValue] = Field([], description="Its values, in printing order; empty if from areas")
    about_people: bool = Field(True, description="Whether it describes persons")


class ComparatorGroup(Item):
    """The areas a council is compared with: members by name, or the nearest neighbours of one."""

    code: Code = Field(description="As family_1")
    name: Line = Field(description="Name as printed")
    members: list[Code] = Field([], description="Codes of areas; none where they are found by likeness")
    closeness: dict[Code, Distance] = Field(
        {}, description="How far from the council each member is, as published: 0 is the closest"
    )
    nearest_to: str = Field("", description="Code of the area whose nearest neighbours are the members")
    count: int | None = Field(None, ge=1, description="How many of the nearest there are")
    characteristics: list[Code] = Field(
        [], description="Codes of the characteristics by which they are near; none named: all"
    )
    source: str = Field("", max_length=400, description="Who drew up the group, and when")

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if bool(self.members) == bool(self.nearest_to):
            raise ValueError("name the members, or the area that they are nearest_to; one of the two")
        if self.nearest_to and (self.count is None or self.closeness):
            raise ValueError("with nearest_to write count; how close they are follows from characteristics")
        if self.members and (self.count is not None or self.characteristics):
            raise ValueError("count and characteristics go with nearest_to; these members are named")
        if len(set(self.members)) < len(self.members):
            raise ValueError("a member stands twice; name each once")
        if strange := sorted(set(self.closeness) - set(self.members)):
            raise ValueError(f"closeness names {', '.join(strange)}; write the codes of members")
        return self


class Characteristic(Item):
    """What areas are like in one respect, whatever their councils do: by such neighbours are found."""

    code: Code = Field(description="As people_per_hectare")
    label: Line = Field(description="As People per hectare")
    unit: str = Field("", max_length=60, description="As %; empty for a plain number")
    decimals: int = Field(0, ge=0, le=6, description="Places printed")
    values: dict[Code, Amount] = Field(description="Area and number; an area without a figure is left out")
    source: str = Field("", max_length=400, description="Where the figures are from, and of when")


class CalendarStep(Item):
    """One dated step of a reporting period."""

    code: Code = Field(description="As leadership_team")
    label: Line = Field(description="As Corporate leadership team")
    date: datetime.date = Field(description="The day")


class ReportingPeriod(Item):
    """One period that is reported on, with its dates."""

    period: str = Field(description="Period code, as 2023-24-Q2")
    position_date: datetime.date = Field(description="The position is what was so on this day")
    returns_due: datetime.date | None = Field(None, description="Day on which returns are due")
    freeze_at: Moment | None = Field(None, description="When the position is frozen")
    updates_to: datetime.date | None = Field(
        None, description="Changes since the freeze are told up to this day"
    )
    previous: str = Field("", description="Code of the period reported before it")
    steps: list[CalendarStep] = Field([], description="Meetings, clearances and publication, in order")
    note: Words = Field("", description="Anything a reader should know")
