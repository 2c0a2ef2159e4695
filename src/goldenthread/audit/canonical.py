"""Canonical text: the one spelling of a value, so that equal content has an equal hash on every machine."""

import hashlib
import json
from datetime import UTC, date, datetime
from typing import Any


class NotCanonical(TypeError):
    """A value of this kind has no single spelling, so it cannot enter a hash."""


def text(value: Any) -> str:
    """JSON with sorted keys, without spaces; dates in ISO form, moments in UTC, whole floats as integers."""
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def digest(value: Any) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(text(value).encode()).hexdigest()


def lines_digest(lines: list[str]) -> str:
    """SHA-256 of lines that hold no line break themselves; their order does not matter."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def moment(value: datetime) -> str:
    """A moment in UTC to the microsecond."""
    if value.tzinfo is None:
        raise NotCanonical(f"{value} names no time zone: give one, for example UTC")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        # PostgreSQL gives 90.0 back from JSON as 90.
        return int(value) if value.is_integer() else value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise NotCanonical(f"{type(value).__name__} has no canonical text: turn it into text first")
