"""Catalogue: the shipped library of indicators that a council may pick from."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from goldenthread.indicators import vocabulary
from goldenthread.indicators.definition import Definition

# What the library says about an indicator that a council's definition has no field for.
ABOUT_ONLY = {
    "field",
    "suggested_priority",
    "formula",
    "typical_target",
    "breakdowns",
    "note",
    "disclosure_note",
    "definition_from",
    "target_from",
}


class TypicalTarget(BaseModel):
    """What councils tend to aim for: from-to, and how far off they call near."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    low: float | None = None
    high: float | None = None
    note: str = ""
    tolerance: float | None = None
    tolerance_kind: vocabulary.TypicalTolerance


class LibraryItem(BaseModel):
    """One indicator of the library, as the file holds it."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: str
    field: vocabulary.Field
    suggested_priority: Literal["residents_first", "clean_and_safe", "those_in_need"]
    formula: Literal["ratio", "count"]
    unit: vocabulary.MeasureUnit
    source: str
    typical_target: TypicalTarget
    breakdowns: list[vocabulary.BreakdownDimension] = Field(default_factory=list)
    note: str = ""
    disclosure_note: str = ""
    definition_from: Literal["published", "name_published", "general_knowledge"]
    target_from: Literal["published", "partly_published", "general_knowledge"]


class NotInLibrary(LookupError):
    """The library has no indicator of this code."""


def codes() -> tuple[str, ...]:
    """The codes of the library, in its order."""
    return tuple(_library())


def item(code: str) -> LibraryItem:
    """All that the library says about an indicator."""
    return LibraryItem.model_validate(_found(code))


def definition_fields(code: str) -> dict[str, Any]:
    """The fields of a council's definition as the library gives them, for a council to lay its own over."""
    fields = {name: value for name, value in _found(code).items() if name not in ABOUT_ONLY}
    return {**fields, "source": _sources()[fields["source"]], "definition": _sentence(fields)}


def definition(code: str) -> Definition:
    """The definition of an indicator exactly as in the library."""
    return Definition.model_validate(definition_fields(code))


def _sentence(fields: Mapping[str, Any]) -> str:
    """What is counted, in one sentence."""
    above, below = fields["numerator_label"], fields.get("denominator_label", "")
    if not below:
        return f"{above}."
    below = below[0].lower() + below[1:] if below[:2].istitle() else below
    per = {"%": "as a percentage of", "% change": "as a percentage of"}.get(fields["unit"])
    if per:
        return f"{above}, {per} {below}."
    if fields["unit"].startswith("per "):
        return f"{above}, {fields['unit']} {below}."
    return f"{above}, divided by {below}."


def _found(code: str) -> dict[str, Any]:
    try:
        return dict(_library()[code])
    except KeyError as error:
        raise NotInLibrary(f"the library has no indicator {code}") from error


def _sources() -> Mapping[str, str]:
    sources: Mapping[str, str] = _file()["sources"]
    return sources


@lru_cache(maxsize=1)
def _library() -> Mapping[str, Mapping[str, Any]]:
    return {entry["id"]: entry for entry in _file()["indicators"]}


@lru_cache(maxsize=1)
def _file() -> Mapping[str, Any]:
    text = resources.files("goldenthread.indicators").joinpath("library.yaml").read_text(encoding="utf-8")
    content: Mapping[str, Any] = yaml.safe_load(text)
    return content
