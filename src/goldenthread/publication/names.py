"""Names: which paths a file of a pack may have, on any system and in any archive."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_ENDS_BADLY = (".", " ")
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class NameNotSafe(ValueError):
    """A path that could leave the pack's folder, or that not every system can hold."""


def check(paths: Iterable[str]) -> None:
    """Raise NameNotSafe unless every path is relative, plain and different from the others in any case."""
    seen: dict[str, str] = {}
    for path in paths:
        _check_one(path)
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise NameNotSafe(f"{path!r} and {other!r} are one file where capitals do not count")


def _check_one(path: str) -> None:
    parts = path.split("/")
    if not all(_PART.fullmatch(part) for part in parts):
        raise NameNotSafe(
            f"{path!r} is no path for a file of a pack: letters, digits, . _ - in each part, / between parts"
        )
    if any(part.endswith(_ENDS_BADLY) or part.split(".")[0].casefold() in _DEVICES for part in parts):
        raise NameNotSafe(f"{path!r} cannot be held by every system; choose another name")
