"""Paper: what every document of a pack has on its first page."""

from __future__ import annotations

from typing import Literal

from goldenthread.documents import content as c
from goldenthread.reports.assemble.quarter import Quarter

SHOWN_OF_THE_SEAL = 12


def document(
    q: Quarter,
    *,
    name: str,
    title: str,
    short: str,
    blocks: tuple[c.Block, ...],
    contents: str = "",
    page: Literal["portrait", "landscape"] = "portrait",
    formats: tuple[c.Format, ...] = c.FORMATS,
) -> c.Document:
    """A document with both dates, the period once in full, the release's seal and the council's notice."""
    return c.Document(
        name=name,
        title=title,
        dates=q.at.dates,
        council=str(q.at.council["name"]),
        blocks=blocks,
        subtitle=q.at.long,
        notice=q.at.notice,
        running=f"{title}, {q.at.running}",
        short=short,
        view="As frozen",
        seal=q.seal[:SHOWN_OF_THE_SEAL],
        contents=contents,
        page=page,
        formats=formats,
        known_at=q.material.now.sealed.known_at,
    )
