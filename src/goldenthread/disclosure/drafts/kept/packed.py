"""Packed: tables, systems and proofs as compressed canonical text, and back."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any, Final

import numpy as np
import polars as pl
from scipy import sparse

from goldenthread.audit import canonical
from goldenthread.methods.disclosure.protection import Level, Protection, Witness
from goldenthread.methods.disclosure.system import NO_LIMIT, System

LEVEL_OF_COMPRESSION: Final = 9


def text(value: Any) -> str:
    """Plain data as one line of text; equal data give equal text on every machine."""
    return base64.b85encode(zlib.compress(canonical.text(value).encode(), LEVEL_OF_COMPRESSION)).decode()


def plain(packed: str) -> Any:
    """The plain data again."""
    return json.loads(zlib.decompress(base64.b85decode(packed)))


def columns(frame: pl.DataFrame) -> dict[str, list[Any]]:
    """A frame as plain data, dates as ISO text."""
    dated = frame.with_columns(pl.col(pl.Date).dt.to_string())
    return dated.to_dict(as_series=False)


def frame(given: dict[str, list[Any]], schema: pl.Schema) -> pl.DataFrame:
    """The frame again, with its columns as the schema has them."""
    read = {
        name: pl.Series(name, given[name], dtype=pl.String() if kind == pl.Date else kind)
        for name, kind in schema.items()
    }
    dates = [name for name, kind in schema.items() if kind == pl.Date]
    return pl.DataFrame(read).with_columns(pl.col(dates).str.to_date()).select(schema.names())


def proof(system: System, protection: Protection) -> dict[str, Any]:
    """A system and its protection as plain data: all that is needed to check the witness."""
    return {
        "counts": system.counts.tolist(),
        "roles": system.roles.tolist(),
        "sums": _matrix(system.sums),
        "lower": system.lower.tolist(),
        "upper": [None if limit == NO_LIMIT else limit for limit in system.upper.tolist()],
        "secondary": np.flatnonzero(protection.secondary).tolist(),
        "level": protection.level.value,
        "width": protection.width,
        "witness": _witness(protection.witness) if protection.witness else None,
    }


def proven(given: dict[str, Any]) -> tuple[System, Protection]:
    """The system and its protection again; what it would cost to hide a cell is not kept."""
    counts = np.array(given["counts"], np.int64)
    system = System(
        counts=counts,
        roles=np.array(given["roles"], np.int8),
        sums=_sparse(given["sums"]),
        lower=np.array(given["lower"], np.int64),
        upper=np.array([NO_LIMIT if limit is None else limit for limit in given["upper"]], np.int64),
        costs=np.zeros(len(counts)),
    )
    secondary = np.zeros(len(counts), bool)
    secondary[given["secondary"]] = True
    found = given["witness"]
    held = _sparse(found["changes"]) if found else None
    tables = (
        Witness(held, *(np.array(found[name], np.int64) for name in ("cells", "first", "second")))
        if held is not None
        else None
    )
    return system, Protection(secondary, Level(given["level"]), given["width"], tables)


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "changes": _matrix(witness.changes),
        "cells": witness.cells.tolist(),
        "first": witness.first.tolist(),
        "second": witness.second.tolist(),
    }


def _matrix(given: sparse.csr_array) -> dict[str, Any]:
    tidy = sparse.csr_array(given)
    tidy.sum_duplicates()
    return {
        "shape": list(tidy.shape),
        "starts": tidy.indptr.tolist(),
        "columns": tidy.indices.tolist(),
        "numbers": tidy.data.astype(np.int64).tolist(),
    }


def _sparse(given: dict[str, Any]) -> sparse.csr_array:
    parts = (
        np.array(given["numbers"], np.int64),
        np.array(given["columns"], np.int32),
        np.array(given["starts"], np.int32),
    )
    return sparse.csr_array(parts, shape=tuple(given["shape"]))
