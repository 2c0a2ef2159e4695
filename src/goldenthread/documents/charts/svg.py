"""SVG: elements written as text, the same bytes for the same drawing."""

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from goldenthread.documents.characters import holdable

Look = dict[str, str | float]
"""Attributes of an element."""

_SIZE: Final = re.compile(r' width="([\d.]+)" height="([\d.]+)"')

FONT = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def coordinate(value: float) -> str:
    """A coordinate with two decimals at most, never "-0"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def element(name: str, attributes: Mapping[str, str | float], *children: str) -> str:
    """One element; attribute values are escaped, children are elements or come from `words`."""
    pairs = "".join(
        f' {key}="{escape(holdable(value) if isinstance(value, str) else coordinate(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{pairs}>{''.join(children)}</{name}>" if children else f"<{name}{pairs}/>"


_WIDTHS = {" ": 0.2, **dict.fromkeys("fijlrt.,:;'|()[]I-", 0.31), **dict.fromkeys("mwMW%", 0.82)}


def text_width(text: str, size: float) -> float:
    """About how wide a text is in Source Sans, for placing what stands beside it."""
    return 1.04 * size * sum(_WIDTHS.get(letter, 0.58 if letter.isupper() else 0.51) for letter in text)


def words(text: str) -> str:
    """Text made safe to stand inside an element."""
    return escape(holdable(text), quote=False)


def size(picture: str) -> tuple[float, float]:
    """Width and height of a drawing, in pixels."""
    found = _SIZE.search(picture)
    assert found, "a drawing says how large it is"
    return float(found[1]), float(found[2])


def on_paper(picture: str) -> str:
    """The drawing on a white ground: as pixels, pale lines on nothing come out too dark."""
    return picture.replace(">", '><rect width="100%" height="100%" fill="#ffffff"/>', 1)


def picture(width: float, height: float, finding: str, *children: str) -> str:
    """A whole drawing at its true size, read out as its finding."""
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {coordinate(width)} {coordinate(height)}",
            "width": width,
            "height": height,
            "role": "img",
            "aria-label": finding,
            "font-family": FONT,
        },
        *children,
    )
