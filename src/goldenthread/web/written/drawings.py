"""Drawings: charts as pictures for a desk and for a phone, with the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from goldenthread.documents import content as c
from goldenthread.documents.charts import plots, sparkline
from goldenthread.documents.charts.specs import Plot, Sparkline
from goldenthread.web.written import tables
from goldenthread.web.written.tables import Table

SIZES: Final = (("gt-wide", plots.WIDE), ("gt-narrow", plots.NARROW))
LARGE: Final = (240.0, 70.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: its title, the drawings of which one is shown, and the table of its figures."""

    id: str
    title: str
    drawn: SafeString
    twin: Table


def of(figure: c.Figure) -> Picture:
    """The first chart of a figure with its table."""
    drawing = figure.drawings[0]
    return Picture(figure.id, drawing.title, picture(drawing), tables.of(figure.twin, hides_caption=True))


def picture(drawing: c.Drawing) -> SafeString:
    """A chart in both widths, so that its words never shrink; each is read out as its finding."""
    if isinstance(drawing.chart, Sparkline):
        width, height = LARGE
        return mark_safe(sparkline.draw(drawing.chart, width=width, height=height))  # noqa: S308 -- as below
    assert isinstance(drawing.chart, Plot)
    both = (
        plots.draw(drawing.chart, width=width, finding=drawing.alt).replace(
            "<svg ", f'<svg class="{name}" ', 1
        )
        for name, width in SIZES
    )
    return mark_safe("".join(both))  # noqa: S308 -- our own drawing, in which every word is escaped
