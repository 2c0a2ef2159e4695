"""Folder: a table to protect as it lies on disk, its inner cells and what their columns are."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from goldenthread.methods.disclosure import trees

INNER = ("inner.csv", "inner.csv.gz")
META = "meta.json"


class FolderNotUnderstood(ValueError):
    """The folder does not hold a table; the message names the file and what it should hold."""


def read(folder: Path, *, threshold: int = 4) -> trees.Table:
    """The table of a folder: `inner.csv` or `inner.csv.gz`, and `meta.json`, which names its dimensions.

    `meta.json` has `dims`: for each dimension its level columns, top level first. The inner file has those
    columns and `freq`. Raises FolderNotUnderstood, and what `trees.build` raises.
    """
    if not folder.is_dir():
        raise FolderNotUnderstood(f"there is no folder {folder}: give one that holds {META} and {INNER[0]}")
    dimensions = _dimensions(folder / META)
    place = next((folder / name for name in INNER if (folder / name).is_file()), None)
    if place is None:
        raise FolderNotUnderstood(f"{folder} holds neither {INNER[0]} nor {INNER[1]}")
    try:
        rows = pl.read_csv(place, infer_schema=False)
    except (PolarsError, gzip.BadGzipFile, UnicodeDecodeError) as error:
        raise FolderNotUnderstood(f"{place} is not a table in CSV: {str(error).splitlines()[0]}") from error
    return trees.build(rows, dimensions, threshold=threshold)


def _dimensions(place: Path) -> dict[str, tuple[str, ...]]:
    if not place.is_file():
        raise FolderNotUnderstood(f"{place} is missing: it names the level columns of each dimension")
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except ValueError as error:
        raise FolderNotUnderstood(f"{place} is not JSON: {error}") from error
    dimensions = found.get("dims") if isinstance(found, dict) else None
    if not isinstance(dimensions, dict) or not dimensions or not all(map(_is_levels, dimensions.values())):
        raise FolderNotUnderstood(
            f'{place} needs "dims", for each dimension a list of its level columns from the top: '
            '{"dims": {"area": ["district", "ward"]}}'
        )
    levels = [level for names in dimensions.values() for level in names]
    if len(set(levels)) != len(levels):
        raise FolderNotUnderstood(f"{place} names a level column twice: {', '.join(levels)}")
    return {name: tuple(levels) for name, levels in dimensions.items()}


def _is_levels(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(name, str) for name in found)
