"""Folder: a table to protect as it lies on disk, its inner cells and what their columns are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from goldenthread.methods.disclosure import trees
from goldenthread.methods.disclosure.policy.terms import Zeros

INNER = ("inner.csv", "inner.csv.gz")
META = "meta.json"
OF_THE_OUTPUT = ("cell", "count", "status")


class FolderNotUnderstood(ValueError):
    """The folder does not hold a table; the message names the file and what it should hold."""


def read(folder: Path, *, threshold: int = 4, zeros: Zeros = "shown") -> trees.Table:
    """The table of a folder: `inner.csv` or `inner.csv.gz`, and `meta.json`, which names its dimensions.

    `meta.json` has `dims`: for each dimension its level columns, top level first. The inner file has those
    columns and `freq`. Raises FolderNotUnderstood, with the file at fault and what `trees.build` finds in it.
    """
    _refuse_none(folder)
    dimensions = _dimensions(folder / META)
    there = [folder / name for name in INNER if (folder / name).is_file()]
    if len(there) != 1:
        held = "both" if there else "neither"
        raise FolderNotUnderstood(f"{folder} holds {held} of {INNER[0]} and {INNER[1]}: it needs one of them")
    try:
        return trees.build(_rows(there[0]), dimensions, threshold=threshold, zeros=zeros)
    except (trees.BadTree, trees.BadCounts) as error:
        raise FolderNotUnderstood(f"{there[0]}: {error}") from error


def policy(folder: Path) -> Any:
    """What `meta.json` holds as `policy`, unread; None where it names none. Raises FolderNotUnderstood."""
    _refuse_none(folder)
    found = _meta(folder / META)
    return found.get("policy") if isinstance(found, dict) else None


def _refuse_none(folder: Path) -> None:
    if not folder.is_dir():
        raise FolderNotUnderstood(f"there is no folder {folder}: give one that holds {META} and {INNER[0]}")


def _rows(place: Path) -> pl.DataFrame:
    """The rows of a file, every value as text; its first line names the columns."""
    try:
        lines = pl.read_csv(place, has_header=False, infer_schema=False)
    except (PolarsError, OSError, UnicodeDecodeError) as error:
        raise FolderNotUnderstood(f"{place} is not a table in CSV: {str(error).splitlines()[0]}") from error
    names = [name or "" for name in lines.row(0)]
    if twice := [name for number, name in enumerate(names) if name in names[:number]]:
        raise FolderNotUnderstood(f"{place} has the column {twice[0] or '(without a name)'} twice")
    return lines.slice(1).rename(dict(zip(lines.columns, names, strict=True)))


def _meta(place: Path) -> Any:
    if not place.is_file():
        raise FolderNotUnderstood(f"{place} is missing: it names the level columns of each dimension")
    try:
        return json.loads(place.read_text(encoding="utf-8"), object_pairs_hook=each_once)
    except (ValueError, RecursionError) as error:
        raise FolderNotUnderstood(f"{place} is not JSON: {error}") from error


def _dimensions(place: Path) -> dict[str, tuple[str, ...]]:
    found = _meta(place)
    dimensions = found.get("dims") if isinstance(found, dict) else None
    if not isinstance(dimensions, dict) or not dimensions or not all(map(_is_levels, dimensions.values())):
        raise FolderNotUnderstood(
            f'{place} needs "dims", for each dimension a list of its level columns from the top: '
            '{"dims": {"area": ["district", "ward"]}}'
        )
    levels = [level for names in dimensions.values() for level in names]
    if len(set(levels)) != len(levels):
        raise FolderNotUnderstood(f"{place} names a level column twice: {', '.join(levels)}")
    if trees.FREQ in levels:
        raise FolderNotUnderstood(f"{place} names {trees.FREQ} as a level: that column holds the counts")
    if taken := [name for name in dimensions if name in OF_THE_OUTPUT]:
        raise FolderNotUnderstood(f"{place} calls a dimension {taken[0]}, as a column of what is written is")
    return {name: tuple(levels) for name, levels in dimensions.items()}


def _is_levels(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(name, str) for name in found)


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The names of a JSON object; ValueError where one stands twice, for json would keep the last."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in it")
    return found
