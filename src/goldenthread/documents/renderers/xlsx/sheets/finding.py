"""Finding: the tables of a paper in reading order, and where in the paper each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Details,
    Facts,
    Figure,
    Note,
    Panel,
    Paragraph,
    Pillars,
    Section,
    Tally,
)
from goldenthread.documents.tables import Table

Tabular = Table | Tally | Facts | Panel | Note


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a paper something stands: its outermost and innermost heading; the panel, and its row."""

    part: str = ""
    heading: str = ""
    panel: Panel | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece that a workbook holds, and where it stands."""

    block: Tabular
    place: Place


def found(blocks: tuple[Block, ...], place: Place = Place()) -> Iterator[Found]:
    """Every table, tally, list of facts, panel and remark; prose stays in the other formats."""
    for block in blocks:
        yield from _in(block, place)


def _in(block: Block, place: Place) -> Iterator[Found]:
    match block:
        case Section(title=title, blocks=inner):
            yield from found(inner, replace(place, part=place.part or title, heading=title))
        case Facts() if place.panel is not None:
            return  # they are read among the words of their panel
        case Table() | Tally() | Note() | Facts():
            yield Found(block, place)
        case Panel(rows=rows):
            yield Found(block, place)
            for row in rows:
                yield from found(row.blocks, replace(place, panel=block, label=row.label))
        case Figure(beside=beside, twin=twin):
            yield from found((*beside, twin), place)
        case Pillars(columns=columns):
            for column in columns:
                yield from found(column.blocks, place)
        case Details(blocks=inner):
            yield from found(inner, place)
        case Paragraph() | BulletList():
            return
        case _:
            assert_never(block)
