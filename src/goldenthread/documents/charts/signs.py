"""Signs: the shape of what chance explains and of what it does not, told apart without colour."""

from typing import Final, Literal

from goldenthread.documents.charts import palette, svg

Kind = Literal["improvement", "concern", "change"]
"""More than chance: for the better, for the worse, or where neither way is better."""

SHAPES: Final[dict[Kind, str]] = {
    "improvement": svg.element(
        "circle", {"r": 3.8, "fill": palette.PAPER, "stroke": palette.IMPROVEMENT, "stroke-width": 2.2}
    ),
    "concern": svg.element("path", {"d": "M-4.2-4.2H4.2V4.2H-4.2Z", "fill": palette.CONCERN}),
    "change": svg.element("path", {"d": "M0-5.4L5.4 0L0 5.4L-5.4 0Z", "fill": palette.INK}),
}
WORDS: Final[dict[Kind, str]] = {
    "improvement": "Better, by more than chance",
    "concern": "Worse, by more than chance",
    "change": "More than chance",
}
"""What each shape means, beneath a chart."""

CHANCE: Final = svg.element("circle", {"r": 3.2, "fill": palette.SERIES})
BY_CHANCE: Final = "By chance"
MISSING: Final = svg.element(
    "path", {"d": "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5", "stroke": palette.LIMIT, "stroke-width": 1.6}
)
NO_FIGURE: Final = "No figure"


def put(shape: str, x: float, y: float) -> str:
    """A shape at its place."""
    return svg.element("g", {"transform": f"translate({svg.coordinate(x)} {svg.coordinate(y)})"}, shape)
