"""Shipped styles: the look of a paper as Word styles, for a council that has no template yet."""

from typing import Final

from goldenthread.documents.charts import palette
from goldenthread.documents.renderers.docx.shipped.names import BRAND

FONT: Final = "Arial"
_INK, _INK_2 = (colour.lstrip("#").upper() for colour in (palette.INK, palette.INK_2))
_LINE, _GROUND = "D8DADE", "F6F5F3"


def xml() -> str:
    """All styles of the shipped template."""
    return _defaults() + "".join(
        [*(_paragraph(*s) for s in _PARAGRAPHS), *(_character(*s) for s in _CHARACTERS), _tables()]
    )


def _defaults() -> str:
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:color w:val="{_INK}"/>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="he-IL"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="254" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int, line: int = 254) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _bold(half_points: int, colour: str = "") -> str:
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    return f"<w:b/><w:bCs/>{shade}{_size(half_points)}"


def _quiet(half_points: int) -> str:
    return f'<w:color w:val="{_INK_2}"/>{_size(half_points)}'


_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_LEFT_BAR: Final = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{BRAND}"/></w:pBdr>'
_BULLET: Final = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_NUMBER: Final = '<w:numPr><w:numId w:val="2"/></w:numPr>'
_ROOF: Final = f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="{_INK}"/></w:pBdr>'

_HAIR: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number - 1}"/>'


# Name, id, style after it, paragraph properties and run properties, each in the order of the schema.
_PARAGRAPHS: Final = (
    ("Normal", "Normal", "", "", ""),
    ("Title", "Title", "Subtitle", _KEEP + _space(0, 40, 252), _bold(48)),
    ("Subtitle", "Subtitle", "Normal", _KEEP + _space(0, 80, 252), _quiet(30)),
    ("heading 1", "Heading1", "Normal", _KEEP + _ROOF + _space(220, 80, 252) + _level(1), _bold(30)),
    ("heading 2", "Heading2", "Normal", _KEEP + _space(140, 50, 252) + _level(2), _bold(26)),
    ("heading 3", "Heading3", "Normal", _KEEP + _space(180, 40, 252) + _level(3), _bold(24)),
    ("heading 4", "Heading4", "Normal", _KEEP + _space(140, 40, 252) + _level(4), _bold(24, _INK_2)),
    ("List Bullet", "ListBullet", "", _BULLET + _space(0, 40, 252) + "<w:contextualSpacing/>", ""),
    ("List Number", "ListNumber", "", _NUMBER + _space(0, 40, 252), ""),
    ("caption", "Caption", "Normal", _KEEP + _space(80, 40, 240), _bold(20)),
    ("TOC Heading", "TOCHeading", "Normal", _KEEP + _space(200, 60, 252), _bold(24)),
    ("toc 1", "TOC1", "Normal", _space(0, 20, 252), ""),
    ("header", "Header", "", _space(0, 0, 240), _quiet(18)),
    ("footer", "Footer", "", _space(0, 0, 240), _quiet(18)),
    ("Report Council", "ReportCouncil", "Title", _KEEP + _space(0, 60, 252), _bold(22, BRAND)),
    ("Report Dates", "ReportDates", "Normal", _space(0, 80, 252) + "<w:contextualSpacing/>", _size(22)),
    ("Report Lead", "ReportLead", "Normal", _space(0, 100, 252), _size(24)),
    ("Report Quiet", "ReportQuiet", "Normal", _space(0, 80, 252), _quiet(20)),
    (
        "Report Note", "ReportNote", "Normal",
        f'<w:keepLines/>{_LEFT_BAR}<w:shd w:val="clear" w:color="auto" w:fill="{_GROUND}"/>'
        f'{_space(80, 80)}<w:ind w:left="227"/>', "",
    ),
    ("Report List", "ReportList", "", _space(0, 60, 252), ""),
    ("Report Points", "ReportPoints", "", _space(0, 0, 228), _size(20)),
    ("Report Part", "ReportPart", "", _space(0, 80, 252), _size(20)),
    ("Report Label", "ReportLabel", "Normal", _KEEP + _space(80, 30, 252), _bold(22)),
    ("Report Figures", "ReportFigures", "Normal", _KEEP + _space(0, 40, 240), _bold(24)),
    ("Report Cell", "ReportCell", "", _space(16, 16, 240), _size(20)),
    ("Report Cell Small", "ReportCellSmall", "", _space(14, 14, 240), _size(18)),
    ("Report Value", "ReportValue", "", "", "<w:b/><w:bCs/>"),
    ("Report Value Small", "ReportValueSmall", "", "", "<w:b/><w:bCs/>"),
    ("Report Table Note", "ReportTableNote", "Normal", _space(40, 60, 240), _quiet(20)),
    ("Report Chart", "ReportChart", "Normal", _space(0, 60, 240), ""),
    ("Report Break", "ReportBreak", "Normal", _HAIR, _size(2)),
)  # fmt: skip

# What a style rests on where that is not Normal.
_RESTS: Final = {
    "Report Points": "ListBullet",
    "Report Value": "ReportCell",
    "Report Value Small": "ReportCellSmall",
}

_CHARACTERS: Final = (
    ("Strong", "Strong", "<w:b/><w:bCs/>"),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{BRAND}"/><w:u w:val="single"/>'),
    ("Report Meta", "ReportMeta", f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{_INK_2}"/>'),
    ("Report Moved", "ReportMoved", f'<w:b/><w:bCs/><w:color w:val="{BRAND}"/>'),
)  # fmt: skip


def _paragraph(name: str, id: str, following: str, paragraph: str, run: str) -> str:
    usual = ' w:default="1"' if name == "Normal" else ""
    rests = _RESTS.get(name, "" if name == "Normal" else "Normal")
    based = f'<w:basedOn w:val="{rests}"/>' if rests else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    own = ' w:customStyle="1"' if name.startswith("Report") else ""
    looks = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return (
        f'<w:style w:type="paragraph"{usual}{own} w:styleId="{id}"><w:name w:val="{name}"/>{based}{after}'
        f"<w:qFormat/>{looks}{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _character(name: str, id: str, run: str) -> str:
    own = ' w:customStyle="1"' if name.startswith("Report") else ""
    return (
        f'<w:style w:type="character"{own} w:styleId="{id}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _rule(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _tables() -> str:
    """The table every Word file has, and ours: rules across, a strong one on top, none upright."""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 75), ("bottom", 0), ("right", 75))
    )
    borders = _rule("top", 12, _INK) + _rule("bottom", 4, _INK_2) + _rule("insideH", 4, _LINE)
    head = _rule("bottom", 6, _INK)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{head}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
