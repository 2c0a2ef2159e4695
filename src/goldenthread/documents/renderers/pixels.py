"""Pixels: drawings of ours as PNG, for where a format cannot hold them as lines and letters."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

_PPI: Final = 288
_FONTS: Final = Path(str(files("goldenthread.documents.renderers.pdf") / "fonts"))
_PAGES: Final = b"""#set page(margin: 0pt, fill: none)
#for p in json(bytes(sys.inputs.pictures)) {
  page(width: p.width * 1pt, height: p.height * 1pt, image(bytes(p.svg), format: "svg", width: 100%))
}"""
_KEPT_AT_MOST: Final = 2_000

# The papers of a pack draw the same series; a drawing made once is the same bytes ever after.
_kept: dict[tuple[str, float, float], bytes] = {}

Picture = tuple[str, float, float]
"""A drawing as SVG, and the width and height of its page in points."""


def drawn(wanted: Sequence[Picture]) -> dict[Picture, bytes]:
    """Each of these drawings as PNG, its words in the faces that papers are set in."""
    new = [picture for picture in wanted if picture not in _kept]
    fresh = dict(zip(new, _compiled(new), strict=True)) if new else {}
    found = {picture: fresh.get(picture) or _kept[picture] for picture in wanted}
    if len(_kept) + len(fresh) > _KEPT_AT_MOST:
        _kept.clear()
    _kept.update(fresh)
    return found


@cache
def _fonts() -> typst.Fonts:
    """The faces that are shipped, and no others, so that words in drawings look the same everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])


def _compiled(new: list[Picture]) -> list[bytes]:
    told = json.dumps([{"svg": svg, "width": width, "height": height} for svg, width, height in new])
    made: Any = typst.compile(
        _PAGES, format="png", ppi=_PPI, font_paths=_fonts(), sys_inputs={"pictures": told}
    )
    return list(made) if isinstance(made, list) else [made]
