"""Larkhythe's quarterly release in a process of its own: all of its pack, decided together and proved.

`python -m bench.disclosure_release` is the process: from the start of the program and its imports over all
questions to the database to the table that may leave, with the check of its proof. Its last line is JSON.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.pack_council import NOW, PERIOD

SECONDS = 5.0
FIRST, BEFORE = "nothing out before it", "2023-24-Q1"
REPEATS = 3
PROGRAM = Path(sys.executable).with_name("goldenthread")


def measured(made: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the release of the second quarter takes: alone, then held against the one of the first quarter.

    Each is the case in words, and `wall`, `cpu` (seconds), `cells`, `sums`, `small`, `tables`, `faults`.
    """
    _run(made, "-m", "bench.pack_council", "1")
    yield f"Larkhythe's {PERIOD}, {FIRST}", _median(made)
    _run(made, str(PROGRAM), "report", BEFORE, "--to", str(made / "pack"))
    yield f"Larkhythe's {PERIOD}, the release of {BEFORE} out before it", _median(made)


def _median(made: Path) -> dict[str, Any]:
    runs = [_measured(made) for _ in range(REPEATS)]
    return runs[0] | {clock: median(run[clock] for run in runs) for clock in ("wall", "cpu")}


def _measured(made: Path) -> dict[str, Any]:
    wall, cpu = perf_counter(), _of_children()
    told = _run(made, "-m", "bench.disclosure_release")
    clocks = {"wall": perf_counter() - wall, "cpu": _of_children() - cpu}
    return clocks | dict(json.loads(told.splitlines()[-1]))


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(made: Path, *words: str) -> str:
    """What a program says, run with the database in the folder."""
    environment = {
        **os.environ,
        "GOLDENTHREAD_DATABASE": str(made / "release.sqlite3"),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
    }
    command = [sys.executable, *words]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _decided() -> dict[str, Any]:
    """In the child: the release, and what of it was decided and proved."""
    from goldenthread.methods.disclosure import witness
    from goldenthread.methods.disclosure.system import Role
    from goldenthread.reports.leaving import previewing

    draft = previewing.passed(PERIOD, at=NOW).passed.draft
    kept = draft.protection.witness
    return {
        "cells": len(draft.system),
        "sums": draft.system.sums.shape[0],
        "small": int(draft.system.is_(Role.PRIMARY).sum()),
        "tables": 0 if kept is None else kept.changes.shape[0],
        "faults": len(witness.faults(draft.system, draft.protection)),
    }


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(_decided()))
