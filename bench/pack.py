"""The pack of a frozen quarter in every format from a warm database: Larkhythe, and the same many times over.

Each measurement is a process of its own, each figure the median of a few. Seconds are user and system time of
the process from the first question to the database until the files are written: what may leave is decided and
proved in every run, as for a first release. Not among them, each with a row of its own, are the start of the
program with its imports, and the recording of the release, which writes to the database.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.pack_once import PARTS

LARKHYTHE, LARGE = "Larkhythe", "16x"
# How many times over the indicators of Larkhythe stand, and what the pack may cost in CPU seconds.
COPIES = {LARKHYTHE: 1, "4x": 4, "500 indicators": 8, LARGE: 16}
LIMITS = {LARKHYTHE: 4.0, "500 indicators": 15.0}
MEMORY = {LARKHYTHE: 600.0}
# All of a PDF against the typesetter's part of it.
PDF_SHARE = 1.5
# Cost per indicator from the smallest to the larger ones may be measured a little unevenly.
LINEAR = 1.5
REPEATS = 3

Row = dict[str, Any]
Figures = dict[str, float]


def rows() -> list[Row]:
    """Every size, then how the cost grows between them."""
    found, costs = [], {}
    for case, copies in COPIES.items():
        with tempfile.TemporaryDirectory() as folder:
            _child("bench.pack_council", folder, str(copies))
            figures = _median("pack", folder)
            found += _of_size(case, figures)
            if case == LARKHYTHE:
                found.append(_against_the_typesetter(folder))
        costs[case] = figures["pack"] / figures["indicators"]
    return [*found, *(_growth(case, costs) for case in ("4x", LARGE))]


def _growth(case: str, costs: Figures) -> Row:
    growth = costs[case] / costs[LARKHYTHE]
    return _row(f"{case} against 1x", "growth per indicator", growth, "times", LINEAR)


def _of_size(case: str, figures: Figures) -> Iterator[Row]:
    size = f"{case} ({figures['indicators']:.0f} indicators)"
    yield _row(size, "pack in all formats", figures["pack"], "s CPU", LIMITS.get(case))
    for part in PARTS:
        yield _row(size, f"of these, {part}", figures[part], "s CPU", None)
    yield _row(size, "start of the program and imports", figures["start"], "s CPU", None)
    yield _row(size, "recording the release", figures["recording"], "s CPU", None)
    yield _row(size, "peak memory", figures["memory"], "MiB", MEMORY.get(case))
    yield _row(size, "written", figures["size"], "MiB", None)


def _against_the_typesetter(folder: str) -> Row:
    _child("bench.pack_once", folder, "prepare", folder)
    whole, alone = (_median(mode, folder)["seconds"] for mode in ("pdf", "typeset"))
    return _row(LARKHYTHE, "PDF against its typesetting alone", whole / alone, "times", PDF_SHARE)


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> Row:
    ok = limit is None or value <= limit
    return {"case": case, "measure": measure, "value": value, "unit": unit, "limit": limit, "ok": ok}


def _median(mode: str, folder: str) -> Figures:
    """Each figure of the measurement, the median of a few processes."""
    runs = [_measured(mode, folder) for _ in range(REPEATS)]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _measured(mode: str, folder: str) -> Figures:
    found: Figures = json.loads(_child("bench.pack_once", folder, mode, folder).splitlines()[-1])
    return found


def _child(module: str, folder: str, *words: str) -> str:
    """What a module says, run with the database in the folder."""
    environment = {
        **os.environ,
        "GOLDENTHREAD_DATABASE": str(Path(folder) / "bench.sqlite3"),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
    }
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
