"""Rounded: what a table says where figures are rounded to protect individuals; nothing where none is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from goldenthread.documents.datasets import Field, Value
from goldenthread.publication.tables import shorthand
from goldenthread.reports.material import Line, Material

COLUMN: Final = Field(
    "rounded_to",
    "integer",
    "To protect individuals the counts behind the figure are rounded to multiples of it; empty: not rounded",
)
# What columns say where nothing is rounded, and what they say instead where something is.
UNROUNDED: Final = ("The figure, unrounded", "; the figures here are not rounded")
SAID: Final = (
    "The figure, unrounded unless rounded_to says otherwise",
    "; see rounded_to for the figures here",
)


def fields(plain: Sequence[Field], material: Material) -> tuple[Field, ...]:
    """The columns of a table of figures: with one more at the end where a policy in use rounds.

    Then what the other columns mean is said anew, and the shorthand has one letter more.
    """
    in_use = material.now.passed.world.in_use(material.now.sealed.of("indicator"))
    if not any(rule.rounding for rule in in_use):
        return tuple(plain)
    return (*map(_meant, plain), COLUMN)


def cells(line: Line, columns: Sequence[Field]) -> tuple[Value, ...]:
    """The cell of `COLUMN` for a line, where the table has that column."""
    if COLUMN not in columns:
        return ()
    rounded = line.get("rounded")
    return (rounded["base"] if rounded else None,)


def _meant(field: Field) -> Field:
    about = field.about
    for unrounded, said in zip(UNROUNDED, SAID, strict=True):
        about = about.replace(unrounded, said)
    values = (*field.values, *shorthand.LOW) if field.name == "shorthand" else field.values
    return replace(field, about=about, values=values)
