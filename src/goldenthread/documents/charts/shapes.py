"""Shapes: each rating mark drawn in a square of 16."""

from typing import Final

from goldenthread.documents.charts import svg
from goldenthread.documents.charts.palette import EDGE, FILL, PAPER
from goldenthread.documents.marks import HOLLOW, Mark, Shape

_OUTLINE: Final[dict[Shape, str]] = {
    "circle": "M8 .8A7.2 7.2 0 1 1 8 15.2A7.2 7.2 0 1 1 8 .8Z",
    "triangle": "M8 1.6L15 14.4H1Z",
    "square": "M1.4 1.4H14.6V14.6H1.4Z",
    "diamond": "M8 .4L15.6 8L8 15.6L.4 8Z",
    "star": "M8 .6L10.2 5.4L15.4 6L11.5 9.5L12.6 14.6L8 12L3.4 14.6L4.5 9.5L.6 6L5.8 5.4Z",
    "cross": "M3.2 1L8 5.8L12.8 1L15 3.2L10.2 8L15 12.8L12.8 15L8 10.2L3.2 15L1 12.8L5.8 8L1 3.2Z",
}
_HALF: Final[dict[Shape, tuple[Shape, str]]] = {
    "half-circle": ("circle", "M8 .8A7.2 7.2 0 1 0 8 15.2Z"),
    "half-triangle": ("triangle", "M8 1.6V14.4H1Z"),
    "half-square": ("square", "M1.4 1.4H8V14.6H1.4Z"),
    "half-diamond": ("diamond", "M8 .4V15.6L.4 8Z"),
}


def shape(mark: Mark) -> str:
    """The mark's shape in its colour, as elements for a view box of 0 0 16 16."""
    fill, edge = FILL[mark.token], EDGE[mark.token]
    if mark.shape == "ring":
        ring: dict[str, str | float] = {"cx": 8, "cy": 8, "r": 6.5, "fill": PAPER, "stroke": edge}
        ring["stroke-width"] = 1.6
        if mark.token == HOLLOW:
            ring["stroke-dasharray"] = "2.9 2.2"
        return svg.element("circle", ring)
    border: dict[str, str | float] = {"stroke": edge, "stroke-width": 1.4, "stroke-linejoin": "round"}
    if mark.shape in _HALF:
        whole, half = _HALF[mark.shape]
        return svg.element("path", {"d": _OUTLINE[whole], "fill": PAPER, **border}) + svg.element(
            "path", {"d": half, "fill": edge}
        )
    return svg.element("path", {"d": _OUTLINE[mark.shape], "fill": fill, **(border if fill != edge else {})})
