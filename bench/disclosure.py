"""Disclosure control: how much is hidden and how long that takes, on the reference tables.

The tables lie in ../shared/reference/disclosure (or $GOLDENTHREAD_TABLES); those that are not stored are made
by its gen.py. Each measurement is a process of its own. Times are those of a second call in the process; what
the first call takes beyond is a row of its own, with an empty cache of compiled code and with a full one.
"""

import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from bench import disclosure_release

TABLES = Path(
    os.environ.get("GOLDENTHREAD_TABLES", Path(__file__).resolve().parents[2] / "shared/reference/disclosure")
)
# Beside the presets of gen.py: one table, then each side doubled, and doubled again.
SIZES = {
    "1x": {"geo": [6, 24], "team": [2, 6, 24], "cat": [9]},
    "4x": {"geo": [12, 48], "team": [4, 12, 48], "cat": [9]},
    "16x": {"geo": [24, 96], "team": [8, 24, 96], "cat": [9]},
}
MEAN = 12
FIRST_CALL = 5.0
MEMORY_MB = 2_000
# Quicker than this is measured several times.
QUICK = 2.0
REPEATS = 5
# Growth per cell from the smallest to the largest table: what is left of a row is longer in a larger one.
GROWTH = 4.0


@dataclass(frozen=True)
class Case:
    """A table, a level, and how far to go: `rounds` 0 is one pass, None what the size suggests.

    The limits are of seconds, hidden cells beside the primary ones, and the sum of their counts.
    """

    table: str
    what: str
    level: str = "rank"
    rounds: int | None = None
    seconds: float | None = None
    cells: int | None = None
    summed: int | None = None
    width: int = 1


CASES = (
    Case("g1k_s1", "one pass", rounds=0),
    Case("g1k_s1", "30 rounds", rounds=30, seconds=0.2, cells=175, summed=3972),
    Case("g1k_s1", "400 rounds (stretch 160 / 3,755 in 2 s)", rounds=400),
    Case("2d20k_s1", "one pass", rounds=0),
    Case("2d20k_s1", "120 rounds", rounds=120, seconds=1.0, cells=769, summed=7338),
    Case("2d20k_s1", "1,800 rounds (stretch 727 / 7,249 in 10 s)", rounds=1800),
    Case("g10k_s1", "one pass, a first answer", rounds=0, seconds=0.5),
    Case("g10k_s1", "1,000 rounds", rounds=1000, seconds=15.0, cells=852, summed=10199),
    Case("g10k_s1", "2,500 rounds (stretch 800 / 10,000)", rounds=2500),
    Case("g100k_s1", "one pass, a first answer", rounds=0, seconds=5.0),
    Case("g100k_s1", "1,000 rounds (stretch 8,179 / 119,678)", seconds=60.0, cells=8250, summed=120450),
    Case("g1m_s1", "one pass (stretch 30 s)", seconds=90.0),
    Case("g1k_s1", "6 rounds", "rule-aware", seconds=1.0, cells=207, summed=4481),
    Case("g10k_s1", "6 rounds (stretch 1,107 / 12,849)", "rule-aware", seconds=8.0, cells=1107, summed=13035),
    Case("2d20k_s1", "6 rounds", "rule-aware", seconds=10.0),
    Case("g30k_s1", "6 rounds", "rule-aware", seconds=30.0),
    Case("g100k_s1", "2 rounds", "rule-aware", seconds=300.0),
    Case("g1k_s1", "width 1", "witness"),
    Case("g10k_s1", "width 1", "witness", seconds=60.0),
    Case("g10k_s1", "width 2", "witness", width=2),
)


def rows() -> list[dict[str, Any]]:
    """A quarter's release; where the tables are, every case, the first call, the cost at 1x, 4x and 16x."""
    with tempfile.TemporaryDirectory() as made:
        found = _releases(Path(made))
        if not (TABLES / "gen.py").is_file():
            print(f"The reference tables are not in {TABLES}: name their folder in GOLDENTHREAD_TABLES.")
            return found
        found += [row for case in CASES for row in _rows_of(case, _measured(case, Path(made)))]
        return found + _first_calls(Path(made)) + _growth(Path(made))


def _releases(made: Path) -> list[dict[str, Any]]:
    """A quarter's release with everything linked and the proof, in a fresh process (stretch 3 s)."""
    limit, found = disclosure_release.SECONDS, []
    for name, got in disclosure_release.measured(made):
        size = f"{name}: {got['cells']:,} cells, {got['sums']:,} sums, {got['small']:,} small"
        found += [
            _row(size, "start to end, a fresh process", got["wall"], "s", limit),
            _row(size, "start to end, CPU", got["cpu"], "s CPU", limit),
            _row(size, "tables of the proof", got["tables"], "", None),
            _row(size, "faults of the proof", got["faults"], "", 0),
        ]
    return found


