"""Twins: plots as figures of a document, each with the table that holds the same numbers."""

from goldenthread.documents.blocks import Drawing, Figure
from goldenthread.documents.charts import plots
from goldenthread.documents.charts.areas.specs import AreaPlot, Bullet
from goldenthread.documents.charts.specs import Plot
from goldenthread.documents.charts.timed.specs import SmallMultiples
from goldenthread.documents.tables import Table
from goldenthread.documents.twins import areas, bars, multiples, points
from goldenthread.documents.twins.cells import Keys

__all__ = ["Keys", "drawing", "figure", "table"]


def figure(id: str, title: str, plot: Plot, keys: Keys, *, caption: str = "") -> Figure:
    """The plot under its title, read out as what it says, and its numbers as a table beneath.

    `keys` says where its numbers live. The caption of the table is the title unless it is given.
    """
    return Figure(id, (drawing(title, plot),), table(f"{id}-table", caption or title, plot, keys))


def drawing(title: str, plot: Plot) -> Drawing:
    """The plot under its title, read out as what it says."""
    return Drawing(title, plots.finding(plot), plot)


def table(id: str, caption: str, plot: Plot, keys: Keys) -> Table:
    """The numbers of a plot as a table, each bound to its place."""
    match plot:
        case AreaPlot():
            return areas.table(id, caption, plot, keys)
        case Bullet():
            return bars.table(id, caption, plot, keys)
        case SmallMultiples():
            return multiples.table(id, caption, plot, keys)
        case _:
            return points.table(id, caption, plot, keys)
