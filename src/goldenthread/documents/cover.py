"""Cover: the page that opens a pack and leads to its papers and its data."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.blocks import Block, BulletList, Section
from goldenthread.documents.content import Document
from goldenthread.documents.spans import Line, Link, Quiet, line

NAME = "index"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with the papers: where it is, what it is called, and what it holds in a sentence."""

    path: str
    title: str
    about: str


def cover(
    papers: Sequence[Document],
    *,
    title: str,
    opening: tuple[Block, ...] = (),
    enclosures: Sequence[Enclosure] = (),
) -> Document:
    """The first page of a pack, under the dates and the notice of its first paper.

    `opening` stands before the lists: the finding of the quarter in a sentence, its charts.
    """
    first = papers[0]
    listed = _list("papers", "Papers", [_paper(paper) for paper in papers])
    files = [line(Link(file.title, file.path), Quiet(file.about)) for file in enclosures]
    return Document(
        name=NAME,
        title=title,
        dates=first.dates,
        council=first.council,
        blocks=(*opening, listed, *([_list("data", "Open data", files)] if files else [])),
        subtitle=first.subtitle,
        notice=first.notice,
        running=title,
        short="Contents",
        view=first.view,
        seal=first.seal,
        language=first.language,
    )


def _paper(paper: Document) -> Line:
    title = f"{paper.short}: {paper.title}" if paper.short else paper.title
    return line(Link(title, f"{paper.name}.html"), *([Quiet(paper.subtitle)] if paper.subtitle else []))


def _list(id: str, title: str, items: list[Line]) -> Section:
    return Section(id, title, (BulletList(tuple(items), "links"),))
