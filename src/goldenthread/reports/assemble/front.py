"""Front: the first page of a pack: what it holds, in which order to read it, and how to check it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from goldenthread.documents import content as c
from goldenthread.reports.assemble import covering, paper
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import summed

NAME = "index"
FORMATS: Final = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}


def document(
    q: Quarter, papers: Sequence[c.Document], tables: Sequence[str] = (), files: Sequence[str] = ()
) -> c.Document:
    """The front of these papers.

    `tables` are the paths of the open data beside them, `files` those of the same papers in other formats,
    each under its paper's name.
    """
    listed = tuple(_listed(each, files) for each in papers)
    beside = tuple(c.line(c.Link(path, path)) for path in tables)
    facts = c.Facts(
        "dates",
        "The dates of this pack",
        (
            c.Fact("Position", (c.line(q.at.position_day),)),
            c.Fact("Figures as known on", (c.line(q.at.known_day),)),
            c.Fact(f"Since the {q.at.report.kind} as known on", (c.line(q.at.now_known_day),)),
            c.Fact("Seal of the position", (c.line(_in_eights(q.material.now.sealed.digest)),)),
        ),
    )
    sections: list[c.Block] = [c.Section("papers", "Papers", (c.BulletList(listed),))]
    if beside:
        said = (
            "The same figures as tables, each with its description for machines; codebook.csv explains them."
        )
        words = c.Paragraph(c.line(said))
        sections.append(c.Section("files", "Open data", (words, c.BulletList(beside))))
    sections.append(c.Section("check", "Is this what was written?", (c.Paragraph(c.line(_check())), facts)))
    title = "Performance pack"
    lead = c.Paragraph(c.line(summed.met(q, q.corporate)), "lead")
    return paper.document(
        q, name=NAME, title=title, short="Contents", blocks=(lead, *sections), formats=("html",)
    )


def _listed(paper: c.Document, files: Sequence[str]) -> c.Line:
    """A paper's title, which leads to its page, then its other formats by name."""
    found = {(path.stem, path.suffix): str(path) for path in map(PurePosixPath, files)}
    spans: list[c.Span] = [c.Link(_titled(paper), f"{paper.name}.html")]
    for suffix, word in FORMATS.items():
        if path := found.get((paper.name, suffix)):
            spans += [c.Text(" · "), c.Link(word, path)]
    return tuple(spans)


def _titled(paper: c.Document) -> str:
    """The title; the covering report's own is that of the subject, so that what it is stands before it."""
    return f"{paper.short}: {paper.title}" if paper.name == covering.NAME else paper.title


def _in_eights(digest: str) -> str:
    """A long seal in pieces, so that it can be read out and fits a phone."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _check() -> str:
    return (
        "manifest.json holds the hash of every file and the seal of the frozen position. "
        "goldenthread verify, with the path of this folder, says whether anything was changed, added or lost."
    )
