"""A workbook of 100,000 rows into SQLite, against reading it with calamine alone in the same run."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

ROWS = 100_000
LIMITS = {"import": 5.0, "import again": 4.0}
SIZES = {"1x": ROWS // 4, "4x": ROWS, "16x": 4 * ROWS}
# Growth per row from the smallest to the largest may be measured a little unevenly.
LINEAR = 1.5
MEMORY_MB = 4_000
REPEATS = 3

INDICATORS, WARDS = 60, 22
NOW = datetime(2026, 6, 1, tzinfo=UTC)
KNOWN = datetime(2026, 5, 20, tzinfo=UTC)
EVERY_BAD, EVERY_DOUBTFUL = 200, 500

MAPPING = """\
mapping: bench
title: Many rows
tables:
  - header: {find: [Indicator, Value]}
    indicator: {column: Indicator}
    area: {column: Ward}
    period: {column: Period, as: month}
    numerator: {column: Number}
    denominator: {column: Out of}
    value: {column: Value}
    status: {column: Status}
    note: {column: Note}
"""


def rows() -> list[dict[str, Any]]:
    """Each size in a process of its own, so that its memory is its own."""
    results = {case: _measured(size) for case, size in SIZES.items()}
    found = []
    for measure, limit in LIMITS.items():
        ratio = results["4x"][measure] / results["4x"]["calamine"]
        found.append(_row(f"{ROWS:,} rows", f"{measure}, times calamine", ratio, "times", limit))
    for case, size in SIZES.items():
        for measure in ("calamine", *LIMITS):
            found.append(_row(f"{case}: {size:,} rows", measure, results[case][measure], "s CPU", None))
        found.append(
            _row(f"{case}: {size:,} rows", "memory at most", results[case]["memory"], "MB", MEMORY_MB)
        )
    for measure in LIMITS:
        small, large = (results[case][measure] / SIZES[case] for case in ("1x", "16x"))
        found.append(_row("16x against 1x", f"{measure}, growth per row", large / small, "times", LINEAR))
    found.append(_row(f"{ROWS:,} rows", "findings", results["4x"]["findings"], "", None))
    return found


def _row(case: str, measure: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    ok = limit is None or value <= limit
    return {"case": case, "measure": measure, "value": value, "unit": unit, "limit": limit, "ok": ok}


def _measured(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "GOLDENTHREAD_DATABASE": f"{folder}/bench.sqlite3"}
        environment["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
        words = [sys.executable, __file__, str(size), folder]
        done = subprocess.run(words, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _measure(size: int, folder: Path) -> dict[str, float]:
    """In the child: CPU seconds of each, the median of a few where nothing is kept."""
    path = folder / "many.xlsx"
    subprocess.run([sys.executable, __file__, "make", str(size), str(path)], check=True)
    from python_calamine import CalamineWorkbook

    def alone() -> object:
        book = CalamineWorkbook.from_path(path)
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]

    # Before anything else is loaded, so that it is alone indeed.
    calamine = median(_timed(alone)[0] for _ in range(REPEATS))
    _make_council()
    from goldenthread.collection import actions, mapping

    read = mapping.read(MAPPING.encode(), "bench.yaml")

    def by_us() -> Any:
        return actions.import_file(path=path, mapping=read, known_from=KNOWN, by="Bench", at=NOW)

    first, done = _timed(by_us)
    again = median(_timed(by_us)[0] for _ in range(REPEATS))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert done.added + done.refused == size, f"{done.added} added and {done.refused} refused of {size}"
    return {
        "calamine": calamine,
        "import": first,
        "import again": again,
        "memory": memory,
        "findings": len(done.findings),
    }


def _timed(work: Any) -> tuple[float, Any]:
    started = process_time()
    done = work()
    return process_time() - started, done


def _make_council() -> None:
    import django
    from django.conf import settings

    # The tables as the models say, without going through every migration.
    settings.MIGRATION_MODULES = {"goldenthread": None}
    django.setup()
    from django.core.management import call_command

    from goldenthread.indicators import actions as indicators
    from goldenthread.organisation import actions as organisation

    call_command("migrate", run_syncdb=True, verbosity=0)
    stamp = {"effective_from": date(2010, 4, 1), "known_from": datetime(2010, 3, 1, tzinfo=UTC)}
    stamp |= {"reason": "Bench", "approver": "Bench"}
    areas = [{"code": f"W{n:02d}", "name": f"Ward {n}", "kind": "ward"} for n in range(WARDS)]
    council = [{"code": "B", "name": "Bench", "short_name": "Bench", "area": "W00"}]
    said = {"council": council, "areas": areas}
    organisation.load({name: [row | stamp for row in given] for name, given in said.items()}, by="B", at=NOW)
    share = {
        "unit": "%",
        "multiplier": "100",
        "aggregation": "ratio_of_sums",
        "basis": "month",
        "decimals": 1,
    }
    share |= {"polarity": "higher", "frequency": "monthly", "scheme": "standard", "unit_code": "B"}
    defined = [{"code": f"IND{n:02d}", "name": f"Indicator {n}"} | share | stamp for n in range(INDICATORS)]
    indicators.load({"indicators": defined}, by="B", at=NOW)


def _make_workbook(size: int, path: Path) -> None:
    """Long form; every sheet holds at most half a million rows; some rows are bad and some doubtful."""
    from random import Random

    import xlsxwriter

    chance = Random(size)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, ["Indicator", "Ward", "Period", "Number", "Out of", "Value", "Status", "Note"])
    for number in range(size):
        indicator, rest = number % INDICATORS, number // INDICATORS
        ward, month = rest % WARDS, rest // WARDS
        year, in_year = divmod(month, 12)
        total = chance.randint(400, 900)
        top = chance.randint(total // 2, total)
        value = round(100 * top / total, 1) * (10 if number % EVERY_DOUBTFUL == 7 else 1)
        number_cell: Any = "about 40" if number % EVERY_BAD == 3 else top
        labels = [f"IND{indicator:02d}", f"Ward {ward}", f"{1999 + year}-{1 + in_year:02d}"]
        sheet.write_row(number + 1, 0, [*labels, number_cell, total, value, "actual", ""])
    book.close()


if __name__ == "__main__":
    if sys.argv[1] == "make":
        _make_workbook(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(_measure(int(sys.argv[1]), Path(sys.argv[2]))))
