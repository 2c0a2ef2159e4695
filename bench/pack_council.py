"""A council for the benchmark of packs, in an empty database: `python -m bench.pack_council COPIES`."""

import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "larkhythe"
PERIOD = "2023-24-Q2"
NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
FROZEN = datetime(2023, 11, 10, 17, tzinfo=UTC)
BY = "Bench"

ANEW = "-x"
"""What the codes of copies have and no others."""


def make(copies: int) -> None:
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
    import django

    django.setup()
    make(int(sys.argv[1]))
