"""Pictures: drawings of ours as PNG, all those of a paper made at once, each with its words."""

import json
from collections.abc import Sequence
from typing import Any, Final

import typst

from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft

_PPI: Final = 288
_PAGES: Final = b"""#set page(margin: 0pt, fill: none)
#for p in json(bytes(sys.inputs.pictures)) {
  page(width: p.width * 1pt, height: p.height * 1pt, image(bytes(p.svg), format: "svg", width: 100%))
}"""
_KEPT_AT_MOST: Final = 2_000
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)

# The papers of a pack draw the same series; a drawing made once is the same bytes ever after.
_kept: dict[tuple[str, float, float], bytes] = {}

Picture = tuple[str, float, float]
"""A drawing as SVG, and the width and height of its page in points."""


def inline(draft: Draft, svg: str, size: tuple[float, float], finding: str) -> str:
    """A run that holds a picture; without a finding it is marked as decoration."""
    picture = (svg, *size)
    number = draft.drawing()
    if picture not in draft.pictures:
        name = f"{draft.taken.prefix}-picture{len(draft.pictures) + 1}.png"
        draft.pictures[picture] = draft.relate("image", f"media/{name}")
    relation = draft.pictures[picture]
    extent = f'cx="{round(size[0] * markup.EMU)}" cy="{round(size[1] * markup.EMU)}"'
    said = f' descr="{markup.attribute(finding)}"' if finding else ""
    end = f">{'' if finding else _DECORATIVE}</wp:docPr>"
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="Picture {number}"{said}{end}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{markup.NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"{said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def parts(draft: Draft) -> dict[str, bytes]:
    """The picture files of a paper, by part."""
    wanted = list(draft.pictures)
    made = drawn(wanted)
    return {
        f"word/media/{draft.taken.prefix}-picture{i}.png": made[picture]
        for i, picture in enumerate(wanted, start=1)
    }


def drawn(wanted: Sequence[Picture]) -> dict[Picture, bytes]:
    """Each of these drawings as PNG."""
    new = [picture for picture in wanted if picture not in _kept]
    fresh = dict(zip(new, _compiled(new), strict=True)) if new else {}
    found = {picture: fresh.get(picture) or _kept[picture] for picture in wanted}
    if len(_kept) + len(fresh) > _KEPT_AT_MOST:
        _kept.clear()
    _kept.update(fresh)
    return found


def _compiled(new: list[Picture]) -> list[bytes]:
    told = json.dumps([{"svg": svg, "width": width, "height": height} for svg, width, height in new])
    made: Any = typst.compile(
        _PAGES, format="png", ppi=_PPI, ignore_system_fonts=True, sys_inputs={"pictures": told}
    )
    return list(made) if isinstance(made, list) else [made]
