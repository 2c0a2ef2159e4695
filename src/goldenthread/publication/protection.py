"""Protection: nothing is written into a pack but figures that its protected table shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from goldenthread.documents import protected
from goldenthread.documents.content import Document
from goldenthread.documents.datasets import Dataset
from goldenthread.documents.protected import Shown
from goldenthread.reports.material import Material

OF_OTHERS: Final = ("median", "q1", "q3")


class ForStaffAlone(ValueError):
    """A paper that must not leave the council has come into a pack."""


def shown(material: Material) -> Shown:
    """The figures of a pack that may be printed."""
    return protected.shown(material.now.table, area=_area(material), others=_others(material))


def paper(make: Callable[[], Document | None], figures: Shown) -> Document | None:
    """A paper, checked when it is made. Raises NotProtected, ForStaffAlone."""
    made = make()
    if made is not None:
        if made.is_for_staff:
            raise ForStaffAlone(f"{made.name} is for staff alone: no pack takes it")
        protected.check(made, figures)
    return made


def tables(material: Material, made: Iterable[Dataset]) -> None:
    """Raise NotProtected unless every figure of the open data may be printed."""
    figures = shown(material)
    for table in made:
        protected.check_data(table, figures, area=_area(material))


def _others(material: Material) -> dict[str, frozenset[Decimal]]:
    """What other councils reached, by indicator: figures of theirs, and what follows from those alone."""
    found = {}
    for comparison in material.now.sealed.of("comparison"):
        numbers = [comparison[name] for name in OF_OTHERS] + [each["value"] for each in comparison["areas"]]
        found[str(comparison["indicator"])] = frozenset(
            Decimal(format(number, ".12g")) for number in numbers if number is not None
        )
    return found


def _area(material: Material) -> str:
    """The council's own area; "" where the position names none."""
    councils = material.now.sealed.of("council")
    return str(councils[0].get("area") or "") if councils else ""
