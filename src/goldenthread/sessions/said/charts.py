"""Charts: the control chart or run chart of one indicator, with its figures as a table."""

from __future__ import annotations

import polars as pl

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.charts import plots
from goldenthread.documents.charts.timed import reading as drawn
from goldenthread.documents.charts.timed.specs import ControlChart, RunChart
from goldenthread.methods.spc import words as process_control
from goldenthread.sessions.said import words
from goldenthread.sessions.said.look import Look

COLUMNS = (
    c.Column("Period", share=36),
    c.Column("Figure", "value", share=24),
    c.Column("What it speaks of, and the limits or median", share=40),
)
SPEAKS = {
    "special_cause_improvement": "better than chance",
    "special_cause_concern": "worse than chance",
    "special_cause_neutral_high": "higher than chance",
    "special_cause_neutral_low": "lower than chance",
}

SIDES = {1: "above the median", 0: "on the median", -1: "below the median"}


def figure(row: words.Row, look: Look, id: str) -> c.Figure | None:
    """The chart of a message's row, with its table; None where the indicator has no chart."""
    if row["chart"] == "none":
        return None
    points = look.charts.points.filter(pl.col("indicator") == row["indicator"])
    if row["chart"] == "run":
        points = points.filter(pl.col("centre").is_not_null())
    if points["value"].count() == 0:
        return None
    line = look.lines[row["indicator"]]
    plot = _plot(row, points, line, look)
    title = f"{row['indicator']} {line['name']}"
    twin = c.rows_table(
        f"{id}-table",
        f"{title}: the figures of the chart",
        COLUMNS,
        tuple(_rows(points, line)),
    )
    return c.Figure(id, (c.Drawing(title, plots.finding(plot), plot),), twin)


def _plot(row: words.Row, points: pl.DataFrame, line: words.Row, look: Look) -> ControlChart | RunChart:
    name, of = line["name"], words.measure(line)
    labels = [words.label(period) for period in points["period"]]
    if row["chart"] == "run":
        return drawn.run(points, _series(row), name=name, measure=of, periods=labels)
    starts = look.charts.starts.filter(pl.col("indicator") == row["indicator"]).drop_nulls("date")
    whys = dict(starts.select("date", "reason").iter_rows())
    return drawn.control(
        points, _groups(row, points), name=name, measure=of, periods=labels, whys=whys, for_staff=True
    )


def _series(row: words.Row) -> pl.DataFrame:
    """What a run chart says, in the columns of `run_chart.RunChart.series`."""
    said = {
        "median": row["centre"],
        "longest_run": row["longest_run"],
        "longest_run_limit": row["longest_run_limit"],
        "variation": row["runs"],
        "obstacle": "" if row["runs"] else row["remark"],
    }
    return pl.DataFrame([said])


def _groups(row: words.Row, points: pl.DataFrame) -> pl.DataFrame:
    """The average and limits between rebases, in the columns of `spc.Chart.groups`."""
    last = pl.col("rebase_group") == points["rebase_group"][-1]
    groups = points.group_by("rebase_group", maintain_order=True).agg(
        mean=pl.col("centre").first(),
        lpl=pl.col("lower").first(),
        upl=pl.col("upper").first(),
        is_trial=pl.col("is_trial").first().fill_null(value=False),
    )
    return groups.with_columns(
        is_latest=last,
        obstacle=pl.when(pl.col("lpl").is_null()).then(pl.lit("no limits")).otherwise(pl.lit("")),
        variation_icon=pl.when(last).then(
            pl.lit(row["variation_icon"], dtype=process_control.VARIATION_ICONS)
        ),
        assurance_icon=pl.when(last).then(
            pl.lit(row["assurance_icon"], dtype=process_control.ASSURANCE_ICONS)
        ),
    )


def _rows(points: pl.DataFrame, line: words.Row) -> list[c.Row]:
    of = words.measure(line)
    return [
        c.Row(
            c.line(words.label(each["period"])),
            (
                c.line("missing" if each["value"] is None else wording.figure(each["value"], of)),
                c.line(_speaks(each), c.Quiet(words.limits(each, line))),
            ),
        )
        for each in points.iter_rows(named=True)
    ]


def _speaks(point: words.Row) -> str:
    """What a point of a control chart speaks of; on which side of its median one of a run chart lies."""
    if point["value"] is None:
        return "nothing"
    if point["chart"] == "run":
        return SIDES[point["side"] or 0]
    return SPEAKS.get(point["point_type"] or "", "chance")
