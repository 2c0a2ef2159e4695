"""The schema of a mapping: what may stand in it, and what it must say."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from goldenthread.collection.mapping.sources import (
    BreakdownSource,
    ByIndicator,
    Calendar,
    Column,
    IndicatorSource,
    Matching,
    Measure,
    Part,
    Pattern,
    PeriodSource,
    Source,
)

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]


def _code(written: Any) -> Any:
    return written.replace(" ", "_") if isinstance(written, str) else written


Reason = Annotated[
    Literal["awaited", "hidden", "not_applicable", "not_available", "too_small"], BeforeValidator(_code)
]
Blank = Annotated[
    Literal["awaited", "hidden", "not_applicable", "not_available", "too_small", "skip", "refuse"],
    BeforeValidator(_code),
]
Status = Literal["actual", "provisional", "estimated", "revised", "missing"]


def _listed(given: Any) -> Any:
    return given if isinstance(given, list | tuple) else [given]


class NumberSource(Part):
    """The column of a number, and how its numbers are meant.

    `percent: fraction` is for shares of one, 0.93 for 93%; measures in another unit are read as they stand.
    """

    column: Column | None = None
    scale: ByIndicator[Decimal] = {}
    percent: ByIndicator[Literal["points", "fraction"]] = {}
    clock: ByIndicator[Literal["sixtieths", "minutes", "seconds"]] = {}
    brackets: Literal["", "negative"] = ""
    words: tuple[str, ...] = ()


class Rule(Part):
    """A test of one row."""

    column: Column | None = None
    is_: tuple[str, ...] = Field(default=(), alias="is")
    matches: Pattern | None = None
    blank: bool = False
    blank_rows: int | None = Field(default=None, ge=1)
    because: str = "ignored"

    @model_validator(mode="after")
    def _says_one_test(self) -> "Rule":
        tests = bool(self.is_) + bool(self.matches) + self.blank
        if self.blank_rows is None and (self.column is None or tests != 1):
            raise ValueError("needs a column and one of is, matches, blank")
        if self.blank_rows is not None and (self.column is not None or tests):
            raise ValueError("blank_rows stands alone, and only under stop")
        return self


class Header(Part):
    """How the row of headings is found."""

    find: tuple[str | Matching, ...] = Field(min_length=1)
    rows: int = Field(default=1, ge=1, le=2)
    within: int = Field(default=40, ge=1, le=500)


class Across(Part):
    """Columns that hold the same measure for different periods, areas or indicators."""

    matches: Pattern
    level: int | None = Field(default=None, ge=1, le=2)
    measures: dict[str, Measure | Literal["ignore"]] = {}


class Numbers(Part):
    """Where the numbers of a figure stand; of a survey, how many answered and the interval it was given."""

    value: NumberSource | None = None
    numerator: NumberSource | None = None
    denominator: NumberSource | None = None
    respondents: NumberSource | None = None
    given_lower: NumberSource | None = None
    given_upper: NumberSource | None = None

    @model_validator(mode="after")
    def _gives_both_ends(self) -> "Numbers":
        ends = [end is not None and end.column is not None for end in (self.given_lower, self.given_upper)]
        if ends[0] != ends[1]:
            raise ValueError("an interval has two ends: give both given_lower and given_upper a column")
        return self

    def numbers(self) -> dict[str, NumberSource]:
        """The numbers that are said, the figure itself first."""
        said = {name: getattr(self, name) for name in Numbers.model_fields}
        return {name: source for name, source in said.items() if source is not None}


class Also(Numbers):
    """Another observation from the same row; what it does not say is as in the table."""

    indicator: IndicatorSource | None = None
    area: Source | None = None
    breakdown: dict[str, BreakdownSource] | None = None
    status: Source | None = None
    repeats: Literal["refuse", "expected"] = "refuse"


class Table(Numbers):
    """One table on one sheet, or the same table on several sheets."""

    sheet: Annotated[tuple[str | Matching, ...], BeforeValidator(_listed)] = ()
    required: bool = True
    header: Header
    stop: tuple[Rule, ...] = ()
    ignore: tuple[Rule, ...] = ()
    only: tuple[Rule, ...] = ()
    fill_down: tuple[Column, ...] = ()
    ignore_columns: tuple[Column, ...] | Literal["all"] = ()
    hidden_rows: Literal["refuse", "read"] = "refuse"
    blank: Blank = "awaited"

    indicator: IndicatorSource
    area: Source | None = None
    period: PeriodSource
    breakdown: dict[str, BreakdownSource] = {}
    measure: Measure = "value"
    across: Across | None = None
    status: Source | None = None
    estimated_when: Literal["red_font"] | None = None
    note: Source | None = None
    why: Source | None = None
    known_from: Source | None = None
    repeats: Literal["refuse", "expected"] = "refuse"
    also: tuple[Also, ...] = ()

    @model_validator(mode="after")
    def _has_numbers(self) -> "Table":
        columns = {name for name, number in self.numbers().items() if number.column is not None}
        if self.across is None and not columns & {"value", "numerator", "denominator"}:
            raise ValueError("says no column of numbers: give value, numerator or denominator a column")
        if self.across is not None and columns:
            raise ValueError("says across and a column of numbers: with across, numbers name no column")
        if self.across is not None and self.also:
            raise ValueError("says across and also: list the same sheet as a second table instead")
        if any(rule.blank_rows for rule in (*self.ignore, *self.only)):
            raise ValueError("blank_rows may only stand under stop")
        if self.across is None and any(
            source is not None and source.across for source in (self.indicator, self.area, self.period)
        ):
            raise ValueError("takes something from headings (across: true), but says no across")
        return self


class Mapping(Part):
    """A return: its tables, and what its people's words mean."""

    mapping: Code
    title: str
    calendar: Calendar = "financial"
    hidden_sheets: Literal["refuse", "refuse_file"] = "refuse"
    ignore_sheets: tuple[str | Matching, ...] = ()
    empty: Literal["refuse", "expected"] = "refuse"
    markers: dict[str, Reason] = {}
    statuses: dict[str, Status | Reason] = {}
    tables: tuple[Table, ...] = Field(min_length=1)
    digest: str = Field(default="", exclude=True)
