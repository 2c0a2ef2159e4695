"""HTML style: a council's own colour and typeface, refused where they would mislead."""

import re
from dataclasses import dataclass
from math import dist
from typing import Final

from goldenthread.documents.charts.palette import EDGE, FILL
from goldenthread.documents.marks import HOLLOW

CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3: text of normal size against its ground."""

TOO_NEAR: Final = 12.0
"""Distance in CIE Lab under which a reader may take the brand for a rating."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_FAMILY: Final = re.compile(r"[A-Za-z0-9 ,'\"-]*")


class BrandRefused(ValueError):
    """A colour or typeface that a council's pages may not take; the message says why."""


@dataclass(frozen=True, slots=True)
class Style:
    """The council's colour as #rrggbb and, if it has one, its typeface as a CSS list."""

    brand: str = "#5c2860"
    font: str = ""

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.brand):
            raise BrandRefused(f"{self.brand!r} is no colour; write it as #5c2860")
        if not _FAMILY.fullmatch(self.font):
            raise BrandRefused(f'{self.font!r} is no list of typefaces; write it as "Noto Sans", Arial')
        if contrast(self.brand, "#ffffff") < CONTRAST:
            raise BrandRefused(
                f"{self.brand} reaches {contrast(self.brand, '#ffffff'):.1f} on white; links need {CONTRAST}"
            )
        for token in FILL:
            for colour in {FILL[token], EDGE[token]} if token != HOLLOW else ():
                if distance(self.brand, colour) < TOO_NEAR:
                    raise BrandRefused(f"{self.brand} is too near the {token} of the ratings ({colour})")

    def variables(self) -> dict[str, str]:
        """The CSS variables of this council: the colour, a darker one, a tint and a line."""
        found = {
            "--gt-brand": self.brand,
            "--gt-brand-dark": mixed(self.brand, "#000000", 0.3),
            "--gt-brand-tint": mixed(self.brand, "#ffffff", 0.93),
        }
        return found | ({"--gt-font": f"{self.font},sans-serif"} if self.font else {})


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _linear(colour: str) -> tuple[float, ...]:
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    shares = (0.2126, 0.7152, 0.0722)
    light, dark = sorted(
        (sum(s * c for s, c in zip(shares, _linear(x), strict=True)) for x in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, into: str, share: float) -> str:
    """The colour with so large a share of another in it."""
    parts = (
        round(255 * (a * (1 - share) + b * share))
        for a, b in zip(_channels(colour), _channels(into), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def distance(one: str, other: str) -> float:
    """How different two colours look: their distance in CIE Lab (1976)."""
    return dist(_lab(one), _lab(other))


def _lab(colour: str) -> tuple[float, float, float]:
    r, g, b = _linear(colour)
    scaled = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
