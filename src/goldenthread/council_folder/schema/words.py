"""Words: key challenges, commentary, judgements and forecasts: what people say about figures."""

from typing import Literal, Self

from pydantic import Field, model_validator

from goldenthread.council_folder.schema.base import Amount, Code, Due, Item, Line, Words


class Doing(Item):
    """One corrective action: one post, one date, one number it should move."""

    what: Line = Field(description="As complete eight purchases")
    who: Code = Field(description="Code of the post")
    by: Due = Field(description="A day, or a month as 2023-12 (its end)")
    changes: Line = Field(description="As 8 fewer households")
    became: Words = Field("", description="What came of it, once the next quarter can tell")


class Challenge(Item):
    """A key challenge: the answer to one or more red ratings with one cause."""

    code: Code = Field(description="Stable code, as temporary_accommodation")
    period: str = Field(description="Period code of the report")
    number: int = Field(ge=1, description="Its number in the report")
    title: Line = Field(description="As More families in temporary accommodation")
    priority: Code = Field(description="Code of the priority")
    portfolio: Code = Field(description="Code of the portfolio")
    lead: Code = Field(description="Code of the post")
    indicators: list[Code] = Field([], description="Codes of the indicators it answers for")
    actions: list[Code] = Field([], description="Codes of the actions it answers for")
    position: Words = Field("", description="How things stand; empty = written from the figures")
    why: Words = Field(description="The cause")
    doing: list[Doing] = Field(min_length=1, description="What is being done")
    back_on_target: Words = Field(description="When")
    since: Words = Field("", description="What happened since the quarter")

    @model_validator(mode="after")
    def _answers_for_something(self) -> Self:
        if not self.indicators and not self.actions:
            raise ValueError("a challenge names at least one of indicators or actions")
        return self


Topic = Literal["", "overview", "improved", "worsened", "watch", "promise", "equality", "data"]
MAY_NAME = {"improved", "worsened", "watch", "promise"}


class Commentary(Item):
    """The owner's words on one thing, for one period."""

    period: str = Field(description="Period code of the report")
    indicator: str = Field("", description="Code, if about an indicator")
    action: str = Field("", description="Code, if about an action")
    priority: str = Field("", description="Code, if about a priority")
    outcome: str = Field("", description="Code, if about an outcome")
    topic: Topic = Field(
        "",
        description="About the quarter as a whole; improved, worsened, watch and promise may also name "
        "the indicator or action",
    )
    happened: Words = Field("", description="What happened")
    why: Words = Field("", description="Why")
    next: Words = Field("", description="What next")
    author: str = Field("", description="Code of the post")

    @property
    def subject(self) -> str:
        """What it is about, as indicator:CUS01 or topic:watch/indicator:CUS01."""
        return "/".join(f"{kind}:{code}" for kind, code in self._subjects() if code)

    def _subjects(self) -> list[tuple[str, str]]:
        kinds = ("topic", "indicator", "action", "priority", "outcome")
        return [(kind, getattr(self, kind)) for kind in kinds]

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Self:
        named = sum(bool(code) for kind, code in self._subjects() if kind != "topic")
        if named > 1 or (self.topic and named and self.topic not in MAY_NAME) or not (named or self.topic):
            raise ValueError("write exactly one of: indicator, action, priority, outcome, topic")
        if not (self.happened or self.why or self.next):
            raise ValueError("write at least one of: happened, why, next")
        return self


class Judgement(Item):
    """A person's rating beside the computed one."""

    period: str = Field(description="Period code of the report")
    indicator: Code = Field(description="Code of the indicator")
    rating: Code = Field(description="Code of the band")
    why: Line = Field(description="Reason for the judgement")
    author: Code = Field(description="Code of the post")


class Forecast(Item):
    """What an indicator is expected to be at the end of the year."""

    period: str = Field(description="Period code of the report")
    indicator: Code = Field(description="Code of the indicator")
    value: Amount = Field(description="What is expected at the end of the year, in the indicator's unit")
    basis: Line = Field(description="How it was arrived at, as The first half's rise, less 17 homes")
    author: Code = Field(description="Code of the post")
