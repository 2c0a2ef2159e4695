"""The HTML pack of a frozen quarter from a warm database: Larkhythe, and the same council many times over."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "larkhythe"
PERIOD = "2023-24-Q2"
NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
FROZEN = datetime(2023, 11, 10, 17, tzinfo=UTC)
BY = "Bench"

# How many times over the 66 indicators stand, and what the pack may cost in CPU seconds.
COPIES = {"Larkhythe": 1, "500 indicators": 8, "4x": 4, "16x": 16}
LIMITS = {"Larkhythe": 2.0, "500 indicators": 8.0}
# Cost per indicator from the smallest to the largest may be measured a little unevenly.
LINEAR = 1.5
REPEATS = 3

ANEW = "-x"
"""What the codes of copies have and no others."""


def rows() -> list[dict[str, Any]]:
    """Each size in a process of its own, from a database made for it."""
    results = {case: _measured(copies) for case, copies in COPIES.items()}
    found = []
    for case, result in results.items():
        size = f"{case} ({result['indicators']:.0f} indicators)"
        found.append(_row(size, "HTML pack", result["pack"], "s CPU", LIMITS.get(case)))
        found.append(_row(size, "of these, gathering and gating", result["gather"], "s CPU", None))
        found.append(_row(size, "written", result["size"] / 1024, "KiB", None))
    small, large = (results[case]["pack"] / results[case]["indicators"] for case in ("Larkhythe", "16x"))
    found.append(_row("16x against 1x", "growth per indicator", large / small, "times", LINEAR))
    return found


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    ok = limit is None or value <= limit
    return {"case": case, "measure": measure, "value": value, "unit": unit, "limit": limit, "ok": ok}


def _measured(copies: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "GOLDENTHREAD_DATABASE": f"{folder}/bench.sqlite3"}
        environment["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
        words = [sys.executable, "-m", "bench.pack", str(copies), folder]
        done = subprocess.run(words, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _measure(copies: int, folder: Path) -> dict[str, float]:
    """In the child: CPU seconds of the whole and of its first half, the median of a few."""
    import django

    django.setup()
    _make_council(copies)
    from goldenthread.publication import folder as folders
    from goldenthread.publication import rendering
    from goldenthread.reports import gather

    whole, gathering = [], []
    for _ in range(REPEATS):
        started = process_time()
        material = gather.material(PERIOD)
        gathering.append(process_time() - started)
        made = rendering.render(material)
        folders.replace(folder / "pack", made.files)
        whole.append(process_time() - started)
        assert not made.failures, made.failures
    return {
        "pack": median(whole),
        "gather": median(gathering),
        "size": sum(map(len, made.files.values())),
        "indicators": len(material.now.sealed.of("indicator")),
    }


def _make_council(copies: int) -> None:
    """Larkhythe with its returns, every indicator so many times over, and both quarters frozen."""
    from django.core.management import call_command

    from goldenthread.council_folder import cycle, load, reading

    call_command("migrate", verbosity=0)
    load.load(folder=FOLDER, by=BY, at=NOW)
    for _ in cycle.bring_in(load.returns(reading.read(FOLDER)), at=NOW):
        pass
    for number in range(1, copies):
        _copy(f"{ANEW}{number}")
    for _ in cycle.freeze_due(by=BY, at=NOW):
        pass


def _copy(suffix: str) -> None:
    """Every indicator once more under another code, with targets, figures and its places on scorecards."""
    import polars as pl

    from goldenthread.audit import versions
    from goldenthread.indicators.models import Indicator, Target
    from goldenthread.observations import actions, ledger
    from goldenthread.scorecards.models import Scorecard

    codes = list(Indicator.objects.exclude(code__contains=ANEW).values_list("code", flat=True).distinct())
    for model in (Indicator, Target):
        found = versions.as_rows(model.objects.filter(code__in=codes))
        versions.add(model, (_anew(row, code=f"{row['code']}{suffix}") for row in found), by=BY, at=NOW)
    layouts = versions.as_rows(Scorecard.objects.exclude(code__contains=ANEW))
    added = (_anew(row, code=f"{row['code']}{suffix}", sections=_lines(row, suffix)) for row in layouts)
    versions.add(Scorecard, added, by=BY, at=NOW)
    known = ledger.series(known_at=FROZEN, areas=["LKH"], breakdowns=[""], indicators=codes)
    copied = known.with_columns(pl.col("indicator") + suffix, cell=pl.col("source"), why=pl.lit(""))
    actions.record(
        observations=copied,
        known_from=FROZEN,
        source=actions.Source(kind="file", name=f"copy{suffix}", digest=suffix, mapping="bench"),
        by=BY,
        at=NOW,
    )


def _anew(row: Mapping[str, Any], **said: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "content_hash"} | said


def _lines(row: Mapping[str, Any], suffix: str) -> list[dict[str, Any]]:
    sections: Iterable[dict[str, Any]] = row["sections"]
    return [{**section, "lines": [f"{line}{suffix}" for line in section["lines"]]} for section in sections]


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]), Path(sys.argv[2]))))
