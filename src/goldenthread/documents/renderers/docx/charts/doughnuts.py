"""Charts: doughnuts as native Word charts, in the order, colours and patterns of the drawn ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import Drawing
from goldenthread.documents.charts import palette
from goldenthread.documents.charts.specs import Doughnut, Slice
from goldenthread.documents.marks import HOLLOW, Mark
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.charts import labels, workbook
from goldenthread.documents.renderers.docx.draft import Draft

_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT: Final = " ".join(f'xmlns:{name}="{markup.NAMESPACES[name]}"' for name in ("c", "a", "r"))
_OF_THE_THEME: Final = "+mn-lt"
_PATTERNS: Final = {"blue": "ltUpDiag", "amber": "ltDnDiag", "red": "lgGrid"}


def inline(draft: Draft, drawing: Drawing, chart: Doughnut, size: labels.Size) -> str:
    """A run that holds a native chart, with its finding as alternative text."""
    number, prefix = draft.chart(), draft.taken.prefix
    relation = draft.relate("chart", f"charts/{prefix}-chart{number}.xml")
    sheet = f"{prefix}-counts{number}.xlsx"
    draft.parts[f"word/embeddings/{sheet}"] = workbook.counts(chart, drawing.title)
    letters = _Letters(draft.face, draft.document.language)
    draft.parts[f"word/charts/{prefix}-chart{number}.xml"] = _part(drawing, chart, size, letters).encode()
    draft.parts[f"word/charts/_rels/{prefix}-chart{number}.xml.rels"] = (
        f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_PACKAGE}" '
        f'Target="../embeddings/{sheet}"/></Relationships>'
    ).encode()
    return _run(drawing, draft.drawing(), relation, size)


def _run(drawing: Drawing, number: int, relation: str, size: labels.Size) -> str:
    said = f'descr="{markup.attribute(drawing.alt)}" title="{markup.attribute(drawing.title)}"'
    uri = markup.NAMESPACES["c"]
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(size.width * markup.EMU)}" cy="{round(size.height * markup.EMU)}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" {said}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}"><c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _part(drawing: Drawing, chart: Doughnut, size: labels.Size, letters: "_Letters") -> str:
    left, top, width, height = labels.plot(size)
    area = "".join(
        f'<c:{name} val="{value}"/>'
        for name, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"))
    ) + _numbers(x=left, y=top, w=width, h=height)
    return (
        f'{_XML}<c:chartSpace {_ROOT}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'{letters.title(drawing.title, size)}<c:autoTitleDeleted val="0"/><c:plotArea>'
        f"<c:layout><c:manualLayout>{area}</c:manualLayout></c:layout>"
        f'<c:doughnutChart><c:varyColors val="1"/>{_series(chart, size, letters)}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{labels.HOLE}"/></c:doughnutChart></c:plotArea>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{letters.words(size.words)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _numbers(**values: float) -> str:
    return "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in values.items())


@dataclass(frozen=True, slots=True)
class _Letters:
    """What the words of a chart are set in: the face of the paper, or that of its theme, and its language."""

    face: str
    language: str

    def _ink(self, size: float, bold: int) -> str:
        colour = palette.INK.lstrip("#").upper()
        return (
            f'sz="{round(size * 100)}" b="{bold}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
            f'<a:latin typeface="{markup.attribute(self.face or _OF_THE_THEME)}"/>'
        )

    def words(self, size: float) -> str:
        look = f"<a:pPr><a:defRPr {self._ink(size, 0)}</a:defRPr></a:pPr>"
        end = f'<a:endParaRPr lang="{self.language}"/></a:p></c:txPr>'
        return f'<c:txPr><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p>{look}{end}'

    def title(self, title: str, size: labels.Size) -> str:
        return (
            "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
            f"<a:pPr><a:defRPr {self._ink(size.title, 1)}</a:defRPr></a:pPr>"
            f'<a:r><a:rPr lang="{self.language}" {self._ink(size.title, 1)}</a:rPr>'
            f"<a:t>{markup.attribute(title)}</a:t></a:r>"
            '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        )


def _series(chart: Doughnut, size: labels.Size, letters: _Letters) -> str:
    last = len(chart.slices) + 1
    points = "".join(_point(i, piece.mark) for i, piece in enumerate(chart.slices))
    return (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx><c:strRef><c:f>{workbook.SHEET}!$B$1</c:f>{_strings([chart.counted.capitalize()])}</c:strRef>"
        f"</c:tx>{points}{_labels(chart, size, letters)}"
        f"<c:cat><c:strRef><c:f>{workbook.SHEET}!$A$2:$A${last}</c:f>"
        f"{_strings([s.mark.word for s in chart.slices])}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{workbook.SHEET}!$B$2:$B${last}</c:f>"
        f"{_counts(chart.slices)}</c:numRef></c:val></c:ser>"
    )


def _strings(texts: list[str]) -> str:
    return f"<c:strCache>{_points(map(markup.attribute, texts), len(texts))}</c:strCache>"


def _counts(slices: tuple[Slice, ...]) -> str:
    inside = _points((str(s.count) for s in slices), len(slices))
    return f"<c:numCache><c:formatCode>#,##0</c:formatCode>{inside}</c:numCache>"


def _points(values: Iterable[str], count: int) -> str:
    each = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values))
    return f'<c:ptCount val="{count}"/>{each}'


def _point(i: int, mark: Mark) -> str:
    dash = '<a:prstDash val="dash"/>' if mark.token == HOLLOW else ""
    edge = f"{_solid(palette.EDGE[mark.token])}{dash}"
    look = f'<c:spPr>{fill(mark)}<a:ln w="12700">{edge}</a:ln></c:spPr>'
    return f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/>{look}</c:dPt>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def fill(mark: Mark) -> str:
    """The fill of a segment: its colour, with the lines that tell it apart without colour."""
    ground, edge = palette.FILL[mark.token], palette.EDGE[mark.token]
    if mark.shape.startswith("half-"):
        return _lined(_PATTERNS.get(mark.token, "wdUpDiag"), palette.PAPER, edge)
    if mark.shape in ("star", "cross"):
        return _lined("pct20", ground, palette.PAPER)
    if mark.token in _PATTERNS:
        return _lined(_PATTERNS[mark.token], ground, edge if ground != edge else palette.PAPER)
    return _solid(ground)


def _lined(pattern: str, ground: str, line: str) -> str:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        for name, colour in (("fgClr", line), ("bgClr", ground))
    )
    return f'<a:pattFill prst="{pattern}">{colours}</a:pattFill>'


_SHOWN: Final = "".join(
    f'<c:show{name} val="{shown}"/>'
    for name, shown in (
        ("LegendKey", 0), ("Val", 1), ("CatName", 1), ("SerName", 0), ("Percent", 0), ("BubbleSize", 0)
    )
) + "<c:separator> </c:separator>"  # fmt: skip


def _labels(chart: Doughnut, size: labels.Size, letters: _Letters) -> str:
    """Word and count beside each segment; none where nothing is counted."""
    moved = labels.shifts(chart, size)
    plain = (
        '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{letters.words(size.words)}"
    )
    each = "".join(
        f'<c:dLbl><c:idx val="{i}"/>'
        + (f"{_moved(moved[i])}{plain}{_SHOWN}" if i in moved else '<c:delete val="1"/>')
        + "</c:dLbl>"
        for i in range(len(chart.slices))
    )
    return f'<c:dLbls>{each}{plain}{_SHOWN}<c:showLeaderLines val="0"/></c:dLbls>'


def _moved(shift: labels.Shift) -> str:
    return f"<c:layout><c:manualLayout>{_numbers(x=shift.x, y=shift.y)}</c:manualLayout></c:layout>"
