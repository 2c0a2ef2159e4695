"""Styles of an .xlsx: which of them show a percentage, which write in red."""

import re

XFS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
XF = re.compile(rb"<xf\s([^>]*)>")
FONTS = re.compile(rb"<fonts\b.*?</fonts>", re.DOTALL)
FONT = re.compile(rb"<font\b(?:[^>]*/>|.*?</font>)", re.DOTALL)
COLOUR = re.compile(rb'<color\s[^>]*?\b(rgb|indexed)="([0-9A-Fa-f]+)"')
FORMAT = re.compile(rb"<numFmt\s([^>]*)>")
NUMBER_FORMAT = re.compile(rb'\bnumFmtId="(\d+)"')
FORMAT_CODE = re.compile(rb"""\bformatCode=(?:"([^"]*)"|'([^']*)')""")
FONT_NUMBER = re.compile(rb'\bfontId="(\d+)"')
# In a format, text in quotes and after a backslash is only shown.
QUOTED = re.compile(rb'&quot;.*?&quot;|"[^"]*"|\\.')

BUILT_IN_PERCENT = {9, 10}
RED_INDEXED = {2, 10}


class Styles:
    """Numbers of the cell styles that matter, as cells refer to them."""

    def __init__(self, xml: bytes):
        percent_formats = BUILT_IN_PERCENT | _percent_formats(xml)
        red_fonts = _red_fonts(xml)
        found = XFS.search(xml)
        styles = XF.findall(found[0]) if found else []
        self.percent = frozenset(
            number for number, tag in enumerate(styles) if _number(NUMBER_FORMAT, tag) in percent_formats
        )
        self.red = frozenset(
            number for number, tag in enumerate(styles) if _number(FONT_NUMBER, tag) in red_fonts
        )


def _number(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else -1


def _percent_formats(xml: bytes) -> set[int]:
    formats = set()
    for tag in FORMAT.findall(xml):
        code = FORMAT_CODE.search(tag)
        if code and b"%" in QUOTED.sub(b"", code[1] or code[2] or b""):
            formats.add(_number(NUMBER_FORMAT, tag))
    return formats


def _red_fonts(xml: bytes) -> set[int]:
    found = FONTS.search(xml)
    fonts = FONT.findall(found[0]) if found else []
    return {number for number, font in enumerate(fonts) if _is_red(font)}


def _is_red(font: bytes) -> bool:
    found = COLOUR.search(font)
    if not found:
        return False
    kind, colour = found.groups()
    if kind == b"indexed":
        return int(colour) in RED_INDEXED
    red, green, blue = (int(colour[-6:][at : at + 2], 16) for at in (0, 2, 4))
    return red >= 160 and green <= 80 and blue <= 80
