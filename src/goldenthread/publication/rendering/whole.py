"""Rendering: material into the files of a pack; a part that fails leaves the others, and is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from goldenthread.documents import content as c
from goldenthread.documents.renderers import formats, html
from goldenthread.documents.renderers.formats import Look
from goldenthread.publication import manifest, open_data, protection, versions
from goldenthread.publication.manifest import About
from goldenthread.publication.rendering import collection, pages
from goldenthread.publication.rendering.attempts import Attempts, Failure
from goldenthread.reports.assemble import front, pack, quarter
from goldenthread.reports.material import Material

# Told before a part is made: its name, how many are done, how many there are.
Progress = Callable[[str, int, int], None]

DATA = "open data"
FRONT = "contents"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a pack by path, its manifest among them, and what is missing from it."""

    files: Mapping[str, bytes]
    failures: tuple[Failure, ...]


@dataclass(slots=True)
class Told:
    """Progress over all the files of a pack."""

    progress: Progress
    total: int
    done: int = 0

    def start(self, part: str) -> None:
        self.progress(part, self.done, self.total)
        self.done += 1


def render(
    material: Material, *, look: Look | None = None, progress: Progress = lambda part, done, total: None
) -> Rendered:
    """The files of a pack; a part that fails stands in `failures`, and links to it become plain words."""
    with collection.paused():
        return _rendered(material, look or Look(), progress)


def _rendered(material: Material, look: Look, progress: Progress) -> Rendered:
    attempts = Attempts()
    data = attempts.made(DATA, lambda: open_data.files(material)) or {}
    papers = _papers(attempts, material)
    asked = [file for paper in papers for file in formats.files(paper)]
    told = Told(progress, len(asked) + len(papers) + 1)
    alone = _alone(attempts, asked, look, told)
    documents = [*_front(attempts, material, papers, data, alone), *papers]
    beside = [*data, *alone, manifest.NAME]
    web = pages.made(attempts, documents, look, beside=beside, started=told.start)
    files = {**web, **html.assets(), **alone, **data}
    sealed = manifest.make(files, about(material, look))
    return Rendered({**files, manifest.NAME: sealed}, tuple(attempts.failures))


def _papers(attempts: Attempts, material: Material) -> list[c.Document]:
    """Every paper that can be made and holds no figure but what the gate has let through."""
    figures = protection.shown(material)
    made = (
        attempts.made(name, partial(protection.paper, make, figures)) for name, make in pack.papers(material)
    )
    return [paper for paper in made if paper is not None]


def about(material: Material, look: Look) -> About:
    """What the manifest says of a pack; no clock."""
    sealed = material.now.sealed
    council = sealed.one("council")
    return About(
        council=str(council["name"]),
        period=sealed.period,
        position_date=sealed.position_date.isoformat(),
        known_at=sealed.known_at.isoformat(),
        changes_known_at=material.changes_known_at.isoformat(),
        program=versions.program(),
        templates=versions.templates(),
        notice=str(council.get("notice") or ""),
        form_known_at=material.form_known_at.isoformat() if material.form_known_at else "",
        brand=look.style.brand,
        word_template=look.template_digest,
        release=material.now.passed.code,
        level=material.now.table.level.value,
        width=material.now.table.width,
    )


def _alone(attempts: Attempts, asked: Sequence[formats.File], look: Look, told: Told) -> dict[str, bytes]:
    """The files that stand alone, by path, without those that failed."""
    found: dict[str, bytes] = {}
    for file in asked:
        told.start(file.part)
        content = attempts.made(file.part, partial(formats.render, file, look))
        if content is not None:
            found[file.path] = content
    return found


def _front(
    attempts: Attempts,
    material: Material,
    papers: Sequence[c.Document],
    data: Mapping[str, bytes],
    alone: Mapping[str, bytes],
) -> list[c.Document]:
    tables, q = open_data.titles(data), quarter.of(material)
    made = attempts.made(FRONT, lambda: front.document(q, papers, tables, [*alone, *data]))
    return [made] if made else []
