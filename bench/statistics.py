"""Statistics: process control on a scorecard and on ten million points; benchmarking; forecasts."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np
import polars as pl

from goldenthread.methods import benchmarking, forecast, spc

POINTS_A_SERIES = 100
GAPS = 0.05
# Of so many series one is rebased, halfway.
REBASED = 10
AREAS = 50
SIZES = {"1x": 100_000 // 16, "4x": 100_000 // 4, "16x": 100_000}
SCORECARD = (64, 161)
REPEATS = 3

# Figures of so many areas for each comparison; the largest is every figure of a national collection.
PEERS = 330
COMPARED = {"1x": 641_070 // 16, "4x": 641_070 // 4, "16x": 641_070}

# Quarters of so many past years behind each forecast; the year that is forecast has two.
PAST_YEARS = 10

SCORECARD_SECONDS = 0.1
COMPARED_SECONDS = 1.0
TIMES_A_MEAN = 20.0
MEMORY_GB = 4.0
# Growth per point from the smallest to the largest may be measured a little unevenly. Of the program's own
# time: the system clears fresh memory for large frames, and hands used memory out again for small ones.
LINEAR = 1.5

FIRST = date(2015, 1, 1)
KEYS = ("indicator", "area", "breakdown")


def rows() -> list[dict[str, Any]]:
    """The scorecard, then each size in a process of its own, so that its memory is its own."""
    small = _measured("scorecard")
    series, points = SCORECARD
    name = f"{series * points:,} points in {series} series"
    result = [
        _row(name, "computation, CPU", small["cpu"], "s", SCORECARD_SECONDS),
        _row(name, "computation, elapsed", small["wall"], "s", SCORECARD_SECONDS),
    ]
    found = {case: _measured("series", series) for case, series in SIZES.items()}
    for case, got in found.items():
        name = f"{case}: {got['points']:,} points, {SIZES[case]:,} series"
        limit = TIMES_A_MEAN if case == "16x" else None
        result += [
            _row(name, "times a mean, CPU", got["cpu_ratio"], "times", limit),
            _row(name, "times a mean, elapsed", got["wall_ratio"], "times", limit),
            _row(name, "elapsed", got["wall"], "s", None),
            _row(name, "CPU", got["cpu"], "s", None),
            _row(name, "group-by mean, elapsed", got["mean"], "s", None),
            _row(name, "memory at most", got["memory"], "GB", MEMORY_GB if case == "16x" else None),
        ]
    for clock, name, limit in (("user", "own CPU", LINEAR), ("cpu", "CPU with the system's", None)):
        small_one, large_one = (found[case][clock] / found[case]["points"] for case in ("1x", "16x"))
        growth = large_one / small_one
        result.append(_row("16x against 1x", f"growth per point, {name}", growth, "times", limit))
    shuffled = _measured("shuffled", SIZES["4x"])
    name = f"4x, rows in no order: {shuffled['points']:,} points"
    result.append(_row(name, "times a mean, elapsed", shuffled["wall_ratio"], "times", TIMES_A_MEAN))
    return [*result, _row(name, "elapsed", shuffled["wall"], "s", None), *_compared(), *_forecast()]


def _compared() -> list[dict[str, Any]]:
    """Ranks, quartiles, median and MAD of all comparisons in one pass."""
    result, found = [], {case: _measured("compared", rows) for case, rows in COMPARED.items()}
    for case, got in found.items():
        name = f"{case}: {got['points']:,} figures compared among {PEERS} areas"
        limit = COMPARED_SECONDS if case == "16x" else None
        result += [
            _row(name, "elapsed", got["wall"], "s", limit),
            _row(name, "CPU", got["cpu"], "s", None),
            _row(name, "memory at most", got["memory"], "GB", None),
        ]
    small_one, large_one = (found[case]["user"] / found[case]["points"] for case in ("1x", "16x"))
    return [
        *result,
        _row("16x against 1x", "growth per figure compared, own CPU", large_one / small_one, "times", LINEAR),
    ]


def _forecast() -> list[dict[str, Any]]:
    """The year's end of every series, with its errors in past years."""
    result, found = [], {case: _measured("forecast", series) for case, series in SIZES.items()}
    for case, got in found.items():
        name = f"{case}: {SIZES[case]:,} series forecast from {got['points']:,} figures"
        result += [
            _row(name, "elapsed", got["wall"], "s", None),
            _row(name, "CPU", got["cpu"], "s", None),
            _row(name, "memory at most", got["memory"], "GB", MEMORY_GB if case == "16x" else None),
        ]
    small_one, large_one = (found[case]["user"] / found[case]["points"] for case in ("1x", "16x"))
    growth = _row("16x against 1x", "growth per forecast, own CPU", large_one / small_one, "times", LINEAR)
    return [*result, growth]


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    ok = limit is None or value <= limit
    return {
        "case": case,
        "measure": measure,
        "value": round(value, 4),
        "unit": unit,
        "limit": limit,
        "ok": ok,
    }


def _measured(what: str, series: int = 0) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.statistics", what, str(series)]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    )
    return found


