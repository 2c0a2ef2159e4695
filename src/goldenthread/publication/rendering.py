"""Rendering: material into the files of a pack; a paper that fails leaves the others, and is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from goldenthread.documents import content as c
from goldenthread.documents.renderers import html
from goldenthread.publication import manifest, open_data, unlinked, versions
from goldenthread.publication.manifest import About
from goldenthread.reports.assemble import front, pack, quarter
from goldenthread.reports.material import Material

Made = TypeVar("Made")
# Told before a part is made: its name, how many are done, how many there are.
Progress = Callable[[str, int, int], None]

DATA = "open data"
FRONT = "contents"


@dataclass(frozen=True, slots=True)
class Failure:
    """A part of a pack that could not be made, and why."""

    part: str
    why: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a pack by path, its manifest among them, and what is missing from it."""

    files: Mapping[str, bytes]
    failures: tuple[Failure, ...]


@dataclass(slots=True)
class Attempts:
    """Parts made one by one, with what failed among them."""

    failures: list[Failure] = field(default_factory=list)

    def made(self, part: str, make: Callable[[], Made]) -> Made | None:
        """What `make` makes; None where it failed, which is kept."""
        try:
            return make()
        except Exception as error:
            self.failures.append(Failure(part, f"{type(error).__name__}: {error}"))
            return None


def render(
    material: Material, *, style: html.Style, progress: Progress = lambda part, done, total: None
) -> Rendered:
    """The files of a pack; a part that fails stands in `failures`, and links to it become plain words."""
    attempts = Attempts()
    data = attempts.made(DATA, lambda: open_data.files(material)) or {}
    papers = [made for name, make in pack.papers(material) if (made := attempts.made(name, make))]
    documents = [*_front(attempts, material, papers, data), *papers]
    pages = _pages(attempts, documents, style, beside=[*data, manifest.NAME], progress=progress)
    files = {**pages, **html.assets(), **data}
    sealed = manifest.make(files, about(material))
    return Rendered({**files, manifest.NAME: sealed}, tuple(attempts.failures))


def about(material: Material) -> About:
    """What the manifest says of a pack; no clock."""
    sealed = material.now.sealed
    council = sealed.one("council")
    return About(
        council=str(council["name"]),
        period=sealed.period,
        position_date=sealed.position_date.isoformat(),
        known_at=sealed.known_at.isoformat(),
        changes_known_at=material.changes_known_at.isoformat(),
        position=sealed.digest,
        position_before=sealed.previous_digest,
        program=versions.program(),
        templates=versions.templates(),
        notice=str(council.get("notice") or ""),
    )


def _front(
    attempts: Attempts, material: Material, papers: Sequence[c.Document], data: Mapping[str, bytes]
) -> list[c.Document]:
    tables = [path for path in data if path.endswith(".csv")]
    made = attempts.made(FRONT, lambda: front.document(quarter.of(material), papers, tables))
    return [made] if made else []


def _pages(
    attempts: Attempts,
    documents: Sequence[c.Document],
    style: html.Style,
    *,
    beside: Sequence[str],
    progress: Progress,
) -> dict[str, bytes]:
    """Every page that can be made. Where one cannot, the others are made again without links to it."""
    if attempts.failures:
        documents = [unlinked.document(each, keep=documents, beside=beside) for each in documents]
    written: dict[str, str] = {}
    for done, each in enumerate(documents):
        progress(each.short or each.title, done, len(documents))
        page = attempts.made(each.title, partial(html.page, each, style=style, pack=documents))
        if page is not None:
            written[f"{each.name}.html"] = page
    if len(written) < len(documents):
        left = [each for each in documents if f"{each.name}.html" in written]
        return _pages(attempts, left, style, beside=beside, progress=progress)
    html.check_links(written, beside)
    return {path: text.encode() for path, text in written.items()}
