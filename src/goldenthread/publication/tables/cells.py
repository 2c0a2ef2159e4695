"""Cells: sealed values as a table of open data holds them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.documents.datasets import Value
from goldenthread.reports.material import Line


def number(line: Line, name: str) -> Value:
    """A number, exact where it was recorded exactly."""
    exact = line.get(f"{name}_exact")
    if exact:
        return Decimal(exact)
    value = line.get(name)
    return None if value is None else float(value)


def day(text: Any) -> date | None:
    """A date from its ISO text."""
    return date.fromisoformat(text) if text else None


def words(text: Any) -> str | None:
    """Text, or nothing."""
    return str(text) if text else None


def why_not(line: Line) -> str | None:
    """Why a figure is not there; nothing where it is."""
    if line.get("value") is not None:
        return None
    return "hidden" if line.get("hidden") else str(line.get("reason") or "awaited")