def measure(what: str, series: int) -> dict[str, float]:
    """Both in turn over the same frame, a few times: the medians of their ratios and of their times."""
    if what == "scorecard":
        series, points = SCORECARD
        frame, how = observations(series, points)
        timed = sorted(_timed(lambda: spc.chart(frame, how))[:2] for _ in range(5 * REPEATS))
        return dict(zip(("wall", "cpu"), timed[len(timed) // 2], strict=True))
    if what == "compared":
        compared = figures(series)
        return _repeated(lambda: benchmarking.compare(compared), compared.height)
    if what == "forecast":
        past, asked = years(series)
        return _repeated(lambda: forecast.expected(past, asked), past.height)
    frame, how = observations(series, POINTS_A_SERIES)
    if what == "shuffled":
        frame = frame.sample(fraction=1.0, shuffle=True, seed=2)
    runs = []
    for _ in range(REPEATS):
        means = [_timed(lambda: frame.group_by(KEYS).agg(pl.col("value").mean()))[:2] for _ in range(REPEATS)]
        mean = [median(each) for each in zip(*means, strict=True)]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        wall, cpu, result = _timed(lambda: spc.chart(frame, how))
        user = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
        runs.append((*mean, wall, cpu, user, wall / mean[0], cpu / mean[1]))
        del result
    names = ("mean", "mean_cpu", "wall", "cpu", "user", "wall_ratio", "cpu_ratio")
    return {
        "points": frame.height,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        **{name: median(each) for name, each in zip(names, zip(*runs, strict=True), strict=True)},
    }


def _repeated(work: Callable[[], Any], points: int) -> dict[str, float]:
    """The same a few times over: the medians of its times."""
    runs = []
    for _ in range(2 * REPEATS + 1):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        wall, cpu, _ = _timed(work)
        runs.append((wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_utime - before))
    names = ("wall", "cpu", "user")
    return {
        "points": points,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        **{name: median(each) for name, each in zip(names, zip(*runs, strict=True), strict=True)},
    }


def _timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    wall, cpu = perf_counter(), process_time()
    result = work()
    return perf_counter() - wall, process_time() - cpu, result


def observations(series: int, points: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Months of many series with missing ones, and how each is charted; no key is flagged as sorted."""
    random = np.random.default_rng(2023)
    months = pl.date_range(FIRST, pl.lit(FIRST).dt.offset_by(f"{points - 1}mo"), "1mo", eager=True)
    value = random.normal(50, 6, (series, points)).round(2)
    value += np.where(np.arange(points) > points // 2, random.normal(0, 5, (series, 1)), 0)
    flat = value.ravel()
    flat[random.random(len(flat)) < GAPS] = np.nan
    keys = pl.DataFrame(
        {
            "indicator": [f"IND{n // AREAS:05d}" for n in range(series)],
            "area": [f"X0590{n % AREAS:04d}" for n in range(series)],
            "breakdown": "",
        }
    )
    frame = keys[np.repeat(np.arange(series), points)].with_columns(
        pl.Series("date", months).gather(pl.Series(np.tile(np.arange(points), series))),
        pl.Series("value", flat, nan_to_null=True),
    )
    polarities, halfway = ["higher", "lower", "neutral"], months[points // 2]
    how = keys.with_columns(
        pl.Series("polarity", [polarities[n % 3] for n in range(series)]),
        pl.Series("target", random.uniform(35, 65, series)),
        pl.Series("rebases", [[halfway] if n % REBASED == 0 else [] for n in range(series)]),
    )
    return frame, how


def years(series: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Quarters of years to date with their numerators and denominators, some missing, and what is asked."""
    random = np.random.default_rng(2025)
    quarters = 4 * PAST_YEARS + 2
    count = random.integers(0, 400, (series, quarters))
    year = np.arange(quarters) // 4
    for each in np.unique(year):
        count[:, year == each] = count[:, year == each].cumsum(axis=1)
    people = np.repeat(random.integers(1_000, 90_000, (series, 1)), quarters, axis=1)
    value = (1000 * count / people).ravel()
    value[random.random(len(value)) < GAPS] = np.nan
    keys = pl.DataFrame(
        {
            "indicator": [f"IND{n // AREAS:05d}" for n in range(series)],
            "area": [f"X0590{n % AREAS:04d}" for n in range(series)],
        }
    )
    frame = keys[np.repeat(np.arange(series), quarters)].with_columns(
        pl.Series("year", np.tile(year, series)),
        pl.Series("month", np.tile(np.arange(quarters) % 4 * 3 + 3, series)),
        pl.Series("value", value, nan_to_null=True),
        pl.Series("numerator", count.ravel().astype(float)),
        pl.Series("denominator", people.ravel().astype(float)),
    )
    asked = keys.with_columns(year=PAST_YEARS, until=6, shape=pl.lit("to_date"), multiplier=1000.0)
    return frame, asked


def figures(rows: int) -> pl.DataFrame:
    """Figures of many areas, some missing and many equal, comparison by comparison; no key is flagged."""
    random = np.random.default_rng(2024)
    value = random.normal(50, 6, rows).round(1)
    value[random.random(rows) < GAPS] = np.nan
    number, area = np.arange(rows) // PEERS, np.arange(rows) % PEERS
    polarities = np.array(["higher", "lower", "neutral", "range"])
    return pl.DataFrame(
        {
            "indicator": pl.Series([f"IND{n:05d}" for n in range(number[-1] + 1)]).gather(number),
            "area": pl.Series([f"X0590{n:04d}" for n in range(PEERS)]).gather(area),
            "value": pl.Series(value, nan_to_null=True),
            "is_self": area == 0,
            "polarity": polarities[number % len(polarities)],
            "midpoint": 50.0,
        }
    ).with_columns(period=pl.lit("2023-24"), definition=pl.lit("one"), unit=pl.lit("%"))


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
