"""Pictures: drawings of ours as PNG, all those of a paper made at once, each with its words."""

from typing import Final

from goldenthread.documents.renderers import pixels
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft

SPARKLINE: Final = (88, 30)
"""Width and height of a sparkline in a cell, in pixels; columns that hold one are as wide."""

PIXEL: Final = 0.75
"""A pixel in points."""

_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


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
    made = pixels.drawn(wanted)
    return {
        f"word/media/{draft.taken.prefix}-picture{i}.png": made[picture]
        for i, picture in enumerate(wanted, start=1)
    }
