"""Base: what the items of every file share."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

LONDON = ZoneInfo("Europe/London")

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9&._-]*$", max_length=64)]
ValueCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9&._+-]*$", max_length=64)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Words = Annotated[str, StringConstraints(max_length=6000)]
Amount = Annotated[Decimal, Field(allow_inf_nan=False, max_digits=25)]


class Item(BaseModel):
    """One entry of a file; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _moment(written: Any) -> Any:
    """A time without a zone is London time; a bare date is the start of that day."""
    if isinstance(written, datetime.datetime):
        return written if written.tzinfo else written.replace(tzinfo=LONDON)
    if isinstance(written, datetime.date):
        return datetime.datetime.combine(written, datetime.time(), LONDON)
    raise ValueError("not a moment: write 2023-11-10T17:00, or 2023-11-10 for the start of that day")


def _utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC)


Moment = Annotated[datetime.datetime, BeforeValidator(_moment), AfterValidator(_utc)]


def _due(written: Any) -> Any:
    """A month means its last day."""
    if isinstance(written, str) and len(written) == 7:
        try:
            first = datetime.date.fromisoformat(f"{written}-01")
        except ValueError:
            return written
        return (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return written


Due = Annotated[datetime.date, BeforeValidator(_due)]


class Stamp(Item):
    """From when an item is true, from when it was known, why, and who approved it."""

    effective_from: datetime.date = Field(description="From when it is true")
    known_from: Moment = Field(description="From when it was known; without a zone, London time")
    reason: str = Field("", max_length=400, description="Why it is so, or why it changed")
    approver: str = Field("", max_length=200, description="The post or body that approved it")
    withdrawn: bool = Field(False, description="true ends the item from effective_from on")


@dataclass(frozen=True)
class Nested:
    """A list inside an item whose entries are items of their own."""

    section: str
    refers_as: str
    inherits: bool = False


@dataclass(frozen=True)
class Section:
    """One list in a file: the shape of its items, how each is named, and which room keeps it."""

    name: str
    model: type[BaseModel] | None
    room: str
    code: str = "{code}"
    nested: Mapping[str, Nested] = field(default_factory=dict)
    is_single: bool = False
    is_versioned: bool = True
    # Where people speak of figures, the words are the reason; where they decide, a reason is asked for.
    usual_reason: str = ""
    has_own_dates: bool = False
    about: str = ""

    @property
    def from_tables(self) -> str:
        """The list of tables from which its items are taken; "" for what nobody keeps in tables."""
        is_plain = self.is_versioned and not (self.is_single or self.nested or self.model is None)
        return f"{self.name}_from" if is_plain else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What may stand at the top of its file for it."""
        return (self.name, self.from_tables) if self.from_tables else (self.name,)

    @property
    def needs_reason(self) -> bool:
        """Whether reason and approver must be written."""
        return not self.usual_reason

    @property
    def from_defaults(self) -> frozenset[str]:
        """What an item may take over from the file's defaults."""
        dates = frozenset() if self.has_own_dates else frozenset({"effective_from", "known_from"})
        return dates if self.usual_reason else dates | {"reason", "approver"}

    @property
    def key(self) -> str:
        """The field in which an item is named."""
        return self.code.strip("{}") if self.code.count("{") == 1 else "code"
