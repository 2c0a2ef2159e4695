"""Front: the first page of a pack: what it holds, in which order to read it, and how to check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.assemble import covering, paper
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import summed

NAME = "index"
PACKAGE: Final = "datapackage.json"
ABOUT: Final = "-metadata.json"
DATA: Final = (
    "The same figures as tables for other programs; the codebook explains every column and code. Opened in a "
    "spreadsheet, they are to be read as UTF-8."
)
WAYS: Final = (
    "With goldenthread: the command goldenthread verify FOLDER, where FOLDER is the one that holds this "
    "page, says whether anything was changed, added or lost.",
    "Without it: any program for checksums (sha256sum, certutil) says whether one file is as the manifest "
    "has it.",
)
NONE: Final[Mapping[str, str]] = MappingProxyType({})


def document(
    q: Quarter,
    papers: Sequence[c.Document],
    tables: Mapping[str, str] = NONE,
    files: Sequence[str] = (),
) -> c.Document:
    """The front of these papers.

    `tables` are the open data beside them, each path with its title; `files` are the paths of all other files
    of the pack: the papers in other formats, each under its paper's name, and what describes the tables.
    """
    listed = tuple(_listed(each, files) for each in papers)
    sections: list[c.Block] = [c.Section("papers", "Papers", (c.BulletList(listed),))]
    if tables:
        sections.append(_open_data(tables, files))
    sections.append(_check(q))
    lead = c.Paragraph(c.line(summed.met(q, q.corporate)), "lead")
    return paper.document(
        q, name=NAME, title="Performance pack", short="Contents", blocks=(lead, *sections), formats=("html",)
    )


def _listed(paper: c.Document, files: Sequence[str]) -> c.Line:
    """A paper's title, which leads to its page, then its other formats by name."""
    found = {(path.stem, path.suffix): str(path) for path in map(PurePosixPath, files)}
    spans: list[c.Span] = [c.Link(_titled(paper), f"{paper.name}.html")]
    for format, word in c.FORMAT_NAMES.items():
        if path := found.get((paper.name, f".{format}")):
            spans += [c.Text(" · "), c.Link(word, path)]
    return tuple(spans)


def _titled(paper: c.Document) -> str:
    """The title; the covering report's own is that of the subject, so that what it is stands before it."""
    return f"{paper.short}: {paper.title}" if paper.name == covering.NAME else paper.title


def _open_data(tables: Mapping[str, str], files: Sequence[str]) -> c.Section:
    """Each table by its title, then what describes it, and them all, to machines."""
    items = [
        (
            c.Link(f"{title}: {PurePosixPath(path).name}", path),
            *((c.Text(" · "), c.Link("description", about)) if (about := f"{path}{ABOUT}") in files else ()),
        )
        for path, title in tables.items()
    ]
    items += [
        (c.Link(f"All tables described for programs: {PACKAGE}", path),)
        for path in files
        if PurePosixPath(path).name == PACKAGE
    ]
    return c.Section("files", "Open data", (c.Paragraph(c.line(DATA)), c.BulletList(tuple(items))))


def _check(q: Quarter) -> c.Section:
    facts = c.Facts(
        "dates",
        "The dates of this pack",
        (
            c.Fact("Position", (c.line(q.at.position_day),)),
            c.Fact("Figures as known on", (c.line(q.at.known_day),)),
            c.Fact(f"Since the {q.at.report.kind} as known on", (c.line(q.at.now_known_day),)),
            c.Fact("Seal of the release", (c.line(_in_eights(q.seal)),)),
        ),
    )
    held = (
        c.Link("The manifest (manifest.json)", "manifest.json"),
        c.Text(" holds the SHA-256 of every file and names the release by which they left."),
    )
    ways = c.BulletList(tuple(map(c.line, WAYS)))
    return c.Section("check", "Is this what was written?", (c.Paragraph(held), ways, facts))


def _in_eights(digest: str) -> str:
    """A long seal in pieces, so that it can be read out and fits a phone."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
