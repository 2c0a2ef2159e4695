"""Reading: control charts and run charts to be drawn, from what the rule book found of one series."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import polars as pl

from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.timed.specs import ControlChart, Event, Level, PointKind, RunChart
from goldenthread.documents.wording.measures import Amount, Measure
from goldenthread.methods import run_chart

KINDS: Final[dict[str, PointKind]] = {
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
    "special_cause_neutral_high": "change",
    "special_cause_neutral_low": "change",
}
REBASED: Final = "rebased"
BY_CHANCE: Final = "The figures vary by chance alone."
LONG_RUN: Final = "More figures in a row are on one side of the median than chance explains."
FEW_CROSSINGS: Final = "The figures cross their median fewer times than chance explains."


def control(
    points: pl.DataFrame,
    groups: pl.DataFrame,
    *,
    name: str,
    measure: Measure,
    periods: Sequence[str],
    whys: Mapping[date, str] | None = None,
    target: Sequence[Amount | None] = (),
    events: tuple[Event, ...] = (),
    for_staff: bool = False,
) -> ControlChart:
    """One series of a `spc.Chart`: its rows of `points` and of `groups`, each in their order.

    `periods` are the points' labels; `whys` says by date why limits start anew. `target` may step; without
    it the target of the chart stands all along. Icons are drawn `for_staff` alone. Raises NotAChart, also for
    rows of several series.
    """
    _check_one(groups.filter("is_latest").height)
    starts = points["rebase_group"].rle_id().to_list()
    levels = []
    for number, row in enumerate(groups.iter_rows(named=True)):
        start = starts.index(number)
        why = (whys or {}).get(points["date"][start], REBASED) if start else ""
        levels.append(Level(start, row["mean"], row["lpl"], row["upl"], why))
    latest = groups.row(-1, named=True)
    return ControlChart(
        name,
        measure,
        tuple(periods),
        tuple(points["value"]),
        tuple(levels),
        tuple(KINDS.get(each or "", "chance") for each in points["point_type"]),
        tuple(target) or _target(points),
        events,
        (latest["variation_icon"] or "") if for_staff and not latest["obstacle"] else "",
        (latest["assurance_icon"] or "") if for_staff and not latest["obstacle"] else "",
        is_trial=latest["is_trial"],
    )


def run(
    points: pl.DataFrame,
    series: pl.DataFrame,
    *,
    name: str,
    measure: Measure,
    periods: Sequence[str],
    target: Sequence[Amount | None] = (),
    events: tuple[Event, ...] = (),
) -> RunChart:
    """One series of a `run_chart.RunChart`: its rows of `points` and its row of `series`.

    The points of a run that is too long are marked, by the measure's polarity. Raises NotAChart, also for
    rows of several series.
    """
    _check_one(series.height)
    row = series.row(0, named=True)
    if row["median"] is None:
        raise NotAChart("a chart needs one value at least; say in words that there is none")
    return RunChart(
        name,
        measure,
        tuple(periods),
        tuple(points["value"]),
        row["median"],
        _kinds(points, row["longest_run_limit"], measure.polarity),
        tuple(target),
        events,
        _said(row),
    )


def _check_one(count: int) -> None:
    if count != 1:
        raise NotAChart(f"a chart is of one series, and these rows are of {count}")


def _target(points: pl.DataFrame) -> tuple[Amount | None, ...]:
    return () if points["target"].null_count() == points.height else tuple(points["target"])


def _kinds(points: pl.DataFrame, limit: int | None, polarity: str) -> tuple[PointKind, ...]:
    """Of each point whether it is in a run longer than `limit`; points on the median and gaps break none."""
    good = {"higher": 1, "lower": -1}.get(polarity, 0)
    kinds: list[PointKind] = ["chance"] * points.height
    if limit is None:
        return tuple(kinds)
    useful = [(i, side) for i, side in enumerate(points["side"]) if side]
    first = 0
    for last in range(1, len(useful) + 1):
        if last < len(useful) and useful[last][1] == useful[first][1]:
            continue
        if last - first > limit:
            side = useful[first][1]
            kind: PointKind = "change" if not good else "improvement" if side == good else "concern"
            for i, _ in useful[first:last]:
                kinds[i] = kind
        first = last
    return tuple(kinds)


def _said(row: Mapping[str, object]) -> str:
    """What the runs tell, in a sentence; why nothing, where they cannot be assessed."""
    if row["obstacle"]:
        return "There are too few figures to tell a change from chance."
    if row["variation"] == run_chart.RANDOM:
        return BY_CHANCE
    return LONG_RUN if int(str(row["longest_run"])) > int(str(row["longest_run_limit"])) else FEW_CROSSINGS
