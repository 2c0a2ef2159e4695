"""Messages: what each indicator of a view says, from its frozen rating and the chart known at that moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import polars as pl

from goldenthread.assessments.messages import saying
from goldenthread.assessments.variation import reading
from goldenthread.assessments.variation.reading import Reading
from goldenthread.methods import periods
from goldenthread.organisation import queries as organisation
from goldenthread.positions import queries as positions
from goldenthread.positions.queries import Sealed
from goldenthread.scorecards.views import View

Line = Mapping[str, Any]
Groups = Mapping[tuple[str, str], str]


def read(view: View, *, only: Collection[str] | None = None) -> tuple[pl.DataFrame, Reading]:
    """The message of each indicator of a view, as `saying.of` gives it, and the charts that it rests on.

    Ratings are those of the view. That of the report before is the one that was frozen, where it was by the
    view's moment; else the one that the view itself gives it. `only` keeps some indicators.
    """
    lines = [line for line in view.lines if only is None or line["indicator"] in only]
    found = reading.read(
        report_period=view.period,
        position_date=view.position_date,
        known_at=view.known_at,
        area=organisation.council(on=view.position_date, known_at=view.known_at).area,
        only=[line["indicator"] for line in lines],
    )
    report = periods.parse(view.period)
    every = (report.end.year - report.start.year) * 12 + report.end.month - report.start.month + 1
    return saying.of(found, _rated(lines, view), every=every), found


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
