"""Plain: values as a sealed line keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

SIGNIFICANT_DIGITS = 12


def number(value: float | None) -> float | None:
    """A computed figure to twelve significant digits, so that the order of an addition leaves no trace."""
    return None if value is None else float(f"{value:.{SIGNIFICANT_DIGITS}g}")


def text(value: float | None) -> str | None:
    """The same figure as text."""
    return None if value is None else f"{value:.{SIGNIFICANT_DIGITS}g}"


def row(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The named values, floats to twelve significant digits."""
    return {name: _plain(values.get(name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
