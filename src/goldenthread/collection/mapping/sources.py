"""Sources: where on a sheet one fact of an observation stands."""

import re
from collections.abc import Mapping as TypingMapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class Part(BaseModel):
    """A piece of a mapping: nothing unknown in it, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _is_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from error
    return text


def _is_address(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{1,3}[1-9]\d*", text):
        raise ValueError("is no cell: write it as B7")
    return text.upper()


Pattern = Annotated[str, AfterValidator(_is_pattern)]
Address = Annotated[str, AfterValidator(_is_address)]
Measure = Literal["numerator", "denominator", "value", "respondents", "given_lower", "given_upper"]


Calendar = Literal["financial", "academic", "calendar"]
PeriodKind = Literal[
    "as_written",
    "code",
    "basis",
    "month",
    "quarter",
    "half",
    "third",
    "term",
    "year",
    "ytd",
    "rolling_3",
    "rolling_6",
    "rolling_12",
    "rolling_24",
    "snapshot",
]

T = TypeVar("T")
# One thing, or a dictionary from indicators (and `default`) to things.
ByIndicator = Annotated[
    dict[str, T], BeforeValidator(lambda given: given if isinstance(given, dict) else {"default": given})
]


class Matching(Part):
    """Names that match a regular expression, searched without regard to case."""

    matches: Pattern


class Letter(Part):
    """A column by its letter, where no heading can be relied on."""

    letter: Annotated[str, Field(pattern="^[A-Za-z]{1,3}$")]


Column = str | Matching | Letter


class Source(Part):
    """Exactly one place, or a constant; then what its text means."""

    constant: str | None = None
    column: Column | None = None
    sheet: bool = False
    cell: Address | None = None
    above: Pattern | None = None
    compose: str | None = None
    across: bool = False

    matches: Pattern | None = None
    codes: dict[str, str] = {}
    otherwise: str | None = None
    blank: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_constant(cls, given: Any) -> Any:
        return {"constant": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _says_one_place(self) -> "Source":
        places = [self.constant, self.column, self.cell, self.above, self.compose]
        count = sum(place is not None for place in places) + self.sheet + self.across
        if count != 1:
            raise ValueError(
                "says no place, or several: give one of constant, column, sheet, cell, above, compose, across"
            )
        if self.matches and re.compile(self.matches).groups == 0:
            raise ValueError('matches needs a group in brackets that says what to take, as "(.+) \\("')
        return self


class Meaning(Part):
    """What a row's label means, where it says more than the indicator."""

    indicator: str
    measure: Measure | None = None
    breakdown: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_indicator(cls, given: Any) -> Any:
        return {"indicator": given} if isinstance(given, str) else given


class IndicatorSource(Source):
    """Where the indicator stands; a dictionary may say the measure and the breakdown too."""

    codes: dict[str, Meaning] = {}  # type: ignore[assignment]  # a richer dictionary in the same place


class BreakdownSource(Source):
    """Where the value of a dimension stands; blank or a headline word means: not cut by it."""

    headline: tuple[str, ...] = ()


class PeriodSource(Source):
    """Where the period stands, and of what kind it is."""

    as_: ByIndicator[PeriodKind] = Field(default={"default": "as_written"}, alias="as")
    years: ByIndicator[Annotated[int, Field(ge=1, le=20)]] = {}
    calendar: ByIndicator[Calendar] = {}
    in_year: Source | None = None


def of(options: TypingMapping[str, T], indicator: str, otherwise: T) -> T:
    """What holds for one indicator."""
    return options.get(indicator, options.get("default", otherwise))
