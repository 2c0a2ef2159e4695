"""Shipped template: its parts, so that the file beside this module can be made again and never drifts.

`python -m docs.build_word_template` writes it.
"""

from importlib.resources import files
from typing import Final

from goldenthread.documents.renderers.docx import archive, markup
from goldenthread.documents.renderers.docx.shipped import styles

NAME: Final = "template.docx"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS: Final = " ".join(f'xmlns:{name}="{markup.NAMESPACES[name]}"' for name in ("w", "r"))
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS: Final = ("styles", "settings", "numbering", "fontTable")

# A4 with 20 mm clear at head and foot: the foot's lines stand above the lowest 20 mm.
_PAGE: Final = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1021" w:bottom="1757" w:left="1021" w:header="1134" w:footer="1134" '
    'w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
)


def file() -> bytes:
    """The shipped template as it lies beside this module."""
    return (files("goldenthread.documents.renderers.docx.shipped") / "assets" / NAME).read_bytes()


def made() -> bytes:
    """The shipped template, built."""
    return archive.packed({name: text.encode() for name, text in _parts().items()})


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [
                *((f"rId{i}", kind, f"{kind}.xml") for i, kind in enumerate(_KINDS, start=1)),
                ("rId9", "footer", "footer1.xml"),
            ]
        ),
        "word/document.xml": f"{_XML}<w:document {_NS}><w:body>{_body()}{_PAGE}</w:body></w:document>",
        "word/footer1.xml": f"{_XML}<w:ftr {_NS}>{_foot()}</w:ftr>",
        "word/styles.xml": f"{_XML}<w:styles {_NS}>{styles.xml()}</w:styles>",
        "word/numbering.xml": f"{_XML}<w:numbering {_NS}>{_numbering()}</w:numbering>",
        "word/settings.xml": f"{_XML}<w:settings {_NS}>{_settings()}</w:settings>",
        "word/fontTable.xml": f"{_XML}<w:fonts {_NS}>{_fonts()}</w:fonts>",
    }


def _content_types() -> str:
    kinds = [("document", "document.main"), ("footer1", "footer"), *((kind, kind) for kind in _KINDS)]
    each = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in kinds
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def _relations(found: list[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in found
    )
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{schema}">{each}</Relationships>'


def _body() -> str:
    parts = (
        ("ReportCouncil", "council"),
        ("Title", "title"),
        ("Subtitle", "subtitle"),
        ("ReportDates", "dates"),
        ("ReportDates", "notice"),
        ("Normal", "body"),
    )
    return "".join(markup.paragraph(style, markup.run(f"{{{{ {name} }}}}")) for style, name in parts)


def _foot() -> str:
    pages = (
        markup.run("Page ") + markup.field("PAGE", "1") + markup.run(" of ") + markup.field("NUMPAGES", "1")
    )
    roof = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="D8DADE"/></w:pBdr>'
    first = markup.run("{{ running }}") + markup.run(" · ") + pages
    return markup.paragraph("Footer", first, roof) + markup.paragraph("Footer", markup.run("{{ notice }}"))


def _numbering() -> str:
    """A list of bullets and a list of numbers, which the styles List Bullet and List Number use."""
    symbols = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
    lists = ((0, "bullet", "\uf0b7", symbols, "ListBullet"), (1, "decimal", "%1.", "", "ListNumber"))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:nsid w:val="4C1A7E0{i}"/>'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>{look}</w:lvl></w:abstractNum>'
        for i, kind, text, look, style in lists
    )
    return abstract + "".join(
        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(lists))
    )


def _settings() -> str:
    mode = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
        'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="{mode}" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def _fonts() -> str:
    return (
        '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
