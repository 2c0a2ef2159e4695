"""Benchmarks: run them, print a table of each, keep the figures in build/bench/NAME.json.

`python -m bench.run` runs every bench/NAME.py, `python -m bench.run NAME` one. Such a module has
`rows() -> list[dict]`, each with `case`, `measure`, `value`, `unit`, `limit` (None: no limit) and `ok`.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
RESULTS = HERE.parent / "build" / "bench"

COLUMNS = ("case", "measure", "value", "unit", "limit", "ok")

Row = dict[str, Any]


class RowNotUnderstood(ValueError):
    """A benchmark returned a row without the columns of a result."""


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks asked for; 1 if a limit was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Run the benchmarks.")
    parser.add_argument("name", nargs="?", choices=names(), help="one benchmark; without it, all of them")
    wanted = parser.parse_args(arguments).name
    all_kept = True
    for name in [wanted] if wanted else names():
        started = perf_counter()
        rows = checked(importlib.import_module(f"bench.{name}").rows(), name)
        keep(rows, RESULTS / f"{name}.json")
        show(rows, f"{name} ({perf_counter() - started:.1f} s)")
        all_kept &= all(row["ok"] for row in rows)
    return 0 if all_kept else 1


def names() -> list[str]:
    """The benchmarks there are: modules of this folder that define `rows`."""
    return sorted(
        path.stem
        for path in HERE.glob("*.py")
        if "\ndef rows(" in path.read_text(encoding="utf-8") and path.stem != "run"
    )


def checked(rows: list[Row], name: str) -> list[Row]:
    """The rows, if each has exactly the columns of a result."""
    for row in rows:
        if set(row) != set(COLUMNS):
            raise RowNotUnderstood(f"bench/{name}.py gave {sorted(row)}; a row has {sorted(COLUMNS)}")
    return rows


def keep(rows: list[Row], path: Path) -> None:
    """Write the rows as JSON, one row a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps({column: row[column] for column in COLUMNS}) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def show(rows: list[Row], title: str) -> None:
    """Print the rows as a table."""
    table = Table(title=title, title_justify="left")
    for column in COLUMNS:
        table.add_column(column, justify="right" if column in ("value", "limit") else "left")
    for row in rows:
        table.add_row(*(as_text(row[column]) for column in COLUMNS))
    Console().print(table)


def as_text(value: object) -> str:
    """A cell of the table."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "NO"
    return f"{value:,.4g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
