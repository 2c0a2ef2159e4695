"""Rating and both trends of ten million observations, against one plain Polars group-by mean."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np
import polars as pl

from goldenthread.indicators import scheme_presets
from goldenthread.methods import rating, trend

SERIES = 100_000
PERIODS = 100
GAPS = 0.05
AREAS = 50
SIZES = {"1x": SERIES // 16, "4x": SERIES // 4, "16x": SERIES}
REPEATS = 3

TIMES_A_MEAN = 12.0
MEMORY_GB = 4.0
# Growth per row from the smallest to the largest may be measured a little unevenly.
LINEAR = 1.5

KEYS = ("indicator", "area", "breakdown")
# Schemes that start from a column which this frame does not have would rate nothing.
WITHOUT_THEIR_COLUMN = {
    "barnet", "bracknell_forest_contextual", "east_sussex_forecast", "highland_quartile", "nuneaton_ni196",
    "medway_2009",
}  # fmt: skip


def rows() -> list[dict[str, Any]]:
    """Each size in a process of its own, so that its memory is its own."""
    found = {case: _measured(series) for case, series in SIZES.items()}
    result = []
    for case, got in found.items():
        name = f"{case}: {got['rows']:,} rows, {got['schemes']} schemes"
        limit = TIMES_A_MEAN if case == "16x" else None
        result += [
            _row(name, "times a mean, CPU", got["cpu_ratio"], "times", limit),
            _row(name, "times a mean, elapsed", got["wall_ratio"], "times", limit),
            _row(name, "elapsed", got["wall"], "s", None),
            _row(name, "group-by mean, elapsed", got["mean"], "s", None),
            _row(name, "rated", 100 * got["rated"], "%", None),
            _row(name, "memory at most", got["memory"], "GB", MEMORY_GB if case == "16x" else None),
        ]
    small, large = (found[case]["cpu"] / found[case]["rows"] for case in ("1x", "16x"))
    return [*result, _row("16x against 1x", "growth per row", large / small, "times", LINEAR)]


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    return {
        "case": case,
        "measure": measure,
        "value": round(value, 3),
        "unit": unit,
        "limit": limit,
        "ok": limit is None or value <= limit,
    }


def _measured(series: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.assess", str(series)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(series: int) -> dict[str, float]:
    """Both in turn over the same frame, a few times: the medians of their ratios and of their times."""
    frame, schemes = observations(series), _schemes()
    runs = []
    for _ in range(REPEATS):
        means = [_timed(lambda: frame.group_by(KEYS).agg(pl.col("value").mean()))[0] for _ in range(REPEATS)]
        mean = [median(each) for each in zip(*means, strict=True)]
        assessed, result = _timed(lambda: rating.rate(trend.against(frame, every=1), schemes))
        runs.append((*mean, *assessed, assessed[0] / mean[0], assessed[1] / mean[1]))
        rated = 1 - result["rating"].null_count() / result.height
        del result
    names = ("mean", "mean_cpu", "wall", "cpu", "wall_ratio", "cpu_ratio")
    return {
        "rows": frame.height,
        "schemes": frame["scheme"].n_unique(),
        "rated": rated,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        **{name: median(each) for name, each in zip(names, zip(*runs, strict=True), strict=True)},
    }


def _timed(work: Callable[[], pl.DataFrame]) -> tuple[tuple[float, float], pl.DataFrame]:
    wall, cpu = perf_counter(), process_time()
    result = work()
    return (perf_counter() - wall, process_time() - cpu), result


def observations(series: int) -> pl.DataFrame:
    """Months of many series with gaps; sorted by series, and no key is flagged as sorted."""
    random = np.random.default_rng(2023)
    kept = random.random(series * PERIODS) >= GAPS
    place = np.flatnonzero(kept).astype(np.uint32)
    of_series = pl.Series(place // PERIODS)
    indicators = series // AREAS

    def by_indicator(values: list[Any] | np.ndarray) -> pl.Series:
        return pl.Series(values).gather(of_series // AREAS)

    codes, kinds = list(_schemes()), ["absolute", "relative"]
    better = np.where(np.arange(indicators) % 3 == 0, -1.0, 1.0)
    target = random.uniform(40, 90, indicators)
    noise = random.normal(0, 6, len(place))
    return pl.DataFrame(
        {
            "indicator": by_indicator([f"IND{n:05d}" for n in range(indicators)]),
            "area": pl.Series([f"X0590{n:04d}" for n in range(AREAS)]).gather(of_series % AREAS),
            "breakdown": by_indicator([""] * indicators),
            "period": pl.Series([f"{2015 + n // 12}-{n % 12 + 1:02d}" for n in range(PERIODS)]).gather(
                pl.Series(place % PERIODS)
            ),
            "value": (by_indicator(target) + noise).round(2),
            "polarity": by_indicator(["lower" if sign < 0 else "higher" for sign in better]),
            "scheme": by_indicator([codes[n % len(codes)] for n in range(indicators)]),
            "decimals": by_indicator([n % 3 for n in range(indicators)]),
            "target": by_indicator(target),
            "amber": by_indicator(target - 5 * better),
            "lower": by_indicator(target - 5),
            "upper": by_indicator(target + 5),
            "floor": by_indicator(target - 8 * better),
            "benchmark": by_indicator(target + 1),
            "tolerance": by_indicator(np.full(indicators, 5.0)),
            "tolerance_kind": by_indicator([kinds[n % 2] for n in range(indicators)]),
            "deadband": by_indicator(np.full(indicators, 0.5)),
            "deadband_kind": by_indicator([kinds[n % 2] for n in range(indicators)]),
        }
    )


def _schemes() -> dict[str, Any]:
    usable = [code for code in scheme_presets.schemes() if code not in WITHOUT_THEIR_COLUMN]
    return {code: scheme_presets.schemes()[code] for code in usable[:32]}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
