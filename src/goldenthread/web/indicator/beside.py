"""Beside: an indicator by ward and group, and beside the council's neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
from django.utils.translation import gettext as _

from goldenthread.assessments.compared import dots
from goldenthread.assessments.compared import words as compared
from goldenthread.documents import content as c
from goldenthread.reports.assemble.equality import cuts
from goldenthread.reports.assemble.equality import tables as groups
from goldenthread.web.shown import Shown
from goldenthread.web.written import drawings, tables
from goldenthread.web.written.drawings import Picture
from goldenthread.web.written.tables import Table


@dataclass(frozen=True, slots=True)
class Broken:
    """An indicator by one way of breaking it down."""

    label: str
    table: Table


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where the council stands among others, and what has to be known to read it."""

    said: str
    caveat: str
    picture: Picture


def broken_down(shown: Shown, code: str) -> tuple[Broken, ...]:
    """Each way by which the frozen figure is broken down, as it may be shown."""
    found = cuts.of_indicator(shown.q, code)
    return tuple(
        Broken(_("By %s") % _small(cut.label), tables.of(groups.table(shown.q, cut))) for cut in found
    )


def neighbours(shown: Shown, code: str) -> Neighbours | None:
    """The frozen figure beside those of other councils; None where it is compared with nobody."""
    if not shown.allowed.as_staff(shown.every[code]):
        return None
    found = shown.kept.peers
    lines, _without = compared.told(found.lines.filter(pl.col("indicator") == code))
    for line in lines.iter_rows(named=True):
        details = dots.details(line, found.areas.filter(pl.col("indicator") == code), "neighbours")
        (figure,) = details.blocks
        assert isinstance(figure, c.Figure)
        said = _("%(place)s in %(group)s, %(quartile)s: %(gap)s.") % {
            "place": compared.place(line),
            "group": line["group_name"],
            "quartile": compared.quartile(line),
            "gap": compared.gap(line),
        }
        return Neighbours(said, str(line["caveat"] or ""), drawings.of(figure))
    return None


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"