def _rows_of(case: Case, got: dict[str, float]) -> list[dict[str, Any]]:
    name = f"{case.table}, {case.level}, {case.what}"
    memory = MEMORY_MB if case.table.startswith("g1m") else None
    return [
        _row(name, "hidden beside the primary", got["cells"], "cells", case.cells),
        _row(name, "sum of their counts", got["summed"], "", case.summed),
        _row(name, "warm", got["wall"], "s", case.seconds),
        _row(name, "warm, CPU", got["cpu"], "s CPU", case.seconds),
        _row(name, "memory at most", got["memory"], "MB", memory),
        _row(name, "primary cells open", got["open"], "cells", 0),
    ]


def _first_calls(made: Path) -> list[dict[str, Any]]:
    """What a first call takes beyond a second, numba's import included."""
    case = Case("g1k_s1", "first call", rounds=0)
    with tempfile.TemporaryDirectory() as cache:
        empty, full = (_measured(case, made, NUMBA_CACHE_DIR=cache) for _ in range(2))
    found = []
    for what, got, limit in (("empty", empty, FIRST_CALL), ("full", full, None)):
        for clock, unit in (("wall", "s"), ("cpu", "s CPU")):
            extra = got[f"first {clock}"] - got[clock]
            found.append(_row(f"first call, {what} cache of compiled code", "extra", extra, unit, limit))
    return found


def _growth(made: Path) -> list[dict[str, Any]]:
    found, each = [], {}
    for size in SIZES:
        got = _measured(Case(f"{size}_s1", "one pass", rounds=0), made)
        each[size] = got["cpu"] / got["size"]
        found.append(
            _row(f"{size}: {int(got['size']):,} cells, rank, one pass", "warm", got["cpu"], "s CPU", None)
        )
    found.append(_row("16x against 1x", "growth per cell", each["16x"] / each["1x"], "times", GROWTH))
    return found


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    ok = limit is None or value <= limit
    return {"case": case, "measure": measure, "value": value, "unit": unit, "limit": limit, "ok": ok}


def _measured(case: Case, made: Path, **environment: str) -> dict[str, float]:
    folder = _folder(case.table, made)
    words = [
        sys.executable,
        "-m",
        "bench.disclosure",
        str(folder),
        case.level,
        json.dumps(case.rounds),
        str(case.width),
    ]
    done = subprocess.run(
        words, env={**os.environ, **environment}, check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _folder(table: str, made: Path) -> Path:
    """Where a table lies; one that is not stored is made, as `PRESET_sSEED`."""
    for place in (TABLES / table, made / table):
        if place.is_dir():
            return place
    spec = importlib.util.spec_from_file_location("gen", TABLES / "gen.py")
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    generator.PRESETS |= {name: (dimensions, MEAN) for name, dimensions in SIZES.items()}
    preset, seed = table.rsplit("_s", 1)
    generator.make(preset, int(seed), str(made))
    return made / table


def _measure(folder: Path, level: str, rounds: int | None, width: int) -> dict[str, float]:
    """In the child: the first call, then as many as it takes to tell how long one is."""
    from goldenthread.cli.commands.disclosure import folder as reading
    from goldenthread.methods.disclosure.protection import Level

    table = reading.read(folder)

    def protect() -> Any:
        from goldenthread.methods.disclosure.protect import protect

        return protect(table.system, level=Level(level), width=width, basis=table.basis, rounds=rounds)

    first = _timed(protect)
    later = [_timed(protect)]
    while len(later) < REPEATS and later[0][0] < QUICK:
        later.append(_timed(protect))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    made = later[0][2]
    cells, summed = made.loss(table.system)
    return {
        "first wall": first[0],
        "first cpu": first[1],
        "wall": median(each[0] for each in later),
        "cpu": median(each[1] for each in later),
        "memory": memory,
        "size": len(table.system),
        "cells": cells,
        "summed": summed,
        "open": _open(table, made),
    }


def _open(table: Any, made: Any) -> int:
    """How many primary cells come out: by the sums alone at `rank`, by the whole attack above it."""
    from goldenthread.methods.disclosure import attack, rank
    from goldenthread.methods.disclosure.protection import Level

    hidden = made.hidden(table.system)
    if made.level is Level.RANK:
        return len(rank.exposed(table.system, hidden, basis=table.basis))
    return len(attack.recovered(table.system, hidden))


def _timed(work: Any) -> tuple[float, float, Any]:
    wall, cpu = perf_counter(), process_time()
    done = work()
    return perf_counter() - wall, process_time() - cpu, done


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]), int(sys.argv[4]))))
