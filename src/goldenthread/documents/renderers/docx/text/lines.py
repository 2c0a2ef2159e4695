"""Lines: the spans of a line as runs, links and content controls."""

from dataclasses import replace
from typing import Final, Literal

from goldenthread.documents.charts import palette, sparkline
from goldenthread.documents.marks import Mark, Shape, Token
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.charts import pictures
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.spans import (
    Break,
    Line,
    Link,
    Moved,
    Number,
    Quiet,
    Span,
    Spark,
    Strong,
    Text,
    Trend,
)

Below = Literal["inline", "below"]
"""Whether the quiet words of a line stand in it or on a line of their own."""

BETWEEN: Final = ", "
"""What stands between the parts of a place in the title of its figure."""

LINE_BREAK: Final = "<w:r><w:br/></w:r>"
LONGEST_TITLE: Final = 64
"""How many characters Word keeps of the title of a content control."""

# Said of the run itself: where styles of letters and of paragraphs are both bold, Word sets neither so.
_BOLD: Final = "<w:b/><w:bCs/>"
_NOT_BOLD: Final = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_GLYPHS: Final[dict[Shape, str]] = {
    "circle": "●", "triangle": "▲", "square": "■", "diamond": "◆", "ring": "○",
    "half-circle": "◐", "half-triangle": "◭", "half-square": "◧", "half-diamond": "⬖",
    "star": "★", "cross": "✖",
}  # fmt: skip
_ARROWS: Final = {"up": "↑", "down": "↓", "flat": "="}
_SYMBOLS: Final = "".join(f' w:{script}="Segoe UI Symbol"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
_FONT: Final = f"<w:rFonts{_SYMBOLS}/>"


def runs(draft: Draft, line: Line, quiet: Below = "inline", look: str = "") -> str:
    """The line as the inside of a paragraph; `look` is given to every run that has no look of its own."""
    return "".join(
        _span(draft, span, quiet if i or isinstance(span, Mark) else "first", look, cell=quiet == "below")
        for i, span in enumerate(line)
    )


def _span(draft: Draft, span: Span, quiet: str, look: str, *, cell: bool) -> str:
    match span:
        case Text(text):
            return markup.unbroken(text, look) if cell else markup.run(text, look)
        case Strong(text):
            return _styled(draft, "Strong", text)
        case Quiet(text):
            return _quiet(draft, text, quiet)
        case Break():
            return LINE_BREAK
        case Moved(text):
            return _styled(draft, "Report Moved", text)
        case Number():
            return control(draft, span, look)
        case Mark():
            return _mark(draft, span, quiet, look)
        case Trend():
            return _trend(span)
        case Link(text, href):
            return linked(draft, href, text, look)
        case Spark(chart):
            width, height = pictures.SPARKLINE
            drawn = sparkline.draw(replace(chart, live=None), width=width, height=height)
            size = width * pictures.PIXEL, height * pictures.PIXEL
            return pictures.inline(draft, drawn, size, chart.finding)
    raise TypeError(f"no run for {type(span).__name__}")


def _styled(draft: Draft, style: str, text: str) -> str:
    return markup.run(text, f'<w:rStyle w:val="{draft.styles[style]}"/>{_BOLD}')


def _quiet(draft: Draft, text: str, quiet: str) -> str:
    said = small(draft, text) if quiet == "below" else _meta(draft, text)
    before = {"inline": markup.run(" "), "below": LINE_BREAK}.get(quiet, "")
    return before + said


def small(draft: Draft, text: str) -> str:
    """Quiet words on a line of their own, as small as print may be."""
    return _meta(draft, text, '<w:sz w:val="18"/><w:szCs w:val="18"/>')


def _meta(draft: Draft, text: str, more: str = "") -> str:
    look = f'<w:rStyle w:val="{draft.styles["Report Meta"]}"/>{_NOT_BOLD}{more}'
    return markup.unbroken(text, look) if more else markup.run(text, look)


def control(draft: Draft, number: Number, look: str = "") -> str:
    """A figure as a content control that may be edited and not deleted; its tag is its place."""
    alias = markup.attribute(BETWEEN.join(number.path.split("/"))[:LONGEST_TITLE])
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{markup.attribute(number.path)}"/>'
        f'<w:id w:val="{draft.control()}"/><w:lock w:val="sdtLocked"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{markup.run(number.shown, look)}</w:sdtContent></w:sdt>"
    )


def glyph(shape: Shape, token: Token) -> str:
    """A mark's shape as a character in its colour; an edge of its own where the fill is too light."""
    fill, edge = palette.FILL[token].lstrip("#"), palette.EDGE[token].lstrip("#")
    colour = edge if fill == "ffffff" or shape.startswith("half-") else fill
    outline = ""
    if colour != edge:
        outline = (
            '<w14:textOutline w14:w="6350" w14:cap="flat" w14:cmpd="sng" w14:algn="ctr">'
            f'<w14:solidFill><w14:srgbClr w14:val="{edge.upper()}"/></w14:solidFill></w14:textOutline>'
        )
    return markup.run(_GLYPHS[shape], f'{_FONT}<w:color w:val="{colour.upper()}"/>{outline}')


def _mark(draft: Draft, mark: Mark, quiet: str, look: str) -> str:
    word = linked(draft, mark.href, mark.word, look) if mark.href else markup.run(mark.word, look)
    said = glyph(mark.shape, mark.token) + markup.run("\u00a0") + word
    # The reason stands under the word where the quiet words of the line do.
    detail = _quiet(draft, mark.detail, quiet) if mark.detail else ""
    return said + detail


def _trend(trend: Trend) -> str:
    grey = f'<w:color w:val="{palette.INK_2.lstrip("#").upper()}"/>'
    look = {"worse": "<w:b/>", "same": grey}.get(trend.verdict, "")
    arrow = markup.run(_ARROWS[trend.arrow], _FONT + look)
    return arrow + markup.run("\u00a0") + markup.run(trend.word, look)


def linked(draft: Draft, href: str, text: str, look: str = "") -> str:
    """Words that lead to a part of this paper or to the web; to another file of the pack they are plain."""
    file, _, part = href.partition("#")
    if file and "://" not in file and not file.startswith("mailto:"):
        file = "" if file == f"{draft.document.name}.html" else file
        if file:
            return markup.run(text, look)
    said = markup.run(text, f'<w:rStyle w:val="{draft.styles["Hyperlink"]}"/>')
    if file:
        return f'<w:hyperlink r:id="{draft.link(href)}" w:history="1">{said}</w:hyperlink>'
    if part not in draft.known:
        return markup.run(text, look)
    return f'<w:hyperlink w:anchor="{draft.bookmark(part)}" w:history="1">{said}</w:hyperlink>'
