"""The typeface of the two signs that no other face of ours has: a box with a cross, and a lost character."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NAME = "Goldenthread Marks"
EPOCH = 3_786_912_000  # 1 January 2024, counted from 1904 as fonts do
BOX = (72, -58, 756, 626)
WIDTH = 828


def _square(pen, left, bottom, right, top, *, inner):
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    _outline(pen, corners[::-1] if inner else corners)


def _outline(pen, corners):
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _crossed_box():
    pen = TTGlyphPen(None)
    left, bottom, right, top = BOX
    _square(pen, left, bottom, right, top, inner=False)
    _square(pen, left + 50, bottom + 50, right - 50, top - 50, inner=True)
    low, high, thick = left + 130, right - 130, 50
    down = bottom - left
    _outline(
        pen,
        [(low, low + down), (low, low + down + thick), (high - thick, high + down), (high, high + down),
         (high, high + down - thick), (low + thick, low + down)],
    )  # fmt: skip
    _outline(
        pen,
        [(low, high + down), (low + thick, high + down), (high, low + down + thick), (high, low + down),
         (high - thick, low + down), (low, high + down - thick)],
    )  # fmt: skip
    return pen.glyph()


def _lost():
    pen = TTGlyphPen(None)
    left, bottom, right, top = BOX
    _square(pen, left, bottom, right, top, inner=False)
    _square(pen, left + 50, bottom + 50, right - 50, top - 50, inner=True)
    _square(pen, 374, 40, 454, 120, inner=False)
    _outline(pen, [(384, 180), (374, 540), (454, 540), (444, 180)])
    return pen.glyph()


def built():
    """The font file, the same bytes each time."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "crossed", "lost"])
    builder.setupCharacterMap({0x2612: "crossed", 0xFFFD: "lost"})
    builder.setupGlyf({".notdef": _lost(), "crossed": _crossed_box(), "lost": _lost()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "crossed", "lost"), (WIDTH, BOX[0])))
    builder.setupHorizontalHeader(ascent=1024, descent=-400)
    builder.setupNameTable(
        {
            "familyName": NAME,
            "styleName": "Regular",
            "uniqueFontIdentifier": "goldenthread-marks-1",
            "fullName": f"{NAME} Regular",
            "psName": "GoldenthreadMarks-Regular",
            "version": "Version 1.000",
        }
    )
    builder.setupOS2(sTypoAscender=750, sTypoDescender=-250, usWinAscent=1024, usWinDescent=400)
    builder.setupPost()
    builder.updateHead(created=EPOCH, modified=EPOCH)
    builder.font.recalcTimestamp = False
    file = io.BytesIO()
    builder.font.save(file)
    return file.getvalue()


def covered(path):
    """The characters that a font file has."""
    return set(TTFont(path, lazy=True).getBestCmap())
