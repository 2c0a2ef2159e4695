"""Pack: which papers a pack has, each made on its own, so that one that fails leaves the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.assemble import (
    corporate,
    covering,
    equality,
    levels,
    members,
    quarter,
    receipts,
    report,
)
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Material

Paper = Callable[[Quarter], c.Document | None]

# In the order in which they are listed.
PAPERS: Final[tuple[tuple[str, Paper], ...]] = (
    ("the covering report", covering.document),
    ("the performance report", report.document),
    ("the corporate scorecard", corporate.document),
    ("the equality appendix", equality.document),
    ("the members' summary", members.document),
    *((f"the {level} scorecards", partial(levels.document, level=level)) for level in levels.NAMES),
    ("the receipts", receipts.document),
)


def papers(material: Material) -> Iterator[tuple[str, Callable[[], c.Document | None]]]:
    """Each paper's plain name and how to make it; it makes None where this council has none of that kind."""
    q = quarter.of(material)
    for name, paper in PAPERS:
        yield name, partial(paper, q)


def assemble(material: Material) -> list[c.Document]:
    """Every paper of a pack, in order."""
    made = (make() for _, make in papers(material))
    return [document for document in made if document is not None]
