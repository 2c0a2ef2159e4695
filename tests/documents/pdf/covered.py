"""The characters that the shipped typefaces have, as ranges."""

from importlib.resources import files

from fontTools.ttLib import TTFont

FONTS = files("goldenthread.documents.renderers.pdf") / "fonts"
# What a PDF may not hold though a typeface has it: controls, the byte order mark, private characters.
NEVER = {*range(0x20), *range(0x7F, 0xA0), 0xFEFF, *range(0xE000, 0xF900), *range(0xF0000, 0x110000)}


def cmap(name):
    return set(TTFont(str(FONTS / name), lazy=True).getBestCmap())


def characters():
    both = cmap("SourceSans3-Regular.ttf") & cmap("SourceSans3-Semibold.ttf")
    others = ("NotoSansHebrew", "NotoSansArabic", "NotoEmoji", "GoldenthreadMarks")
    return both.union(*(cmap(f"{name}-Regular.ttf") for name in others)) - NEVER


def listed():
    """The text of covered.txt: one range a line, in hexadecimal."""
    ranges = []
    for code in sorted(characters()):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{a:x}\n" if a == b else f"{a:x}-{b:x}\n" for a, b in ranges)
