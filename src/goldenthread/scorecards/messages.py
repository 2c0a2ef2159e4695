"""Messages: what each indicator of a view says, from its frozen rating and the chart known at that moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import polars as pl

from goldenthread.assessments.messages import saying
from goldenthread.assessments.variation import reading
from goldenthread.assessments.variation.reading import Reading
from goldenthread.methods import periods
from goldenthread.methods.message import words
from goldenthread.organisation import queries as organisation
from goldenthread.positions import queries as positions
from goldenthread.positions.queries import Sealed
from goldenthread.scorecards import views
from goldenthread.scorecards.views import View

OFF_TARGET: Final = ("near", "missed")
OPPOSITE: Final = {words.IMPROVING: "worsening", words.DETERIORATING: "improving"}
FORETOLD: Final = (words.MET_RELIABLY, words.WILL_KEEP_MISSING)
BY_CHANCE: Final = (words.MET_BY_CHANCE, words.MISSED_BY_CHANCE)

Line = Mapping[str, Any]
Groups = Mapping[tuple[str, str], str]


def read(view: View, *, only: Collection[str] | None = None) -> tuple[pl.DataFrame, Reading]:
    """The message of each indicator of a view, as `saying.of` gives it, and the charts that it rests on.

    Ratings are those of the view. That of the report before is the one that was frozen, where it was by the
    view's moment; else the one that the view itself gives it. `only` keeps some indicators.
    """
    found = reading.read(
        report_period=view.period,
        position_date=view.position_date,
        known_at=view.known_at,
        area=organisation.council(on=view.position_date, known_at=view.known_at).area,
        only=[line["indicator"] for line in view.lines if only is None or line["indicator"] in only],
    )
    return of(view, found), found


def of(view: View, found: Reading) -> pl.DataFrame:
    """The message of each indicator of a view whose charts were read for that view (see `read`)."""
    known = set(found.indicators["indicator"])
    lines = [line for line in view.lines if line["indicator"] in known]
    report = periods.parse(view.period)
    every = (report.end.year - report.start.year) * 12 + report.end.month - report.start.month + 1
    return saying.of(found, _rated(lines, view), every=every)


def in_public(sealed: Sealed) -> list[dict[str, Any]]:
    """What a frozen quarter's indicators off target say for everybody: {indicator, message, charted}.

    `charted` are the periods of the figures that each rests on, for the gate to decide. Only what helps a
    reader who sees the line and no chart: that it gets better or worse, unless its own trends say the
    opposite; whether its target will be met, where the chart is of the figure itself. Nothing of what is
    charted in pieces, as the months of a year to date: those may move with the seasons.
    """
    view = views.of_sealed(sealed)
    groups = _groups(view.schemes)
    off = {line["indicator"]: line for line in view.lines if _group(line, groups) in OFF_TARGET}
    if not off:
        return []
    found, charts = read(view, only=off)
    periods_of = dict(charts.points.drop_nulls("value").group_by("indicator").agg("period").iter_rows())
    return [
        {"indicator": code, "message": said, "charted": tuple(periods_of[code])}
        for code, said, is_of_it in found.filter(pl.col("beneath") == "")
        .select("indicator", pl.col("message").cast(pl.String), "is_of_the_figure")
        .iter_rows()
        if _helps(off[code], said, is_of_the_figure=is_of_it)
    ]


def _helps(line: Line, said: str, *, is_of_the_figure: bool) -> bool:
    if said in OPPOSITE:
        return OPPOSITE[said] not in (line["trend_previous"], line["trend_like"])
    return said in FORETOLD or (said in BY_CHANCE and is_of_the_figure)


def _rated(lines: Iterable[Line], view: View) -> pl.DataFrame:
    """The figures of the lines with what their ratings mean, now and in the report before."""
    groups, before = _groups(view.schemes), _before(view)
    earlier = {line["indicator"]: line for line in before.of("indicator")} if before else {}
    then = _groups(before.of("scheme")) if before else groups
    rows = []
    for line in lines:
        was = earlier.get(line["indicator"])
        period = was["period"] if was else line["previous_period"]
        group = _group(was, then) if was else groups.get((line["scheme"], line["previous_rating"] or ""))
        said = {name: line[name] for name in ("indicator", "period", "polarity", "aggregation", "basis")}
        value = None if line["value"] is None else float(line["value"])
        rows.append(
            {
                **said,
                "value": value,
                "rating_group": _group(line, groups),
                "previous_period": period,
                "previous_group": group,
            }
        )
    return pl.DataFrame(rows, schema=saying.RATED)


def _before(view: View) -> Sealed | None:
    """The frozen position of the report before, where it was frozen by the view's moment."""
    code = periods.previous(periods.parse(view.period)).code
    if not positions.is_frozen(code):
        return None
    found = positions.sealed(code)
    return found if found.known_at <= view.known_at else None


def _groups(schemes: Iterable[Line]) -> Groups:
    """What each band of each scheme means: met, near or missed."""
    return {(scheme["code"], band["code"]): band["group"] for scheme in schemes for band in scheme["bands"]}


def _group(line: Line, groups: Groups) -> str | None:
    return groups.get((line["scheme"], line["rating"] or ""))
