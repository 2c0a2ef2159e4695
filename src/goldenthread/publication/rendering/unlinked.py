"""Unlinked: a document whose links to papers that could not be made have become plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from goldenthread.documents import content as c


def document(paper: c.Document, *, keep: Iterable[c.Document], beside: Collection[str]) -> c.Document:
    """The paper with links only to the papers to keep, the files beside them, itself and the web."""
    there = {f"{each.name}.html" for each in keep} | set(beside)
    return replace(paper, blocks=_without(paper.blocks, there))


def _without(part: Any, there: Collection[str]) -> Any:
    if isinstance(part, tuple):
        return tuple(_without(item, there) for item in part)
    if isinstance(part, c.Link):
        return part if _leads(part.href, there) else c.Text(part.text)
    if isinstance(part, c.Mark):
        return part if not part.href or _leads(part.href, there) else replace(part, href="")
    if is_dataclass(part) and not isinstance(part, type):
        changed = {f.name: _without(getattr(part, f.name), there) for f in fields(part)}
        return replace(part, **changed)
    return part


def _leads(href: str, there: Collection[str]) -> bool:
    file = href.partition("#")[0]
    return not file or "://" in file or file.startswith("mailto:") or file in there
